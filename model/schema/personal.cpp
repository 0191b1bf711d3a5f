#include "model/schema/personal.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace leadlight {

namespace {

constexpr std::string_view dots = "•••";
constexpr std::size_t phoneDigits = 7;    // at least, where the column's name says phone
constexpr std::size_t shownOfPhone = 2;   // digits
constexpr std::size_t leastOwnPhone = 9;  // digits of a number that is recognised by itself
constexpr std::size_t mostPhone = 15;     // digits, by E.164

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isLetter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }
bool isUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool isMailChar(char c) {
  return isLetter(c) || isDigit(c) || static_cast<unsigned char>(c) >= 0x80 || std::string_view("._%+-'").find(c) < 6;
}
bool isPhoneChar(char c) { return isDigit(c) || std::string_view(" -().").find(c) < 5; }

std::size_t digitsOf(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), isDigit));
}

// "OwnerIdName", "First_Name", "E-mail" -> lower-case words.
std::vector<std::string> wordsOf(std::string_view name) {
  std::vector<std::string> words(1);
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    if (!isLetter(c) && !isDigit(c) && static_cast<unsigned char>(c) < 0x80) {
      words.emplace_back();
      continue;
    }
    const bool begins = isUpper(c) && i > 0 && !isUpper(name[i - 1]);
    if (begins) words.emplace_back();
    words.back() += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  std::erase(words, "");
  return words;
}

bool hasAny(const std::vector<std::string>& words, std::initializer_list<std::string_view> wanted) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return std::find(wanted.begin(), wanted.end(), word) != wanted.end();
  });
}

// Where the address around the @ at `at` begins and ends; equal when it is none.
std::pair<std::size_t, std::size_t> mailAround(std::string_view text, std::size_t at) {
  std::size_t from = at, to = at + 1;
  while (from > 0 && isMailChar(text[from - 1])) --from;
  while (to < text.size() && isMailChar(text[to])) ++to;
  const std::string_view domain = text.substr(at + 1, to - at - 1);
  const bool is = from < at && domain.size() >= 3 && domain.find('.') != std::string_view::npos;
  return is ? std::pair(from, to) : std::pair(at, at);
}

std::string maskedMail(std::string_view mail) {
  return std::string(mail.substr(0, static_cast<unsigned char>(mail[0]) < 0x80 ? 1 : 0)) + std::string(dots) + "@" +
         std::string(dots);
}

bool isMail(std::string_view text) {
  const std::size_t at = text.find('@');
  return at != std::string_view::npos && mailAround(text, at) == std::pair<std::size_t, std::size_t>(0, text.size());
}

std::string maskedPhone(std::string_view phone) {
  std::string end;
  for (std::size_t i = phone.size(); i-- > 0 && end.size() < shownOfPhone;)
    if (isDigit(phone[i])) end.insert(end.begin(), phone[i]);
  return std::string(dots) + " " + end;
}

// "+34 600 123 456": with its country, so that no other number looks like it.
bool isOwnPhone(std::string_view text) {
  if (!text.starts_with('+') || !std::all_of(text.begin() + 1, text.end(), isPhoneChar)) return false;
  const std::size_t digits = digitsOf(text);
  return digits >= leastOwnPhone && digits <= mostPhone;
}

bool isPhone(std::string_view text) {
  const std::string_view rest = text.starts_with('+') ? text.substr(1) : text;
  const std::size_t digits = digitsOf(rest);
  return digits >= phoneDigits && digits <= mostPhone && std::all_of(rest.begin(), rest.end(), isPhoneChar);
}

// The first letter of each word; a letter may have several bytes.
std::string maskedName(std::string_view name) {
  std::string masked;
  bool begins = true;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (name[i] == ' ') {
      begins = true;
      continue;
    }
    if (!begins) continue;
    begins = false;
    std::size_t end = i + 1;
    while (end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) ++end;
    if (!masked.empty()) masked += ' ';
    masked += std::string(name.substr(i, end - i)) + std::string(dots);
  }
  return masked;
}

// Addresses and international numbers anywhere in a text.
std::string withoutContacts(std::string_view text) {
  std::string masked;
  std::size_t done = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::size_t from = i, to = i;
    if (text[i] == '@') {
      std::tie(from, to) = mailAround(text, i);
    } else if (text[i] == '+') {
      to = i + 1;
      while (to < text.size() && isPhoneChar(text[to])) ++to;
      while (to > i && !isDigit(text[to - 1])) --to;
      if (to <= i || !isOwnPhone(text.substr(i, to - i))) to = i;
    }
    if (from == to || from < done) continue;
    masked += text.substr(done, from - done);
    const std::string_view found = text.substr(from, to - from);
    masked += text[i] == '@' ? maskedMail(found) : maskedPhone(found);
    done = to;
    i = to - 1;
  }
  return masked += text.substr(done);
}

}  // namespace

Personal personalByName(std::string_view column) {
  const std::vector<std::string> words = wordsOf(column);
  if (hasAny(words, {"email", "mail", "emailaddress", "correo"})) return Personal::Email;
  if (hasAny(words, {"phone", "mobile", "telephone", "tel", "fax", "cell", "cellphone", "whatsapp", "whats", "telefono",
                     "movil", "celular"}))
    return Personal::Phone;
  if (hasAny(words, {"firstname", "lastname", "surname", "fullname", "middlename", "forename", "apellido", "apellidos",
                     "contactname", "leadname"}))
    return Personal::Name;
  const bool ofThing =
      hasAny(words, {"company", "campaign", "file", "product", "source", "course", "stage", "event", "form", "domain",
                     "list", "page", "column", "table", "school", "college", "plan"});
  return hasAny(words, {"name", "nombre"}) && !ofThing ? Personal::Name : Personal::None;
}

Personal personalColumn(std::string_view column, const std::vector<std::string>& values) {
  const Personal promised = personalByName(column);
  if (promised == Personal::Name) return promised;
  std::size_t filled = 0, mails = 0, phones = 0, ownPhones = 0;
  for (const std::string& value : values) {
    if (value.empty()) continue;
    ++filled;
    if (isMail(value)) ++mails;
    if (isPhone(value)) ++phones;
    if (isOwnPhone(value)) ++ownPhones;
  }
  if (filled == 0) return promised;
  if (2 * mails >= filled) return Personal::Email;
  if (2 * ownPhones >= filled || (promised == Personal::Phone && 2 * phones >= filled)) return Personal::Phone;
  // "Do_Not_Email": none of its values is an address.
  return mails + phones > 0 ? promised : Personal::None;
}

std::string maskedValue(Personal kind, std::string_view value) {
  if (kind == Personal::Name) return maskedName(value);
  if (kind == Personal::Email && isMail(value)) return maskedMail(value);
  if (kind == Personal::Phone && isPhone(value)) return maskedPhone(value);
  return withoutContacts(value);
}

}  // namespace leadlight
