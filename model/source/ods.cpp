#include <charconv>
#include <deque>

#include "model/base/text.h"
#include "model/source/sheet_rows.h"
#include "model/source/sheet_values.h"
#include "model/source/xml_feed.h"

namespace leadlight {
namespace {

constexpr std::size_t kLongest = std::size_t{64} << 20;
constexpr std::uint64_t kMaxSheetRows = 1048576;

std::uint64_t countIn(std::optional<std::string_view> text) {
  std::uint64_t value = 1;
  if (text) std::from_chars(text->data(), text->data() + text->size(), value);
  return value == 0 ? 1 : value;
}

// All sheets stand in one document one after another; the rows of one are kept.
class OdsRows final : public SheetRows, public XmlHandler {
 public:
  static Result<std::unique_ptr<SheetRows>> open(ZipFile archive, const std::string& name,
                                                 const std::optional<std::string>& wanted) {
    const ZipFile::Entry* const entry = archive.find("content.xml");
    if (entry == nullptr) return archive.damaged("its part content.xml is missing");
    Result<std::unique_ptr<ByteStream>> stream = archive.stream(*entry);
    if (!stream) return stream.error();
    const std::uint64_t size = entry->size;
    std::unique_ptr<OdsRows> rows(new OdsRows(std::move(archive), name, wanted, size));
    rows->feed_.emplace(*std::move(stream), *rows, name, "content.xml");
    if (const Status filled = rows->fill(); !filled) return filled.error();
    if (rows->ready_.empty() && wanted && !rows->chosen_) return noSuchSheet(*wanted, rows->sheets_, name);
    if (rows->ready_.empty()) return emptyWorkbook(name);
    return std::unique_ptr<SheetRows>(std::move(rows));
  }

  Result<bool> next(SheetRow& row) override {
    if (const Status filled = fill(); !filled) return filled.error();
    if (ready_.empty()) return false;
    row = std::move(ready_.front());
    ready_.pop_front();
    return true;
  }
  const std::string& sheet() const override { return sheet_; }
  const std::vector<std::string>& sheets() const override { return sheets_; }
  std::uint64_t uncalculated() const override { return uncalculated_; }
  double shareRead() const override {
    return size_ == 0 ? 1 : std::min(1.0, static_cast<double>(feed_->byte()) / static_cast<double>(size_));
  }

  void opened(std::string_view element, const XmlAttributes& attributes) override {
    if (element == "table" && tables_++ == 0) openSheet(attributes);
    if (tables_ != 1 || !inSheet_ || notes_ > 0 || element == "annotation") {
      notes_ += element == "annotation" ? 1U : 0U;
      return;
    }
    if (element == "table-row") {
      const std::uint64_t repeat = countIn(attributes.value("table:number-rows-repeated"));
      row_ = SheetRow{.number = nextRow_, .byte = feed_->byte(), .repeat = repeat, .cells = {}};
      nextRow_ += repeat;
      nextColumn_ = 0;
    } else if (element == "table-cell" || element == "covered-table-cell") {
      openCell(attributes);
    } else if (element == "p" && inCell_) {
      if (paragraphs_++ > 0) value_ += '\n';
      inParagraph_ = true;
    } else if (inParagraph_) {
      if (element == "s")
        value_.append(static_cast<std::size_t>(std::min(countIn(attributes.value("text:c")), std::uint64_t{1024})),
                      ' ');
      if (element == "tab") value_ += '\t';
      if (element == "line-break") value_ += '\n';
    }
  }

  void closed(std::string_view element) override {
    if (element == "table" && --tables_ == 0) inSheet_ = false;
    if (element == "annotation" && notes_ > 0) --notes_;
    if (tables_ != 1 || !inSheet_ || notes_ > 0) return;
    if (element == "p") inParagraph_ = false;
    if (inCell_ && (element == "table-cell" || element == "covered-table-cell")) closeCell();
    if (element == "table-row" && !row_.cells.empty()) {
      if (nextRow_ - 1 > kMaxSheetRows) fault_ = "it has more rows than a sheet can hold";
      chosen_ = true;
      sheet_ = sheets_.back();
      ready_.push_back(std::move(row_));
    }
  }

  void text(std::string_view part) override {
    if (inParagraph_ && notes_ == 0 && value_.size() < kLongest) value_ += part;
  }

 private:
  OdsRows(ZipFile archive, std::string name, std::optional<std::string> wanted, std::uint64_t size)
      : archive_(std::move(archive)), name_(std::move(name)), wanted_(std::move(wanted)), size_(size) {}

  Status fill() {
    while (ready_.empty()) {
      const Result<bool> more = feed_->step();
      if (!more) return more.error();
      if (!fault_.empty()) return archive_.damaged(fault_);
      if (!*more) break;
    }
    return {};
  }

  void openSheet(const XmlAttributes& attributes) {
    sheets_.emplace_back(attributes.value("table:name").value_or(""));
    nextRow_ = 1;
    inSheet_ = !chosen_;
    if (!wanted_) return;
    inSheet_ = !chosen_ && (equalsIgnoringCase(sheets_.back(), *wanted_) || isSheetNumber(*wanted_, sheets_.size()));
    chosen_ |= inSheet_;
  }

  void openCell(const XmlAttributes& attributes) {
    repeat_ = countIn(attributes.value("table:number-columns-repeated"));
    type_ = attributes.value("office:value-type").value_or("");
    const bool error = attributes.value("calcext:value-type") == "error";
    formula_ = attributes.value("table:formula").has_value();
    value_.clear();
    stored_.reset();
    for (const char* name :
         {"office:value", "office:date-value", "office:time-value", "office:boolean-value", "office:string-value"})
      if (const auto found = attributes.value(name); found && !error) stored_ = *found;
    paragraphs_ = 0;
    inCell_ = true;
  }

  void closeCell() {
    inCell_ = false;
    SheetCell cell{.column = nextColumn_, .kind = Cell::Kind::Text, .text = std::move(value_)};
    if (cell.text.size() >= kLongest) fault_ = "a cell is longer than 64 MB";
    if (stored_) cell.text = *stored_;
    if (stored_ && (type_ == "float" || type_ == "percentage" || type_ == "currency")) {
      if (std::optional<std::string> number = sheetNumber(*stored_)) {
        cell.text = *std::move(number);
        cell.kind = Cell::Kind::Number;
      }
    }
    if (stored_ && type_ == "boolean") cell.text = *stored_ == "true" ? "TRUE" : "FALSE";
    if (stored_ && type_ == "time") cell.text = sheetDuration(*stored_).value_or(*stored_);
    nextColumn_ += repeat_;
    if (cell.text.empty() && formula_ && type_.empty()) uncalculated_ += repeat_;
    if (cell.text.empty()) return;
    if (nextColumn_ > kMaxSheetColumns) fault_ = "a cell stands outside of every sheet";
    for (std::uint64_t i = 0; i < repeat_ && fault_.empty(); ++i) {
      row_.cells.push_back(cell);
      ++cell.column;
    }
  }

  ZipFile archive_;
  std::string name_;
  std::optional<std::string> wanted_;
  std::uint64_t size_;
  std::optional<XmlFeed> feed_;
  std::deque<SheetRow> ready_;
  std::vector<std::string> sheets_;
  std::string sheet_;
  SheetRow row_;
  std::uint64_t nextRow_ = 1;
  std::size_t nextColumn_ = 0;
  std::uint64_t repeat_ = 1;
  std::string type_, value_;
  std::optional<std::string> stored_;
  std::size_t paragraphs_ = 0;
  unsigned tables_ = 0;  // open; a table may stand within a cell
  unsigned notes_ = 0;
  bool chosen_ = false;
  bool inSheet_ = false, inCell_ = false, inParagraph_ = false, formula_ = false;
  std::uint64_t uncalculated_ = 0;
  std::string fault_;
};

}  // namespace

Result<std::unique_ptr<SheetRows>> openOds(ZipFile archive, const std::string& name,
                                           const std::optional<std::string>& wanted) {
  if (const ZipFile::Entry* manifest = archive.find("META-INF/manifest.xml")) {
    const Result<std::string> text = archive.text(*manifest, std::size_t{16} << 20);
    if (!text) return text.error();
    if (text->find("encryption-data") != std::string::npos)
      return Error{Errc::NotALeadFile,
                   "\"" + name + "\" is protected by a password. Save it without one.",
                   name,
                   {name, "a protected file"}};
  }
  return OdsRows::open(std::move(archive), name, wanted);
}

}  // namespace leadlight
