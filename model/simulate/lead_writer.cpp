#include "model/simulate/lead_writer.h"

#include "model/base/calendar.h"
#include "model/base/text.h"

namespace leadlight {

namespace {

enum Position : std::size_t { idAt = 0, firstNameAt = 2, visitsAt = 11, createdAt = 24 };

std::string yesNo(bool value) { return value ? "Yes" : "No"; }

// "05-01-2026 9:07": day first, the hour without a leading nought, as CRM exports write it.
std::string dayFirst(std::int64_t seconds) {
  const CivilDate date = civilDate(seconds);
  const std::int64_t minutes = seconds % 86400 / 60;
  std::string out;
  const auto twoDigits = [&](std::int64_t value) {
    out += static_cast<char>('0' + value / 10);
    out += static_cast<char>('0' + value % 10);
  };
  twoDigits(date.day);
  out += '-';
  twoDigits(date.month);
  out += '-';
  appendNumber(out, std::int64_t{date.year});
  out += ' ';
  appendNumber(out, minutes / 60);
  out += ':';
  twoDigits(minutes % 60);
  return out;
}

// Hundredths as "2.5".
std::string hundredths(std::int64_t value) {
  std::string out;
  appendNumber(out, value / 100);
  const std::int64_t rest = value % 100;
  if (rest == 0) return out;
  out += '.';
  out += static_cast<char>('0' + rest / 10);
  if (rest % 10 != 0) out += static_cast<char>('0' + rest % 10);
  return out;
}

// Letters only, lowered; bytes of accented letters are dropped.
std::string plain(std::string_view name) {
  std::string out;
  for (const char c : lowered(name))
    if (c >= 'a' && c <= 'z') out += c;
  return out;
}

std::string numberText(std::int64_t value) {
  std::string out;
  appendNumber(out, value);
  return out;
}

std::string email(const SimulatedLead& lead) {
  return plain(lead.firstName) + "." + plain(lead.lastName) + numberText(static_cast<std::int64_t>(lead.number)) +
         "@example.com";
}

std::string phone(const SimulatedLead& lead) {
  const std::string digits = numberText(static_cast<std::int64_t>(lead.number * 7919 % 1'000'000));
  return "+00 555 " + std::string(6 - digits.size(), '0') + digits;
}

void appendCsvCell(std::string& out, const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

}  // namespace

const std::vector<std::string_view>& simulatedHeader() {
  static const std::vector<std::string_view> header{"Prospect ID",
                                                    "Lead Number",
                                                    "First Name",
                                                    "Last Name",
                                                    "Email",
                                                    "Phone",
                                                    "Lead Origin",
                                                    "Lead Source",
                                                    "Do Not Email",
                                                    "Do Not Call",
                                                    "Converted",
                                                    "TotalVisits",
                                                    "Total Time Spent on Website",
                                                    "Page Views Per Visit",
                                                    "Last Activity",
                                                    "Country",
                                                    "Specialization",
                                                    "What is your current occupation",
                                                    "City",
                                                    "Asymmetrique Activity Score",
                                                    "Lead Grade",
                                                    "Lead Stage",
                                                    "Tags",
                                                    "A free copy of Mastering The Interview",
                                                    "Created On",
                                                    "Modified On"};
  return header;
}

std::vector<SimulatedCell> cellsOf(const SimulatedLead& lead) {
  const auto number = [](std::int64_t value, bool optional) {
    return SimulatedCell{numberText(value), true, optional};
  };
  const auto fixed = [](std::string text) { return SimulatedCell{std::move(text), false, false}; };
  const auto text = [](std::string_view value) { return SimulatedCell{std::string(value)}; };
  return {fixed(lead.id),
          number(static_cast<std::int64_t>(700'000 + lead.number), false),
          text(lead.firstName),
          text(lead.lastName),
          text(email(lead)),
          text(phone(lead)),
          fixed(std::string(lead.origin)),
          text(lead.source),
          fixed(yesNo(lead.noEmail)),
          fixed(yesNo(lead.noCall)),
          number(lead.converted ? 1 : 0, false),
          number(lead.visits, true),
          number(lead.secondsOnSite, true),
          SimulatedCell{hundredths(lead.pagesPerHundredVisits), true, true},
          text(lead.lastActivity),
          text(lead.country),
          text(lead.specialization),
          text(lead.occupation),
          text(lead.city),
          number(lead.activityScore, true),
          text(lead.grade),
          fixed(std::string(lead.stage)),
          text(lead.tags),
          fixed(yesNo(lead.freeCopy)),
          fixed(dayFirst(lead.created)),
          fixed(dayFirst(lead.modified))};
}

void blank(std::vector<SimulatedCell>& cells, Dice& dice, double share) {
  for (SimulatedCell& cell : cells)
    if (cell.optional && dice.chance(share)) cell.text.clear();
}

void spoil(std::vector<SimulatedCell>& cells, BrokenKind kind, SimulatedFormat format) {
  const bool csvOnly =
      kind == BrokenKind::MissingField || kind == BrokenKind::ExtraField || kind == BrokenKind::UnclosedQuote;
  if (csvOnly && format != SimulatedFormat::Csv) kind = BrokenKind::InvalidByte;
  switch (kind) {
    case BrokenKind::MissingField:
      cells.resize(cells.size() - 3);
      break;
    case BrokenKind::ExtraField:
      cells.push_back({"one too many"});
      break;
    case BrokenKind::BadDate:
      cells[createdAt].text = "31-02-2026 9:15";
      break;
    case BrokenKind::EmptyKey:
      cells[idAt].text.clear();
      break;
    case BrokenKind::LettersInNumber:
      cells[visitsAt] = {"many"};
      break;
    case BrokenKind::InvalidByte:
      cells[firstNameAt].text = "Ren\xE9";
      break;
    case BrokenKind::UnclosedQuote:
      cells[firstNameAt].text = "\"Renata";
      break;
  }
}

void appendStart(std::string& out, SimulatedFormat format) {
  if (format == SimulatedFormat::Json) out += "[\n";
  if (format != SimulatedFormat::Csv) return;
  for (std::size_t i = 0; i < simulatedHeader().size(); ++i) {
    if (i > 0) out += ',';
    out += simulatedHeader()[i];
  }
  out += '\n';
}

void appendRow(std::string& out, const std::vector<SimulatedCell>& cells, SimulatedFormat format, bool first) {
  if (format == SimulatedFormat::Csv) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) out += ',';
      // The one value that starts with a quote is the unclosed one.
      if (cells[i].text.starts_with('"')) {
        out += cells[i].text;
      } else {
        appendCsvCell(out, cells[i].text);
      }
    }
    out += '\n';
    return;
  }
  if (format == SimulatedFormat::Json && !first) out += ",\n";
  out += '{';
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += ',';
    appendJsonString(out, simulatedHeader()[i]);
    out += ':';
    if (cells[i].text.empty()) {
      out += "null";
    } else if (cells[i].number) {
      out += cells[i].text;
    } else {
      appendJsonString(out, cells[i].text);
    }
  }
  out += format == SimulatedFormat::Json ? "}" : "}\n";
}

void appendEnd(std::string& out, SimulatedFormat format) {
  if (format == SimulatedFormat::Json) out += "\n]\n";
}

}  // namespace leadlight
