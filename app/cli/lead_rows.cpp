#include "app/cli/lead_rows.h"

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "model/base/calendar.h"

namespace leadlight {

namespace {

constexpr std::size_t chunkRows = 4096;

// Puts the values of one lead together: stored ones as they come, computed ones from the frame.
class RowMaker {
 public:
  RowMaker(const LeadPicture& picture, const std::vector<NamedColumn>& columns) : columns_(columns) {
    score_ = picture.frame.find(scoreColumn);
    probability_ = picture.frame.find(probabilityColumn);
    band_ = picture.frame.find(bandColumn);
    values_.resize(columns.size());
    for (const NamedColumn& column : columns)
      if (column.source == NamedColumn::Source::Stored) stored_.push_back(column.name);
  }

  // The columns to ask the store for; never none, since a lead must be found.
  std::vector<std::string> storedColumns(const Dataset& dataset) const {
    if (stored_.empty() && !dataset.columns.empty()) return {dataset.columns.front().name};
    return stored_;
  }

  std::span<const StoredValue> make(std::int64_t leadId, std::size_t row, std::span<const StoredValue> stored) {
    std::size_t next = 0;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      switch (columns_[i].source) {
        case NamedColumn::Source::Stored:
          values_[i] = stored[next++];
          break;
        case NamedColumn::Source::Score:
          values_[i] = number(score_, row);
          break;
        case NamedColumn::Source::Probability:
          values_[i] = number(probability_, row);
          break;
        case NamedColumn::Source::Band:
          values_[i] = text(band_, row);
          break;
        case NamedColumn::Source::LeadId:
          values_[i] = {StoredValue::Kind::Integer, leadId, 0, {}};
          break;
      }
    }
    return values_;
  }

 private:
  static StoredValue number(const Column* column, std::size_t row) {
    const double value = column == nullptr ? std::nan("") : column->number(row);
    if (std::isnan(value)) return {};
    return {StoredValue::Kind::Decimal, 0, value, {}};
  }

  static StoredValue text(const Column* column, std::size_t row) {
    if (column == nullptr || column->isMissing(row)) return {};
    return {StoredValue::Kind::Text, 0, 0, column->dictionary()[column->code(row)]};
  }

  const std::vector<NamedColumn>& columns_;
  const Column* score_ = nullptr;
  const Column* probability_ = nullptr;
  const Column* band_ = nullptr;
  std::vector<std::string> stored_;
  std::vector<StoredValue> values_;
};

}  // namespace

Status writeLeadRows(const Call& call, Store& store, const Dataset& dataset, const LeadPicture& picture,
                     const std::vector<std::uint32_t>& rows, const std::vector<NamedColumn>& columns,
                     RowWriter& writer) {
  RowMaker maker(picture, columns);
  const std::vector<std::string> stored = maker.storedColumns(dataset);
  const std::vector<std::int64_t>& ids = picture.frame.leadIds();
  std::vector<std::int64_t> chunk;
  // Rows on a terminal are progress enough.
  ProgressLine line(call.io, call.quiet || call.json || !call.args.has("out"));
  const Progress progress = line.progress();
  for (std::size_t start = 0; start < rows.size(); start += chunkRows) {
    const std::size_t end = std::min(rows.size(), start + chunkRows);
    chunk.clear();
    for (std::size_t i = start; i < end; ++i) chunk.push_back(ids[rows[i]]);
    Status written;
    std::size_t at = 0;  // in the chunk; a lead that is gone by now is passed over
    const Status fetched =
        store.fetch(dataset.name, stored, chunk, [&](std::int64_t leadId, std::span<const StoredValue> values) {
          while (chunk[at] != leadId) ++at;
          written = writer.row(maker.make(leadId, rows[start + at], values));
          ++at;
          return static_cast<bool>(written);
        });
    if (!written) return written;
    if (!fetched) return fetched;
    progress.report("write", end, rows.size());
    if (progress.cancelled()) return Error{Errc::Interrupted, "Stopped. Everything is as it was.", "", {}};
  }
  return {};
}

std::vector<ExportFact> stampOf(const Call& call, Store& store, const std::string& dataset) {
  std::vector<ExportFact> facts{{"Filter", call.args.valueOr("where", "all leads")}};
  if (const auto champion = store.champion(dataset); champion && *champion)
    facts.emplace_back("Scorecard", (*champion)->name + " v" + std::to_string((*champion)->version));
  if (store.asOf()) facts.emplace_back("As of load", std::to_string(*store.asOf()));
  if (const auto loads = store.loads(); loads && !loads->empty())
    facts.emplace_back("Latest load", std::to_string(loads->front().id) + ", " +
                                          std::filesystem::path(loads->front().file).filename().string());
  facts.emplace_back("Written", isoDateTime(secondsNow()) + " UTC");
  return facts;
}

}  // namespace leadlight
