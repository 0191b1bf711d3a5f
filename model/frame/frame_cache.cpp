#include "model/frame/frame_cache.h"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <limits>
#include <nlohmann/json.hpp>

#include "model/base/hash.h"
#include "model/frame/cache_file.h"
#include "model/frame/parallel.h"

namespace leadlight {

namespace {

using nlohmann::json;

template <class T>
std::string_view bytesOf(const std::vector<T>& values) {
  return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)};
}

template <class T>
std::span<char> roomOf(std::vector<T>& values) {
  return {reinterpret_cast<char*>(values.data()), values.size() * sizeof(T)};
}

json jsonOf(const FilePart& part) { return {part.offset, part.bytes, part.hash}; }
FilePart partOf(const json& place) {
  return {place.at(0).get<std::uint64_t>(), place.at(1).get<std::uint64_t>(), place.at(2).get<std::uint64_t>()};
}

// ---- writing ----

// Whole numbers in the narrowest width that holds how far they lie from the least.
template <class Code>
FilePart addCodes(CacheFileWriter& out, const std::vector<std::int64_t>& values, std::int64_t base) {
  std::vector<Code> codes(values.size());
  std::transform(values.begin(), values.end(), codes.begin(), [&](std::int64_t value) {
    return value == Column::missingInteger ? Code{0} : static_cast<Code>(value - base + 1);
  });
  return out.add(bytesOf(codes));
}

json addNumbers(CacheFileWriter& out, const std::vector<std::int64_t>& values) {
  std::int64_t least = std::numeric_limits<std::int64_t>::max(), most = Column::missingInteger;
  for (const std::int64_t value : values) {
    if (value == Column::missingInteger) continue;
    least = std::min(least, value);
    most = std::max(most, value);
  }
  if (most < least) least = most = 0;
  const std::uint64_t range = static_cast<std::uint64_t>(most) - static_cast<std::uint64_t>(least);
  if (range < 0xFF)
    return {{"width", 1}, {"base", least}, {"values", jsonOf(addCodes<std::uint8_t>(out, values, least))}};
  if (range < 0xFFFF)
    return {{"width", 2}, {"base", least}, {"values", jsonOf(addCodes<std::uint16_t>(out, values, least))}};
  if (range < 0xFFFFFFFF)
    return {{"width", 4}, {"base", least}, {"values", jsonOf(addCodes<std::uint32_t>(out, values, least))}};
  return {{"width", 8}, {"base", 0}, {"values", jsonOf(out.add(bytesOf(values)))}};
}

json addTexts(CacheFileWriter& out, const Column& column) {
  std::vector<std::uint32_t> sizes;
  std::string texts;
  for (const std::string& value : column.dictionary()) {
    sizes.push_back(static_cast<std::uint32_t>(value.size()));
    texts += value;
  }
  const FilePart dictionary = out.add(std::string(bytesOf(sizes)) + texts);
  return std::visit(
      [&](const auto& codes) {
        return json{{"width", sizeof(codes[0])},
                    {"values", jsonOf(out.add(bytesOf(codes)))},
                    {"dictionary", jsonOf(dictionary)},
                    {"texts", sizes.size()}};
      },
      column.codes());
}

json addColumn(CacheFileWriter& out, const Column& column) {
  json entry = column.type() == ColumnType::Text      ? addTexts(out, column)
               : column.type() == ColumnType::Decimal ? json{{"values", jsonOf(out.add(bytesOf(column.decimals())))}}
                                                      : addNumbers(out, column.integers());
  entry["name"] = column.name();
  entry["label"] = column.label();
  entry["type"] = typeName(column.type());
  return entry;
}

// Adds or takes away the row number: lead ids ascend, so that what is left is small.
std::vector<std::int64_t> lessRowNumber(std::vector<std::int64_t> leadIds) {
  for (std::size_t row = 0; row < leadIds.size(); ++row) leadIds[row] -= static_cast<std::int64_t>(row);
  return leadIds;
}
std::vector<std::int64_t> plusRowNumber(std::vector<std::int64_t> leadIds) {
  for (std::size_t row = 0; row < leadIds.size(); ++row) leadIds[row] += static_cast<std::int64_t>(row);
  return leadIds;
}

// ---- reading; what does not fit throws, and the caller takes any exception for a damaged file ----

struct Damaged : std::exception {};

void require(bool holds) {
  if (!holds) throw Damaged();
}

template <class T>
std::vector<T> readValues(const CacheFileReader& in, const json& entry, std::size_t rows) {
  const FilePart part = partOf(entry.at("values"));
  require(part.bytes == rows * sizeof(T) && in.holds(part));
  std::vector<T> values(rows);
  require(in.read(part, roomOf(values)));
  return values;
}

template <class Code>
std::vector<std::int64_t> readCodes(const CacheFileReader& in, const json& entry, std::size_t rows) {
  const auto base = entry.at("base").get<std::int64_t>();
  const std::vector<Code> codes = readValues<Code>(in, entry, rows);
  std::vector<std::int64_t> values(rows);
  std::transform(codes.begin(), codes.end(), values.begin(), [&](Code code) {
    return code == 0 ? Column::missingInteger : base + static_cast<std::int64_t>(code) - 1;
  });
  return values;
}

std::vector<std::int64_t> readNumbers(const CacheFileReader& in, const json& entry, std::size_t rows) {
  switch (entry.at("width").get<int>()) {
    case 1:
      return readCodes<std::uint8_t>(in, entry, rows);
    case 2:
      return readCodes<std::uint16_t>(in, entry, rows);
    case 4:
      return readCodes<std::uint32_t>(in, entry, rows);
    case 8:
      return readValues<std::int64_t>(in, entry, rows);
    default:
      throw Damaged();
  }
}

std::vector<std::string> readDictionary(const CacheFileReader& in, const json& entry) {
  const FilePart part = partOf(entry.at("dictionary"));
  const auto count = entry.at("texts").get<std::uint64_t>();
  require(in.holds(part) && count > 0 && count <= part.bytes / 4);
  std::string bytes(part.bytes, '\0');
  require(in.read(part, bytes));
  std::string_view rest = std::string_view(bytes).substr(count * 4);
  std::vector<std::string> dictionary;
  dictionary.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    std::uint32_t size = 0;
    std::memcpy(&size, bytes.data() + i * 4, 4);
    require(size <= rest.size());
    dictionary.emplace_back(rest.substr(0, size));
    rest.remove_prefix(size);
  }
  require(rest.empty() && dictionary.front().empty());
  return dictionary;
}

template <class Code>
Codes readTextCodes(const CacheFileReader& in, const json& entry, std::size_t rows, std::size_t texts) {
  std::vector<Code> codes = readValues<Code>(in, entry, rows);
  Code greatest = 0;
  for (const Code code : codes) greatest = std::max(greatest, code);
  require(greatest < texts);
  return codes;
}

Column readColumn(const CacheFileReader& in, const json& entry, std::size_t rows,
                  const std::vector<std::string>& placeholders) {
  std::string name = entry.at("name"), label = entry.at("label");
  const auto type = typeFromName(entry.at("type").get<std::string>());
  require(type.has_value());
  switch (*type) {
    case ColumnType::Integer:
      return Column::integers(std::move(name), std::move(label), readNumbers(in, entry, rows));
    case ColumnType::Date:
      return Column::dates(std::move(name), std::move(label), readNumbers(in, entry, rows));
    case ColumnType::Decimal:
      return Column::decimals(std::move(name), std::move(label), readValues<double>(in, entry, rows));
    case ColumnType::Text:
      break;
  }
  std::vector<std::string> dictionary = readDictionary(in, entry);
  const auto width = entry.at("width").get<int>();
  require(width == 1 || width == 2 || width == 4);
  Codes codes = width == 1   ? readTextCodes<std::uint8_t>(in, entry, rows, dictionary.size())
                : width == 2 ? readTextCodes<std::uint16_t>(in, entry, rows, dictionary.size())
                             : readTextCodes<std::uint32_t>(in, entry, rows, dictionary.size());
  return Column::text(std::move(name), std::move(label), std::move(dictionary), std::move(codes), placeholders);
}

// The entries of the wanted columns; nullopt when one is not there.
std::optional<std::vector<const json*>> entriesOf(const json& columns, const std::vector<std::string>& wanted) {
  std::vector<const json*> found;
  if (wanted.empty())
    for (const json& entry : columns) found.push_back(&entry);
  for (const std::string& name : wanted) {
    const auto at =
        std::find_if(columns.begin(), columns.end(), [&](const json& entry) { return entry.at("name") == name; });
    if (at == columns.end()) return std::nullopt;
    found.push_back(&*at);
  }
  return found;
}

std::optional<Frame> frameOf(const CacheFileReader& in, std::string_view key, const std::vector<std::string>& wanted,
                             const std::vector<std::string>& placeholders) {
  const json directory = json::parse(in.directory());
  if (directory.at("key") != key) return std::nullopt;
  const auto rows = directory.at("rows").get<std::size_t>();
  const auto entries = entriesOf(directory.at("columns"), wanted);
  if (!entries) return std::nullopt;
  std::vector<Frame::ColumnPtr> columns(entries->size());
  std::vector<std::int64_t> leadIds;
  std::atomic<bool> damaged{false};
  onTwoThreads(columns.size() + 1, [&](std::size_t i) {
    try {
      if (i == columns.size())
        leadIds = plusRowNumber(readNumbers(in, directory.at("leads"), rows));
      else
        columns[i] = std::make_shared<const Column>(readColumn(in, *(*entries)[i], rows, placeholders));
    } catch (const std::exception&) {
      damaged = true;
    }
  });
  if (damaged || !std::is_sorted(leadIds.begin(), leadIds.end())) return std::nullopt;
  return Frame(std::move(leadIds), std::move(columns));
}

}  // namespace

std::filesystem::path frameCacheFile(const std::filesystem::path& store, std::string_view kind,
                                     std::string_view dataset) {
  if (store == ":memory:") return {};
  const bool plain = dataset.size() <= 64 && std::all_of(dataset.begin(), dataset.end(), [](char c) {
                       return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
                     });
  std::filesystem::path file = store;
  file += "-" + std::string(kind) + "-" + (plain ? std::string(dataset) : "#" + std::to_string(hash64(dataset)));
  return file;
}

std::optional<Frame> readCachedFrame(const std::filesystem::path& file, std::string_view key,
                                     const std::vector<std::string>& columns,
                                     const std::vector<std::string>& placeholders) {
  const std::optional<CacheFileReader> in = CacheFileReader::open(file);
  if (!in) return std::nullopt;
  try {
    return frameOf(*in, key, columns, placeholders);
  } catch (const std::exception&) {  // the directory is no JSON, or not the one expected
    return std::nullopt;
  }
}

std::optional<FrameCopyFacts> frameCopyFacts(const std::filesystem::path& file) {
  const std::optional<CacheFileReader> in = CacheFileReader::open(file);
  if (!in) return std::nullopt;
  try {
    const json directory = json::parse(in->directory());
    FrameCopyFacts facts{.key = directory.at("key"), .leftOut = {}};
    for (const auto& [name, distinct] : directory.at("left_out").items()) facts.leftOut.push_back({name, distinct});
    return facts;
  } catch (const std::exception&) {  // the directory is no JSON, or not the one expected
    return std::nullopt;
  }
}

bool writeCachedFrame(const std::filesystem::path& file, std::string_view key, const Frame& frame,
                      const std::vector<LeftOutColumn>& leftOut) {
  std::optional<CacheFileWriter> out = CacheFileWriter::begin(file);
  if (!out) return false;
  json directory = {{"key", key},
                    {"rows", frame.rows()},
                    {"leads", addNumbers(*out, lessRowNumber(frame.leadIds()))},
                    {"left_out", json::object()},
                    {"columns", json::array()}};
  for (const LeftOutColumn& column : leftOut) directory["left_out"][column.name] = column.distinct;
  for (const Frame::ColumnPtr& column : frame.columns()) directory["columns"].push_back(addColumn(*out, *column));
  return out->finish(directory.dump(-1, ' ', false, json::error_handler_t::replace));
}

}  // namespace leadlight
