#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "model/source/json_record.h"
#include "model/source/json_split.h"
#include "model/source/opened_text.h"

namespace leadlight {

class JsonReader final : public RecordReader {
 public:
  // Errors: those of the streams.
  static Result<std::unique_ptr<RecordReader>> open(OpenedText source, const ReadLimits& limits);

  const FileFacts& facts() const override { return source_.facts; }
  const std::vector<std::string>& labels() const override { return labels_; }
  Result<bool> next(RecordBatch& batch) override;
  EncodingEvidence encodingEvidence() const override { return evidence_; }
  std::uint64_t bytesRead() const override { return source_.file->bytesRead(); }
  std::uint64_t bytesTotal() const override { return source_.file->bytesTotal(); }
  Hash128 fingerprint() override { return source_.file->fingerprint(); }
  std::string sha256() override { return source_.file->sha256(); }

 private:
  struct Work;
  enum class ArrayState : std::uint8_t { NotStarted, Opened, AfterValue, AfterComma, Closed };
  struct NameHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view name) const { return std::hash<std::string_view>()(name); }
  };

  JsonReader(OpenedText source, JsonShape shape, std::size_t indent, const ReadLimits& limits);
  void skipWrapper(std::string_view before);

  Status readLines(Work& work);
  Status readSequence(Work& work);
  Status readArray(Work& work);
  Result<bool> arrayStep(Work& work);
  Status checkWrapper();

  enum class Taken : std::uint8_t { Line, GoesOn, Waits };  // Waits: more of the file tells whether it goes on
  Taken takeLine(Work& work, std::size_t begin, std::size_t end);
  bool takeObjectsOfLine(Work& work, std::size_t begin, std::size_t end);
  void takeValue(Work& work, std::size_t begin, std::size_t end);
  bool takeObject(Work& work, std::size_t begin, std::size_t end, JsonFault& fault);
  bool skipBroken(Work& work, const JsonExtent& extent);
  bool isUtf8(Work& work, std::size_t begin, std::size_t end);
  std::size_t cellFor(std::string_view name, std::size_t expected);
  void addLabel(const std::string& name);

  void reject(Work& work, std::size_t begin, std::size_t end, const JsonFault& fault);
  void moveTo(Work& work, std::size_t position);
  Error unclosedArray() const;
  Error malformed(std::string what, std::uint64_t line) const;

  OpenedText source_;
  JsonShape shape_;
  std::size_t indent_;  // white space before the first record on its line: others start likewise
  ReadLimits limits_;
  JsonRecordParser parser_;
  std::vector<JsonField> fields_;
  std::vector<Cell> cells_;                // of the record in hand
  std::vector<std::string> pendingNames_;  // names it brings, for labels_ once it is taken
  std::vector<std::string> names_;         // as the file writes them
  std::vector<std::string> labels_;
  std::unordered_map<std::string, std::size_t, NameHash, std::equal_to<>> columns_;
  std::unordered_set<std::string> usedLabels_;
  EncodingEvidence evidence_;
  ArrayState array_ = ArrayState::NotStarted;
  std::uint64_t arrayLine_ = 1;
  std::string wrapper_;     // the object around the array as far as it was read, the array itself as []
  std::size_t listAt_ = 0;  // where in it the array stands
  std::uint64_t line_ = 1;
  std::uint64_t byte_ = 0;
  std::size_t carried_ = 0;
  bool skippingLine_ = false;
  bool ended_ = false;
};

}  // namespace leadlight
