#include "app/gui/leads/leads_columns.h"

#include <QCoreApplication>
#include <QDate>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QLocale>
#include <algorithm>
#include <cmath>
#include <set>

#include "widgets/format.h"
#include "widgets/value_text.h"

namespace leadlight {

namespace {

struct LeadColumnWords {
  Q_DECLARE_TR_FUNCTIONS(LeadColumnWords)
};

constexpr std::size_t widthSamples = 200;
constexpr int leastWidth = 72;
constexpr int mostWidth = 168;
constexpr int mostHeadWidth = 236;  // "Total Time Spent on Website", also in a wider font

int figureOf(const std::vector<ColumnFigure>& figures, const std::string& name) {
  const auto found =
      std::find_if(figures.begin(), figures.end(), [&](const auto& figure) { return figure.name == name; });
  return found == figures.end() ? -1 : static_cast<int>(found - figures.begin());
}

// The column that names a lead best: a short whole number of its own per lead, the key before others; else the key.
std::string namingColumn(const Snapshot& snapshot, const std::vector<ColumnFigure>& figures) {
  const std::optional<std::string> key = snapshot.dataset ? snapshot.dataset->key : std::nullopt;
  std::string best;
  for (const ColumnFigure& figure : figures) {
    if (!figure.identifier) continue;
    if (key && figure.name == *key) return figure.name;
    if (best.empty()) best = figure.name;
  }
  return best.empty() && key ? *key : best;
}

TableColumn columnNamed(const Snapshot& snapshot, const std::string& name, const std::vector<ColumnFigure>& figures) {
  TableColumn column;
  column.name = name;
  column.label = QString::fromStdString(name);
  if (const Column* found = snapshot.frame.find(name)) {
    column.type = found->type();
    if (!found->label().empty()) column.label = QString::fromStdString(found->label());
  }
  if (const DatasetColumn* known = snapshot.dataset ? snapshot.dataset->find(name) : nullptr) {
    column.afterContact = known->afterContact;
    if (!snapshot.frame.find(name)) column.label = QString::fromStdString(known->label);
  }
  if (name == scoreColumn) {
    column.kind = TableColumn::Kind::Score;
    column.label = LeadColumnWords::tr("Score");
  } else if (name == probabilityColumn) {
    column.kind = TableColumn::Kind::Probability;
    column.label = LeadColumnWords::tr("Chance");
  } else if (name == bandColumn) {
    column.kind = TableColumn::Kind::Band;
    column.label = LeadColumnWords::tr("Band");
  }
  const int figure = figureOf(figures, name);
  column.identifier = figure >= 0 && figures[static_cast<std::size_t>(figure)].identifier;
  return column;
}

// All names, each once, in the order of the table.
std::vector<std::string> namesInOrder(const Snapshot& snapshot, const std::vector<ColumnFigure>& figures) {
  std::vector<std::string> names;
  std::set<std::string> known;
  const auto add = [&](const std::string& name) {
    const bool there = snapshot.frame.find(name) || (snapshot.dataset && snapshot.dataset->find(name));
    if (there && known.insert(name).second) names.push_back(name);
  };
  add(namingColumn(snapshot, figures));
  add(std::string(scoreColumn));
  add(std::string(bandColumn));
  const std::optional<std::string> key = snapshot.dataset ? snapshot.dataset->key : std::nullopt;
  if (snapshot.champion)
    for (const std::string& name : snapshot.champion->scorecard.columns())
      if (const Column* column = snapshot.frame.find(name)) add(column->name());
  if (snapshot.target) add(snapshot.target->column);
  std::vector<std::string> late;
  const auto addOrKeep = [&](const std::string& name) {
    const bool isLate = name == probabilityColumn || !snapshot.frame.find(name) || (key && name == *key);
    if (isLate) {
      late.push_back(name);
    } else {
      add(name);
    }
  };
  if (snapshot.dataset)
    for (const DatasetColumn& column : snapshot.dataset->columns) addOrKeep(column.name);
  for (const Frame::ColumnPtr& column : snapshot.frame.columns()) addOrKeep(column->name());
  for (const std::string& name : late) add(name);
  return names;
}

int widthOf(const Snapshot& snapshot, const TableColumn& column, const QFontMetrics& body, const QFontMetrics& bold) {
  if (column.kind == TableColumn::Kind::Score) return 112;
  // A long name leaves no room for the sign of sorting.
  const int name = bold.horizontalAdvance(column.label), head = std::max(std::min(name + 40, mostWidth), name + 24);
  if (column.kind == TableColumn::Kind::Band) return std::max(66, std::min(head, 120));
  int widest = 0;
  if (const Column* values = snapshot.frame.find(column.name)) {
    const std::size_t step = std::max<std::size_t>(1, values->rows() / widthSamples);
    for (std::size_t row = 0; row < values->rows(); row += step)
      if (!values->isMissing(row))
        widest = std::max(widest, body.horizontalAdvance(valueText(*values, row, column.identifier)) + 24);
  }
  return std::max({leastWidth, std::min(head, mostHeadWidth), std::min(widest, mostWidth)});
}

QString countCaption(std::uint64_t values) {
  return LeadColumnWords::tr("%n values", nullptr, static_cast<int>(std::min<std::uint64_t>(values, 2'000'000'000)))
      .replace(QString::number(values), formatCount(values));
}

QString captionOf(const TableColumn& column, const ColumnFigure* figure, std::size_t bands) {
  if (!figure) return LeadColumnWords::tr("in the store");
  if (figure->shape == ColumnFigure::Shape::Empty) return LeadColumnWords::tr("empty");
  if (figure->shape == ColumnFigure::Shape::Constant)
    return LeadColumnWords::tr("always %1").arg(canonicalText(figure->only, figure->type, figure->identifier));
  if (column.afterContact) return LeadColumnWords::tr("after contact");
  if (column.kind == TableColumn::Kind::Band) return LeadColumnWords::tr("%n bands", nullptr, static_cast<int>(bands));
  if (figure->type == ColumnType::Text) return countCaption(figure->distinct);
  if (figure->identifier) return LeadColumnWords::tr("one per lead");
  const auto end = [&](double value) {
    if (figure->type != ColumnType::Date) return shortestNumber(std::round(value * 100) / 100);
    return QLocale().toString(QDate(1970, 1, 1).addDays(static_cast<qint64>(std::floor(value / 86400))),
                              QLocale::ShortFormat);
  };
  if (column.kind == TableColumn::Kind::Score)
    return LeadColumnWords::tr("%1 to %2")
        .arg(formatDecimal(std::floor(figure->low), 0), formatDecimal(std::ceil(figure->high), 0));
  return LeadColumnWords::tr("%1 to %2").arg(end(figure->low), end(figure->high));
}

// Which band colours each bar of the score's histogram, or each bar of the band's.
std::vector<int> bandsOfBars(const Snapshot& snapshot, const TableColumn& column, const ColumnFigure& figure) {
  std::vector<int> bands;
  if (!snapshot.champion || snapshot.champion->scorecard.bands.empty()) return bands;
  const Scorecard& scorecard = snapshot.champion->scorecard;
  if (column.kind == TableColumn::Kind::Score) {
    for (std::size_t i = 0; i + 1 < figure.binning.edges.size(); ++i)
      bands.push_back(
          static_cast<int>(scorecard.bandIndex((figure.binning.edges[i] + figure.binning.edges[i + 1]) / 2)));
  } else if (column.kind == TableColumn::Kind::Band) {
    const Column* values = snapshot.frame.find(bandColumn);
    for (const std::size_t code : figure.codes) {
      const auto found = std::find_if(scorecard.bands.begin(), scorecard.bands.end(),
                                      [&](const Band& band) { return band.name == values->dictionary()[code]; });
      bands.push_back(found == scorecard.bands.end() ? -1 : static_cast<int>(found - scorecard.bands.begin()));
    }
  }
  return bands;
}

}  // namespace

LeadColumns leadColumns(const Snapshot& snapshot, const std::vector<ColumnFigure>& figures) {
  LeadColumns result;
  QFont font = QGuiApplication::font();
  font.setPointSizeF(9);
  const QFontMetrics body(font);
  font.setPointSizeF(9.5);
  font.setBold(true);
  const QFontMetrics bold(font);
  for (const std::string& name : namesInOrder(snapshot, figures)) {
    TableColumn column = columnNamed(snapshot, name, figures);
    const int figure = figureOf(figures, name);
    result.figure.push_back(figure);
    result.hideable.push_back(figure >= 0 && column.kind == TableColumn::Kind::Plain &&
                              figures[static_cast<std::size_t>(figure)].shape != ColumnFigure::Shape::Varied);
    result.widths.push_back(widthOf(snapshot, column, body, bold));
    result.columns.push_back(std::move(column));
  }
  result.pinned = namingColumn(snapshot, figures).empty() ? 0 : 1;
  if (result.pinned == 1) result.hideable[0] = false;
  return result;
}

std::vector<HeaderContent> headContents(const Snapshot& snapshot, const LeadColumns& columns,
                                        const std::vector<ColumnFigure>& figures,
                                        const std::vector<std::vector<std::uint64_t>>& kept,
                                        const std::vector<Filter>& conditions, const std::vector<bool>& pinned) {
  std::set<std::string> filtered;
  for (const Filter& condition : conditions)
    for (const std::string& name : condition.columns()) filtered.insert(name);
  const std::size_t bands = snapshot.champion ? snapshot.champion->scorecard.bands.size() : 0;
  std::vector<HeaderContent> heads;
  for (std::size_t i = 0; i < columns.columns.size(); ++i) {
    const TableColumn& column = columns.columns[i];
    HeaderContent head;
    head.pinned = i < pinned.size() && pinned[i];
    head.filtered = filtered.contains(column.name);
    const auto at = static_cast<std::size_t>(columns.figure[i]);
    const ColumnFigure* figure = columns.figure[i] >= 0 ? &figures[at] : nullptr;
    head.caption = head.pinned ? LeadColumnWords::tr("pinned") : captionOf(column, figure, bands);
    head.warning = column.afterContact && figure && figure->shape == ColumnFigure::Shape::Varied;
    if (figure && !figure->identifier && figure->shape == ColumnFigure::Shape::Varied) {
      head.all.assign(figure->all.begin(), figure->all.end());
      if (at < kept.size()) head.kept.assign(kept[at].begin(), kept[at].end());
      head.bands = bandsOfBars(snapshot, column, *figure);
    }
    heads.push_back(std::move(head));
  }
  return heads;
}

QString leadTitle(const LeadColumns& columns, const Frame& frame, std::uint32_t row) {
  if (columns.pinned > 0) {
    const Column* naming = frame.find(columns.columns.front().name);
    if (naming && !naming->isMissing(row)) return LeadColumnWords::tr("Lead %1").arg(valueText(*naming, row, true));
  }
  return LeadColumnWords::tr("Lead %1").arg(frame.leadIds()[row]);
}

}  // namespace leadlight
