#include "model/simulate/simulate.h"

#include <algorithm>
#include <ostream>

#include "model/base/calendar.h"
#include "model/base/output_file.h"
#include "model/base/text.h"
#include "model/simulate/lead_writer.h"

namespace leadlight {

namespace {

// Purposes of the random streams that are about rows, not leads.
constexpr std::uint64_t rowPurpose = 0x726f7773;
constexpr std::uint64_t updatePurpose = 0x75706474;
// Broken rows speak of leads that appear nowhere else.
constexpr std::uint64_t brokenNumbers = 90'000'000;
constexpr std::uint64_t maxRows = 1'000'000'000;

struct Plan {
  SimulateOptions options;
  SimulatedFormat format = SimulatedFormat::Csv;
  Period period;

  SimulatedLead lead(std::uint64_t number) const {
    const bool earlier = number < options.updatesOf;
    const std::uint64_t first = earlier ? 0 : options.updatesOf;
    const std::uint64_t count = earlier ? options.updatesOf : options.rows;
    Period when = period;
    if (!earlier && options.updatesOf > 0) when.start += when.days * 86400;
    const double position = static_cast<double>(number - first) / static_cast<double>(count);
    return simulatedLead(options.seed, number, position, when, options.placeholders);
  }
};

Error usage(const std::string& option, const std::string& expected) {
  return Error{Errc::Usage, "The option " + option + " needs " + expected + ".", option, {option, expected}};
}

Result<Plan> planOf(const SimulateOptions& options) {
  Plan plan{options, SimulatedFormat::Csv, {}};
  if (options.format == "ndjson") {
    plan.format = SimulatedFormat::Ndjson;
  } else if (options.format == "json") {
    plan.format = SimulatedFormat::Json;
  } else if (options.format != "csv") {
    return usage("format", "csv, ndjson or json");
  }
  const std::pair<const char*, double> shares[] = {{"nulls", options.nulls},
                                                   {"placeholders", options.placeholders},
                                                   {"duplicates", options.duplicates},
                                                   {"broken", options.broken},
                                                   {"late-updates", options.lateUpdates}};
  for (const auto& [name, share] : shares)
    if (!(share >= 0 && share <= 1)) return usage(name, "a share from 0 to 1");
  if (options.rows > maxRows) return usage("rows", "at most 1000000000");
  if (options.updatesOf > maxRows) return usage("updates-of", "at most 1000000000");
  if (options.days == 0 || options.days > 36'500) return usage("days", "1 to 36500");
  const auto start = parseDate(options.start, DateOrder::YearMonthDay);
  if (!start || start->iso.size() != 10 || start->seconds < 0)
    return usage("start", "a day such as 2026-01-01, from 1970 on");
  plan.period = {start->seconds, static_cast<std::int64_t>(options.days)};
  return plan;
}

class Run {
 public:
  Run(const Plan& plan, std::ostream& out, const Progress& progress)
      : plan_(plan), out_(out), progress_(progress), dice_(plan.options.seed, plan.options.updatesOf, rowPurpose) {}

  Result<SimulateReport> operator()() {
    appendStart(buffer_, plan_.format);
    if (const Status done = writeUpdates(); !done) return done.error();
    if (const Status done = writeLeads(); !done) return done.error();
    if (plan_.options.broken > 0 && plan_.format == SimulatedFormat::Csv) writeBroken(BrokenKind::UnclosedQuote);
    appendEnd(buffer_, plan_.format);
    if (const Status done = flush(); !done) return done.error();
    out_.flush();
    if (!out_) return Error{Errc::Io, "The lead file could not be written.", "", {}};
    return report_;
  }

 private:
  Status writeUpdates() {
    for (std::uint64_t number = 0; number < plan_.options.updatesOf && plan_.options.lateUpdates > 0; ++number) {
      if (!Dice(plan_.options.seed, number, updatePurpose).chance(plan_.options.lateUpdates)) continue;
      write(evolved(plan_.lead(number), plan_.options.seed, 1));
      ++report_.updates;
      if (const Status done = pause(number); !done) return done;
    }
    return {};
  }

  Status writeLeads() {
    const SimulateOptions& options = plan_.options;
    for (std::uint64_t row = 0; row < options.rows; ++row) {
      write(plan_.lead(options.updatesOf + row));
      ++report_.leads;
      if (dice_.chance(options.duplicates)) writeAgain(row);
      if (dice_.chance(options.broken)) writeBroken(static_cast<BrokenKind>(report_.broken % 6));
      if (const Status done = pause(options.updatesOf + row); !done) return done;
    }
    return {};
  }

  // One of the latest thousand leads once more: as it was, or with later news.
  void writeAgain(std::uint64_t row) {
    const std::uint64_t back = dice_.below(std::min<std::uint64_t>(row, 1000) + 1);
    SimulatedLead lead = plan_.lead(plan_.options.updatesOf + row - back);
    const bool news = dice_.chance(0.5);
    write(news ? evolved(std::move(lead), plan_.options.seed, 2) : lead);
    ++report_.duplicates;
  }

  void writeBroken(BrokenKind kind) {
    std::vector<SimulatedCell> cells =
        cellsOf(simulatedLead(plan_.options.seed, brokenNumbers + report_.broken, 0.5, plan_.period, 0));
    spoil(cells, kind, plan_.format);
    append(cells);
    ++report_.broken;
  }

  void write(const SimulatedLead& lead) {
    std::vector<SimulatedCell> cells = cellsOf(lead);
    Dice dice(plan_.options.seed, lead.number, rowPurpose + static_cast<std::uint64_t>(lead.modified));
    blank(cells, dice, plan_.options.nulls);
    append(cells);
  }

  void append(const std::vector<SimulatedCell>& cells) {
    appendRow(buffer_, cells, plan_.format, first_);
    first_ = false;
  }

  Status pause(std::uint64_t number) {
    if (number % 4096 == 0) {
      if (progress_.cancelled()) return Error{Errc::Interrupted, "Stopped before the file was complete.", "", {}};
      progress_.report("simulate", report_.leads, plan_.options.rows);
    }
    return buffer_.size() < (std::size_t{1} << 20) ? Status() : flush();
  }

  Status flush() {
    out_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    report_.bytes += buffer_.size();
    buffer_.clear();
    return out_ ? Status() : Error{Errc::Io, "The lead file could not be written.", "", {}};
  }

  const Plan& plan_;
  std::ostream& out_;
  const Progress& progress_;
  Dice dice_;
  SimulateReport report_;
  std::string buffer_;
  bool first_ = true;
};

}  // namespace

Result<SimulateReport> simulateLeads(const SimulateOptions& options, std::ostream& out, const Progress& progress) {
  const Result<Plan> plan = planOf(options);
  if (!plan) return plan.error();
  return Run(*plan, out, progress)();
}

Result<SimulateReport> simulateLeadFile(const SimulateOptions& options, const std::filesystem::path& file,
                                        const Progress& progress) {
  if (const Result<Plan> plan = planOf(options); !plan) return plan.error();
  auto out = OutputFile::create(file);
  if (!out) return out.error();
  Result<SimulateReport> report = simulateLeads(options, out->stream(), progress);
  if (!report) {
    Error error = out->because(report.error());
    if (error.where.empty()) error.where = file.string();
    return error;
  }
  if (const Status done = out->commit(); !done) return done.error();
  return report;
}

std::vector<SampleFile> sampleFiles() {
  SimulateOptions quarter;
  quarter.rows = 5000;
  quarter.seed = 2026;
  SimulateOptions updates = quarter;
  updates.rows = 300;
  updates.updatesOf = quarter.rows;
  updates.lateUpdates = 0.12;
  SimulateOptions dirty;
  dirty.rows = 240;
  dirty.seed = 77;
  dirty.nulls = 0.1;
  dirty.placeholders = 0.3;
  dirty.duplicates = 0.1;
  dirty.broken = 0.08;
  return {{"leads-2026-q1.csv", quarter}, {"leads-2026-q1-updates.csv", updates}, {"leads-dirty.csv", dirty}};
}

}  // namespace leadlight
