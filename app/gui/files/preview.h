#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/load/file_profile.h"
#include "model/load/loader.h"
#include "model/store/store.h"

namespace leadlight {

// Looking into a file before anything of it is stored. No Qt.

// What a person fixed about a file; everything absent is proposed.
struct FileChoices {
  ReadOptions read;
  std::optional<std::string> dataset;
  SchemaChoices schema;  // its name is proposed by the file's
};

// What a file holds and how it would be loaded.
struct FilePreview {
  std::filesystem::path file;
  FileChoices choices;
  FileProfile proposed;                        // read with the best known schema alone
  FileProfile profile;                         // read with `schema`
  Schema schema;                               // proposals and choices
  std::string dataset;                         // into which it would go
  std::optional<Dataset> stored;               // what is there already
  std::vector<std::string> datasets;           // all of the store
  std::optional<std::int64_t> sameAs;          // the load that brought the same content
  std::vector<std::string> unreadableSchemas;  // files of the store's schemas that are left out

  LoadOptions loadOptions() const;
  // The column that tells leads apart, by canonical name.
  std::optional<std::string> key() const;
};
using PreviewPtr = std::shared_ptr<const FilePreview>;

// Is it read as missing unless a person says otherwise? A word that stands in one row alone tells nothing.
bool isPlaceholder(const ColumnProfile::Placeholder& value);
// The values that the file seems to use for "no answer", and that the schema does not know, with their cells' count.
std::vector<ColumnProfile::Placeholder> proposedPlaceholders(const FileProfile& profile);

// `preview` with names, e-mail addresses and phone numbers hidden in every value, to be shown to anybody.
FilePreview maskedPreview(const FilePreview& preview);
// The same for what a load of it would change.
MergePreview maskedChanges(MergePreview changes, const FilePreview& preview);

// What the worker keeps between previews: its store, and the last file as proposed, which choices about columns do not
// change. Used from one thread at a time.
class PreviewWork {
 public:
  explicit PreviewWork(std::filesystem::path store) : storeFile_(std::move(store)) {}

  // Without a dataset chosen, `shown` is proposed if the file fits it, else one of the file's own name. Stage:
  // "profile". Errors: those of profileFile and Store::open.
  Result<PreviewPtr> preview(const std::filesystem::path& file, const FileChoices& choices, const std::string& shown,
                             const Progress& progress);
  // What loading it would do to the store, and nothing of it is done. Errors: those of loadFile.
  Result<LoadReport> check(const FilePreview& preview, const Progress& progress);

 private:
  struct Proposed {
    std::filesystem::path file;
    std::filesystem::file_time_type time;
    ReadOptions read;
    std::optional<char> decimalMark;
    FileProfile profile;
    std::vector<std::string> unreadableSchemas;
  };
  Result<Proposed> proposed(const std::filesystem::path& file, const FileChoices& choices, const Progress& progress);
  Result<Store> store() const;
  std::filesystem::path storeFile_;
  std::optional<Proposed> last_;
};

}  // namespace leadlight
