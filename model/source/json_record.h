#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/source/arena.h"
#include "model/source/record.h"

namespace leadlight {

struct JsonField {
  std::string_view name;  // unescaped; until the next call of the parser
  Cell value;
};

struct JsonFault {
  RejectCode code = RejectCode::BadJson;
  std::string argument;
};

// Reads one JSON value strictly (RFC 8259), numbers of any length included, down to 64 levels.
class JsonRecordParser {
 public:
  JsonRecordParser();
  ~JsonRecordParser();

  // The fields of the object `text`, in its order; values point into `text` or `arena`. False: `fault` says why.
  // REQUIRES: kBlockPadding readable bytes after `text`
  bool readObject(std::string_view text, Arena& arena, std::vector<JsonField>& fields, JsonFault& fault);
  // Is `text` a JSON value that is no object? Otherwise `fault` says what is wrong. REQUIRES: as above
  bool isOtherValue(std::string_view text, JsonFault& fault);

 private:
  struct Engine;
  std::unique_ptr<Engine> engine_;
};

}  // namespace leadlight
