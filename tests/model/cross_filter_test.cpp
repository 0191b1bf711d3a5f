#include "model/frame/cross_filter.h"

#include "tests/model/frame_support.h"

namespace leadlight::test {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

// The same views computed from nothing each time: one set of rows per condition, and a count over their intersection.
class Recount {
 public:
  Recount(std::shared_ptr<const Frame> frame, const Target& target)
      : frame_(std::move(frame)), converted_(frame_->converted(target)), filter_(frame_->rows(), true) {}

  void addView(const std::string& column, const Binning& binning) {
    columns_.push_back(frame_->find(column));
    groups_.push_back(groupOfRows(*columns_.back(), binning));
    sizes_.push_back(binning.groups());
    conditions_.emplace_back(frame_->rows(), true);
  }
  void keepGroups(std::size_t view, const std::vector<std::size_t>& groups) {
    keepIf(view, [&](std::size_t row) {
      return groups.empty() || std::find(groups.begin(), groups.end(), groups_[view][row]) != groups.end();
    });
  }
  void keepRange(std::size_t view, double low, double high) {
    keepIf(view, [&](std::size_t row) {
      const double value = columns_[view]->number(row);
      if (std::isnan(low) && std::isnan(high)) return true;
      return !std::isnan(value) && (std::isnan(low) || value >= low) && (std::isnan(high) || value <= high);
    });
  }
  void keepFilter(const Filter& filter) { filter_ = *apply(filter, *frame_); }

  RowSet rows(std::size_t except = ~std::size_t{0}) const {
    RowSet out = filter_;
    for (std::size_t view = 0; view < conditions_.size(); ++view)
      if (view != except) out &= conditions_[view];
    return out;
  }
  std::vector<Group> groups(std::size_t view, const RowSet& rows) const {
    return aggregate(groups_[view], sizes_[view], rows, converted_, frame_->find(scoreColumn));
  }

 private:
  template <class Keep>
  void keepIf(std::size_t view, const Keep& keep) {
    conditions_[view] = RowSet(frame_->rows());
    for (std::size_t row = 0; row < frame_->rows(); ++row)
      if (keep(row)) conditions_[view].insert(row);
  }

  std::shared_ptr<const Frame> frame_;
  std::vector<std::uint64_t> converted_;
  std::vector<const Column*> columns_;
  std::vector<std::vector<std::uint16_t>> groups_;
  std::vector<std::size_t> sizes_;
  std::vector<RowSet> conditions_;
  RowSet filter_;
};

void expectSame(const std::vector<Group>& ours, const std::vector<Group>& theirs) {
  ASSERT_EQ(ours.size(), theirs.size());
  for (std::size_t g = 0; g < ours.size(); ++g) {
    ASSERT_EQ(ours[g].leads, theirs[g].leads) << g;
    ASSERT_EQ(ours[g].converted, theirs[g].converted) << g;
    ASSERT_EQ(ours[g].scored, theirs[g].scored) << g;
    ASSERT_NEAR(ours[g].scoreSum, theirs[g].scoreSum, 1e-5 * (1 + static_cast<double>(ours[g].scored))) << g;
  }
}

void expectSame(const CrossFilter& ours, const Recount& theirs, std::size_t views) {
  const RowSet kept = theirs.rows();
  ASSERT_EQ(ours.rows(), kept);
  ASSERT_EQ(ours.kept().leads, kept.count());
  for (std::size_t view = 0; view < views; ++view) {
    SCOPED_TRACE("view " + std::to_string(view));
    ASSERT_NO_FATAL_FAILURE(expectSame(ours.groups(view), theirs.groups(view, theirs.rows(view))));
    ASSERT_NO_FATAL_FAILURE(expectSame(ours.keptGroups(view), theirs.groups(view, kept)));
  }
}

void playRandomly(const std::shared_ptr<const Frame>& frame, const Target& target, unsigned seed, int steps,
                  std::size_t bins) {
  std::mt19937_64 random(seed);
  CrossFilter ours(frame, target);
  Recount theirs(frame, target);
  std::size_t views = 0;
  const auto addView = [&] {
    const Column& column = *frame->columns()[(views + seed) % frame->columns().size()];
    const Binning binning = binningOf(column, bins);
    ASSERT_EQ(*ours.addView(column.name(), binning), views);
    theirs.addView(column.name(), binning);
    ++views;
  };
  for (int i = 0; i < 4; ++i) addView();
  const auto value = [&](std::size_t view) {
    const Column& column = *frame->columns()[(view + seed) % frame->columns().size()];
    return frame->rows() == 0 || random() % 6 == 0 ? nan : column.number(random() % frame->rows());
  };
  for (int step = 0; step < steps; ++step) {
    const std::size_t view = random() % views, groups = ours.binning(view).groups();
    SCOPED_TRACE("step " + std::to_string(step));
    switch (random() % 6) {
      case 0:
        if (views < 11) addView();
        break;
      case 1: {
        std::vector<std::size_t> keep(random() % 4);
        for (std::size_t& group : keep) group = random() % groups;
        ours.keepGroups(view, keep);
        theirs.keepGroups(view, keep);
        break;
      }
      case 2: {
        const Filter filter = random() % 3 == 0 ? Filter{} : randomFilter(*frame, random, 2);
        ASSERT_TRUE(ours.keepFilter(filter));
        theirs.keepFilter(filter);
        break;
      }
      case 3:
        if (random() % 3 == 0) ours.prepare(view);
        ours.clear(view);
        theirs.keepGroups(view, {});
        break;
      default: {
        if (ours.binning(view).kind == Binning::Kind::Category) break;
        const double low = value(view), high = value(view);
        ours.keepRange(view, low, high);
        theirs.keepRange(view, low, high);
      }
    }
    ASSERT_NO_FATAL_FAILURE(expectSame(ours, theirs, views));
  }
}

TEST(CrossFilters, anySequenceOfStepsEndsWhereAFreshCountDoes) {
  for (unsigned seed = 0; seed < 12; ++seed)
    ASSERT_NO_FATAL_FAILURE(
        playRandomly(std::make_shared<const Frame>(randomFrame(700, seed)), {"Converted", {"Yes"}}, seed, 120, 12))
        << seed;
  for (const std::size_t rows : {0U, 1U, 64U})
    ASSERT_NO_FATAL_FAILURE(
        playRandomly(std::make_shared<const Frame>(randomFrame(rows, 5)), {"Nobody", {}}, 5, 60, 12));
}

TEST(CrossFilters, twoThreadsEndWhereAFreshCountDoes) {
  playRandomly(std::make_shared<const Frame>(randomFrame(210003, 31)), {"Converted", {"Yes"}}, 31, 15, 20);
}

TEST(CrossFilters, realLeadsEndWhereAFreshCountDoes) {
  const auto leads = realLeads();
  if (leads == nullptr) return;
  for (unsigned seed = 2; seed < 6; ++seed)
    ASSERT_NO_FATAL_FAILURE(playRandomly(leads, {"Converted", {"1"}}, seed, 60, 25));
}

TEST(CrossFilters, aClickOnOneChartNarrowsTheOthersNotItself) {
  const auto frame = std::make_shared<const Frame>(randomFrame(900, 8));
  CrossFilter filter(frame, {"Converted", {"Yes"}});
  const std::size_t city = *filter.addView("City", binningOf(*frame->find("City"), 20));
  const std::size_t visits = *filter.addView("TotalVisits", binningOf(*frame->find("TotalVisits"), 20));
  const std::vector<Group> citiesBefore = filter.groups(city);
  filter.keepGroups(city, {0});
  for (std::size_t g = 0; g < citiesBefore.size(); ++g) EXPECT_EQ(filter.groups(city)[g].leads, citiesBefore[g].leads);
  std::uint64_t narrowed = 0;
  for (const Group& group : filter.groups(visits)) narrowed += group.leads;
  EXPECT_EQ(narrowed, citiesBefore[0].leads);
  EXPECT_EQ(filter.kept().leads, citiesBefore[0].leads);
  EXPECT_EQ(filter.keptGroups(city)[1].leads, 0U);
  EXPECT_EQ(filter.allGroups(visits)[0].leads,
            aggregate(groupOfRows(*frame->find("TotalVisits"), filter.binning(visits)), filter.binning(visits).groups(),
                      RowSet(900, true), {}, nullptr)[0]
                .leads);
  EXPECT_EQ(filter.all().leads, 900U);
}

TEST(CrossFilters, goingThereAndBackLeavesExactlyTheSameSums) {
  const auto frame = std::make_shared<const Frame>(randomFrame(5000, 9));
  CrossFilter filter(frame, {"Converted", {"Yes"}});
  const std::size_t spent = *filter.addView("Spent", binningOf(*frame->find("Spent"), 20));
  const std::size_t city = *filter.addView("City", binningOf(*frame->find("City"), 20));
  filter.keepRange(spent, 0, 30);
  const std::vector<Group> before = filter.groups(city);
  for (int i = 0; i < 200; ++i) filter.keepRange(spent, i * 0.37 - 20, i * 0.41);
  filter.keepRange(spent, 0, 30);
  for (std::size_t g = 0; g < before.size(); ++g) EXPECT_EQ(filter.groups(city)[g].scoreSum, before[g].scoreSum);
}

TEST(CrossFilters, countViewsOfMoreThan256GroupsAndSayWhenThereIsNoRoom) {
  const auto frame = std::make_shared<const Frame>(randomFrame(3000, 10));
  ASSERT_GT(binningOf(*frame->find("Person"), 9).groups(), 1000U);
  ASSERT_NO_FATAL_FAILURE(playRandomly(frame, {"Converted", {"Yes"}}, 1, 40, 9));
  CrossFilter filter(frame, {});
  for (int i = 0; i < 29; ++i) ASSERT_TRUE(filter.addView("City", binningOf(*frame->find("City"), 9)));
  filter.keepGroups(28, {1});
  EXPECT_EQ(filter.groups(0)[0].leads, 0U);
  EXPECT_EQ(filter.addView("City", {}).error().code, Errc::Usage);
  EXPECT_EQ(filter.addView("Town", {}).error().code, Errc::UnknownColumn);
}

TEST(CrossFilters, refuseAFilterThatCannotBeAppliedAndStayAsTheyWere) {
  CrossFilter filter(std::make_shared<const Frame>(randomFrame(100, 12)), {});
  ASSERT_TRUE(filter.keepFilter(Filter::equals("TotalVisits", "3")));
  const std::uint64_t before = filter.kept().leads;
  EXPECT_FALSE(filter.keepFilter(Filter::equals("Town", "3")));
  EXPECT_EQ(filter.kept().leads, before);
}

}  // namespace
}  // namespace leadlight::test
