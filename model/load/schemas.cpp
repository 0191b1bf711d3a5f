#include "model/load/schemas.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>

#include "model/base/text.h"

namespace leadlight {
namespace {

namespace fs = std::filesystem;

constexpr const char* kEnding = ".json";
constexpr std::size_t kLongestName = 100;
constexpr std::uintmax_t kMostBytes = std::uintmax_t{16} << 20;

bool isName(const std::string& name) {
  return !name.empty() && name.size() <= kLongestName && name.front() != '.' && name != "auto" &&
         name.find_first_of(std::string("/\\\0\n", 4)) == std::string::npos && trimmed(name) == name;
}

Error cannotWrite(int code, const fs::path& file) {
  const Errc kind = code == EACCES || code == EPERM || code == EROFS ? Errc::NoPermission
                    : code == ENOSPC || code == EDQUOT               ? Errc::DiskFull
                                                                     : Errc::Io;
  const std::string reason = std::generic_category().message(code);
  return {kind, "The schema could not be kept: " + reason + ".", file.string(), {reason}};
}

// The whole text or nothing, and safely on disk.
int writeFile(const fs::path& file, std::string_view text) {
  const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (descriptor < 0) return errno;
  int fault = 0;
  while (!text.empty() && fault == 0) {
    const ssize_t done = ::write(descriptor, text.data(), text.size());
    if (done < 0 && errno != EINTR) fault = errno;
    if (done > 0) text.remove_prefix(static_cast<std::size_t>(done));
  }
  if (fault == 0 && ::fsync(descriptor) != 0) fault = errno;
  ::close(descriptor);
  return fault;
}

Result<Schema> schemaFile(const fs::path& file) {
  const std::string name = file.filename().string();
  const auto refuse = [&](const std::string& why) {
    return Error{Errc::UnknownSchema, "The schema file " + name + " cannot be read: " + why + ".", name, {why}};
  };
  std::error_code unknown;
  if (fs::file_size(file, unknown) > kMostBytes && !unknown) return refuse("no schema is longer than 16 MB");
  std::ifstream in(file, std::ios::binary);
  if (!in) return refuse("there is no permission, or it is gone");
  return parseSchema(std::string(std::istreambuf_iterator<char>(in), {}), name);
}

// How many of the labels the schema knows; 0 when it does not fit them.
std::size_t sharedColumns(const Schema& schema, const std::vector<std::string>& labels) {
  std::size_t shared = 0;
  bool key = false;
  for (const std::string& label : labels) {
    const ColumnSpec* const column = schema.find(label);
    shared += column != nullptr ? 1U : 0U;
    key |= column != nullptr && column->name == schema.key;
  }
  return key || shared >= 3 || shared == labels.size() ? shared : 0;
}

// Those that can be read; a saved one goes before the built-in one of its name.
std::vector<Schema> knownSchemas(const fs::path& folder, std::vector<Error>* leftOut) {
  std::vector<Schema> known;
  for (const std::string& name : savedSchemaNames(folder)) {
    if (Result<Schema> schema = schemaFile(folder / (name + kEnding)))
      known.push_back(*std::move(schema));
    else if (leftOut != nullptr)
      leftOut->push_back(schema.error());
  }
  const std::size_t saved = known.size();
  for (const std::string& name : builtinSchemaNames()) {
    const auto end = known.begin() + static_cast<std::ptrdiff_t>(saved);
    const bool hidden = std::any_of(known.begin(), end, [&](const Schema& schema) { return schema.name == name; });
    if (Result<Schema> schema = builtinSchema(name); schema && !hidden) known.push_back(*std::move(schema));
  }
  return known;
}

Schema fittingSchema(const std::vector<std::string>& labels, const fs::path& folder, std::vector<Error>* leftOut) {
  Schema best;
  std::size_t most = 0;
  for (Schema& schema : knownSchemas(folder, leftOut)) {
    const std::size_t shared = sharedColumns(schema, labels);
    if (shared <= most) continue;
    most = shared;
    best = std::move(schema);
  }
  return best;
}

}  // namespace

fs::path schemaFolder(const fs::path& store) {
  return store == ":memory:" ? fs::path() : store.parent_path() / "schemas";
}

std::vector<std::string> savedSchemaNames(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored))
    if (entry.path().extension() == kEnding && isName(entry.path().stem().string()))
      names.push_back(entry.path().stem().string());
  std::sort(names.begin(), names.end());
  return names;
}

Status saveSchema(const fs::path& folder, const Schema& schema) {
  if (!isName(schema.name))
    return Error{Errc::Usage, "A schema cannot be named \"" + schema.name + "\".", "", {schema.name}};
  const fs::path file = folder / (schema.name + kEnding);
  const fs::path unfinished = folder / ("." + schema.name + ".new");
  std::error_code failure;
  fs::create_directories(folder.parent_path(), failure);
  if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) return cannotWrite(errno, file);
  int fault = writeFile(unfinished, schemaJson(schema));
  if (fault == 0 && ::rename(unfinished.c_str(), file.c_str()) != 0) fault = errno;
  if (fault == 0) return {};
  fs::remove(unfinished, failure);
  return cannotWrite(fault, file);
}

Result<Schema> schemaNamed(const std::string& choice, const fs::path& folder) {
  std::error_code ignored;
  const std::vector<std::string> saved = savedSchemaNames(folder);
  if (std::find(saved.begin(), saved.end(), choice) != saved.end()) return schemaFile(folder / (choice + kEnding));
  const std::vector<std::string> builtin = builtinSchemaNames();
  if (std::find(builtin.begin(), builtin.end(), choice) != builtin.end()) return builtinSchema(choice);
  if (fs::is_regular_file(choice, ignored)) return schemaFile(choice);
  std::vector<std::string> known = saved;
  known.insert(known.end(), builtin.begin(), builtin.end());
  return Error{Errc::UnknownSchema,
               "There is no schema \"" + choice + "\"; known are " + joined(known, ", ") + ".",
               "",
               {choice}};
}

Result<Schema> schemaForFile(const fs::path& file, const ReadOptions& options, const std::string& choice,
                             const fs::path& folder, std::vector<Error>* leftOut) {
  if (choice != "auto") return schemaNamed(choice, folder);
  Result<std::unique_ptr<RecordReader>> head = openRecords(file, options);
  if (!head) return head.error();
  // The names of JSON columns are known once records were read.
  RecordBatch batch;
  if (const Result<bool> read = (*head)->next(batch); !read) return read.error();
  return fittingSchema((*head)->labels(), folder, leftOut);
}

}  // namespace leadlight
