#include "scoring/calls/call_list.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "model/base/text.h"
#include "model/frame/row_order.h"

namespace leadlight {

namespace {

// A name without case and without what stands between words: "Do Not Call" and "doNotCall" are one.
std::string bareName(std::string_view name) {
  std::string bare;
  for (const char c : lowered(std::string(name)))
    if (c != '_' && c != ' ' && c != '-' && c != '.') bare += c;
  return bare;
}

bool holdsOneOf(const std::string& bare, std::initializer_list<std::string_view> parts) {
  return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) { return bare.find(part) != bare.npos; });
}

bool refusesAll(const std::string& bare) { return holdsOneOf(bare, {"donotcontact", "dontcontact", "nocontactar"}); }

bool isYes(std::string_view text) {
  static constexpr std::array<std::string_view, 13> words = {"yes", "y",  "true", "t",         "1",   "x",  "on",
                                                             "si",  "sí", "ja",   "verdadero", "oui", "sim"};
  const std::string value = lowered(std::string(trimmed(text)));
  return std::find(words.begin(), words.end(), value) != words.end();
}

// Adds the rows where a column says yes.
void addYes(const Column& column, RowSet& barred) {
  if (column.type() == ColumnType::Text) {
    std::vector<std::uint8_t> yes(column.dictionary().size(), 0);
    for (std::size_t code = 0; code < yes.size(); ++code)
      if (!column.isMissingCode(static_cast<std::uint32_t>(code))) yes[code] = isYes(column.dictionary()[code]) ? 1 : 0;
    if (std::find(yes.begin(), yes.end(), 1) == yes.end()) return;
    for (std::size_t row = 0; row < column.rows(); ++row)
      if (yes[column.code(row)] != 0) barred.insert(row);
    return;
  }
  // A number other than 0, or the day on which a lead said so.
  for (std::size_t row = 0; row < column.rows(); ++row) {
    const double value = column.number(row);
    if (!std::isnan(value) && value != 0) barred.insert(row);
  }
}

RowSet saysYes(const Frame& frame, const std::vector<std::string>& columns) {
  RowSet barred(frame.rows());
  for (const std::string& name : columns) addYes(*frame.find(name), barred);
  return barred;
}

RowSet scoredRows(const Column& score) {
  RowSet rows(score.rows());
  for (std::size_t row = 0; row < score.rows(); ++row)
    if (!std::isnan(score.number(row))) rows.insert(row);
  return rows;
}

// Takes `out` from `open` and tells how many went.
std::uint64_t leaveOut(RowSet& open, RowSet out) {
  const std::size_t before = open.count();
  out.invert();
  open &= out;
  return before - open.count();
}

Status checkWish(const CallWish& wish) {
  if (wish.people.empty()) return Error{Errc::Usage, "Name at least one person who calls.", "", {}};
  if (wish.perDay == 0 || wish.days == 0)
    return Error{Errc::Usage, "A person calls at least one lead on at least one day.", "", {}};
  if (wish.perDay > mostPerDay || wish.days > mostCallDays || wish.people.size() > mostCallers)
    return Error{Errc::Usage, "At most 10,000 calls a day, 366 days and 1,000 people.", "", {}};
  return {};
}

}  // namespace

bool isCallBar(std::string_view column) {
  const std::string bare = bareName(column);
  return refusesAll(bare) || holdsOneOf(bare, {"donotcall", "dontcall", "donotphone", "dontphone", "optedoutofcall",
                                               "optoutcall", "calloptout", "phoneoptout", "nollamar"});
}

bool isEmailBar(std::string_view column) {
  const std::string bare = bareName(column);
  return refusesAll(bare) ||
         holdsOneOf(bare, {"donotemail", "dontemail", "donotmail", "donotsendemail", "optedoutofemail", "optoutemail",
                           "optoutmail", "emailoptout", "unsubscribed", "noenviarcorreo", "noenviaremail"});
}

ContactBars contactBarsOf(const Frame& frame) {
  ContactBars bars;
  for (const Frame::ColumnPtr& column : frame.columns()) {
    if (isCallBar(column->name())) bars.call.push_back(column->name());
    if (isEmailBar(column->name())) bars.email.push_back(column->name());
  }
  return bars;
}

std::vector<std::string> contactColumns(const std::vector<std::string>& columns) {
  static constexpr std::array<std::string_view, 28> known = {"firstname",     "lastname",    "name",
                                                             "fullname",      "leadname",    "contactname",
                                                             "nombre",        "apellido",    "apellidos",
                                                             "company",       "companyname", "empresa",
                                                             "phone",         "phonenumber", "mobile",
                                                             "mobilenumber",  "mobilephone", "telephone",
                                                             "telefono",      "teléfono",    "celular",
                                                             "movil",         "email",       "emailaddress",
                                                             "mail",          "correo",      "correoelectronico",
                                                             "alternatephone"};
  std::vector<std::string> found;
  for (const std::string_view wanted : known)
    for (const std::string& column : columns)
      if (bareName(column) == wanted) found.push_back(column);
  return found;
}

std::optional<CallChannel> callChannelFromName(std::string_view name) {
  if (name == "any") return CallChannel::Any;
  if (name == "call") return CallChannel::Call;
  if (name == "email") return CallChannel::Email;
  return std::nullopt;
}

Result<DealtCalls> dealCalls(const Frame& frame, const RowSet& rows, const std::optional<Target>& target,
                             const CallWish& wish, const Progress& progress) {
  if (const Status checked = checkWish(wish); !checked) return checked.error();
  const Column* score = frame.find(scoreColumn);
  if (score == nullptr || score->type() != ColumnType::Decimal)
    return Error{Errc::UnknownColumn, "The leads have no score yet; score them first.", std::string(scoreColumn), {}};
  DealtCalls list;
  list.asked = rows.count();
  list.bars = contactBarsOf(frame);
  if (wish.channel == CallChannel::Call) list.bars.email.clear();
  if (wish.channel == CallChannel::Email) list.bars.call.clear();
  RowSet open = rows;
  list.doNotCall = leaveOut(open, saysYes(frame, list.bars.call));
  list.doNotEmail = leaveOut(open, saysYes(frame, list.bars.email));
  if (target && frame.find(target->column) != nullptr) {
    list.outcomeKnown = true;
    list.converted = leaveOut(open, RowSet(frame.rows(), frame.converted(*target)));
  }
  RowSet unscored = scoredRows(*score);
  unscored.invert();
  list.unscored = leaveOut(open, std::move(unscored));

  auto order = rowOrder(frame, open, {{std::string(scoreColumn), true}}, progress);
  if (!order) return order.error();
  if (progress.cancelled()) return Error{Errc::Interrupted, "Stopped. Everything is as it was.", "", {}};
  const std::size_t people = wish.people.size();
  const std::size_t teamDay = wish.perDay * people;
  const std::size_t capacity = std::min(order->size(), teamDay * wish.days);
  list.calls.reserve(capacity);
  for (std::size_t i = 0; i < capacity; ++i) {
    const std::size_t ofDay = i % teamDay;
    list.calls.push_back({(*order)[i], ofDay % people, i / teamDay, ofDay / people});
  }
  list.later = order->size() - capacity;
  return list;
}

}  // namespace leadlight
