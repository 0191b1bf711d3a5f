#include <algorithm>
#include <cmath>

#include "app/cli/command.h"
#include "app/cli/lead_query.h"
#include "app/cli/lead_rows.h"
#include "app/cli/text_table.h"
#include "model/base/json_writer.h"
#include "model/base/output_file.h"
#include "model/base/text.h"
#include "scoring/calls/call_sheets.h"

namespace leadlight {

namespace {

std::string signedPoints(double points) {
  return (points > 0 ? "+" : "") + fixedNumber(points, points == std::round(points) ? 0 : 2);
}

std::string timeOnSite(double seconds) {
  const auto whole = static_cast<std::uint64_t>(seconds);
  return whole < 120 ? counted(whole, "second", "seconds") : counted(whole / 60, "minute", "minutes");
}

std::string plainReason(const CallReason& reason) {
  using Kind = CallReason::Kind;
  switch (reason.kind) {
    case Kind::CameBy:
      return "Came by " + reason.value;
    case Kind::CameThrough:
      return "Came through " + reason.value;
    case Kind::TimeOnSite:
      return timeOnSite(reason.number) + " on the website";
    case Kind::Visits:
      return counted(static_cast<std::uint64_t>(reason.number), "visit", "visits");
    case Kind::Occupation:
      return "Occupation: " + reason.value;
    case Kind::LastActivity:
      return "Last activity: " + reason.value;
    case Kind::LastNotableActivity:
      return "Last notable activity: " + reason.value;
    case Kind::LivesIn:
      return "Lives in " + reason.value;
    case Kind::NotTold:
      return reason.term + ": not told";
    case Kind::Other:
      break;
  }
  return reason.term + ": " + reason.value;
}

CallWords englishWords() {
  CallWords words;
  words.title = [](const std::string& person) { return "Calls of " + person; };
  words.number = [](double score) { return fixedNumber(score, 1); };
  words.reason = [](const CallReason& reason) {
    return plainReason(reason) + " (" + signedPoints(reason.points) + ")";
  };
  return words;
}

// "3" is three people without names, "Ana,Ben" two with.
Result<std::vector<std::string>> peopleOf(const Arguments& args) {
  const std::string text = args.valueOr("people", "1");
  std::vector<std::string> people;
  if (text.find_first_not_of("0123456789") == std::string::npos) {
    const auto number = args.number("people", 1);
    if (!number) return number.error();
    for (std::uint64_t i = 1; i <= std::min<std::uint64_t>(number->value_or(1), mostCallers + 1); ++i)
      people.push_back("Person " + std::to_string(i));
    return people;
  }
  for (const std::string& part : split(text, ','))
    if (const std::string_view name = trimmed(part); !name.empty()) people.emplace_back(name);
  return people;
}

Result<CallWish> wishOf(const Arguments& args) {
  CallWish wish;
  auto people = peopleOf(args);
  if (!people) return people.error();
  wish.people = *std::move(people);
  const auto perDay = args.number("per-day", 1);
  if (!perDay) return perDay.error();
  const auto days = args.number("days", 1);
  if (!days) return days.error();
  wish.perDay = static_cast<std::size_t>(perDay->value_or(wish.perDay));
  wish.days = static_cast<std::size_t>(days->value_or(wish.days));
  const auto channel = callChannelFromName(args.valueOr("channel", "any"));
  if (!channel) return usageError("--channel is any, call or email.");
  wish.channel = *channel;
  return wish;
}

// What was asked, what came of it, and how it is written.
struct CallAnswer {
  CallWish wish;
  DealtCalls list;
  std::vector<std::string> columns;
  std::vector<CallRow> rows;
  std::string scorecard;
  std::vector<ExportFact> facts;
};

std::string leftOutSentence(const DealtCalls& list) {
  std::vector<std::string> parts;
  const auto add = [&](std::uint64_t count, const char* why) {
    if (count > 0) parts.push_back(grouped(count) + " " + why);
  };
  add(list.doNotCall, "do not call");
  add(list.doNotEmail, "do not e-mail");
  add(list.converted, "converted already");
  add(list.unscored, "without a score");
  if (parts.empty()) return "Nobody left out";
  std::string sentence = "Left out: ";
  for (std::size_t i = 0; i < parts.size(); ++i) sentence += (i == 0 ? "" : ", ") + parts[i];
  return sentence;
}

std::string callsSentence(const CallAnswer& answer) {
  return counted(answer.rows.size(), "call", "calls") + " of " + counted(answer.list.asked, "lead", "leads") + " for " +
         counted(answer.wish.people.size(), "person", "people") + ". " + leftOutSentence(answer.list) + "; " +
         grouped(answer.list.later) + " for later.";
}

void printJson(const CallAnswer& answer, std::ostream& out, const CallWords& words) {
  JsonWriter json(out);
  json.beginObject().key("people").beginArray();
  for (std::size_t person = 0; person < answer.wish.people.size(); ++person) {
    json.beginObject().field("name", answer.wish.people[person]).key("calls").beginArray();
    for (const CallRow& row : answer.rows) {
      if (row.call.person != person) continue;
      json.beginObject().field("day", row.call.day + 1).field("call", row.call.place + 1).field("lead_id", row.leadId);
      for (std::size_t i = 0; i < answer.columns.size(); ++i) json.field(answer.columns[i], row.values[i]);
      json.field("score", row.score).field("band", row.band).key("reasons").beginArray();
      for (const CallReason& reason : row.reasons)
        json.beginObject()
            .field("text", words.reason(reason))
            .field("column", reason.column)
            .field("value", reason.value)
            .field("points", reason.points)
            .endObject();
      json.endArray().endObject();
    }
    json.endArray().endObject();
  }
  json.endArray().field("asked", answer.list.asked).field("calls", answer.rows.size());
  json.key("left_out").beginObject().field("do_not_call", answer.list.doNotCall);
  json.field("do_not_email", answer.list.doNotEmail).field("converted", answer.list.converted);
  json.field("unscored", answer.list.unscored).endObject().field("later", answer.list.later);
  json.field("scorecard", answer.scorecard).endObject().endLine();
}

Status printCsv(const CallAnswer& answer, std::ostream& out, const CallWords& words) {
  const auto writer = csvWriter(out);
  std::vector<ExportColumn> columns{{"person"}, {"day"}, {"call"}};
  for (const std::string& name : answer.columns) columns.push_back({name});
  columns.insert(columns.end(), {{"score"}, {"band"}, {"reasons"}});
  if (const Status begun = writer->begin(columns); !begun) return begun;
  for (const CallRow& row : answer.rows) {
    const std::string why = joinedReasons(row, words);
    const auto whole = [](std::size_t number) {
      return StoredValue{StoredValue::Kind::Integer, static_cast<std::int64_t>(number), 0, {}};
    };
    const auto text = [](std::string_view value) { return StoredValue{StoredValue::Kind::Text, 0, 0, value}; };
    std::vector<StoredValue> values{text(answer.wish.people[row.call.person]), whole(row.call.day + 1),
                                    whole(row.call.place + 1)};
    for (const std::string& value : row.values) values.push_back(text(value));
    values.push_back({StoredValue::Kind::Decimal, 0, row.score, {}});
    values.push_back(text(row.band));
    values.push_back(text(why));
    if (const Status written = writer->row(values); !written) return written;
  }
  return writer->end();
}

// The files that were written.
Result<std::vector<std::filesystem::path>> writeFiles(const std::filesystem::path& name, const CallAnswer& answer,
                                                      const CallWords& words) {
  const std::string ending = lowered(name.extension().string());
  const CallPaper paper{answer.wish.people, answer.columns, answer.rows, answer.facts};
  if (ending == ".pdf") return writeCallPdfs(name, paper, words);
  if (ending == ".xlsx") {
    if (const Status written = writeCallBook(name, paper, words); !written) return written.error();
    return std::vector{name};
  }
  if (ending != ".csv" && ending != ".json") return usageError("--out takes a .pdf, .xlsx, .csv or .json file.");
  auto file = OutputFile::create(name);
  if (!file) return file.error();
  if (ending == ".json") {
    printJson(answer, file->stream(), words);
  } else if (const Status written = printCsv(answer, file->stream(), words); !written) {
    return file->because(written.error());
  }
  if (const Status done = file->commit(); !done) return done.error();
  return std::vector{name};
}

std::string namesOf(const std::vector<std::filesystem::path>& files) {
  std::vector<std::string> names;
  for (const std::filesystem::path& file : files) names.push_back(file.string());
  return joined(names, ", ");
}

// The columns that dealing and reasons read, as far as the dataset has them.
std::vector<std::string> neededColumns(const Dataset& dataset, const Scorecard& scorecard) {
  std::vector<std::string> needed{std::string(scoreColumn), std::string(bandColumn)};
  for (const std::string& name : scorecard.columns())
    if (dataset.find(name) != nullptr) needed.push_back(name);
  for (const DatasetColumn& column : dataset.columns)
    if (isCallBar(column.name) || isEmailBar(column.name)) needed.push_back(column.name);
  if (dataset.target) needed.push_back(*dataset.target);
  return needed;
}

Result<CallAnswer> answerOf(const Call& call, Store& store, CallWish wish, const Filter& where) {
  const auto dataset = store.dataset(call.dataset());
  if (!dataset) return dataset.error();
  const auto champion = championOf(store, dataset->name);
  if (!champion) return champion.error();
  if (!*champion)
    return Error{Errc::UnknownScorecard,
                 "No scorecard fits these leads, so nobody comes first; see leadctl train.",
                 dataset->name,
                 {}};
  const Scorecard& scorecard = (*champion)->scorecard;
  auto picture = readLeads(call, store, *dataset, where, neededColumns(*dataset, scorecard));
  if (!picture) return picture.error();
  std::optional<Target> target;
  if (dataset->target) target = Target{*dataset->target, dataset->positives};
  CallAnswer answer;
  answer.wish = std::move(wish);
  ProgressLine line(call.io, call.quiet || call.json);
  auto list = dealCalls(picture->frame, picture->rows, target, answer.wish, line.progress());
  if (!list) return list.error();
  answer.list = *std::move(list);
  answer.columns = callColumns(*dataset);
  auto rows = callRows(store, dataset->name, picture->frame, scorecard, answer.list, answer.columns, line.progress());
  if (!rows) return rows.error();
  answer.rows = *std::move(rows);
  answer.scorecard = scorecard.name + " v" + std::to_string((*champion)->stored.version);
  answer.facts = {{"Call list", callsSentence(answer)}};
  for (ExportFact& fact : stampOf(call, store, dataset->name)) answer.facts.push_back(std::move(fact));
  return answer;
}

Result<int> runCalls(const Call& call) {
  auto wish = wishOf(call.args);
  if (!wish) return wish.error();
  const auto where = whereOf(call.args);
  if (!where) return where.error();
  auto store = call.openStore(Store::Mode::ReadOnly);
  if (!store) return store.error();
  const auto answer = answerOf(call, *store, *std::move(wish), *where);
  if (!answer) return answer.error();
  const CallWords words = englishWords();
  if (const auto out = call.args.value("out")) {
    const auto files = writeFiles(*out, *answer, words);
    if (!files) return files.error();
    if (!call.json) call.say("Wrote " + namesOf(*files) + ".");
  } else if (!call.json) {
    if (const Status written = printCsv(*answer, call.io.out, words); !written) return written.error();
  }
  if (call.json) printJson(*answer, call.io.out, words);
  call.say(callsSentence(*answer));
  return exitDone;
}

}  // namespace

Command callsCommand() {
  Command command;
  command.name = "calls";
  command.summary = "deal the best leads out to the people who call, with reasons";
  command.synopsis = "calls [--where FILTER] [--per-day N] [--people A,B|N] [--days N] [--out FILE]";
  command.details =
      "Left out are leads that refuse contact (columns named like Do_Not_Call or Do_Not_Email), that have converted\n"
      "already, or that have no score; each is counted. The others come best score first, and day after day each\n"
      "person gets one lead in turn, so that everyone's leads are as good as the others'. Reasons are the terms of\n"
      "the champion that lift the lead most. With --json: "
      "{\"people\":[{\"name\",\"calls\":[{\"day\",\"call\",\"lead_id\",\n"
      "\"score\",\"band\",\"reasons\":[{\"text\",\"column\",\"value\",\"points\"}],…}]}],\"asked\",\"calls\",\"left_"
      "out\":\n"
      "{\"do_not_call\",\"do_not_email\",\"converted\",\"unscored\"},\"later\",\"scorecard\"}.\n";
  command.options = {
      whereOption(),
      {"per-day", "N", "calls of one person on one day; default: 40"},
      {"people", "A,B|N", "who calls: names, or how many; default: 1"},
      {"days", "N", "for so many days; default: 1"},
      {"channel", "C", "which refusals count: any, call or email; default: any"},
      {"out", "FILE",
       "write a .pdf for each person, a .xlsx with a sheet for each, a .csv or a .json; default: CSV on standard "
       "output"},
      datasetOption(),
  };
  command.examples = {
      {"calls --people Ana,Ben,Carla --per-day 40 --out calls.xlsx", "today's list for three people"},
      {"calls --people Ana,Ben --out calls.pdf", "calls-Ana.pdf and calls-Ben.pdf to print"},
      {"calls --where \"Lead_Source = 'Google'\" --channel call", "forty Google leads that may be called"},
  };
  command.run = runCalls;
  return command;
}

}  // namespace leadlight
