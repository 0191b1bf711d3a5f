// What of a preview can be shown to anybody.

#include "app/gui/files/preview.h"
#include "model/schema/personal.h"

namespace leadlight {

namespace {

Personal kindOf(const ColumnProfile& column) {
  std::vector<std::string> values = column.examples;
  for (const ColumnProfile::Counted& one : column.frequent) values.push_back(one.value);
  return personalColumn(column.name, values);
}

void mask(FileProfile& profile) {
  for (std::size_t i = 0; i < profile.columns.size(); ++i) {
    ColumnProfile& column = profile.columns[i];
    const Personal kind = kindOf(column);
    const auto hide = [kind](std::string& value) { value = maskedValue(kind, value); };
    for (std::string& example : column.examples) hide(example);
    for (ColumnProfile::Counted& one : column.frequent) hide(one.value);
    for (std::vector<std::string>& row : profile.preview) hide(row[i]);
    hide(column.least);
    hide(column.greatest);
  }
}

}  // namespace

FilePreview maskedPreview(const FilePreview& preview) {
  FilePreview masked = preview;
  mask(masked.proposed);
  mask(masked.profile);
  return masked;
}

MergePreview maskedChanges(MergePreview changes, const FilePreview& preview) {
  const auto kindNamed = [&](const std::string& name) {
    const ColumnProfile* column = preview.profile.find(name);
    return column != nullptr ? kindOf(*column) : personalByName(name);
  };
  const Personal key = kindNamed(preview.key().value_or(""));
  for (MergePreview::Change& change : changes.examples) {
    const Personal kind = kindNamed(change.column);
    change.key = maskedValue(key, change.key);
    change.before = maskedValue(kind, change.before);
    change.after = maskedValue(kind, change.after);
  }
  return changes;
}

}  // namespace leadlight
