#include <xlsxwriter.h>

#include <utility>

#include "model/export/row_writer.h"

namespace leadlight {

namespace {

constexpr std::uint32_t maxRows = 1048576;
constexpr std::size_t maxColumns = 16384;
constexpr std::size_t maxCharacters = 32767;
constexpr std::int64_t maxExact = std::int64_t{1} << 53;  // a cell's number is a double

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

class XlsxWriter final : public RowWriter {
 public:
  explicit XlsxWriter(const std::filesystem::path& file) : file_(file.string()) {
    lxw_workbook_options options = {};
    options.constant_memory = 1;
    options.use_zip64 = 1;
    book_ = workbook_new_opt(file_.c_str(), &options);
  }
  ~XlsxWriter() override {
    if (book_ != nullptr) lxw_workbook_free(book_);
  }
  XlsxWriter(const XlsxWriter&) = delete;
  XlsxWriter& operator=(const XlsxWriter&) = delete;

  Status begin(const std::vector<ExportColumn>& columns) override {
    if (columns.size() > maxColumns)
      return Error{Errc::Usage, "A workbook holds 16,384 columns at most; choose some with --columns.", "", {}};
    columns_ = columns;
    bold_ = workbook_add_format(book_);
    format_set_bold(bold_);
    day_ = workbook_add_format(book_);
    format_set_num_format(day_, "yyyy-mm-dd");
    moment_ = workbook_add_format(book_);
    format_set_num_format(moment_, "yyyy-mm-dd hh:mm:ss");
    startSheet();
    return {};
  }

  Status row(std::span<const StoredValue> values) override {
    if (next_ == maxRows) {
      endSheet();
      startSheet();
    }
    for (std::size_t i = 0; i < values.size(); ++i)
      if (const Status written = cell(static_cast<lxw_col_t>(i), values[i]); !written) return written;
    ++next_;
    return {};
  }

  Status end() override {
    endSheet();
    const lxw_error closed = workbook_close(std::exchange(book_, nullptr));
    if (closed == LXW_NO_ERROR) return {};
    return Error{Errc::Io, std::string("The workbook could not be written: ") + lxw_strerror(closed) + ".", file_, {}};
  }

 private:
  void startSheet() {
    const std::string name = ++sheets_ == 1 ? "Leads" : "Leads " + std::to_string(sheets_);
    sheet_ = workbook_add_worksheet(book_, name.c_str());
    worksheet_freeze_panes(sheet_, 1, 0);
    for (std::size_t i = 0; i < columns_.size(); ++i)
      worksheet_set_column(sheet_, static_cast<lxw_col_t>(i), static_cast<lxw_col_t>(i), 18, nullptr);
    for (std::size_t i = 0; i < columns_.size(); ++i)
      worksheet_write_string(sheet_, 0, static_cast<lxw_col_t>(i), columns_[i].name.c_str(), bold_);
    next_ = 1;
  }

  // Excel finds a filter over the header alone damaged.
  void endSheet() {
    if (!columns_.empty() && next_ > 1)
      worksheet_autofilter(sheet_, 0, 0, next_ - 1, static_cast<lxw_col_t>(columns_.size() - 1));
  }

  Status cell(lxw_col_t column, const StoredValue& value) {
    switch (value.kind) {
      case StoredValue::Kind::Null:
        return {};
      case StoredValue::Kind::Integer:
        if (value.integer > maxExact || value.integer < -maxExact) return text(column, std::to_string(value.integer));
        return done(worksheet_write_number(sheet_, next_, column, static_cast<double>(value.integer), nullptr));
      case StoredValue::Kind::Decimal:
        return done(worksheet_write_number(sheet_, next_, column, value.decimal, nullptr));
      case StoredValue::Kind::Text:
        break;
    }
    if (columns_[column].type != ColumnType::Date || !isPlainDate(value.text)) return text(column, value.text);
    lxw_datetime date = cellDate(value.text);
    return done(worksheet_write_datetime(sheet_, next_, column, &date, value.text.size() == 10 ? day_ : moment_));
  }

  Status text(lxw_col_t column, std::string_view value) {
    if (value.size() > maxCharacters)
      return Error{Errc::Usage,
                   "A cell of a workbook holds 32,767 characters at most and a value is longer; write CSV.",
                   "",
                   {}};
    return done(worksheet_write_string(sheet_, next_, column, std::string(value).c_str(), nullptr));
  }

  Status done(lxw_error error) const {
    if (error == LXW_NO_ERROR) return {};
    return Error{Errc::Io, std::string("The workbook could not be written: ") + lxw_strerror(error) + ".", file_, {}};
  }

  std::string file_;
  lxw_workbook* book_ = nullptr;
  lxw_worksheet* sheet_ = nullptr;
  lxw_format* bold_ = nullptr;
  lxw_format* day_ = nullptr;
  lxw_format* moment_ = nullptr;
  std::vector<ExportColumn> columns_;
  std::size_t sheets_ = 0;
  lxw_row_t next_ = 0;
};

}  // namespace

std::unique_ptr<RowWriter> xlsxWriter(const std::filesystem::path& file) { return std::make_unique<XlsxWriter>(file); }

}  // namespace leadlight
