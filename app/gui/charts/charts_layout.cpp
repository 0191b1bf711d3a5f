#include "app/gui/charts/charts_layout.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>
#include <array>

namespace leadlight {
namespace {

// In the order of the enums; they are in people's settings, so they never change.
constexpr std::array kinds = {"source", "bars",   "shares", "score", "number",
                              "time",   "funnel", "bands",  "table", "values"};
constexpr std::array widths = {"third", "half", "full"};
constexpr std::array orders = {"leads", "conversion", "score"};
constexpr std::array measures = {"leads", "conversion", "mean_score", "mean", "sum"};
constexpr std::array periods = {"day", "week", "month", "year"};

template <class Enum, std::size_t n>
QString nameOf(Enum value, const std::array<const char*, n>& names) {
  return QString::fromLatin1(names[static_cast<std::size_t>(value)]);
}

template <class Enum, std::size_t n>
std::optional<Enum> named(const QJsonValue& value, const std::array<const char*, n>& names) {
  for (std::size_t i = 0; i < n; ++i)
    if (value.toString() == QLatin1String(names[i])) return static_cast<Enum>(i);
  return std::nullopt;
}

QJsonArray arrayOf(const std::vector<std::string>& names) {
  QJsonArray array;
  for (const std::string& name : names) array.append(QString::fromStdString(name));
  return array;
}

std::vector<std::string> namesOf(const QJsonValue& array) {
  std::vector<std::string> names;
  for (const QJsonValue& name : array.toArray()) names.push_back(name.toString().toStdString());
  return names;
}

QJsonObject objectOf(const ChartPlan& plan) {
  QJsonObject object{{"kind", nameOf(plan.kind, kinds)},         {"column", QString::fromStdString(plan.view.column)},
                     {"bins", static_cast<int>(plan.view.bins)}, {"width", nameOf(plan.width, widths)},
                     {"order", nameOf(plan.order, orders)},      {"top", static_cast<int>(plan.top)},
                     {"measure", nameOf(plan.measure, measures)}};
  if (!plan.view.across.empty()) object["across"] = QString::fromStdString(plan.view.across);
  if (!plan.view.measure.empty()) object["of"] = QString::fromStdString(plan.view.measure);
  if (plan.view.period) object["period"] = nameOf(*plan.view.period, periods);
  if (!plan.stages.empty()) {
    object["stages"] = arrayOf(plan.stages.way);
    object["outside"] = arrayOf(plan.stages.outside);
  }
  return object;
}

std::optional<ChartPlan> planOf(const QJsonObject& object) {
  const auto kind = named<ChartPlan::Kind>(object["kind"], kinds);
  if (!kind) return std::nullopt;
  ChartPlan plan;
  plan.kind = *kind;
  plan.view.column = object["column"].toString().toStdString();
  plan.view.bins = static_cast<std::size_t>(std::clamp(object["bins"].toInt(20), 1, 200));
  plan.view.across = object["across"].toString().toStdString();
  plan.view.measure = object["of"].toString().toStdString();
  plan.view.period = named<Binning::Period>(object["period"], periods);
  plan.width = named<ChartPlan::Width>(object["width"], widths).value_or(plan.width);
  plan.order = named<BarOrder>(object["order"], orders).value_or(plan.order);
  plan.top = static_cast<std::size_t>(std::clamp(object["top"].toInt(8), 1, 100));
  plan.measure = named<ChartPlan::Measure>(object["measure"], measures).value_or(plan.measure);
  plan.stages = {namesOf(object["stages"]), namesOf(object["outside"])};
  return plan;
}

QString keyOf(const QString& store, const QString& dataset) {
  const auto word = [](const QString& text) {
    return QString::fromLatin1(text.toUtf8().toBase64(QByteArray::Base64UrlEncoding));
  };
  return QStringLiteral("charts/") + word(store) + QLatin1Char('/') + word(dataset);
}

}  // namespace

QByteArray layoutText(const std::vector<ChartPlan>& plans) {
  QJsonArray charts;
  for (const ChartPlan& plan : plans) charts.append(objectOf(plan));
  return QJsonDocument(QJsonObject{{"charts", charts}}).toJson(QJsonDocument::Compact);
}

std::optional<std::vector<ChartPlan>> layoutOf(const QByteArray& text, const Snapshot& snapshot) {
  const QJsonValue charts = QJsonDocument::fromJson(text).object()["charts"];
  if (!charts.isArray()) return std::nullopt;
  std::vector<ChartPlan> plans;
  for (const QJsonValue& value : charts.toArray()) {
    auto plan = planOf(value.toObject());
    if (!plan) continue;
    if (auto whole = completed(*std::move(plan), snapshot)) plans.push_back(*std::move(whole));
  }
  return plans;
}

QByteArray readLayout(const QString& store, const QString& dataset) {
  return QSettings().value(keyOf(store, dataset)).toByteArray();
}

void writeLayout(const QString& store, const QString& dataset, const QByteArray& layout) {
  if (layout.isEmpty())
    QSettings().remove(keyOf(store, dataset));
  else
    QSettings().setValue(keyOf(store, dataset), layout);
}

}  // namespace leadlight
