#include <algorithm>
#include <charconv>
#include <deque>

#include "model/base/text.h"
#include "model/source/sheet_rows.h"
#include "model/source/sheet_values.h"
#include "model/source/xlsx_book.h"
#include "model/source/xml_feed.h"

namespace leadlight {
namespace {

// The zero-based column of a reference such as "AB12"; nullopt for none.
std::optional<std::size_t> columnOf(std::string_view reference) {
  std::size_t column = 0;
  for (const char c : reference) {
    if (c < 'A' || c > 'Z') break;
    column = column * 26 + static_cast<std::size_t>(c - 'A') + 1;
    if (column > kMaxSheetColumns) return std::nullopt;
  }
  return column == 0 ? std::nullopt : std::optional(column - 1);
}

class XlsxRows final : public SheetRows, public XmlHandler {
 public:
  static Result<std::unique_ptr<XlsxRows>> open(std::shared_ptr<const XlsxBook> book, const XlsxBook::Sheet& sheet) {
    const ZipFile::Entry* const entry = book->archive.find(sheet.part);
    if (entry == nullptr) return book->archive.damaged("the sheet \"" + sheet.name + "\" is missing");
    Result<std::unique_ptr<ByteStream>> stream = book->archive.stream(*entry);
    if (!stream) return stream.error();
    std::unique_ptr<XlsxRows> rows(new XlsxRows(std::move(book), sheet, entry->size));
    rows->feed_.emplace(*std::move(stream), *rows, rows->book_->name, sheet.part);
    return rows;
  }

  Result<bool> next(SheetRow& row) override {
    while (ready_.empty()) {
      const Result<bool> more = feed_->step();
      if (!more) return more;
      if (!fault_.empty()) return book_->archive.damaged(fault_);
      if (!*more && ready_.empty()) return false;
    }
    row = std::move(ready_.front());
    ready_.pop_front();
    return true;
  }
  const std::string& sheet() const override { return sheet_; }
  const std::vector<std::string>& sheets() const override { return book_->sheetNames; }
  double shareRead() const override {
    return size_ == 0 ? 1 : std::min(1.0, static_cast<double>(feed_->byte()) / static_cast<double>(size_));
  }

  std::uint64_t uncalculated() const override { return uncalculated_; }

  void opened(std::string_view element, const XmlAttributes& attributes) override {
    if (element == "row") {
      const unsigned number = numberIn(attributes.value("r"));
      row_ = SheetRow{.number = number > 0 ? number : lastRow_ + 1, .byte = feed_->byte(), .cells = {}};
      lastRow_ = row_.number;
      nextColumn_ = 0;
    } else if (element == "c") {
      openCell(attributes);
    } else if (element == "rPh") {
      phonetic_ = true;
    } else {
      formula_ |= element == "f";
      inValue_ = element == "v" || (element == "t" && inCell_ && !phonetic_);
    }
  }

  void closed(std::string_view element) override {
    inValue_ = false;
    if (element == "rPh") phonetic_ = false;
    if (element == "c") closeCell();
    if (element == "row" && !row_.cells.empty()) ready_.push_back(std::move(row_));
  }

  void text(std::string_view part) override {
    if (inValue_ && value_.size() < kLongest) value_ += part;
  }

 private:
  static constexpr std::size_t kLongest = std::size_t{64} << 20;

  XlsxRows(std::shared_ptr<const XlsxBook> book, const XlsxBook::Sheet& sheet, std::uint64_t size)
      : book_(std::move(book)), sheet_(sheet.name), size_(size) {}

  void openCell(const XmlAttributes& attributes) {
    const auto reference = attributes.value("r");
    const std::optional<std::size_t> column = reference ? columnOf(*reference) : nextColumn_;
    if (!column || *column >= kMaxSheetColumns) fault_ = "a cell stands outside of every sheet";
    column_ = column.value_or(0);
    nextColumn_ = column_ + 1;
    type_ = attributes.value("t").value_or("n");
    style_ = numberIn(attributes.value("s"));
    value_.clear();
    formula_ = false;
    inCell_ = true;
  }

  void closeCell() {
    inCell_ = false;
    SheetCell cell{.column = column_, .kind = Cell::Kind::Text, .text = {}};
    if (value_.size() >= kLongest) fault_ = "a cell is longer than 64 MB";
    // A result that is an empty text has a type of its own.
    if (formula_ && value_.empty() && type_ == "n") ++uncalculated_;
    if (type_ == "n")
      takeNumber(cell);
    else if (type_ == "s")
      takeShared(cell);
    else if (type_ == "b" && !value_.empty())
      cell.text = value_ == "0" || value_ == "false" ? "FALSE" : "TRUE";
    else
      cell.text = type_ == "str" || type_ == "inlineStr" ? withoutSheetEscapes(std::move(value_)) : std::move(value_);
    if (cell.text.empty()) return;
    std::vector<SheetCell>& cells = row_.cells;
    const auto at = std::find_if(cells.rbegin(), cells.rend(), [&](const SheetCell& known) {
                      return known.column <= cell.column;
                    }).base();
    if (at != cells.begin() && std::prev(at)->column == cell.column)
      *std::prev(at) = std::move(cell);
    else
      cells.insert(at, std::move(cell));
  }

  void takeNumber(SheetCell& cell) {
    if (value_.empty()) return;
    std::optional<std::string> text = sheetNumber(value_);
    const SheetFormat format = style_ < book_->formats.size() ? book_->formats[style_] : SheetFormat::Number;
    if (text && format != SheetFormat::Number) {
      double serial = 0;
      std::from_chars(value_.data(), value_.data() + value_.size(), serial);
      if (std::optional<std::string> date = sheetDate(serial, format, book_->since1904)) {
        cell.text = *std::move(date);
        return;
      }
    }
    if (text) cell.kind = Cell::Kind::Number;
    cell.text = text ? *std::move(text) : value_;
  }

  void takeShared(SheetCell& cell) {
    std::size_t index = 0;
    const auto [end, fault] = std::from_chars(value_.data(), value_.data() + value_.size(), index);
    const auto text = fault == std::errc() ? book_->strings.at(index) : std::nullopt;
    if (!text) fault_ = "a cell refers to a text that is missing";
    cell.text = text.value_or("");
  }

  std::shared_ptr<const XlsxBook> book_;
  std::string sheet_;
  std::uint64_t size_;
  std::optional<XmlFeed> feed_;
  std::deque<SheetRow> ready_;
  SheetRow row_;
  std::uint64_t lastRow_ = 0;
  std::size_t column_ = 0, nextColumn_ = 0;
  std::string type_, value_;
  unsigned style_ = 0;
  bool inCell_ = false, inValue_ = false, phonetic_ = false, formula_ = false;
  std::uint64_t uncalculated_ = 0;
  std::string fault_;
};

const XlsxBook::Sheet* sheetNamed(const XlsxBook& book, const std::string& wanted) {
  for (const XlsxBook::Sheet& sheet : book.sheets)
    if (equalsIgnoringCase(sheet.name, wanted)) return &sheet;
  for (std::size_t i = 0; i < book.sheets.size(); ++i)
    if (isSheetNumber(wanted, i + 1)) return &book.sheets[i];
  return nullptr;
}

// Rows of which the first was looked at already.
class PeekedRows final : public SheetRows {
 public:
  PeekedRows(std::unique_ptr<SheetRows> rows, SheetRow first) : rows_(std::move(rows)), first_(std::move(first)) {}
  Result<bool> next(SheetRow& row) override {
    if (!first_) return rows_->next(row);
    row = *std::exchange(first_, std::nullopt);
    return true;
  }
  const std::string& sheet() const override { return rows_->sheet(); }
  const std::vector<std::string>& sheets() const override { return rows_->sheets(); }
  double shareRead() const override { return rows_->shareRead(); }
  std::uint64_t uncalculated() const override { return rows_->uncalculated(); }

 private:
  std::unique_ptr<SheetRows> rows_;
  std::optional<SheetRow> first_;
};

}  // namespace

bool isSheetNumber(const std::string& wanted, std::size_t number) { return wanted == std::to_string(number); }

Error noSuchSheet(const std::string& wanted, const std::vector<std::string>& sheets, const std::string& name) {
  return {Errc::Usage,
          "There is no sheet \"" + wanted + "\"; the sheets are: " + joined(sheets, ", ") + ".",
          name,
          {wanted, joined(sheets, ", ")}};
}

Error emptyWorkbook(const std::string& name) {
  return {Errc::EmptyFile, "\"" + name + "\" holds no records.", name, {name}};
}

Result<std::unique_ptr<SheetRows>> openXlsx(ZipFile archive, const std::string& name,
                                            const std::optional<std::string>& wanted) {
  Result<std::shared_ptr<const XlsxBook>> opened = readXlsxBook(std::move(archive), name);
  if (!opened) return opened.error();
  const std::shared_ptr<const XlsxBook> book = *opened;
  std::vector<const XlsxBook::Sheet*> tried;
  for (const bool hidden : {false, true})
    for (const XlsxBook::Sheet& sheet : book->sheets)
      if (sheet.hidden == hidden) tried.push_back(&sheet);
  if (wanted) {
    const XlsxBook::Sheet* const found = sheetNamed(*book, *wanted);
    if (found == nullptr) return noSuchSheet(*wanted, book->sheetNames, name);
    tried = {found};
  }
  for (const XlsxBook::Sheet* sheet : tried) {
    Result<std::unique_ptr<XlsxRows>> rows = XlsxRows::open(book, *sheet);
    if (!rows) return rows.error();
    SheetRow first;
    const Result<bool> any = (*rows)->next(first);
    if (!any) return any.error();
    if (*any) return std::unique_ptr<SheetRows>(new PeekedRows(*std::move(rows), std::move(first)));
  }
  return emptyWorkbook(name);
}

}  // namespace leadlight
