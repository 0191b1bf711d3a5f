#pragma once

#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "model/source/arena.h"
#include "model/source/limits.h"
#include "model/source/sheet_rows.h"

namespace leadlight {

// The rows of one sheet of an .xlsx or .ods file as records. The raw form of a record is a line of CSV; its line is the
// row's number, its byte the place within the sheet's XML.
class SheetReader final : public RecordReader {
 public:
  // REQUIRES: `file` starts like a ZIP archive. Errors: those of openXlsx and openOds; NotALeadFile for other archives.
  static Result<std::unique_ptr<RecordReader>> open(std::unique_ptr<FileStream> file, const ReadOptions& options,
                                                    const ReadLimits& limits);

  const FileFacts& facts() const override { return facts_; }
  const std::vector<std::string>& labels() const override { return labels_; }
  Result<bool> next(RecordBatch& batch) override;
  EncodingEvidence encodingEvidence() const override { return {}; }
  std::uint64_t bytesRead() const override;
  std::uint64_t bytesTotal() const override { return file_->bytesTotal(); }
  Hash128 fingerprint() override { return file_->fingerprint(); }
  std::string sha256() override { return file_->sha256(); }

 private:
  SheetReader(std::unique_ptr<FileStream> file, std::unique_ptr<SheetRows> rows, FileFacts facts,
              const ReadLimits& limits);
  Status readHead(bool header);
  Result<bool> nextRow(SheetRow& row);
  void take(RecordBatch& batch, Arena& arena, const SheetRow& row);
  Status finish();

  std::unique_ptr<FileStream> file_;
  std::unique_ptr<SheetRows> rows_;
  FileFacts facts_;
  ReadLimits limits_;
  std::vector<std::string> labels_;
  std::deque<SheetRow> head_;  // looked at for the header, not given yet
  SheetRow row_;               // in hand; row_.repeat: how often it is still to be given
  bool ended_ = false;
};

}  // namespace leadlight
