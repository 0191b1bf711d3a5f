#pragma once

#include <memory>
#include <string>
#include <vector>

#include "model/source/csv_scan.h"
#include "model/source/dialect.h"
#include "model/source/opened_text.h"

namespace leadlight {

class CsvReader final : public RecordReader {
 public:
  // Reads the header. Errors: EmptyFile and those of the streams.
  static Result<std::unique_ptr<RecordReader>> open(OpenedText source, const ReadOptions& options,
                                                    const ReadLimits& limits);

  const FileFacts& facts() const override { return source_.facts; }
  const std::vector<std::string>& labels() const override { return layout_.labels; }
  Result<bool> next(RecordBatch& batch) override;
  EncodingEvidence encodingEvidence() const override { return evidence_; }
  std::uint64_t bytesRead() const override { return source_.file->bytesRead(); }
  std::uint64_t bytesTotal() const override { return source_.file->bytesTotal(); }
  Hash128 fingerprint() override { return source_.file->fingerprint(); }
  std::string sha256() override { return source_.file->sha256(); }

 private:
  struct Work;  // one block and the batch that it becomes
  CsvReader(OpenedText source, CsvLayout layout, const ReadLimits& limits);

  void readRows(Work& work);
  void takeRow(Work& work, const CsvRow& row);
  bool isWhole(std::size_t fields) const;
  bool takeWholeLine(Work& work);
  void takeGuardsOff(Work& work);
  bool rejectQuote(Work& work, const CsvRow& row, CsvOutcome outcome);
  void rejectLongRow(Work& work, const CsvRow& row);
  void reject(Work& work, std::size_t begin, std::size_t end, RejectCode code, std::vector<std::string> args);
  bool readable(Work& work, const CsvRow& row);
  void skipTo(Work& work, std::size_t position, std::uint64_t lineEnds);

  OpenedText source_;
  CsvLayout layout_;
  ReadLimits limits_;
  CsvScanner scanner_;
  CsvScanner lineScanner_;
  std::vector<Cell> cells_;  // of the row in hand, one for each column of the file
  EncodingEvidence evidence_;
  std::uint64_t line_ = 1;     // of the next record
  std::uint64_t byte_ = 0;     // its offset
  std::size_t carried_ = 0;    // bytes of a record that had no end yet
  bool skippingLine_ = false;  // within a line that was refused as too long
  bool ended_ = false;
};

}  // namespace leadlight
