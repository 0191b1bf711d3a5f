#include "scoring/calls/call_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "scoring/calls/call_reasons.h"

namespace leadlight {
namespace {

using ::testing::ElementsAre;

Column textColumn(const char* name, const std::vector<std::string>& values) {
  TextColumnBuilder builder;
  for (const std::string& value : values) builder.append(value);
  return std::move(builder).finish(name, name, {"Select"});
}

Frame frameOf(std::vector<double> scores, std::vector<Column> others) {
  std::vector<std::int64_t> ids(scores.size());
  for (std::size_t i = 0; i < ids.size(); ++i) ids[i] = static_cast<std::int64_t>(i) + 1;
  std::vector<Frame::ColumnPtr> columns;
  for (Column& column : others) columns.push_back(std::make_shared<const Column>(std::move(column)));
  columns.push_back(
      std::make_shared<const Column>(Column::decimals(std::string(scoreColumn), "Score", std::move(scores))));
  return {std::move(ids), std::move(columns)};
}

std::vector<std::uint32_t> rowsOf(const DealtCalls& list, std::size_t person) {
  std::vector<std::uint32_t> rows;
  for (const PlannedCall& call : list.calls)
    if (call.person == person) rows.push_back(call.row);
  return rows;
}

constexpr double none = std::numeric_limits<double>::quiet_NaN();

TEST(CallList, dealsTheBestLeadsInTurnDayAfterDay) {
  const Frame frame = frameOf({10, 90, 50, 70, 30, 80, 20, 60, 40, 5}, {});
  const auto list = dealCalls(frame, RowSet(10, true), std::nullopt, {{"Ana", "Ben"}, 2, 2, CallChannel::Any}, {});
  ASSERT_TRUE(list);
  // By score: rows 1 5 3 7 on the first day, 2 8 4 6 on the second.
  EXPECT_THAT(rowsOf(*list, 0), ElementsAre(1, 3, 2, 4));
  EXPECT_THAT(rowsOf(*list, 1), ElementsAre(5, 7, 8, 6));
  EXPECT_EQ(list->calls[4], (PlannedCall{2, 0, 1, 0}));
  EXPECT_EQ(list->calls[7], (PlannedCall{6, 1, 1, 1}));
  EXPECT_EQ(list->later, 2U);
  EXPECT_FALSE(list->outcomeKnown);
}

TEST(CallList, leavesOutWhoRefusesWhoConvertedAndWhoHasNoScoreAndCountsEachOnce) {
  const Frame frame = frameOf({9, 8, 7, 6, none, 4}, {textColumn("Do_Not_Call", {"No", "Yes", "", "yes", "No", "No"}),
                                                      textColumn("DoNotEmail", {"Yes", "Yes", "No", "No", "No", "No"}),
                                                      textColumn("Converted", {"1", "1", "1", "0", "0", "0"})});
  const auto list =
      dealCalls(frame, RowSet(6, true), Target{"Converted", {"1"}}, {{"Ana"}, 40, 1, CallChannel::Any}, {});
  ASSERT_TRUE(list);
  EXPECT_EQ(list->doNotCall, 2U);
  EXPECT_EQ(list->doNotEmail, 1U);
  EXPECT_EQ(list->converted, 1U);
  EXPECT_EQ(list->unscored, 1U);
  EXPECT_THAT(rowsOf(*list, 0), ElementsAre(5));
  EXPECT_THAT(list->bars.call, ElementsAre("Do_Not_Call"));
}

TEST(CallList, ofACallMindsOnlyRefusedCallsAndOfAnEmailOnlyRefusedEmails) {
  const Frame frame = frameOf(
      {9, 8, 7}, {textColumn("Do_Not_Call", {"No", "Yes", "No"}), textColumn("Do_Not_Email", {"Yes", "No", "No"})});
  const auto calls = dealCalls(frame, RowSet(3, true), std::nullopt, {{"Ana"}, 9, 1, CallChannel::Call}, {});
  const auto mails = dealCalls(frame, RowSet(3, true), std::nullopt, {{"Ana"}, 9, 1, CallChannel::Email}, {});
  EXPECT_THAT(rowsOf(*calls, 0), ElementsAre(0, 2));
  EXPECT_THAT(rowsOf(*mails, 0), ElementsAre(1, 2));
}

TEST(CallList, accountsForEveryLeadAndGivesEveryoneEquallyGoodOnes) {
  std::mt19937_64 random(5);
  for (int run = 0; run < 50; ++run) {
    const std::size_t rows = 1 + random() % 400;
    std::vector<double> scores;
    std::vector<std::string> call, email, outcome;
    for (std::size_t i = 0; i < rows; ++i) {
      scores.push_back(random() % 9 == 0 ? none : static_cast<double>(random() % 100));
      call.push_back(random() % 7 == 0 ? "Yes" : "No");
      email.push_back(random() % 5 == 0 ? "Yes" : "No");
      outcome.push_back(random() % 3 == 0 ? "1" : "0");
    }
    const Frame frame = frameOf(
        scores, {textColumn("Do_Not_Call", call), textColumn("Do_Not_Email", email), textColumn("Converted", outcome)});
    const CallWish wish{std::vector<std::string>(1 + random() % 4, "p"), 1 + random() % 20, 1 + random() % 3,
                        CallChannel::Any};
    const auto list = dealCalls(frame, RowSet(rows, true), Target{"Converted", {"1"}}, wish, {});
    ASSERT_TRUE(list);
    EXPECT_EQ(list->asked,
              list->doNotCall + list->doNotEmail + list->converted + list->unscored + list->calls.size() + list->later);
    std::vector<std::size_t> perPerson(wish.people.size());
    for (std::size_t i = 0; i < list->calls.size(); ++i) {
      const PlannedCall& one = list->calls[i];
      EXPECT_LT(one.place, wish.perDay);
      EXPECT_LT(one.day, wish.days);
      EXPECT_TRUE(call[one.row] == "No" && email[one.row] == "No" && outcome[one.row] == "0");
      EXPECT_GE(scores[list->calls[i > 0 ? i - 1 : 0].row], scores[one.row]);
      ++perPerson[one.person];
    }
    const auto [least, most] = std::minmax_element(perPerson.begin(), perPerson.end());
    EXPECT_LE(*most - *least, wish.days);
  }
}

TEST(CallList, refusesAWishThatNobodyCanMeet) {
  const Frame frame = frameOf({1}, {});
  for (const CallWish& wish :
       {CallWish{{}, 40, 1, CallChannel::Any}, CallWish{{"Ana"}, 0, 1, CallChannel::Any},
        CallWish{{"Ana"}, 40, 0, CallChannel::Any}, CallWish{{"Ana"}, 40, 367, CallChannel::Any}}) {
    const auto list = dealCalls(frame, RowSet(1, true), std::nullopt, wish, {});
    ASSERT_FALSE(list);
    EXPECT_EQ(list.error().code, Errc::Usage);
  }
  const auto unscored = dealCalls(Frame({1}, {}), RowSet(1, true), std::nullopt, {{"Ana"}, 1, 1, CallChannel::Any}, {});
  EXPECT_EQ(unscored.error().code, Errc::UnknownColumn);
}

TEST(CallList, knowsRefusalsByTheNamesThatProgramsGiveThem) {
  for (const char* name : {"Do_Not_Call", "Do Not Call", "DoNotPhone", "HasOptedOutOfCall", "do-not-contact"})
    EXPECT_TRUE(isCallBar(name)) << name;
  for (const char* name : {"Do_Not_Email", "EmailOptOut", "HasOptedOutOfEmail", "Unsubscribed", "DO_NOT_CONTACT"})
    EXPECT_TRUE(isEmailBar(name)) << name;
  for (const char* name : {"Last_Call", "Email", "Notes", "Call_Outcome", "Receive_More_Updates"})
    EXPECT_FALSE(isCallBar(name) || isEmailBar(name)) << name;
  EXPECT_THAT(contactColumns({"Mobile_Number", "City", "FirstName", "EmailAddress"}),
              ElementsAre("FirstName", "Mobile_Number", "EmailAddress"));
}

TEST(CallReasons, areTheTermsThatLiftMostAsCodes) {
  Ledger ledger;
  ledger.lines = {{"Source", "Lead_Source", "Reference", false, 21, 0, false},
                  {"Time", "Total_Time_Spent_on_Website", "720", false, 9, 0, false},
                  {"Mail", "Do_Not_Email", "Yes", false, -30, 0, false},
                  {"Cap", "", "40", false, 50, 0, true},
                  {"City", "City", "", true, 2, 0, false},
                  {"Visits", "TotalVisits", "3", false, 1, 0, false}};
  const std::vector<CallReason> reasons = callReasons(ledger);
  ASSERT_EQ(reasons.size(), 3U);
  EXPECT_EQ(reasons[0].kind, CallReason::Kind::CameBy);
  EXPECT_EQ(reasons[0].value, "Reference");
  EXPECT_EQ(reasons[1].kind, CallReason::Kind::TimeOnSite);
  EXPECT_EQ(reasons[1].number, 720);
  EXPECT_EQ(reasons[2].kind, CallReason::Kind::NotTold);
}

TEST(CallReasons, tellTheLastActivityFromTheLastNotableOne) {
  Ledger ledger;
  ledger.lines = {{"Activity", "Last_Activity", "SMS Sent", false, 8, 0, false},
                  {"Notable", "Last_Notable_Activity", "Modified", false, 7, 0, false}};
  const std::vector<CallReason> reasons = callReasons(ledger);
  ASSERT_EQ(reasons.size(), 2U);
  EXPECT_EQ(reasons[0].kind, CallReason::Kind::LastActivity);
  EXPECT_EQ(reasons[1].kind, CallReason::Kind::LastNotableActivity);
}

TEST(CallReasons, sayTheSameOnce) {
  Ledger ledger;
  ledger.lines = {{"Activity", "Last_Activity", "SMS Sent", false, 8, 0, false},
                  {"Notable", "Last_Notable_Activity", "SMS Sent", false, 7, 0, false},
                  {"City", "City", "Pune", false, 2, 0, false}};
  const std::vector<CallReason> reasons = callReasons(ledger);
  ASSERT_EQ(reasons.size(), 2U);
  EXPECT_EQ(reasons[0].points, 8);
  EXPECT_EQ(reasons[1].value, "Pune");
}

}  // namespace
}  // namespace leadlight
