#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <regex>
#include <string>
#include <vector>

// The include rule of the house: app -> widgets -> scoring -> model, and within model/ from the higher rooms to the
// lower; no Qt below widgets/ nor in the command line.

namespace leadlight {
namespace {

namespace fs = std::filesystem;

// Lowest first; a folder may include itself and what stands before it.
const std::vector<std::string> rooms = {"model/base", "model/schema",   "model/source",     "model/store",
                                        "model/load", "model/simulate", "model/frame",      "model/export",
                                        "scoring",    "scoring/train",  "scoring/evaluate", "scoring/export",
                                        "widgets",    "app/cli",        "app/gui"};
const std::vector<std::string> withoutQt = {"model", "scoring", "app/cli", "app/server"};

std::optional<std::size_t> roomOf(const std::string& path) {
  // From the last: "scoring/train" before "scoring".
  for (std::size_t i = rooms.size(); i-- > 0;)
    if (path.starts_with(rooms[i] + "/")) return i;
  return std::nullopt;
}

bool lacksQt(const std::string& path) {
  for (const std::string& folder : withoutQt)
    if (path.starts_with(folder + "/")) return true;
  return false;
}

// Why `file` may not include `header`; nullopt when it may.
std::optional<std::string> fault(const std::string& file, const std::string& header) {
  const bool isQt = std::regex_match(header, std::regex("(Qt[A-Z].*/.*|Q[A-Z][A-Za-z]+|Qt[A-Z][A-Za-z]+|qt.*\\.h)"));
  if (isQt) return lacksQt(file) ? std::optional("Qt in a folder without Qt") : std::nullopt;
  const auto from = roomOf(file), to = roomOf(header);
  if (!from || !to) return std::nullopt;
  if (*to > *from) return "an include that goes upwards";
  // The window and the command line are neighbours, not storeys.
  if (rooms[*from] == "app/gui" && rooms[*to] == "app/cli") return "the window includes the command line";
  return std::nullopt;
}

std::vector<std::string> faults(const fs::path& root) {
  const std::regex include("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]");
  std::vector<std::string> found;
  for (const char* top : {"model", "scoring", "widgets", "app"}) {
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root / top)) {
      const std::string extension = entry.path().extension().string();
      if (extension != ".cpp" && extension != ".h") continue;
      const std::string file = fs::relative(entry.path(), root).string();
      std::ifstream in(entry.path());
      std::string line;
      for (int number = 1; std::getline(in, line); ++number) {
        std::smatch match;
        if (!std::regex_search(line, match, include)) continue;
        if (const auto why = fault(file, match[1].str()))
          found.push_back(file + ":" + std::to_string(number) + ": " + *why + " (" + match[1].str() + ")");
      }
    }
  }
  return found;
}

TEST(Layering, everyIncludeGoesDownwardsAndQtStaysAbove) {
  const std::vector<std::string> found = faults(LEADLIGHT_SOURCE);
  for (const std::string& line : found) ADD_FAILURE() << line;
}

// All types live in one namespace, where two of one name would be mixed up without a word by the linker.
TEST(Layering, noTwoHeadersDefineATypeOfOneName) {
  const std::regex definition("^(?:struct|class) ([A-Za-z0-9]+)(?: final)?(?: :.*| *)\\{.*");
  std::map<std::string, std::string> seen;
  for (const char* top : {"model", "scoring", "widgets", "app"}) {
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(fs::path(LEADLIGHT_SOURCE) / top)) {
      if (entry.path().extension() != ".h") continue;
      const std::string file = fs::relative(entry.path(), LEADLIGHT_SOURCE).string();
      std::ifstream in(entry.path());
      std::smatch match;
      for (std::string line; std::getline(in, line);) {
        if (!std::regex_match(line, match, definition)) continue;
        const auto [first, fresh] = seen.emplace(match[1].str(), file);
        EXPECT_TRUE(fresh) << match[1].str() << " is defined in " << first->second << " and in " << file;
      }
    }
  }
  EXPECT_GT(seen.size(), 100U);
}

TEST(Layering, theRuleItselfSeesFaults) {
  EXPECT_TRUE(fault("model/base/text.h", "model/store/store.h"));
  EXPECT_TRUE(fault("model/frame/frame.cpp", "QString"));
  EXPECT_TRUE(fault("app/cli/main.cpp", "QtCore/QString"));
  EXPECT_TRUE(fault("scoring/apply.cpp", "widgets/theme.h"));
  EXPECT_FALSE(fault("app/gui/session.h", "QObject"));
  EXPECT_TRUE(fault("scoring/apply.cpp", "scoring/train/train.h"));
  EXPECT_FALSE(fault("scoring/apply.cpp", "model/frame/frame.h"));
}

}  // namespace
}  // namespace leadlight
