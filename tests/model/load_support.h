#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/base/text.h"
#include "model/load/loader.h"
#include "tests/support/temp_folder.h"

namespace leadlight {

// A store in a folder of its own, and files to load into it.
class LoadTest : public testing::Test {
 protected:
  Store store() {
    Result<Store> opened = Store::open(folder_.path() / "leads.db", Store::Mode::ReadWrite);
    EXPECT_TRUE(opened) << opened.error().what;
    return *std::move(opened);
  }
  static LoadReport loaded(Store& store, const std::filesystem::path& file, const LoadOptions& options = {}) {
    Result<LoadReport> report = loadFile(store, file, options, {});
    EXPECT_TRUE(report) << report.error().what << " (" << report.error().where << ")";
    if (!report) return {};
    EXPECT_TRUE(report->conserves());
    return *std::move(report);
  }
  std::filesystem::path csv(std::string_view name, std::string_view text) const { return folder_.write(name, text); }

  // The final table as "value|value" texts by key.
  static std::map<std::string, std::string> rows(Store& store, const std::vector<std::string>& columns) {
    std::map<std::string, std::string> found;
    const Status scanned = store.scan("leads", columns, [&](std::int64_t, std::span<const StoredValue> values) {
      std::string line;
      for (const StoredValue& value : values) {
        if (value.kind == StoredValue::Kind::Integer) line += std::to_string(value.integer);
        if (value.kind == StoredValue::Kind::Decimal) line += formatNumber(value.decimal);
        line += value.text;
        line += '|';
      }
      found[line.substr(0, line.find('|'))] = line.substr(line.find('|') + 1);
      return true;
    });
    EXPECT_TRUE(scanned);
    return found;
  }

  TempFolder folder_;
};

}  // namespace leadlight
