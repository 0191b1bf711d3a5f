#include "scoring/registry.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "model/frame/frame_cache.h"
#include "model/frame/frame_reader.h"
#include "model/load/loader.h"
#include "model/store/database.h"
#include "scoring/apply.h"
#include "scoring/ledger.h"
#include "scoring/scorecard_json.h"
#include "tests/support/temp_folder.h"

namespace leadlight {
namespace {

namespace fs = std::filesystem;

const std::string graded =
    "Prospect ID,Asymmetrique Activity Score,Lead Grade,Lead Stage\n"
    "a,15,A,Qualified\n"
    "b,14,,Unreachable\n"
    "c,,C,Junk Lead\n";
const std::string courses =
    "Prospect ID,Lead Source,Total Time Spent on Website,What is your current occupation\n"
    "a,Reference,900,Working Professional\n"
    "b,Olark Chat,20,\n";

class Registry : public testing::Test {
 protected:
  Store store(Store::Mode mode = Store::Mode::ReadWrite) {
    Result<Store> opened = Store::open(folder_.path() / "leads.db", mode);
    EXPECT_TRUE(opened) << opened.error().what;
    return *std::move(opened);
  }
  void load(Store& store, std::string_view name, std::string_view text, const std::string& dataset = "leads") {
    LoadOptions options;
    options.dataset = dataset;
    if (dataset != "leads") options.schema = "leads";
    const Result<LoadReport> report = loadFile(store, folder_.write(name, text), options, {});
    ASSERT_TRUE(report) << report.error().what;
  }
  static Scorecard flat(double points) {
    Scorecard card;
    card.name = "Flat";
    card.base = points;
    return card;
  }

  TempFolder folder_;
};

TEST_F(Registry, theFirstShippedScorecardThatFitsBecomesChampion) {
  Store leads = store();
  load(leads, "graded.csv", graded);
  const auto champion = championOf(leads, "leads");
  ASSERT_TRUE(champion) << champion.error().what;
  ASSERT_TRUE(*champion);
  EXPECT_EQ((*champion)->scorecard.name, "Activity, grade, stage");
  EXPECT_TRUE((*champion)->stored.champion);
  EXPECT_NE((*champion)->stored.id, 0);
  EXPECT_EQ(leads.champion("leads")->value().name, "Activity, grade, stage");
}

TEST_F(Registry, aScorecardThatCannotScoreTheLeadsDoesNotBecomeTheirChampion) {
  Store leads = store();
  load(leads, "graded.csv", graded);
  ASSERT_TRUE(promote(leads, *saveScorecard(leads, flat(7)), {}));
  Scorecard misfit = flat(1);
  misfit.name = "Misfit";
  misfit.terms = {{"Stage", StepsTerm{"Lead_Stage", {1}, {0, 5}, 0, false}}};
  const auto saved = saveScorecard(leads, misfit);
  ASSERT_TRUE(saved) << saved.error().what;
  const auto refused = promote(leads, *saved, {});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Errc::BadScorecard);
  EXPECT_EQ(leads.champion("leads")->value().name, "Flat");
}

TEST_F(Registry, aScorecardThatCouldNotBeReadAgainIsNotKept) {
  Store leads = store();
  load(leads, "graded.csv", graded);
  for (const char* name : {"a@b", ""}) {
    Scorecard card = flat(1);
    card.name = name;
    const auto saved = saveScorecard(leads, card);
    ASSERT_FALSE(saved) << name;
    EXPECT_EQ(saved.error().code, Errc::BadScorecard);
  }
  Scorecard card = flat(1);
  card.name = "once@kept";  // as an earlier version of the program might have
  ASSERT_TRUE(leads.putScorecard(card.name, "leads", toJson(card)));
  const auto all = registeredScorecards(leads, "leads");
  ASSERT_TRUE(all) << all.error().what;
  EXPECT_FALSE(all->empty()) << "the others are still there";
}

TEST_F(Registry, aScoreThatIsNoNumberIsRefusedInASentence) {
  Store leads = store();
  load(leads, "huge.csv", "Prospect ID,Revenue\na,1000\nb,2.5\n", "huge");
  Scorecard card = flat(0);
  card.dataset = "huge";
  LinearTerm linear;
  linear.column = "Revenue";
  linear.weight = 1e308;
  card.terms = {{"Revenue", linear}};
  const auto scored = scoreLeads(leads, *saveScorecard(leads, card), {});
  ASSERT_FALSE(scored);
  EXPECT_EQ(scored.error().code, Errc::BadScorecard);
  EXPECT_NE(scored.error().what.find("no finite score"), std::string::npos) << scored.error().what;
}

TEST_F(Registry, courseEnquiriesGetTheRulesAndStrangeFilesNone) {
  Store leads = store();
  load(leads, "courses.csv", courses);
  EXPECT_EQ((*championOf(leads, "leads"))->scorecard.name, "Before contact rules");
  load(leads, "strange.csv", "Prospect ID,Colour\nx,red\n", "strange");
  const auto none = championOf(leads, "strange");
  ASSERT_TRUE(none);
  EXPECT_FALSE(*none);
  EXPECT_TRUE(registeredScorecards(leads, "strange")->empty());
  EXPECT_EQ(championOf(leads, "nowhere").error().code, Errc::UnknownDataset);
}

TEST_F(Registry, aReadOnlyStoreStillHasAChampionButKeepsNothing) {
  {
    Store leads = store();
    load(leads, "graded.csv", graded);
  }
  Store leads = store(Store::Mode::ReadOnly);
  const auto champion = championOf(leads, "leads");
  ASSERT_TRUE(champion) << champion.error().what;
  ASSERT_TRUE(*champion);
  EXPECT_EQ((*champion)->stored.id, 0);
  EXPECT_TRUE(leads.scorecards()->empty());
}

TEST_F(Registry, aChampionThatWasChosenStays) {
  Store leads = store();
  load(leads, "graded.csv", graded);
  const Result<StoredScorecard> mine = leads.putScorecard("Flat", "leads", toJson(flat(3)));
  ASSERT_TRUE(mine);
  ASSERT_TRUE(leads.setChampion(mine->id));
  EXPECT_EQ((*championOf(leads, "leads"))->scorecard, flat(3));
}

TEST_F(Registry, shippedScorecardsEnterOnceAndEditedOnesAreKept) {
  Store leads = store();
  load(leads, "graded.csv", graded);
  ASSERT_TRUE(leads.putScorecard("Flat", "leads", toJson(flat(1))));
  ASSERT_TRUE(leads.putScorecard("Flat", "leads", toJson(flat(2))));
  for (int round = 0; round < 2; ++round) {
    const auto all = registeredScorecards(leads, "leads");
    ASSERT_TRUE(all) << all.error().what;
    ASSERT_EQ(all->size(), 2U);
    EXPECT_EQ((*all)[0].stored.version, 1);
    EXPECT_EQ((*all)[1].scorecard, flat(2));
  }
  Scorecard edited = (*registeredScorecards(leads, "leads"))[0].scorecard;
  edited.base = 7;
  ASSERT_TRUE(leads.putScorecard(edited.name, "leads", toJson(edited)));
  EXPECT_EQ((*registeredScorecards(leads, "leads"))[0].scorecard, edited);
}

TEST_F(Registry, scorecardsAreFoundByNameVersionOrAsShipped) {
  Store leads = store();
  load(leads, "graded.csv", graded);
  ASSERT_TRUE(leads.putScorecard("Flat", "leads", toJson(flat(1))));
  ASSERT_TRUE(leads.putScorecard("Flat", "leads", toJson(flat(2))));
  EXPECT_EQ(findScorecard(leads, "Flat")->scorecard, flat(2));
  EXPECT_EQ(findScorecard(leads, "Flat@1")->scorecard, flat(1));
  const auto shipped = findScorecard(leads, "Before contact rules");
  ASSERT_TRUE(shipped) << shipped.error().what;
  EXPECT_NE(shipped->stored.id, 0);
  EXPECT_EQ(findScorecard(leads, "Nobody").error().code, Errc::UnknownScorecard);
  ASSERT_TRUE(leads.putScorecard("Broken", "leads", "{}"));
  EXPECT_EQ(findScorecard(leads, "Broken").error().code, Errc::BadScorecard);
}

TEST_F(Registry, anotherDatasetGetsTheShippedScorecardUnderItsOwnName) {
  Store leads = store();
  load(leads, "graded.csv", graded);
  load(leads, "other.csv", graded, "fair");
  EXPECT_EQ((*championOf(leads, "leads"))->stored.name, "Activity, grade, stage");
  const auto fair = championOf(leads, "fair");
  ASSERT_TRUE(fair && *fair);
  EXPECT_EQ((*fair)->stored.name, "Activity, grade, stage (fair)");
  EXPECT_EQ((*fair)->stored.dataset, "fair");
  EXPECT_EQ(scoreLeads(leads, **fair, {})->scored, 3U);
}

TEST_F(Registry, scoresAreWrittenSummedAndReadBack) {
  Store leads = store();
  load(leads, "graded.csv", graded);
  const auto champion = championOf(leads, "leads");
  ASSERT_TRUE(champion && *champion);
  const Result<ScoreSummary> summary = scoreLeads(leads, **champion, {});
  ASSERT_TRUE(summary) << summary.error().what;
  EXPECT_EQ(summary->scored, 3U);
  EXPECT_EQ(summary->sum, 85 + 19 + 10);
  EXPECT_EQ(summary->min, 10);
  EXPECT_EQ(summary->max, 85);
  EXPECT_EQ(summary->mean, 38);
  EXPECT_EQ(summary->bands,
            (std::vector<std::pair<std::string, std::uint64_t>>{{"A", 1}, {"B", 0}, {"C", 0}, {"D", 2}}));
  load(leads, "more.csv", "Prospect ID,Lead Grade\nd,A\n");
  const Result<Frame> frame = readFrame(leads, "leads", {}, {});
  ASSERT_TRUE(frame);
  const Result<Frame> scored = withStoredScores(leads, **champion, *frame);
  ASSERT_TRUE(scored) << scored.error().what;
  EXPECT_EQ(scored->find("score")->textAt(0), "85");
  EXPECT_EQ(scored->find("band")->textAt(0), "A");
  EXPECT_EQ(scored->find("band")->textAt(1), "D");
  EXPECT_TRUE(scored->find("score")->isMissing(3));
  EXPECT_TRUE(scored->find("band")->isMissing(3));
  EXPECT_EQ(scored->find("probability"), nullptr);
}

TEST_F(Registry, storedScoresComeFromACopyUntilOneChanges) {
  Store leads = store();
  load(leads, "graded.csv", graded);
  const auto champion = championOf(leads, "leads");
  ASSERT_TRUE(champion && *champion && scoreLeads(leads, **champion, {}));
  const auto firstScore = [&](const RegisteredScorecard& by) {
    const Result<Frame> frame = readFrame(leads, "leads", {}, {});
    return withStoredScores(leads, by, *frame, 0)->find("score")->textAt(0);
  };
  const auto meddle = [&] { ASSERT_TRUE(leads.database().run("UPDATE leads_score SET score = 1")); };
  EXPECT_EQ(firstScore(**champion), "85");
  meddle();
  EXPECT_EQ(firstScore(**champion), "85") << "out of the copy";
  ASSERT_TRUE(scoreLeads(leads, {{}, flat(4)}, {}));
  EXPECT_EQ(firstScore(*findScorecard(leads, "Flat")), "4") << "another scorecard has scores of its own";
  EXPECT_EQ(firstScore(**champion), "1") << "and its copy takes the place of the first";
  ASSERT_TRUE(scoreLeads(leads, **champion, {}));
  EXPECT_EQ(firstScore(**champion), "85") << "scored again";
  meddle();
  load(leads, "more.csv", "Prospect ID,Lead Grade\nd,A\n");
  EXPECT_EQ(firstScore(**champion), "1") << "other leads: the copy is not theirs";
}

TEST_F(Registry, scoringManyLeadsAgainComparesWithTheCopyAndKeepsItTrue) {
  Store leads = store();
  const auto grades = [](int first, int last, const std::string& grade) {
    std::string text = "Prospect ID,Asymmetrique Activity Score,Lead Grade,Lead Stage\n";
    for (int i = first; i < last; ++i) text += "key-" + std::to_string(i) + ",15," + grade + ",Qualified\n";
    return text;
  };
  load(leads, "many.csv", grades(0, 50'000, "A"));
  const auto champion = championOf(leads, "leads");
  ASSERT_TRUE(champion && *champion && scoreLeads(leads, **champion, {}));
  load(leads, "some.csv", grades(7, 17, "C") + "new,14,B,Qualified\n");
  ASSERT_TRUE(leads.database().run("UPDATE leads_score SET score = 1 WHERE lead_id = 1"));
  const std::int64_t before = *leads.database().number("SELECT total_changes()");
  ASSERT_TRUE(scoreLeads(leads, **champion, {}));
  EXPECT_EQ(*leads.database().number("SELECT total_changes()") - before, 12)
      << "ten other scores, a new one and the revision; the table itself was not compared";
  const Result<Frame> frame = readFrame(leads, "leads", {}, {});
  const auto scored = [&] { return *withStoredScores(leads, **champion, *frame); };
  const Frame copied = scored();
  fs::remove(frameCacheFile(leads.file(), "scores", "leads"));
  const Frame stored = scored();
  ASSERT_EQ(copied.rows(), 50'001U);
  EXPECT_EQ(stored.find("score")->textAt(0), "1") << "read from the table";
  for (std::size_t row = 1; row < copied.rows(); ++row)
    for (const char* column : {"score", "band"})
      ASSERT_EQ(copied.find(column)->textAt(row), stored.find(column)->textAt(row)) << "row " << row;
}

TEST_F(Registry, aScorecardWithoutColumnsScoresEveryLead) {
  Store leads = store();
  load(leads, "graded.csv", graded);
  const Result<ScoreSummary> summary = scoreLeads(leads, {{}, flat(4)}, {});
  ASSERT_TRUE(summary) << summary.error().what;
  EXPECT_EQ(summary->sum, 12);
  EXPECT_EQ(findScorecard(leads, "Flat")->scorecard, flat(4));
}

TEST_F(Registry, thePipelineScoresTheExportAsEver) {
  const fs::path file = LEADLIGHT_SHARED "/data/leadsquared/prospectos.json";
  if (!fs::exists(file)) {
    GTEST_LOG_(INFO) << "prospectos.json is not here";
    return;
  }
  Store leads = store();
  ASSERT_TRUE(loadFile(leads, file, {}, {}));
  const auto champion = championOf(leads, "leads");
  ASSERT_TRUE(champion && *champion);
  const Result<ScoreSummary> summary = scoreLeads(leads, **champion, {});
  ASSERT_TRUE(summary) << summary.error().what;
  EXPECT_EQ(summary->scored, 100U);
  EXPECT_EQ(summary->sum, 2602);
  EXPECT_EQ(summary->min, 9);
  EXPECT_EQ(summary->max, 66);
  EXPECT_DOUBLE_EQ(summary->mean, 26.02);
}

TEST_F(Registry, theSampleLoadsWholeAndItsUpdatesChangeWhatTheySay) {
  const fs::path sample = fs::path(LEADLIGHT_SOURCE) / "resources/sample";
  Store leads = store();
  const Result<LoadReport> first = loadFile(leads, sample / "leads-2026-q1.csv", {}, {});
  ASSERT_TRUE(first) << first.error().what;
  EXPECT_EQ(first->fresh, 5000U);
  EXPECT_EQ(first->quarantined, 0U);
  const Result<LoadReport> later = loadFile(leads, sample / "leads-2026-q1-updates.csv", {}, {});
  ASSERT_TRUE(later) << later.error().what;
  EXPECT_EQ(later->fresh, 300U);
  EXPECT_EQ(later->changed + later->fresh, later->parsed);
  const Result<LoadReport> dirty = loadFile(leads, sample / "leads-dirty.csv", {}, {});
  ASSERT_TRUE(dirty) << dirty.error().what;
  EXPECT_EQ(dirty->fresh, 240U);
  EXPECT_GT(dirty->quarantined, 6U);
  const auto champion = championOf(leads, "leads");
  ASSERT_TRUE(champion && *champion);
  EXPECT_EQ(scoreLeads(leads, **champion, {})->scored, 5540U);
}

}  // namespace
}  // namespace leadlight
