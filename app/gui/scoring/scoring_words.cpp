#include "app/gui/scoring/scoring_words.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>
#include <algorithm>
#include <cmath>

#include "app/gui/shipped_words.h"
#include "model/base/text.h"
#include "widgets/format.h"
#include "widgets/value_text.h"

namespace leadlight {

namespace {

struct Scoring {
  Q_DECLARE_TR_FUNCTIONS(Scoring)
};

// More than this and the value takes the first line alone, the term the second.
constexpr qsizetype longTitle = 32;

QString fareText(const SlotEvidence& slot) {
  if (slot.leads == 0) return Scoring::tr("no lead so far");
  if (slot.known == 0) return formatLeads(slot.leads);
  return Scoring::tr("%1 of %2 converted").arg(formatRate(slot.converted, slot.known), formatCount(slot.known));
}

QString shortFareText(const SlotEvidence& slot) {
  if (slot.known == 0) return fareText(slot);
  return Scoring::tr("%1 of %2").arg(formatRate(slot.converted, slot.known), formatCount(slot.known));
}

ColumnType typeOf(const std::string& column, const Frame& frame) {
  const Column* found = frame.find(column);
  return found ? found->type() : ColumnType::Text;
}

QString edgeText(double edge, ColumnType type) {
  return type == ColumnType::Date ? dateText(static_cast<std::int64_t>(edge)) : shortestNumber(edge);
}

QString stepText(const StepsTerm& term, std::size_t step, ColumnType type) {
  if (term.edges.empty()) return Scoring::tr("any");
  if (step == 0) return Scoring::tr("below %1").arg(edgeText(term.edges.front(), type));
  if (step == term.edges.size()) return Scoring::tr("%1 or more").arg(edgeText(term.edges.back(), type));
  return Scoring::tr("%1 to under %2").arg(edgeText(term.edges[step - 1], type), edgeText(term.edges[step], type));
}

QString linearText(const LinearTerm& term) {
  QString text = Scoring::tr("%1 for each 1").arg(pointsText(term.weight));
  if (std::isfinite(term.low) && std::isfinite(term.high))
    return Scoring::tr("%1, between %2 and %3").arg(text, shortestNumber(term.low), shortestNumber(term.high));
  if (std::isfinite(term.low)) return Scoring::tr("%1, from %2 on").arg(text, shortestNumber(term.low));
  if (std::isfinite(term.high)) return Scoring::tr("%1, up to %2").arg(text, shortestNumber(term.high));
  return text;
}

QString decayText(const DecayTerm& term) {
  return Scoring::tr("%1 when new, half of it after %2 days")
      .arg(pointsText(term.points), shortestNumber(term.halfLifeDays));
}

bool isAnyOther(const GridAxis& axis, std::size_t slot) { return !axis.groups.empty() && slot + 2 == axis.slotCount(); }

QString axisText(const GridAxis& axis, std::size_t slot, const Frame& frame) {
  const ColumnType type = typeOf(axis.column, frame);
  if (slot + 1 == axis.slotCount()) return unknownText();
  if (isAnyOther(axis, slot)) return Scoring::tr("any other value");
  if (axis.groups.empty()) return stepText({axis.column, axis.edges, {}, 0, axis.dates}, slot, type);
  QStringList values;
  for (const std::string& value : axis.groups[slot]) values << canonicalText(value, type, false);
  return values.join(QStringLiteral(", "));
}

QString groupText(const Term& term, std::size_t group, const Frame& frame) {
  const ColumnType type = typeOf(term.column(), frame);
  if (const auto* lookup = std::get_if<LookupTerm>(&term.kind)) {
    if (group < lookup->points.size()) return canonicalText(lookup->points[group].first, type, false);
    return group == lookup->points.size() ? Scoring::tr("any other value") : unknownText();
  }
  if (const auto* steps = std::get_if<StepsTerm>(&term.kind))
    return group < steps->points.size() ? stepText(*steps, group, type) : unknownText();
  if (const auto* linear = std::get_if<LinearTerm>(&term.kind)) return group == 0 ? linearText(*linear) : unknownText();
  if (const auto* decay = std::get_if<DecayTerm>(&term.kind)) return group == 0 ? decayText(*decay) : unknownText();
  if (const auto* grid = std::get_if<GridTerm>(&term.kind)) {
    const std::size_t wide = grid->columns.slotCount();
    return QStringLiteral("%1 · %2").arg(axisText(grid->rows, group / wide, frame),
                                         axisText(grid->columns, group % wide, frame));
  }
  return group == 1 ? Scoring::tr("when it holds") : Scoring::tr("else");
}

// Does the slot stand for all values that the term does not list?
bool isAnyOther(const Term& term, std::size_t slot) {
  if (const auto* lookup = std::get_if<LookupTerm>(&term.kind)) return slot == lookup->points.size();
  const auto* grid = std::get_if<GridTerm>(&term.kind);
  if (!grid) return false;
  const std::size_t wide = grid->columns.slotCount();
  return isAnyOther(grid->rows, slot / wide) || isAnyOther(grid->columns, slot % wide);
}

// The values behind a line as people read them; of a grid, both.
QString lineValue(const Term& term, const LedgerLine& line, const Frame& frame, std::size_t row) {
  if (!std::holds_alternative<GridTerm>(term.kind))
    return line.missing && line.value.empty()
               ? unknownText()
               : canonicalText(line.value, typeOf(line.column, frame), false).simplified();
  QStringList values;
  for (const std::string& name : term.columns()) {
    const Column* column = frame.find(name);
    const std::string text = column ? column->textAt(row) : std::string();
    values << (text.empty() ? unknownText() : canonicalText(text, column->type(), false).simplified());
  }
  return values.join(QStringLiteral(" · "));
}

LedgerRow ledgerRow(const QString& name, const Term& term, const LedgerLine& line, const Frame& frame,
                    std::size_t frameRow, const std::vector<SlotEvidence>* bySlot) {
  LedgerRow row;
  row.points = line.points;
  const SlotEvidence* slot = bySlot ? &(*bySlot)[line.slot] : nullptr;
  if (const auto* rule = std::get_if<RuleTerm>(&term.kind)) {
    row.title = line.points != 0 ? Scoring::tr("%1: yes").arg(name) : Scoring::tr("%1: no").arg(name);
    row.detail = slot ? fareText(*slot) : QString::fromStdString(rule->when.text());
    if (!slot || asksForYes(*rule)) return row;
    QStringList labels;  // of the fields it reads
    for (const std::string& column : rule->when.columns()) labels << columnLabel(column, frame);
    row.detail = QStringLiteral("%1 · %2").arg(shortFareText(*slot), labels.join(QStringLiteral(", ")));
    return row;
  }
  const QString value = lineValue(term, line, frame, frameRow);
  const bool isLong = name.size() + value.size() > longTitle;
  row.title = isLong ? value : QStringLiteral("%1: %2").arg(name, value);
  if (const auto* linear = std::get_if<LinearTerm>(&term.kind); linear && !line.missing) {
    row.detail = linearText(*linear);
  } else if (const auto* decay = std::get_if<DecayTerm>(&term.kind); decay && !line.missing) {
    row.detail = decayText(*decay);
  } else if (slot) {
    const bool isOther = isAnyOther(term, line.slot);
    row.detail = isLong || isOther ? shortFareText(*slot) : fareText(*slot);
    // So fared all leads of such a value, not those of the one above.
    if (isOther) row.detail = QStringLiteral("%1: %2").arg(groupText(term, line.slot, frame), row.detail);
  }
  // The name last: where there is no room it is cut, and not the figures.
  if (isLong) row.detail = row.detail.isEmpty() ? name : QStringLiteral("%1 · %2").arg(row.detail, name);
  return row;
}

// What a cap takes off or adds to the terms of its group.
LedgerRow capRow(const TermGroup& group, const LedgerLine& line) {
  LedgerRow row;
  row.points = line.points;
  row.title = Scoring::tr("Cap of %1").arg(QString::fromStdString(group.name));
  row.detail = std::isfinite(group.high) && std::isfinite(group.low)
                   ? Scoring::tr("together from %1 to %2").arg(pointsText(group.low), pointsText(group.high))
               : std::isfinite(group.high) ? Scoring::tr("together %1 at most").arg(pointsText(group.high))
                                           : Scoring::tr("together %1 at least").arg(pointsText(group.low));
  return row;
}

}  // namespace

QString columnLabel(const std::string& column, const Frame& frame) {
  const Column* found = frame.find(column);
  return QString::fromStdString(found && !found->label().empty() ? found->label() : column);
}

bool asksForYes(const RuleTerm& rule) {
  const Filter& when = rule.when;
  const bool equals =
      when.kind == Filter::Kind::In || (when.kind == Filter::Kind::Compare && when.compare == Filter::Compare::Equal);
  if (!equals || when.values.size() != 1) return false;
  static constexpr const char* words[] = {"yes", "true", "y", "1", "sí", "si"};
  return std::any_of(std::begin(words), std::end(words),
                     [&](const char* word) { return equalsIgnoringCase(when.values.front(), word); });
}

QString readsText(const LedgerLine& line, const Frame& frame) {
  if (line.column.empty()) return QString::fromStdString(line.term);
  QStringList labels;
  for (const QString& column : QString::fromStdString(line.column).split(QStringLiteral(", ")))
    labels << columnLabel(column.toStdString(), frame);
  return labels.join(QStringLiteral(" x "));
}

LedgerContent ledgerContent(const Scorecard& scorecard, const Ledger& ledger, const Frame& frame, std::size_t row,
                            const ScoringEvidence* evidence) {
  LedgerContent content;
  content.base = ledger.base;
  content.sum = ledger.points;
  for (const std::size_t i : ledger.bySize()) {
    if (i >= scorecard.terms.size()) {  // a cap that does nothing is no news
      if (ledger.lines[i].points != 0)
        content.rows.push_back(capRow(scorecard.groups[i - scorecard.terms.size()], ledger.lines[i]));
      continue;
    }
    const std::vector<SlotEvidence>* bySlot = evidence && i < evidence->terms.size() ? &evidence->terms[i] : nullptr;
    content.rows.push_back(ledgerRow(termTitle(scorecard.name, ledger.lines[i].term), scorecard.terms[i],
                                     ledger.lines[i], frame, row, bySlot));
  }
  if (scorecard.link == Link::Logistic) {
    content.formulaHead = QStringLiteral("1 / (1 + e");
    content.formulaPower = formatSigned(-ledger.points);
    if (content.formulaPower.startsWith(QLatin1Char('+'))) content.formulaPower.remove(0, 1);
    content.formulaTail =
        Scoring::tr(") = %1, score %2").arg(formatPercent(ledger.probability.value_or(0)), formatDecimal(ledger.score));
  } else {
    content.formulaHead = Scoring::tr("The score is the sum: %1").arg(formatDecimal(ledger.score));
  }
  return content;
}

ScoreHeadline headlineOf(const Scorecard& scorecard, const Ledger& ledger, const ScoringEvidence* evidence) {
  ScoreHeadline headline;
  headline.score = formatDecimal(ledger.score);
  headline.band = QString::fromStdString(ledger.band);
  if (!scorecard.bands.empty()) headline.bandIndex = scorecard.bandIndex(ledger.score);
  headline.bandCount = scorecard.bands.size();
  headline.sentence = ledger.probability
                          ? Scoring::tr("%1 chance to convert").arg(formatPercent(*ledger.probability))
                          : Scoring::tr("%1 points").arg(shortestNumber(std::round(ledger.points * 100) / 100));
  if (evidence && !evidence->scores.empty())
    headline.note = Scoring::tr("higher than %1 of all leads")
                        .arg(formatPercent(std::floor(100 * evidence->shareBelow(ledger.score)) / 100, 0));
  return headline;
}

QString distanceToNextBand(const Scorecard& scorecard, double score) {
  if (scorecard.bands.empty()) return {};
  const std::size_t band = scorecard.bandIndex(score);
  if (band == 0) return Scoring::tr("in the highest band");
  const Band& next = scorecard.bands[band - 1];
  return Scoring::tr("%1 below band %2").arg(formatDecimal(next.from - score), QString::fromStdString(next.name));
}

std::vector<ScaleBand> scaleBands(const Scorecard& scorecard) {
  std::vector<ScaleBand> bands;
  for (const Band& band : scorecard.bands) bands.push_back({QString::fromStdString(band.name), band.from});
  return bands;
}

std::pair<double, double> scoreRange(const Scorecard& scorecard, const ScoringEvidence* evidence) {
  if (scorecard.link == Link::Logistic) return {0, 100};
  auto [low, high] = scorecard.pointsRange();
  const bool known = evidence && !evidence->scores.empty();
  if (!std::isfinite(low)) low = known ? evidence->scores.front() : 0;
  if (!std::isfinite(high)) high = known ? evidence->scores.back() : 100;
  for (const Band& band : scorecard.bands)
    if (std::isfinite(band.from)) {
      low = std::min(low, band.from);
      high = std::max(high, band.from);
    }
  low = std::min(low, 0.0);
  return {low, high > low ? high : low + 1};
}

namespace {

// Slots that stand apart at the foot of a term: any other value, missing, a rule that does not hold.
bool isRest(const Term& term, std::size_t slot) {
  if (std::holds_alternative<RuleTerm>(term.kind)) return slot == 0;
  return slot + 1 == term.slotCount() ||
         (std::holds_alternative<LookupTerm>(term.kind) && slot + 2 == term.slotCount());
}

}  // namespace

std::vector<PointsRow> termRows(const Scorecard& scorecard, std::size_t index, const Frame& frame,
                                const ScoringEvidence* evidence) {
  const Term& term = scorecard.terms[index];
  std::vector<PointsRow> rows;
  for (std::size_t slot = 0; slot < term.slotCount(); ++slot) {
    PointsRow row;
    row.group = slot;
    row.points = pointsOfSlot(term, slot);
    row.rest = isRest(term, slot);
    if (slot < term.support.errors.size()) row.error = term.support.errors[slot];
    if (evidence) {
      row.leads = evidence->terms[index][slot].leads;
      row.known = evidence->terms[index][slot].known;
      row.converted = evidence->terms[index][slot].converted;
    }
    if (row.rest && row.points == 0 && row.leads == 0) continue;
    row.label = groupText(term, slot, frame);
    rows.push_back(std::move(row));
  }
  if (std::holds_alternative<LookupTerm>(term.kind))
    std::stable_sort(rows.begin(), rows.end(), [](const PointsRow& a, const PointsRow& b) {
      return a.rest != b.rest ? b.rest : !a.rest && a.points > b.points;
    });
  if (std::holds_alternative<RuleTerm>(term.kind)) std::reverse(rows.begin(), rows.end());
  return rows;
}

PointsTable pointsTable(const Scorecard& scorecard, std::size_t index, const Frame& frame,
                        const ScoringEvidence* evidence) {
  const Term& term = scorecard.terms[index];
  const auto& grid = std::get<GridTerm>(term.kind);
  const std::size_t high = grid.rows.slotCount(), wide = grid.columns.slotCount();
  const auto leadsOf = [&](std::size_t slot) { return evidence ? evidence->terms[index][slot].leads : 0; };
  std::vector<std::size_t> rows, columns;
  for (std::size_t row = 0; row < high; ++row)
    for (std::size_t column = 0; column < wide; ++column) {
      if (grid.points[row * wide + column] == 0 && leadsOf(row * wide + column) == 0) continue;
      if (rows.empty() || rows.back() != row) rows.push_back(row);
      columns.push_back(column);
    }
  std::sort(columns.begin(), columns.end());
  columns.erase(std::unique(columns.begin(), columns.end()), columns.end());
  PointsTable table{columnLabel(grid.rows.column, frame), columnLabel(grid.columns.column, frame), {}, {}, {}, false};
  table.rates = evidence && evidence->hasTarget;
  for (const std::size_t row : rows) table.rows.push_back(axisText(grid.rows, row, frame));
  for (const std::size_t column : columns) table.columns.push_back(axisText(grid.columns, column, frame));
  for (const std::size_t row : rows)
    for (const std::size_t column : columns) {
      PointsTable::Cell& cell = table.cells.emplace_back();
      cell.group = row * wide + column;
      cell.points = grid.points[cell.group];
      if (cell.group < term.support.errors.size()) cell.error = term.support.errors[cell.group];
      if (!evidence) continue;
      cell.leads = evidence->terms[index][cell.group].leads;
      cell.known = evidence->terms[index][cell.group].known;
      cell.converted = evidence->terms[index][cell.group].converted;
    }
  return table;
}

QString termKindText(const Term& term, const Frame& frame) {
  const QString label = columnLabel(term.column(), frame);
  if (const auto* rule = std::get_if<RuleTerm>(&term.kind)) return QString::fromStdString(rule->when.text());
  if (const auto* linear = std::get_if<LinearTerm>(&term.kind))
    return Scoring::tr("%1: %2").arg(label, linearText(*linear));
  if (const auto* steps = std::get_if<StepsTerm>(&term.kind))
    return Scoring::tr("%1, a number in %2 steps").arg(label, formatCount(steps->points.size()));
  if (const auto* decay = std::get_if<DecayTerm>(&term.kind))
    return Scoring::tr("%1: %2").arg(label, decayText(*decay));
  if (const auto* grid = std::get_if<GridTerm>(&term.kind))
    return Scoring::tr("%1 and %2 together")
        .arg(columnLabel(grid->rows.column, frame), columnLabel(grid->columns.column, frame));
  return Scoring::tr("%1, a category").arg(label);
}

QString bandRangeText(const Scorecard& scorecard, std::size_t band) {
  const double from = scorecard.bands[band].from;
  if (band == 0) return std::isfinite(from) ? Scoring::tr("%1 or more").arg(shortestNumber(from)) : Scoring::tr("any");
  const double to = scorecard.bands[band - 1].from;
  return std::isfinite(from) ? Scoring::tr("%1 to under %2").arg(shortestNumber(from), shortestNumber(to))
                             : Scoring::tr("below %1").arg(shortestNumber(to));
}

double largestPoints(const Scorecard& scorecard) {
  double largest = 0;
  for (const Term& term : scorecard.terms)
    for (std::size_t slot = 0; slot < term.slotCount(); ++slot)
      largest = std::max(largest, std::abs(pointsOfSlot(term, slot)));
  return largest;
}

QString resultSentence(const RegisteredScorecard& registered, const ScoringEvidence* evidence) {
  const Scorecard& scorecard = registered.scorecard;
  if (evidence && evidence->hasTarget && !evidence->bands.empty() && evidence->bands.front().known > 0) {
    const SlotEvidence& top = evidence->bands.front();
    return Scoring::tr("The %1 leads in band %2 convert at %3, all leads at %4.")
        .arg(formatCount(top.leads), QString::fromStdString(scorecard.bands.front().name),
             formatRate(top.converted, top.known), formatRate(evidence->all.converted, evidence->all.known));
  }
  if (evidence && !evidence->scores.empty())
    return Scoring::tr("Scores from %1 to %2 over %3 leads.")
        .arg(formatDecimal(evidence->scores.front()), formatDecimal(evidence->scores.back()),
             formatCount(evidence->scores.size()));
  return scorecardTitle(registered.stored.name);
}

QString leadName(const Frame& frame, std::size_t row) {
  const Column* number = frame.find("Lead_Number");
  return number && !number->isMissing(row) ? QString::fromStdString(number->textAt(row))
                                           : QString::number(frame.leadIds()[row]);
}

}  // namespace leadlight
