#include "model/export/workbook.h"

#include <xlsxwriter.h>

#include <algorithm>

#include "model/base/text.h"

namespace leadlight {

namespace {

constexpr std::uint32_t maxRows = 1048576;
constexpr std::size_t maxColumns = 16384;
constexpr std::size_t maxCharacters = 32767;
constexpr std::size_t maxName = 31;                       // characters of a sheet's name
constexpr std::int64_t maxExact = std::int64_t{1} << 53;  // a cell's number is a double
constexpr double usualWidth = 18;

// What a cell can hold of an ISO text: no fraction, no offset, from 1900 on. Others are written as text.
bool isPlainDate(std::string_view iso) {
  return (iso.size() == 10 || (iso.size() == 19 && iso[10] == 'T')) && iso >= "1900-03-01" && iso < "9999-12-31";
}

int digitsAt(std::string_view iso, std::size_t at, std::size_t count) {
  int value = 0;
  for (std::size_t i = at; i < at + count; ++i) value = value * 10 + (iso[i] - '0');
  return value;
}

lxw_datetime cellDate(std::string_view iso) {
  lxw_datetime date{digitsAt(iso, 0, 4), digitsAt(iso, 5, 2), digitsAt(iso, 8, 2), 0, 0, 0};
  if (iso.size() == 19) {
    date.hour = digitsAt(iso, 11, 2);
    date.min = digitsAt(iso, 14, 2);
    date.sec = digitsAt(iso, 17, 2);
  }
  return date;
}

// The first `most` characters of a UTF-8 text.
std::string firstCharacters(const std::string& text, std::size_t most) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i)
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U && count++ == most) return text.substr(0, i);
  return text;
}

Status done(lxw_error error, const std::string& file) {
  if (error == LXW_NO_ERROR) return {};
  return Error{Errc::Io, std::string("The workbook could not be written: ") + lxw_strerror(error) + ".", file, {}};
}

}  // namespace

Workbook::Workbook(const std::filesystem::path& file) : file_(file.string()) {
  lxw_workbook_options options = {};
  options.constant_memory = 1;
  options.use_zip64 = 1;
  book_ = workbook_new_opt(file_.c_str(), &options);
  bold_ = workbook_add_format(book_);
  format_set_bold(bold_);
  day_ = workbook_add_format(book_);
  format_set_num_format(day_, "yyyy-mm-dd");
  moment_ = workbook_add_format(book_);
  format_set_num_format(moment_, "yyyy-mm-dd hh:mm:ss");
}

Workbook::~Workbook() {
  if (book_ != nullptr) lxw_workbook_free(book_);
}

Status Workbook::beginSheet(SheetPlan plan) {
  if (plan.columns.size() > maxColumns)
    return Error{Errc::Usage, "A workbook holds 16,384 columns at most; choose some with --columns.", "", {}};
  endSheet();
  plan_ = std::move(plan);
  startSheet();
  return {};
}

Status Workbook::row(std::span<const StoredValue> values) {
  if (next_ == maxRows) {
    endSheet();
    startSheet();
  }
  for (std::size_t i = 0; i < values.size(); ++i)
    if (const Status written = cell(static_cast<lxw_col_t>(i), values[i]); !written) return written;
  ++next_;
  return {};
}

Status Workbook::addFacts(const std::string& name, const std::vector<ExportFact>& facts) {
  endSheet();
  lxw_worksheet* sheet = workbook_add_worksheet(book_, freeName(name).c_str());
  worksheet_set_column(sheet, 0, 0, 20, nullptr);
  worksheet_set_column(sheet, 1, 1, 100, nullptr);
  for (std::size_t i = 0; i < facts.size(); ++i) {
    const auto row = static_cast<lxw_row_t>(i);
    worksheet_write_string(sheet, row, 0, facts[i].first.c_str(), bold_);
    const std::string value = firstCharacters(facts[i].second, maxCharacters);
    if (const Status written = done(worksheet_write_string(sheet, row, 1, value.c_str(), nullptr), file_); !written)
      return written;
  }
  return {};
}

Status Workbook::close() {
  endSheet();
  return done(workbook_close(std::exchange(book_, nullptr)), file_);
}

// A name as Excel takes it: without []:*?/\ and ' at its ends, 31 characters, each only once.
std::string Workbook::freeName(const std::string& wanted) {
  std::string clean;
  for (const char c : wanted) clean += std::string_view("[]:*?/\\").find(c) == std::string_view::npos ? c : ' ';
  while (!clean.empty() && (clean.front() == '\'' || clean.front() == ' ')) clean.erase(0, 1);
  while (!clean.empty() && (clean.back() == '\'' || clean.back() == ' ')) clean.pop_back();
  if (clean.empty()) clean = "Sheet";
  std::string name = firstCharacters(clean, maxName);
  const auto taken = [this](const std::string& one) {
    return std::find(names_.begin(), names_.end(), lowered(one)) != names_.end();
  };
  for (int number = 2; taken(name); ++number) {
    const std::string ending = " " + std::to_string(number);
    name = firstCharacters(clean, maxName - ending.size()) + ending;
  }
  names_.push_back(lowered(name));
  return name;
}

void Workbook::startSheet() {
  sheet_ = workbook_add_worksheet(book_, freeName(plan_.name).c_str());
  worksheet_freeze_panes(sheet_, 1, 0);
  for (std::size_t i = 0; i < plan_.columns.size(); ++i) {
    const auto column = static_cast<lxw_col_t>(i);
    worksheet_set_column(sheet_, column, column, i < plan_.widths.size() ? plan_.widths[i] : usualWidth, nullptr);
  }
  for (std::size_t i = 0; i < plan_.columns.size(); ++i)
    worksheet_write_string(sheet_, 0, static_cast<lxw_col_t>(i), plan_.columns[i].name.c_str(), bold_);
  next_ = 1;
}

// Excel finds a filter over the header alone damaged.
void Workbook::endSheet() {
  if (sheet_ == nullptr) return;
  if (!plan_.columns.empty() && next_ > 1) {
    worksheet_autofilter(sheet_, 0, 0, next_ - 1, static_cast<lxw_col_t>(plan_.columns.size() - 1));
    if (plan_.bar) {
      lxw_conditional_format bar = {};
      bar.type = LXW_CONDITIONAL_DATA_BAR;
      bar.bar_color = 0x9CC3E6;
      bar.bar_solid = LXW_TRUE;
      bar.data_bar_2010 = LXW_TRUE;
      const auto column = static_cast<lxw_col_t>(*plan_.bar);
      worksheet_conditional_format_range(sheet_, 1, column, next_ - 1, column, &bar);
    }
  }
  sheet_ = nullptr;
}

Status Workbook::cell(std::uint16_t column, const StoredValue& value) {
  switch (value.kind) {
    case StoredValue::Kind::Null:
      return {};
    case StoredValue::Kind::Integer:
      if (value.integer > maxExact || value.integer < -maxExact) return text(column, std::to_string(value.integer));
      return done(worksheet_write_number(sheet_, next_, column, static_cast<double>(value.integer), nullptr), file_);
    case StoredValue::Kind::Decimal:
      return done(worksheet_write_number(sheet_, next_, column, value.decimal, nullptr), file_);
    case StoredValue::Kind::Text:
      break;
  }
  if (plan_.columns[column].type != ColumnType::Date || !isPlainDate(value.text)) return text(column, value.text);
  lxw_datetime date = cellDate(value.text);
  return done(worksheet_write_datetime(sheet_, next_, column, &date, value.text.size() == 10 ? day_ : moment_), file_);
}

Status Workbook::text(std::uint16_t column, std::string_view value) {
  if (value.size() > maxCharacters)
    return Error{
        Errc::Usage, "A cell of a workbook holds 32,767 characters at most and a value is longer; write CSV.", "", {}};
  // The library takes a text to end at its first NUL byte, which a store of before may hold.
  return done(worksheet_write_string(sheet_, next_, column, withVisibleNuls(value).c_str(), nullptr), file_);
}

}  // namespace leadlight
