#pragma once

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "app/cli/run.h"

namespace leadlight {

// What one command line did.
struct Ran {
  int code = 0;
  std::string out;
  std::string err;

  // The one JSON document on standard output; a failed expectation when there is none.
  nlohmann::json json() const {
    nlohmann::json document = nlohmann::json::parse(out, nullptr, false);
    EXPECT_FALSE(document.is_discarded()) << out;
    return document;
  }
};

// Runs commands in-process on a store in a folder of its own, which goes with the test.
class CliTest : public ::testing::Test {
 protected:
  CliTest() {
    std::string name = (std::filesystem::temp_directory_path() / "leadctl-test-XXXXXX").string();
    folder_ = mkdtemp(name.data());
  }
  ~CliTest() override {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }

  std::filesystem::path path(const std::string& name) const { return folder_ / name; }
  std::filesystem::path store() const { return path("leads.db"); }

  std::string write(const std::string& name, const std::string& content) const {
    std::ofstream(path(name), std::ios::binary) << content;
    return path(name).string();
  }

  static std::string read(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
  }

  // Runs `leadctl --store <the test's store> args...`.
  Ran run(std::vector<std::string> args, const std::string& input = "") const {
    args.insert(args.begin(), {"--store", store().string()});
    return runWithoutStore(args, input);
  }

  static Ran runWithoutStore(const std::vector<std::string>& args, const std::string& input = "") {
    std::ostringstream out, err;
    std::istringstream in(input);
    Io io{out, err, in, false, {}};
    const int code = runLeadctl(args, io);
    return {code, out.str(), err.str()};
  }

  // A real file of the shared folder; empty when it is not there.
  static std::string shared(const std::string& name) {
    const std::filesystem::path file = std::filesystem::path(LEADLIGHT_SHARED) / "data" / name;
    if (std::filesystem::exists(file)) return file.string();
    GTEST_LOG_(INFO) << name << " is not there; its checks are left out";
    return "";
  }

  // Five leads with every type, an outcome, a missing value and a text that needs quotes.
  std::string fiveLeads() const {
    return write("five.csv",
                 "Prospect ID,Lead Number,Lead Source,TotalVisits,Created On,Converted,Note\r\n"
                 "a1,11,Google,3,2016-07-31,1,\"said \"\"yes\"\", twice\"\r\n"
                 "a2,12,Google,0,2016-08-01,0,\r\n"
                 "a3,13,Olark Chat,5,2016-08-02,1,=1+1\r\n"
                 "a4,14,Select,2,2016-08-03,0,\"two\r\nlines\"\r\n"
                 "a5,15,Direct,,2016-08-04,0, padded \r\n");
  }

 private:
  std::filesystem::path folder_;
};

}  // namespace leadlight
