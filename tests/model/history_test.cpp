#include <gtest/gtest.h>

#include <map>
#include <random>

#include "model/base/text.h"
#include "model/load/loader.h"
#include "tests/support/temp_folder.h"

namespace leadlight {
namespace {

namespace fs = std::filesystem;
using Leads = std::map<std::string, std::string>;  // by key: visits

// The rules of merging and undoing, written again as simply as can be.
struct Model {
  struct Version {
    std::string visits;
    int event;
    std::vector<int> held = {};  // later loads that brought the same
  };
  std::map<std::string, std::vector<Version>> leads;  // by key, a stack: what an undo takes off
  std::map<int, Leads> asOf;                          // by event
  std::map<int, bool> standing;                       // by load

  Leads now() const {
    Leads all;
    for (const auto& [key, versions] : leads)
      if (!versions.empty()) all[key] = versions.back().visits;
    return all;
  }
  void load(int event, const Leads& file) {
    for (const auto& [key, visits] : file) {
      auto& versions = leads[key];
      if (versions.empty() || versions.back().visits != visits)
        versions.push_back({visits, event});
      else
        versions.back().held.push_back(event);
    }
    standing[event] = true;
    asOf[event] = now();
  }
  bool undoable(int load) const {
    for (const auto& [key, versions] : leads)
      for (std::size_t i = 0; i + 1 < versions.size(); ++i)
        if (versions[i].event == load) return false;
    return standing.at(load);
  }
  void undo(int load, int event) {
    for (auto& [key, versions] : leads) {
      for (Version& version : versions) std::erase(version.held, load);
      if (versions.empty() || versions.back().event != load) continue;
      Version& last = versions.back();
      if (last.held.empty()) {
        versions.pop_back();
      } else {
        last.event = last.held.front();
        last.held.erase(last.held.begin());
      }
    }
    standing[load] = false;
    asOf[event] = now();
  }
};

Leads leadsOf(Store& store) {
  Leads all;
  EXPECT_TRUE(store.scan("leads", {"Prospect_ID", "TotalVisits"}, [&](std::int64_t, std::span<const StoredValue> row) {
    all[std::string(row[0].text)] = std::to_string(row[1].integer);
    return true;
  }));
  return all;
}

std::string textOf(const Leads& leads) {
  std::string text = "Prospect ID,TotalVisits\n";
  for (const auto& [key, visits] : leads) text += key + "," + visits + "\n";
  return text;
}

TEST(History, anyOrderOfLoadsAndUndosAgreesWithASimpleModel) {
  std::mt19937 random(3);
  std::size_t undone = 0, refused = 0;
  for (int round = 0; round < 6; ++round) {
    const TempFolder folder;
    Result<Store> store = Store::open(folder.path() / "leads.db", Store::Mode::ReadWrite);
    Model model;
    int event = 0;
    for (int step = 0; step < 14; ++step) {
      if (random() % 3 != 0 || model.standing.empty()) {
        Leads file;
        for (std::size_t left = 1 + random() % 4; left > 0; --left)
          file["k" + std::to_string(random() % 8)] = std::to_string(random() % 3);
        LoadOptions options;
        options.force = true;
        const auto report = loadFile(*store, folder.write("f.csv", textOf(file)), options, {});
        ASSERT_TRUE(report) << report.error().what;
        ASSERT_EQ(report->id, ++event);
        model.load(event, file);
      } else {
        auto chosen = model.standing.begin();
        std::advance(chosen, static_cast<std::ptrdiff_t>(random() % model.standing.size()));
        const int load = chosen->first;
        const auto report = store->undo(load, {});
        ASSERT_EQ(static_cast<bool>(report), model.undoable(load)) << "load " << load;
        if (!report) {
          ++refused;
          EXPECT_EQ(report.error().code, Errc::CannotUndo);
          continue;
        }
        ++undone;
        model.undo(load, ++event);
      }
      ASSERT_EQ(leadsOf(*store), model.now());
    }
    for (const auto& [at, leads] : model.asOf) {
      Result<Store> then = Store::open(folder.path() / "leads.db", Store::Mode::ReadOnly);
      ASSERT_TRUE(then->showAsOf(at));
      EXPECT_EQ(leadsOf(*then), leads) << "as of " << at;
      EXPECT_EQ(*then->leadCount("leads"), leads.size());
    }
  }
  EXPECT_GT(undone, 10U);
  EXPECT_GT(refused, 5U);
}

TEST(History, undoingBothOfTwoDisjointLoadsInEitherOrderGivesTheDigestOfBefore) {
  for (const bool firstFirst : {true, false}) {
    const TempFolder folder;
    Result<Store> store = Store::open(folder.path() / "leads.db", Store::Mode::ReadWrite);
    ASSERT_TRUE(loadFile(*store, folder.write("0.csv", textOf({{"z", "1"}})), {}, {}));
    const std::string before = *store->digest("leads");
    const auto a = loadFile(*store, folder.write("a.csv", textOf({{"a", "1"}, {"b", "2"}})), {}, {});
    const auto b = loadFile(*store, folder.write("b.csv", textOf({{"c", "1"}, {"d", "2"}})), {}, {});
    ASSERT_TRUE(store->undo(firstFirst ? a->id : b->id, {}));
    ASSERT_TRUE(store->undo(firstFirst ? b->id : a->id, {}));
    EXPECT_EQ(*store->digest("leads"), before);
  }
}

// What is left of the store when nothing of load 1 may count: as after the other file alone.
void expectAsWithoutTheFirst(const std::string& first, const std::string& second, const LoadOptions& options) {
  const TempFolder folder;
  Result<Store> both = Store::open(folder.path() / "both.db", Store::Mode::ReadWrite);
  Result<Store> alone = Store::open(folder.path() / "alone.db", Store::Mode::ReadWrite);
  const auto later = folder.write("later.csv", second);
  ASSERT_TRUE(loadFile(*both, folder.write("first.csv", first), options, {}));
  ASSERT_TRUE(loadFile(*both, later, options, {}));
  ASSERT_TRUE(loadFile(*alone, later, options, {}));
  const auto undone = both->undo(1, {});
  ASSERT_TRUE(undone) << undone.error().what;
  EXPECT_EQ(*both->digest("leads"), *alone->digest("leads"));
  EXPECT_EQ(*both->leadCount("leads"), *alone->leadCount("leads"));
  // What stays came from the later file, to the line.
  EXPECT_TRUE(both->scan("leads", {}, [&](std::int64_t lead, std::span<const StoredValue>) {
    const auto origin = both->origin("leads", lead);
    EXPECT_TRUE(origin && origin->loadId == 2 && origin->file == later.string());
    return true;
  }));
  // And goes with it.
  ASSERT_TRUE(both->undo(2, {}));
  EXPECT_EQ(*both->leadCount("leads"), 0U);
}

TEST(History, undoingALoadLeavesTheLeadsThatALaterOneBroughtToo) {
  const std::string header = "Prospect ID,TotalVisits\n";
  expectAsWithoutTheFirst(header + "a,1\nb,2\nc,3\n", header + "a,1\nb,2\nc,3\n ,4\n", {});
  expectAsWithoutTheFirst(header + "a,1\nb,2\nc,3\nd,4\n", header + "d,4\nz,1\nb,2\na,1\n", {});
  LoadOptions keyless;
  keyless.key = "none";
  expectAsWithoutTheFirst("x,y\n1,2\n1,2\n3,4\n", "x,y\n3,4\n1,2\n5,6\n", keyless);
}

TEST(History, theLifeOfALeadThatALaterLoadTookOverShowsNoChange) {
  const TempFolder folder;
  Result<Store> store = Store::open(folder.path() / "leads.db", Store::Mode::ReadWrite);
  ASSERT_TRUE(loadFile(*store, folder.write("z.csv", textOf({{"a", "1"}})), {}, {}));
  ASSERT_TRUE(loadFile(*store, folder.write("a.csv", textOf({{"a", "2"}})), {}, {}));
  ASSERT_TRUE(loadFile(*store, folder.write("b.csv", textOf({{"a", "2"}, {"b", "1"}})), {}, {}));
  const auto undone = store->undo(2, {});
  ASSERT_TRUE(undone) << undone.error().what;
  EXPECT_EQ(undone->kept, 1U);
  EXPECT_EQ(undone->removed + undone->restored, 0U);
  EXPECT_EQ(leadsOf(*store), (Leads{{"a", "2"}, {"b", "1"}}));
  EXPECT_EQ(store->history("leads", "a")->size(), 2U);  // 1, then 2
  EXPECT_EQ(store->undo(1, {}).error().code, Errc::CannotUndo);
  ASSERT_TRUE(store->undo(3, {}));
  EXPECT_EQ(leadsOf(*store), (Leads{{"a", "1"}}));
}

TEST(History, aLoadThatALaterOneLeansOnIsNotUndone) {
  const std::string header = "Prospect ID,TotalVisits,Modified On\n";
  for (const std::string& later : {header + "a,1,2020-01-01\n", std::string("Prospect ID,TotalVisits\na,2\n")}) {
    const TempFolder folder;
    Result<Store> store = Store::open(folder.path() / "leads.db", Store::Mode::ReadWrite);
    ASSERT_TRUE(loadFile(*store, folder.write("a.csv", header + "a,2,2024-01-01\n"), {}, {}));
    ASSERT_TRUE(loadFile(*store, folder.write("b.csv", later), {}, {}));
    const std::string before = *store->digest("leads");
    const auto refused = store->undo(1, {});
    ASSERT_FALSE(refused) << later;
    EXPECT_EQ(refused.error().code, Errc::CannotUndo);
    EXPECT_NE(refused.error().what.find("undo 2 first"), std::string::npos) << refused.error().what;
    EXPECT_EQ(*store->digest("leads"), before);
    ASSERT_TRUE(store->undo(2, {}));
    ASSERT_TRUE(store->undo(1, {}));
    EXPECT_EQ(*store->leadCount("leads"), 0U);
  }
}

TEST(History, theLifeOfALeadNamesEveryEventAndWhatItChanged) {
  const TempFolder folder;
  Result<Store> store = Store::open(folder.path() / "leads.db", Store::Mode::ReadWrite);
  ASSERT_TRUE(loadFile(*store, folder.write("a.csv", textOf({{"a", "1"}, {"b", "1"}})), {}, {}));
  ASSERT_TRUE(loadFile(*store, folder.write("b.csv", textOf({{"a", "2"}})), {}, {}));
  ASSERT_TRUE(store->undo(2, {}));
  ASSERT_TRUE(store->undo(1, {}));
  const auto versions = store->history("leads", "a");
  ASSERT_TRUE(versions) << versions.error().what;
  ASSERT_EQ(versions->size(), 4U);
  using Kind = LeadVersion::Kind;
  const std::vector<Kind> kinds = {Kind::Loaded, Kind::Changed, Kind::Restored, Kind::Removed};
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_EQ((*versions)[i].event, static_cast<std::int64_t>(i) + 1);
    EXPECT_EQ((*versions)[i].kind, kinds[i]);
  }
  ASSERT_EQ((*versions)[1].cells.size(), 1U);
  EXPECT_EQ((*versions)[1].cells[0].before + (*versions)[1].cells[0].after, "12");
  EXPECT_EQ((*versions)[3].undid, 1);
  const auto nobody = store->history("leads", "someone@example.com");
  EXPECT_EQ(nobody.error().code, Errc::UnknownLead);
  EXPECT_EQ(nobody.error().what.find("someone"), std::string::npos);
  EXPECT_EQ(Store::open(folder.path() / "leads.db", Store::Mode::ReadOnly)->showAsOf(9).error().code,
            Errc::UnknownLoad);
}

TEST(History, whatWasDoneIsNotedInOrder) {
  const TempFolder folder;
  Result<Store> store = Store::open(folder.path() / "leads.db", Store::Mode::ReadWrite);
  ASSERT_TRUE(loadFile(*store, folder.write("a.csv", textOf({{"a", "1"}})), {}, {}));
  ASSERT_TRUE(store->undo(1, {}));
  const auto audit = store->audit(10);
  ASSERT_EQ(audit->size(), 2U);
  EXPECT_EQ((*audit)[0].action + " " + (*audit)[0].detail, "undo load 1");
  EXPECT_EQ((*audit)[1].action + " " + (*audit)[1].detail, "load load 1");
  EXPECT_EQ((*audit)[0].at.size(), 20U);
}

}  // namespace
}  // namespace leadlight
