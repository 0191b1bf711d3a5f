#include "app/gui/scoring/scoring_training.h"

#include <QCoreApplication>
#include <QDateTime>
#include <algorithm>
#include <numeric>

#include "app/gui/scoring/scoring_words.h"
#include "app/gui/sentences.h"
#include "model/frame/aggregate.h"
#include "model/frame/frame_reader.h"
#include "scoring/evaluate/leakage.h"
#include "scoring/evaluate/partition.h"
#include "scoring/train/binned.h"
#include "widgets/format.h"
#include "widgets/table/column_figures.h"

namespace leadlight {

namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(ScoringTraining)
};

constexpr unsigned folds = 5;
// Beyond this many leads one fold tells as much as five would, in a fifth of the time.
constexpr std::size_t manyLeads = 200'000;
constexpr std::size_t mostOutcomes = 40;  // different values of a column that can be an outcome

bool isScoring(const std::string& column) {
  return column == scoreColumn || column == probabilityColumn || column == bandColumn;
}

std::optional<TrainTarget> targetColumn(const Column& column, const std::optional<Target>& known) {
  if (column.type() == ColumnType::Date || column.type() == ColumnType::Decimal) return std::nullopt;
  if (column.type() == ColumnType::Text && column.dictionary().size() > mostOutcomes) return std::nullopt;
  const Binning binning = binningOf(column, mostOutcomes);
  if (binning.kind == Binning::Kind::Number && !binning.singleValues) return std::nullopt;
  if (binning.groups() < 3) return std::nullopt;  // one value and missing
  const std::vector<Group> groups =
      aggregate(groupOfRows(column, binning), binning.groups(), RowSet(column.rows(), true), {}, nullptr);
  TrainTarget target{column.name(), QString::fromStdString(column.label()), {}};
  const bool isKnown = known && known->column == column.name();
  for (std::size_t i = 0; i < binning.missingGroup(); ++i) {
    const std::string value = groupName(binning, i);
    if (groups[i].leads == 0) continue;
    const bool positive =
        isKnown ? std::find(known->positives.begin(), known->positives.end(), value) != known->positives.end()
                : value == "1" || value == "Yes" || value == "yes" || value == "true";
    target.values.push_back({value, groups[i].leads, positive});
  }
  return target.values.size() < 2 ? std::nullopt : std::optional(std::move(target));
}

QString aboutText(const ColumnFigure& figure) {
  if (figure.type != ColumnType::Text) return typeWord(figure.type);
  return Words::tr("%1 values", nullptr, static_cast<int>(figure.distinct)).arg(formatCount(figure.distinct));
}

bool isAfterContact(const Snapshot& snapshot, const std::string& column) {
  const DatasetColumn* found = snapshot.dataset ? snapshot.dataset->find(column) : nullptr;
  return found && found->afterContact;
}

// Whether the trainer leaves the column out as one that only tells leads apart.
bool isIdentifier(const Column& column, const ColumnFigure& figure) {
  if (!figure.identifier && 2 * figure.distinct <= column.rows()) return false;
  std::vector<std::uint32_t> rows(column.rows());
  std::iota(rows.begin(), rows.end(), 0U);
  const BinOutcome outcome = binColumn(column, rows, {});
  return !outcome.binned && outcome.why == LeftOut::Why::Identifier;
}

QString afterContactText() { return Words::tr("written after contact"); }

QString whyNotText(const Snapshot& snapshot, const Column& column, const ColumnFigure& figure) {
  if (figure.shape == ColumnFigure::Shape::Empty) return Words::tr("always empty");
  if (figure.shape == ColumnFigure::Shape::Constant) return Words::tr("always the same");
  if (isIdentifier(column, figure)) return Words::tr("names each lead");
  return isAfterContact(snapshot, figure.name) ? afterContactText() : QString();
}

TrainColumn trainColumn(const Snapshot& snapshot, const Column& column, const ColumnFigure& figure) {
  TrainColumn each{column.name(), QString::fromStdString(column.label()), aboutText(figure)};
  each.ordered = column.type() != ColumnType::Text;
  each.whyNot = whyNotText(snapshot, column, figure);
  each.suspect = !each.whyNot.isEmpty() && each.whyNot == afterContactText();
  return each;
}

// Text of too many different values stays in the store: there is nothing to learn from it.
void addStored(const Snapshot& snapshot, std::vector<TrainColumn>& columns) {
  if (!snapshot.dataset) return;
  auto place = columns.begin();
  for (const DatasetColumn& column : snapshot.dataset->columns) {
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [&](const TrainColumn& each) { return each.column == column.name; });
    if (found != columns.end()) {
      place = found + 1;
      continue;
    }
    if (snapshot.frame.find(column.name)) continue;
    TrainColumn stored{column.name, QString::fromStdString(column.label), typeWord(column.type)};
    stored.whyNot = column.name == snapshot.dataset->key ? Words::tr("names each lead") : Words::tr("too many values");
    stored.usable = false;
    place = columns.insert(place, std::move(stored)) + 1;
  }
}

std::map<std::string, double> metricsMap(const Metrics& metrics) {
  return {{"auc", metrics.auc}, {"pr_auc", metrics.prAuc},   {"log_loss", metrics.logLoss},    {"brier", metrics.brier},
          {"ece", metrics.ece}, {"lift_10", metrics.lift10}, {"capture_20", metrics.capture20}};
}

}  // namespace

TrainingChoices trainingChoices(const Snapshot& snapshot) {
  TrainingChoices choices;
  const std::vector<ColumnFigure> figures = columnFigures(snapshot.frame, {});
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const Frame::ColumnPtr& column = snapshot.frame.columns()[i];
    if (isScoring(column->name())) continue;
    if (std::optional<TrainTarget> target = targetColumn(*column, snapshot.target)) {
      if (snapshot.target && snapshot.target->column == column->name())
        choices.target = static_cast<int>(choices.targets.size());
      choices.targets.push_back(*std::move(target));
    }
    choices.columns.push_back(trainColumn(snapshot, *column, figures[i]));
  }
  addStored(snapshot, choices.columns);
  return choices;
}

std::vector<TrainMethod> trainingMethods() {
  return {{"auto", Words::tr("The best of the three"),
           Words::tr("Tries all three on leads held back, and takes the simpler when they are alike.")},
          {"boosted", Words::tr("Boosted"),
           Words::tr("Learns points per bin and per pair of columns in many small turns. Most exact.")},
          {"logistic", Words::tr("Logistic"), Words::tr("One weight per bin or value, all fitted together. Smooth.")},
          {"frequency", Words::tr("Frequency"),
           Words::tr("Each value by how its own leads fared. Simplest, also for little data.")}};
}

namespace {

QString evidenceText(const ColumnReport& report, Sign sign, std::uint64_t leads) {
  const QString auc = formatDecimal(report.auc, 2);
  switch (sign) {
    case Sign::RanksTooWell:
      return Words::tr("alone it ranks with an AUC of %1: too good for something known beforehand").arg(auc);
    case Sign::StandsOut:
      return Words::tr("alone it ranks with an AUC of %1, far above all others").arg(auc);
    case Sign::NameTells:
      return Words::tr("its name sounds like an outcome, and it ranks with an AUC of %1").arg(auc);
    case Sign::FillTellsOutcome:
      return Words::tr("filled in %1 of %2 leads, and %3 of those converted")
          .arg(formatCount(report.filled), formatCount(leads), formatRate(report.filledWon, report.filled));
    case Sign::MarkedAfterContact:
      return afterContactText();
    case Sign::Identifier:
      return Words::tr("names each lead");
    case Sign::NearlyConstant:
      return Words::tr("nearly always the same");
  }
  return {};
}

}  // namespace

std::vector<TrainFlag> trainingFlags(const Snapshot& snapshot, const Target& target, const Progress& progress) {
  std::vector<std::string> afterContact;
  for (const Frame::ColumnPtr& column : snapshot.frame.columns())
    if (isAfterContact(snapshot, column->name())) afterContact.push_back(column->name());
  const auto reports = findLeakage(snapshot.frame, target, afterContact, progress);
  std::vector<TrainFlag> flags;
  if (!reports) return flags;
  for (const ColumnReport& report : *reports) {
    if (report.signs.empty()) continue;
    QStringList reasons;
    for (const Sign sign : report.signs) reasons << evidenceText(report, sign, snapshot.frame.rows());
    flags.push_back({report.column, reasons.join(QStringLiteral("; ")), report.isSuspect()});
  }
  return flags;
}

Target targetOf(const TrainWish& wish) { return {wish.target, wish.positives}; }

Result<Partition> foldsOf(Store& store, const Snapshot& snapshot, bool brief) {
  const auto keys = readKeys(store, snapshot.datasetName, snapshot.frame, {});
  if (!keys) return keys.error();
  return brief && keys->size() > manyLeads ? byHoldout(*keys, folds) : byFolds(*keys, folds);
}

Result<LearnedScorecard> learn(const Snapshot& snapshot, const TrainWish& wish, const Partition& partition,
                               const Progress& progress) {
  TrainOptions options;
  options.method = methodNamed(wish.method).value_or(Method::Auto);
  options.exclude = wish.exclude;
  options.seed = wish.seed;
  for (const std::string& column : wish.rising) options.monotone[column] = Direction::Rising;
  for (const std::string& column : wish.falling) options.monotone[column] = Direction::Falling;
  const Target target = targetOf(wish);
  Result<Trained> trained = trainScorecard(snapshot.frame, target, {}, options, progress);
  if (!trained) return trained.error();
  options.method = trained->method;
  Result<Evaluation> evaluation = evaluateMethod(snapshot.frame, target, partition, options, progress);
  if (!evaluation) return evaluation.error();

  LearnedScorecard learned{std::move(trained->scorecard), nullptr, std::move(trained->leftOut)};
  Scorecard& scorecard = learned.scorecard;
  scorecard.name = wish.name.toStdString();
  scorecard.dataset = snapshot.datasetName;
  scorecard.provenance.metrics = metricsMap(evaluation->metrics);
  learned.study = studyOf(scorecard, snapshot.frame, *std::move(evaluation), partition);
  return learned;
}

}  // namespace leadlight
