#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>

#include "model/source/reader.h"

namespace leadlight {

// The rows of one sheet of a workbook, for who reads it several times: parsed once, kept in memory, and given again as
// long as the file is as it was. More than `mostBytes` are not kept but parsed anew. Its readers may live on several
// threads.
class SheetCache {
 public:
  explicit SheetCache(std::size_t mostBytes = std::size_t{256} << 20) : mostBytes_(mostBytes) {}

  using Open = std::function<Result<std::unique_ptr<RecordReader>>()>;
  // A reader over what is kept. `open`: one of the file itself, by the same options. Errors: those of `open`.
  Result<std::unique_ptr<RecordReader>> reader(const std::filesystem::path& file, const ReadOptions& options,
                                               const Open& open);

  struct Sheet;

 private:
  std::size_t mostBytes_;
  std::mutex mutex_;
  std::shared_ptr<Sheet> sheet_;
};

}  // namespace leadlight
