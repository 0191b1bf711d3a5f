#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/source/sheet_values.h"
#include "model/source/zip_file.h"

namespace leadlight {

// Many strings in one piece of memory.
class StringTable {
 public:
  void add(std::string_view text) {
    bytes_ += text;
    ends_.push_back(bytes_.size());
  }
  std::optional<std::string_view> at(std::size_t index) const {
    if (index >= ends_.size()) return std::nullopt;
    const std::size_t begin = index == 0 ? 0 : ends_[index - 1];
    return std::string_view(bytes_).substr(begin, ends_[index] - begin);
  }

 private:
  std::string bytes_;
  std::vector<std::size_t> ends_;
};

// What the rows of a workbook's sheets share.
struct XlsxBook {
  struct Sheet {
    std::string name;
    std::string part;  // the entry of the archive
    bool hidden = false;
  };
  ZipFile archive;
  std::string name;
  std::vector<Sheet> sheets{};
  std::vector<std::string> sheetNames{};
  bool since1904 = false;
  StringTable strings{};
  std::vector<SheetFormat> formats{};  // by style
};

// Everything of a workbook but its rows. Errors: Damaged and Io.
Result<std::shared_ptr<const XlsxBook>> readXlsxBook(ZipFile archive, const std::string& name);

// The number that an attribute holds; 0 for none.
unsigned numberIn(std::optional<std::string_view> attribute);

}  // namespace leadlight
