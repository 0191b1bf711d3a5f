#include "model/source/xlsx_book.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "model/source/xml_feed.h"

namespace leadlight {
namespace {

bool isTrue(std::optional<std::string_view> text) { return text && (*text == "1" || *text == "true"); }

class WorkbookPart final : public XmlHandler {
 public:
  explicit WorkbookPart(XlsxBook& book) : book_(book) {}
  void opened(std::string_view element, const XmlAttributes& attributes) override {
    if (element == "workbookPr") book_.since1904 = isTrue(attributes.value("date1904"));
    if (element != "sheet") return;
    std::string name(attributes.value("name").value_or(""));
    const std::string_view state = attributes.value("state").value_or("visible");
    // Its part is found by the relation's id later.
    book_.sheets.push_back({std::move(name), std::string(attributes.local("id").value_or("")), state != "visible"});
  }
  void closed(std::string_view) override {}
  void text(std::string_view) override {}

 private:
  XlsxBook& book_;
};

class RelationsPart final : public XmlHandler {
 public:
  void opened(std::string_view element, const XmlAttributes& attributes) override {
    if (element != "Relationship") return;
    const std::string target(attributes.value("Target").value_or(""));
    const std::string_view type = attributes.value("Type").value_or("");
    targets[std::string(attributes.value("Id").value_or(""))] = target;
    if (type.ends_with("/officeDocument")) document = target;
    if (type.ends_with("/sharedStrings")) strings = target;
    if (type.ends_with("/styles")) styles = target;
    if (type.ends_with("/worksheet")) worksheets.push_back(target);
  }
  void closed(std::string_view) override {}
  void text(std::string_view) override {}

  std::map<std::string, std::string> targets;
  std::vector<std::string> worksheets;
  std::string document, strings, styles;
};

class StringsPart final : public XmlHandler {
 public:
  explicit StringsPart(StringTable& strings) : strings_(strings) {}
  void opened(std::string_view element, const XmlAttributes&) override {
    if (element == "si") text_.clear();
    if (element == "rPh") phonetic_ = true;
    inText_ = element == "t" && !phonetic_;
  }
  void closed(std::string_view element) override {
    inText_ = false;
    if (element == "rPh") phonetic_ = false;
    if (element == "si") strings_.add(withoutSheetEscapes(std::move(text_)));
  }
  void text(std::string_view part) override {
    if (inText_) text_ += part;
  }

 private:
  StringTable& strings_;
  std::string text_;
  bool inText_ = false;
  bool phonetic_ = false;
};

class StylesPart final : public XmlHandler {
 public:
  explicit StylesPart(std::vector<SheetFormat>& formats) : formats_(formats) {}
  void opened(std::string_view element, const XmlAttributes& attributes) override {
    if (element == "cellXfs") inCells_ = true;
    const unsigned id = numberIn(attributes.value("numFmtId"));
    if (element == "numFmt") own_[id] = sheetFormatOf(attributes.value("formatCode").value_or(""));
    if (element != "xf" || !inCells_) return;
    const auto own = own_.find(id);
    formats_.push_back(own != own_.end() ? own->second : builtinSheetFormat(id));
  }
  void closed(std::string_view element) override {
    if (element == "cellXfs") inCells_ = false;
  }
  void text(std::string_view) override {}

 private:
  std::vector<SheetFormat>& formats_;
  std::map<unsigned, SheetFormat> own_;
  bool inCells_ = false;
};

// The entry that a relation of the part `from` names.
std::string partOf(std::string_view from, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  std::string folder(from.substr(0, from.rfind('/') + 1));
  for (; target.starts_with("../"); target.remove_prefix(3))
    folder.resize(folder.size() < 2 ? 0 : folder.rfind('/', folder.size() - 2) + 1);
  return folder + std::string(target);
}

// What is kept in memory: everything but the rows.
constexpr std::uint64_t kLongestPart = std::uint64_t{1} << 30;

Status readPart(const XlsxBook& book, const std::string& part, XmlHandler& handler) {
  const ZipFile::Entry* const entry = book.archive.find(part);
  if (entry == nullptr) return book.archive.damaged("its part " + part + " is missing");
  if (entry->size > kLongestPart) return book.archive.damaged("its part " + part + " is far too large");
  Result<std::unique_ptr<ByteStream>> stream = book.archive.stream(*entry);
  if (!stream) return stream.error();
  return readXml(*std::move(stream), handler, book.name, part);
}

std::string relationsOf(const std::string& part) {
  const std::size_t slash = part.rfind('/') + 1;
  return part.substr(0, slash) + "_rels/" + part.substr(slash) + ".rels";
}

Status readBook(XlsxBook& book) {
  RelationsPart root;
  if (const Status read = readPart(book, "_rels/.rels", root); !read) return read;
  const std::string document = partOf("", root.document.empty() ? "xl/workbook.xml" : root.document);
  WorkbookPart workbook(book);
  if (const Status read = readPart(book, document, workbook); !read) return read;
  RelationsPart relations;
  if (const Status read = readPart(book, relationsOf(document), relations); !read) return read;
  // Chart sheets hold no rows.
  std::erase_if(book.sheets, [&](XlsxBook::Sheet& sheet) {
    const std::string target = relations.targets[sheet.part];
    sheet.part = partOf(document, target);
    return std::find(relations.worksheets.begin(), relations.worksheets.end(), target) == relations.worksheets.end();
  });
  for (const XlsxBook::Sheet& sheet : book.sheets) book.sheetNames.push_back(sheet.name);
  if (!relations.styles.empty()) {
    StylesPart styles(book.formats);
    if (const Status read = readPart(book, partOf(document, relations.styles), styles); !read) return read;
  }
  if (relations.strings.empty()) return {};
  StringsPart strings(book.strings);
  return readPart(book, partOf(document, relations.strings), strings);
}

}  // namespace

unsigned numberIn(std::optional<std::string_view> attribute) {
  unsigned value = 0;
  if (attribute) std::from_chars(attribute->data(), attribute->data() + attribute->size(), value);
  return value;
}

Result<std::shared_ptr<const XlsxBook>> readXlsxBook(ZipFile archive, const std::string& name) {
  auto book = std::make_shared<XlsxBook>(XlsxBook{.archive = std::move(archive), .name = name});
  if (const Status read = readBook(*book); !read) return read.error();
  return std::shared_ptr<const XlsxBook>(std::move(book));
}

}  // namespace leadlight
