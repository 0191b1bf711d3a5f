#include "app/cli/load_options.h"

#include <algorithm>
#include <array>

#include "app/cli/command.h"
#include "model/base/text.h"
#include "model/source/encoding.h"

namespace leadlight {

namespace {

Status readOnError(const Arguments& args, LoadOptions& options) {
  const std::string name = args.valueOr("on-error", "continue");
  if (name == "continue")
    options.onError = LoadOptions::OnError::Continue;
  else if (name == "skip-file")
    options.onError = LoadOptions::OnError::SkipFile;
  else if (name == "abort")
    options.onError = LoadOptions::OnError::Abort;
  else
    return usageError("--on-error is continue, skip-file or abort, not '" + name + "'.");
  return {};
}

Status readMaxErrors(const Arguments& args, LoadOptions& options) {
  const auto text = args.value("max-errors");
  if (!text) return {};
  if (text->ends_with('%')) {
    const auto percent = parseDecimal(std::string_view(*text).substr(0, text->size() - 1));
    if (percent && *percent >= 0 && *percent <= 100) {
      options.maxErrorShare = *percent / 100;
      return {};
    }
  } else if (const auto count = parseInteger(*text); count && *count >= 0) {
    options.maxErrors = static_cast<std::uint64_t>(*count);
    return {};
  }
  return usageError("--max-errors is a number of rows or a share such as 5%, not '" + *text + "'.");
}

Status readDelimiter(const Arguments& args, ReadOptions& options) {
  const auto text = args.value("delimiter");
  if (!text) return {};
  static constexpr std::array<std::pair<const char*, char>, 5> words = {
      {{"tab", '\t'}, {"\\t", '\t'}, {"comma", ','}, {"semicolon", ';'}, {"pipe", '|'}}};
  for (const auto& [word, character] : words)
    if (*text == word) options.delimiter = character;
  if (text->size() == 1 && std::string_view(",;\t|").find((*text)[0]) != std::string_view::npos)
    options.delimiter = (*text)[0];
  if (!options.delimiter)
    return usageError("--delimiter is ',', ';', '|' or tab (also the words comma, semicolon, pipe, tab), not '" +
                      *text + "'.");
  return {};
}

}  // namespace

std::vector<OptionSpec> readOptionSpecs() {
  return {
      {"encoding", "E", "utf-8, latin-1, utf-16le, windows-1251, shift_jis, …; default: found in the file"},
      {"delimiter", "C", "',', ';', '|' or tab; default: found in the file"},
      {"no-header", "", "the first row is data; columns are named column_1, column_2, …"},
      {"sheet", "NAME|N", "the sheet of a workbook; default: the first that holds anything"},
  };
}

std::vector<OptionSpec> valueOptionSpecs() {
  return {
      {"dates", "ORDER", "dmy, mdy or ymd: how dates are read that fit several; default: as proven, else the schema's"},
      {"decimal", "MARK", "',' or '.'; default: proven by the values"}};
}

Status readValueOptions(const Arguments& args, std::optional<DateOrder>& dates, std::optional<char>& decimalMark) {
  if (const auto order = args.value("dates")) {
    dates = dateOrderNamed(*order);
    if (!dates) return usageError("--dates is dmy, mdy or ymd, not '" + *order + "'.");
  }
  if (const auto mark = args.value("decimal")) {
    if (*mark != "," && *mark != ".") return usageError("--decimal is ',' or '.', not '" + *mark + "'.");
    decimalMark = mark->front();
  }
  return {};
}

Result<ReadOptions> readOptionsOf(const Arguments& args) {
  ReadOptions options;
  options.header = !args.has("no-header");
  options.sheet = args.value("sheet");
  options.encoding = args.value("encoding");
  if (options.encoding && !encodingNamed(*options.encoding))
    return usageError(
        "--encoding is utf-8, latin-1 (read as Windows-1252), utf-16le, utf-16be or a name such as "
        "windows-1251 or shift_jis, not '" +
        *options.encoding + "'.");
  if (const Status read = readDelimiter(args, options); !read) return read.error();
  return options;
}

std::vector<OptionSpec> loadOptionSpecs() {
  std::vector<OptionSpec> specs = {
      datasetOption(),
      {"schema", "NAME|FILE|auto",
       "what is known about the columns; default: auto, the known schema that fits, else inferred"},
      {"key", "COL|none", "the column that identifies a lead; default: the schema's or the dataset's"},
      {"on-error", "WHAT",
       "a bad row: continue (default, quarantine it), skip-file (nothing of this file), abort (and stop at this file)"},
      {"max-errors", "N|N%", "more bad rows than this: nothing of the file is taken; default: no limit"},
      {"validate", "", "say what would happen and write nothing"},
      {"force", "", "load content that was loaded before"},
      {"retry", "LOAD",
       "send rows of this load's quarantine again: those in FILE, corrected (see leadctl quarantine --format csv); "
       "without FILE as they are"},
      {"no-score", "", "leave the scores as they are"},
  };
  for (const std::vector<OptionSpec>& more : {readOptionSpecs(), valueOptionSpecs()})
    specs.insert(specs.end() - 1, more.begin(), more.end());
  return specs;
}

Result<LoadOptions> loadOptionsOf(const Arguments& args, std::string dataset) {
  LoadOptions options;
  options.dataset = std::move(dataset);
  if (options.dataset.empty()) return usageError("--dataset needs a name.");
  options.schema = args.valueOr("schema", "auto");
  options.key = args.value("key");
  options.validateOnly = args.has("validate");
  options.force = args.has("force");
  Result<ReadOptions> read = readOptionsOf(args);
  if (!read) return read.error();
  options.read = *std::move(read);
  if (const Status done = readValueOptions(args, options.dates, options.decimalMark); !done) return done.error();
  if (const Status done = readOnError(args, options); !done) return done.error();
  if (const Status done = readMaxErrors(args, options); !done) return done.error();
  return options;
}

}  // namespace leadlight
