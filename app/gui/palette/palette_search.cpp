#include "app/gui/palette/palette_search.h"

#include <algorithm>
#include <variant>

#include "app/gui/palette/fuzzy.h"

namespace leadlight {

namespace {

constexpr std::size_t mostValues = 6, mostColumns = 4, mostLeads = 5;
constexpr std::size_t fewEnough = 5000;  // values: more are searched for the words as they stand only
constexpr std::size_t checkEvery = 4096;
constexpr int valueFirst = 20, leadsLast = -150;
constexpr int literalRank = 420, prefixRank = 820, exactRank = 1040;

QString labelOf(const Column& column) {
  return QString::fromStdString(column.label().empty() ? column.name() : column.label());
}

bool isLowerAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80 && (c < 'A' || c > 'Z'); });
}

std::string folded(const std::string& text) {
  return isLowerAscii(text) ? text : foldedText(QString::fromStdString(text)).toStdString();
}

std::vector<std::uint64_t> leadsPerCode(const Column& column) {
  std::vector<std::uint64_t> leads(column.dictionary().size(), 0);
  std::visit(
      [&](const auto& codes) {
        for (const auto code : codes) ++leads[code];
      },
      column.codes());
  return leads;
}

std::uint32_t firstRow(const Column& column, std::uint32_t wanted) {
  return std::visit(
      [&](const auto& codes) {
        const auto found = std::find(codes.begin(), codes.end(), wanted);
        return static_cast<std::uint32_t>(found - codes.begin());
      },
      column.codes());
}

// Keeps the best `most` of what it is given.
class Best {
 public:
  explicit Best(std::size_t most) : most_(most) {}
  void add(PaletteHit hit) {
    hits_.push_back(std::move(hit));
    std::push_heap(hits_.begin(), hits_.end(), better);
    if (hits_.size() <= most_) return;
    std::pop_heap(hits_.begin(), hits_.end(), better);
    hits_.pop_back();
  }
  void moveTo(std::vector<PaletteHit>& all) {
    for (PaletteHit& hit : hits_) all.push_back(std::move(hit));
  }
  static bool better(const PaletteHit& a, const PaletteHit& b) {
    return a.rank != b.rank ? a.rank > b.rank : a.leads > b.leads;
  }

 private:
  std::size_t most_;
  std::vector<PaletteHit> hits_;  // a heap, the worst in front
};

// Without decoding a text: for columns with very many values.
std::optional<int> literal(std::string_view query, std::string_view text) {
  const std::size_t at = text.find(query);
  if (at == std::string_view::npos) return std::nullopt;
  return (at > 0                        ? literalRank
          : text.size() == query.size() ? exactRank
                                        : prefixRank) -
         static_cast<int>(std::min<std::size_t>(text.size(), 90));
}

struct Searching {
  const PaletteIndex& index;
  QString query;      // folded
  std::string plain;  // the same as bytes
  const Progress& progress;
  Best values{mostValues}, columns{mostColumns}, leads{mostLeads};

  // "lead source google" and "source=google" find the value too.
  std::optional<int> rankOf(const PaletteIndex::ColumnValues& known, const std::string& text) const {
    if (known.searched.size() > fewEnough) return literal(plain, text);
    const QString value = QString::fromStdString(text);
    const auto own = fuzzyRank(query, value);
    if (own || !query.contains(QLatin1Char(' '))) return own;
    const auto both = fuzzyRank(query, known.folded + QLatin1Char(' ') + value);
    return both && *both > 300 ? std::optional(*both - 100) : std::nullopt;
  }

  void searchText(const Column& column, const PaletteIndex::ColumnValues& known) {
    for (std::uint32_t code = 1; code < known.searched.size(); ++code) {
      if (code % checkEvery == 0 && progress.cancelled()) return;
      if (known.leads[code] == 0 || column.isMissingCode(code)) continue;
      const auto rank = rankOf(known, known.searched[code]);
      if (!rank) continue;
      const std::string& value = column.dictionary()[code];
      if (!known.naming) {
        values.add({PaletteHit::Kind::Value, *rank + valueFirst, column.name(), labelOf(column), value,
                    known.leads[code], 0, 0});
        continue;
      }
      // The row is looked for at the end, for the few that stay.
      leads.add({PaletteHit::Kind::Lead, *rank + leadsLast, column.name(), labelOf(column), value, 0,
                 static_cast<std::int64_t>(code), 0});
    }
  }

  void searchNumber(const Column& column) {
    bool isNumber = false;
    const qint64 wanted = query.toLongLong(&isNumber);
    if (!isNumber || column.type() != ColumnType::Integer) return;
    const std::vector<std::int64_t>& numbers = column.integers();
    const auto found = std::find(numbers.begin(), numbers.end(), wanted);
    if (found == numbers.end() || std::find(found + 1, numbers.end(), wanted) != numbers.end()) return;
    const auto row = static_cast<std::uint32_t>(found - numbers.begin());
    leads.add({PaletteHit::Kind::Lead, exactRank, column.name(), labelOf(column), column.textAt(row), 0,
               index.snapshot->frame.leadIds()[row], row});
  }

  void run() {
    const auto& all = index.snapshot->frame.columns();
    for (std::size_t i = 0; i < all.size() && i < index.columns.size(); ++i) {
      if (progress.cancelled()) return;
      const PaletteIndex::ColumnValues& known = index.columns[i];
      if (const auto rank = fuzzyRank(query, known.folded))
        columns.add({PaletteHit::Kind::Column, *rank, all[i]->name(), labelOf(*all[i]), {}, 0, 0, 0});
      if (all[i]->type() == ColumnType::Text)
        searchText(*all[i], known);
      else
        searchNumber(*all[i]);
    }
  }
};

}  // namespace

PaletteIndexPtr paletteIndex(const SnapshotPtr& snapshot, const Progress& progress) {
  auto index = std::make_shared<PaletteIndex>();
  index->snapshot = snapshot;
  const std::size_t rows = snapshot->frame.rows();
  for (const Frame::ColumnPtr& column : snapshot->frame.columns()) {
    if (progress.cancelled()) return index;
    PaletteIndex::ColumnValues known;
    known.folded = foldedText(labelOf(*column));
    if (column->type() == ColumnType::Text) {
      known.leads = leadsPerCode(*column);
      known.naming = column->dictionary().size() > 20 && 2 * column->dictionary().size() > rows;
      for (const std::string& value : column->dictionary()) known.searched.push_back(folded(value));
    }
    index->columns.push_back(std::move(known));
  }
  return index;
}

std::vector<PaletteHit> searchLeads(const PaletteIndex& index, const QString& query, const Progress& progress) {
  const QString wanted = foldedText(query.trimmed()).replace(QLatin1Char('='), QLatin1Char(' '));
  std::vector<PaletteHit> hits;
  if (wanted.isEmpty()) return hits;
  Searching searching{index, wanted, wanted.toStdString(), progress};
  searching.run();
  searching.values.moveTo(hits);
  searching.columns.moveTo(hits);
  searching.leads.moveTo(hits);
  for (PaletteHit& hit : hits) {
    if (hit.kind != PaletteHit::Kind::Lead) continue;
    const Column& column = *index.snapshot->frame.find(hit.column);
    if (column.type() != ColumnType::Text) continue;
    hit.row = firstRow(column, static_cast<std::uint32_t>(hit.lead));
    hit.lead = index.snapshot->frame.leadIds()[hit.row];
  }
  std::stable_sort(hits.begin(), hits.end(), Best::better);
  return hits;
}

Filter keepValue(const PaletteHit& hit) { return Filter::in(hit.column, {hit.value}); }

Filter leaveOutValue(const PaletteHit& hit) { return Filter::negated(Filter::in(hit.column, {hit.value})); }

}  // namespace leadlight
