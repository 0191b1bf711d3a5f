#include "model/simulate/simulated_lead.h"

#include <algorithm>
#include <vector>

namespace leadlight {

namespace {

// Purposes of the random streams of one lead.
constexpr std::uint64_t firstPurpose = 0x6c656164;
constexpr std::uint64_t laterPurpose = 0x6c617465;

constexpr std::array<std::string_view, 36> firstNames{
    "Aarav",  "Aditi", "Akira",  "Amélie", "Ananya", "Arjun", "Beatriz", "Carlos", "Chloë", "Deepa", "Diego",  "Elena",
    "Farhan", "Grace", "Harsh",  "Ines",   "Ishaan", "Jonas", "José",    "Kavya",  "Leila", "Lucía", "Manish", "Meera",
    "Nadia",  "Neha",  "Nikhil", "Omar",   "Priya",  "Rahul", "Rohan",   "Sara",   "Sofía", "Tanvi", "Vikram", "Zara"};
constexpr std::array<std::string_view, 36> lastNames{
    "Agarwal", "Bose",    "Chavan", "Das",   "Desai",  "Díaz",    "Fernandes", "García", "Ghosh",
    "Gupta",   "Iyer",    "Jain",   "Joshi", "Kapoor", "Khan",    "Kumar",     "López",  "Mehta",
    "Menon",   "Mishra",  "Müller", "Nair",  "Novák",  "O'Brien", "Patel",     "Pillai", "Rao",
    "Reddy",   "Sánchez", "Sen",    "Shah",  "Sharma", "Silva",   "Singh",     "Verma",  "Yadav"};

std::string uuid(Dice& dice) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string text;
  std::uint64_t bits = 0;
  for (int i = 0; i < 32; ++i) {
    if (i % 16 == 0) bits = dice.next();
    if (i == 8 || i == 12 || i == 16 || i == 20) text += '-';
    const auto digit = i == 12 ? 4U : i == 16 ? 8U + (bits & 3U) : bits & 15U;
    text += digits[digit];
    bits >>= 4;
  }
  return text;
}

void chooseSource(SimulatedLead& lead, Dice& dice) {
  lead.origin = dice.pick(
      {{"Landing Page Submission", 50}, {"API", 36}, {"Lead Add Form", 9}, {"Lead Import", 4}, {"Quick Add Form", 1}});
  if (lead.origin == "Landing Page Submission") {
    lead.source = dice.pick(
        {{"Direct Traffic", 44}, {"Google", 38}, {"Organic Search", 13}, {"Social Media", 3}, {"Referral Sites", 2}});
  } else if (lead.origin == "API") {
    lead.source = dice.pick({{"Olark Chat", 46}, {"Google", 30}, {"Organic Search", 19}, {"Referral Sites", 5}});
  } else if (lead.origin == "Lead Import") {
    lead.source = dice.pick({{"Social Media", 70}, {"Trade Fair", 30}});
  } else {
    lead.source = dice.pick({{"Reference", 78}, {"Partner Website", 14}, {"Google", 5}, {"", 3}});
  }
}

// People come once or a few times; those who read long are fewer than those who leave at once.
void browse(SimulatedLead& lead, Dice& dice) {
  const bool byHand = lead.origin == "Lead Add Form" || lead.origin == "Quick Add Form";
  if (dice.chance(byHand ? 0.85 : lead.source == "Olark Chat" ? 0.55 : 0.06)) return;
  do {
    ++lead.visits;
  } while (lead.visits < 30 && dice.chance(lead.visits == 1 ? 0.85 : 0.66));
  const bool reads = dice.chance(0.42);
  lead.secondsOnSite = reads ? dice.between(700, 1700) : dice.between(3, 250);
  lead.secondsOnSite += dice.between(0, reads ? 500 : 350);
  lead.pagesPerHundredVisits = 100 + dice.between(0, 400 * lead.visits) / lead.visits;
  if (dice.chance(0.6)) lead.pagesPerHundredVisits = (lead.pagesPerHundredVisits + 50) / 100 * 100;
}

void fillForm(SimulatedLead& lead, Dice& dice, double placeholders) {
  const auto field = [&](std::string_view answer, double blank) -> std::string_view {
    const double way = dice.share();
    return way < blank ? "" : way < blank + placeholders ? "Select" : answer;
  };
  lead.specialization = field(dice.pick({{"Finance Management", 18},
                                         {"Human Resource Management", 15},
                                         {"Marketing Management", 15},
                                         {"Operations Management", 9},
                                         {"Business Administration", 8},
                                         {"IT Projects Management", 7},
                                         {"Supply Chain Management", 7},
                                         {"Banking, Investment and Insurance", 6},
                                         {"Media and Advertising", 4},
                                         {"Healthcare Management", 3},
                                         {"International Business", 3},
                                         {"Travel and Tourism", 3},
                                         {"E-Commerce", 2}}),
                              0.14);
  lead.city = field(dice.pick({{"Mumbai", 46},
                               {"Pune", 12},
                               {"Thane", 11},
                               {"Delhi", 9},
                               {"Bengaluru", 8},
                               {"Nagpur", 5},
                               {"Hyderabad", 5},
                               {"Chennai", 4}}),
                    0.13);
  lead.occupation =
      dice.pick({{"Unemployed", 60}, {"", 24}, {"Working Professional", 9}, {"Student", 5}, {"Other", 2}});
  lead.country = dice.pick(
      {{"India", 72}, {"", 22}, {"United Arab Emirates", 2}, {"United States", 2}, {"Singapore", 1}, {"Spain", 1}});
  lead.noEmail = dice.chance(0.08);
  lead.noCall = dice.chance(0.002);
  lead.freeCopy = dice.chance(0.3);
}

std::string_view nextStage(Dice& dice, std::int64_t logOdds) {
  if (logOdds > 0) return dice.pick({{"Qualified", 55}, {"Contacted", 25}, {"Prospecting", 12}, {"Unreachable", 8}});
  return dice.pick({{"Qualified", 14},
                    {"Contacted", 20},
                    {"Prospecting", 26},
                    {"Unreachable", 22},
                    {"Not Interested", 12},
                    {"Junk Lead", 6}});
}

// 1 / (1 + e^-x) for x in hundredths by the series of e^(x/32), so that no library's rounding matters.
double logistic(std::int64_t hundredths) {
  const double x = -static_cast<double>(std::clamp<std::int64_t>(hundredths, -3000, 3000)) / 3200;
  double term = 1, power = 1;
  for (int i = 1; i <= 12; ++i) {
    term = term * x / i;
    power = power + term;
  }
  for (int i = 0; i < 5; ++i) power = power * power;
  return 1 / (1 + power);
}

// What salespeople and systems write down once the outcome shows.
void noteOutcome(SimulatedLead& lead, Dice& dice) {
  lead.tags = lead.converted
                  ? dice.pick({{"Will answer by e-mail", 62}, {"Payment expected", 20}, {"Busy", 6}, {"", 12}})
                  : dice.pick({{"", 44},
                               {"No answer", 24},
                               {"Interested in other courses", 12},
                               {"Wrong number", 6},
                               {"Busy", 5},
                               {"Already a student", 9}});
  lead.lastActivity =
      lead.converted
          ? dice.pick(
                {{"SMS Sent", 44}, {"Email Opened", 36}, {"Phone Conversation", 12}, {"Page Visited on Website", 8}})
          : dice.pick({{"Email Opened", 38},
                       {"SMS Sent", 16},
                       {"Olark Chat Conversation", 16},
                       {"Page Visited on Website", 14},
                       {"Email Bounced", 8},
                       {"Email Link Clicked", 8}});
}

std::int64_t momentOf(double position, Period period, Dice& dice) {
  const auto day = static_cast<std::int64_t>(position * static_cast<double>(period.days));
  // Three draws in four fall into the working day.
  const std::int64_t hour = dice.chance(0.75) ? dice.between(9, 19) : dice.between(0, 23);
  return period.start + day * 86400 + hour * 3600 + dice.between(0, 59) * 60;
}

}  // namespace

std::int64_t conversionLogOdds(const SimulatedLead& lead) {
  std::int64_t sum = -135;
  if (lead.origin == "Lead Add Form") sum += 130;
  if (lead.origin == "Lead Import") sum -= 60;
  if (lead.source == "Reference") sum += 110;
  if (lead.source == "Partner Website") sum += 160;
  if (lead.source == "Olark Chat") sum -= 40;
  if (lead.source == "Organic Search") sum += 20;
  if (lead.secondsOnSite >= 800) sum += 150;
  if (lead.secondsOnSite > 0 && lead.secondsOnSite < 300) sum -= 70;
  sum += 8 * std::min<std::int64_t>(lead.visits, 8);
  if (lead.pagesPerHundredVisits >= 400) sum += 20;
  sum += 12 * (lead.activityScore - 14);
  if (lead.grade == "A") sum += 120;
  if (lead.grade == "B") sum += 60;
  if (lead.stage == "Qualified") sum += 80;
  if (lead.stage == "Unreachable") sum -= 80;
  if (lead.stage == "Not Interested" || lead.stage == "Junk Lead") sum -= 220;
  if (lead.occupation == "Working Professional") sum += 190;
  if (lead.occupation.empty()) sum -= 110;
  if (lead.occupation == "Student") sum -= 40;
  if (lead.specialization.empty()) sum -= 60;
  if (lead.city == "Mumbai" || lead.city == "Thane") sum += 20;
  if (lead.city.empty()) sum -= 40;
  if (lead.noEmail) sum -= 110;
  return sum;
}

SimulatedLead simulatedLead(std::uint64_t seed, std::uint64_t number, double position, Period period,
                            double placeholders) {
  Dice dice(seed, number, firstPurpose);
  SimulatedLead lead;
  lead.number = number;
  lead.id = uuid(dice);
  lead.firstName = firstNames[dice.below(firstNames.size())];
  lead.lastName = lastNames[dice.below(lastNames.size())];
  chooseSource(lead, dice);
  browse(lead, dice);
  fillForm(lead, dice, placeholders);
  lead.activityScore = 11 + dice.between(0, 1);
  for (int i = 0; i < 2; ++i) lead.activityScore += dice.between(0, 3);
  lead.grade = dice.pick({{"", 62}, {"A", 7}, {"B", 14}, {"C", 17}});
  lead.stage = nextStage(dice, conversionLogOdds(lead));
  lead.converted = dice.chance(logistic(conversionLogOdds(lead)));
  noteOutcome(lead, dice);
  lead.created = momentOf(position, period, dice);
  lead.modified = lead.created + dice.between(1, 6 * 1440) * 60;
  return lead;
}

SimulatedLead evolved(SimulatedLead lead, std::uint64_t seed, std::uint64_t revision) {
  Dice dice(seed, lead.number, laterPurpose + revision);
  lead.modified += dice.between(1440, 30 * 1440) * 60;
  if (dice.chance(0.6)) {
    const std::int64_t visits = dice.between(1, 3);
    lead.pagesPerHundredVisits = (lead.pagesPerHundredVisits * lead.visits + 300 * visits) / (lead.visits + visits);
    lead.visits += visits;
    lead.secondsOnSite += visits * dice.between(20, 400);
  }
  if (dice.chance(0.5)) lead.activityScore = std::clamp<std::int64_t>(lead.activityScore + dice.between(-1, 2), 7, 18);
  if (!lead.converted) {
    lead.stage = nextStage(dice, conversionLogOdds(lead));
    lead.converted = dice.chance(logistic(conversionLogOdds(lead)) / 2);
    noteOutcome(lead, dice);
  }
  return lead;
}

}  // namespace leadlight
