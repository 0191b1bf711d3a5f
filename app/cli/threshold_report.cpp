#include "app/cli/threshold_report.h"

#include <algorithm>
#include <cmath>

#include "app/cli/command.h"
#include "app/cli/learning.h"
#include "app/cli/text_table.h"
#include "model/base/text.h"

namespace leadlight {

namespace {

Status readCapacity(const std::string& text, std::vector<std::uint64_t>& capacity) {
  for (const std::string& item : split(text, ',')) {
    const auto leads = parseInteger(trimmed(item));
    if (!leads || *leads < 1)
      return usageError("--capacity needs numbers of leads to call, such as 40 or 40,100, not '" + text + "'.");
    capacity.push_back(static_cast<std::uint64_t>(*leads));
  }
  return {};
}

Status readPrecision(const std::string& text, std::vector<double>& precision) {
  for (const std::string& item : split(text, ',')) {
    const auto share = parseDecimal(trimmed(item));
    if (!share || *share <= 0 || *share > 1)
      return usageError("--precision needs shares above 0 up to 1, such as 0.6 or 0.6,0.3, not '" + text + "'.");
    precision.push_back(*share);
  }
  return {};
}

Status readEconomics(const Arguments& args, std::optional<Economics>& economics) {
  const auto win = args.decimal("value-of-win"), call = args.decimal("cost-of-call");
  if (!win) return win.error();
  if (!call) return call.error();
  if (!*win && !*call) return {};
  if (!*win) return usageError("--cost-of-call needs --value-of-win beside it, in the same currency.");
  economics = Economics{**win, call->value_or(0)};
  if (economics->winValue < 0 || economics->callCost < 0)
    return usageError("--value-of-win and --cost-of-call are 0 at least.");
  return {};
}

const char* wayOf(const ThresholdWish& wish) {
  if (wish.threshold) return "threshold";
  if (!wish.capacity.empty()) return "capacity";
  return wish.precision.empty() ? "money" : "precision";
}

std::optional<double> chosenThreshold(const Ranking& ranking, const ThresholdWish& wish) {
  if (wish.threshold) return wish.threshold;
  if (!wish.capacity.empty()) return thresholdForCalls(ranking, wish.capacity.front());
  if (!wish.precision.empty()) return thresholdForPrecision(ranking, wish.precision.front());
  return mostMoney(ranking, *wish.economics);
}

void writeList(JsonWriter& json, const ThresholdReport& report) {
  const CallList& list = *report.list;
  const Confusion& confusion = list.confusion;
  json.beginObject().field("threshold", list.threshold).field("by", wayOf(report.wish)).field("calls", list.calls);
  json.field("true_positives", confusion.truePositives).field("false_positives", confusion.falsePositives);
  json.field("true_negatives", confusion.trueNegatives).field("false_negatives", confusion.falseNegatives);
  const Rate rate = wilson(confusion.truePositives, list.calls);
  json.field("precision", list.precision).field("low", rate.low).field("high", rate.high);
  json.field("recall", list.recall).field("accuracy", confusion.accuracy()).field("f1", confusion.f1());
  json.field("lift", list.lift);
  if (report.wish.economics) {
    json.field("money", list.money).key("most_money");
    if (report.mostMoney)
      json.beginObject().field("threshold", report.mostMoney->threshold).field("calls", report.mostMoney->calls);
    if (report.mostMoney)
      json.field("money", report.mostMoney->money).endObject();
    else
      json.null();
  }
  json.endObject();
}

void printList(std::ostream& out, const ThresholdReport& report) {
  const CallList& list = *report.list;
  const Confusion& confusion = list.confusion;
  const Rate rate = wilson(confusion.truePositives, list.calls);
  out << "Call the " << counted(list.calls, "lead", "leads") << " that score " << formatNumber(list.threshold)
      << " or more: " << percent(list.precision) << " convert (" << fixedNumber(100 * rate.low, 1) << " to "
      << percent(rate.high) << "), " << percent(list.recall) << " of all conversions.\n\n";
  using Align = TextTable::Align;
  TextTable table({{""}, {"converted", Align::Right}, {"did not", Align::Right}});
  table.add({"called", grouped(confusion.truePositives), grouped(confusion.falsePositives)});
  table.add({"left alone", grouped(confusion.falseNegatives), grouped(confusion.trueNegatives)});
  table.print(out);
  out << "precision " << fixedNumber(list.precision, 4) << ", recall " << fixedNumber(list.recall, 4) << ", accuracy "
      << fixedNumber(confusion.accuracy(), 4) << ", F1 " << fixedNumber(confusion.f1(), 4) << ", lift "
      << fixedNumber(list.lift, 2) << '\n';
}

// -1234.5 -> "-1,234.50"
std::string moneyText(double money) {
  const std::string text = fixedNumber(std::fabs(money), 2);
  const std::size_t point = text.find('.');
  const auto whole = parseInteger(text.substr(0, point));
  return (money < 0 ? "-" : "") + (whole ? grouped(static_cast<std::uint64_t>(*whole)) + text.substr(point) : text);
}

void printMoney(std::ostream& out, const ThresholdReport& report) {
  if (!report.wish.economics) return;
  out << "Money: ";
  if (report.list) out << moneyText(report.list->money) << "; ";
  if (report.mostMoney)
    out << "most is " << moneyText(report.mostMoney->money) << ", with the "
        << counted(report.mostMoney->calls, "lead", "leads") << " that score "
        << formatNumber(report.mostMoney->threshold) << " or more.\n";
  else
    out << "every list of calls loses some.\n";
}

}  // namespace

std::vector<OptionSpec> thresholdOptions() {
  return {{"threshold", "S", "what calling every lead with this score or more would have done"},
          {"capacity", "N[,N]", "the threshold for N leads to call at most, and bands of so many leads each"},
          {"precision", "P[,P]", "the lowest threshold of which the share P converts (0.6), and bands that do"},
          {"value-of-win", "V", "money that a conversion brings; alone: the threshold that brings most"},
          {"cost-of-call", "V", "money that a call costs; default: 0"}};
}

Result<std::optional<ThresholdWish>> thresholdWishOf(const Arguments& args) {
  if (args.has("threshold") + args.has("capacity") + args.has("precision") > 1)
    return usageError("--threshold, --capacity and --precision each choose a threshold; give one of them.");
  ThresholdWish wish;
  const auto threshold = args.decimal("threshold");
  if (!threshold) return threshold.error();
  wish.threshold = *threshold;
  if (const auto text = args.value("capacity"))
    if (const Status read = readCapacity(*text, wish.capacity); !read) return read.error();
  if (const auto text = args.value("precision"))
    if (const Status read = readPrecision(*text, wish.precision); !read) return read.error();
  if (const Status read = readEconomics(args, wish.economics); !read) return read.error();
  const bool any = wish.threshold || !wish.capacity.empty() || !wish.precision.empty() || wish.economics;
  return any ? std::optional(std::move(wish)) : std::nullopt;
}

ThresholdReport thresholdReport(const Evaluation& evaluation, const ThresholdWish& wish) {
  const Ranking ranking(evaluation.score, evaluation.won);
  const Economics economics = wish.economics.value_or(Economics{});
  ThresholdReport report{wish, {}, {}, {}};
  if (const auto threshold = chosenThreshold(ranking, wish)) report.list = callListAt(ranking, *threshold, economics);
  if (const double best = mostMoney(ranking, economics); std::isfinite(best))
    report.mostMoney = callListAt(ranking, best, economics);
  Scorecard banded;
  if (!wish.capacity.empty()) banded.bands = bandsByCapacity(ranking, wish.capacity);
  if (!wish.precision.empty()) banded.bands = bandsByPrecision(ranking, wish.precision);
  report.bands = conversionByBand(banded, evaluation.score, evaluation.won);
  return report;
}

void writeThreshold(JsonWriter& json, const ThresholdReport& report) {
  json.key("threshold");
  if (report.list)
    writeList(json, report);
  else
    json.null();
  if (!report.bands.empty()) writeBandList(json, "proposed_bands", report.bands);
}

void printThreshold(std::ostream& out, const ThresholdReport& report) {
  if (!report.list)
    out << "No list of 20 leads or more converts at " << percent(report.wish.precision.front()) << ".\n";
  else if (report.list->calls != 0)
    printList(out, report);
  else if (!report.wish.capacity.empty())
    out << "More leads than that share the best score, so that no threshold parts them.\n";
  else
    out << "No lead is called from that score upwards.\n";
  printMoney(out, report);
  if (report.bands.empty()) return;
  out << "\nBands for this:\n";
  printBands(out, report.bands);
}

}  // namespace leadlight
