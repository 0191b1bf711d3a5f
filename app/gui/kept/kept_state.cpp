#include "app/gui/kept/kept_state.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

namespace leadlight {

namespace {

constexpr qint64 largest = 8 << 20;    // bytes
constexpr std::size_t keptSteps = 50;  // of undo
constexpr qsizetype mostViews = 500;

QString text(const std::string& bytes) { return QString::fromStdString(bytes); }

QJsonArray conditionsJson(const FilterHistory::Conditions& conditions) {
  QJsonArray array;
  for (const auto& [column, filter] : conditions)
    array.append(QJsonObject{{"column", text(column)}, {"filter", text(filter.text())}});
  return array;
}

FilterHistory::Conditions conditionsOf(const QJsonArray& array) {
  FilterHistory::Conditions conditions;
  for (const auto& one : array) {
    const QJsonObject object = one.toObject();
    auto filter = parseFilter(object["filter"].toString().toStdString());
    if (filter && !filter->empty()) conditions.emplace_back(object["column"].toString().toStdString(), *filter);
  }
  return conditions;
}

QJsonObject historyJson(const FilterHistory& history) {
  const std::size_t skipped = history.at() > keptSteps ? history.at() - keptSteps : 0;
  QJsonArray steps;
  for (std::size_t i = skipped; i < std::min(history.steps().size(), history.at() + keptSteps); ++i)
    steps.append(conditionsJson(history.steps()[i]));
  return {{"steps", steps}, {"at", static_cast<qint64>(history.at() - skipped)}};
}

FilterHistory historyOf(const QJsonObject& object) {
  std::vector<FilterHistory::Conditions> steps;
  for (const auto& step : object["steps"].toArray()) steps.push_back(conditionsOf(step.toArray()));
  return {std::move(steps), static_cast<std::size_t>(std::max(0, object["at"].toInt()))};
}

QByteArray asText(const QJsonObject& object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }

bool sameHistories(const Session::Histories& a, const Session::Histories& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) {
    return x.first == y.first && x.second.at() == y.second.at() && x.second.steps() == y.second.steps();
  });
}

}  // namespace

bool KeptState::operator==(const KeptState& other) const {
  return dataset == other.dataset && page == other.page && geometry == other.geometry &&
         sameHistories(filters, other.filters);
}

QByteArray keptText(const KeptState& state) {
  QJsonObject filters;
  for (const auto& [dataset, history] : state.filters)
    if (history.steps().size() > 1 || !history.now().empty()) filters[text(dataset)] = historyJson(history);
  return asText({{"leadlight_window", 1},
                 {"dataset", text(state.dataset)},
                 {"page", state.page},
                 {"geometry", QString::fromLatin1(state.geometry.toBase64())},
                 {"filters", filters}});
}

KeptState keptStateOf(const QByteArray& bytes) {
  const QJsonObject object = QJsonDocument::fromJson(bytes).object();
  KeptState state;
  if (object["leadlight_window"].toInt() != 1) return state;
  state.dataset = object["dataset"].toString().toStdString();
  state.page = object["page"].toString();
  state.geometry = QByteArray::fromBase64(object["geometry"].toString().toLatin1());
  const QJsonObject filters = object["filters"].toObject();
  for (auto one = filters.begin(); one != filters.end(); ++one)
    state.filters[one.key().toStdString()] = historyOf(one.value().toObject());
  return state;
}

QByteArray viewsText(const std::vector<SavedView>& views) {
  QJsonArray array;
  for (const SavedView& view : views)
    array.append(QJsonObject{{"name", view.name},
                             {"dataset", text(view.dataset)},
                             {"page", view.page},
                             {"conditions", conditionsJson(view.conditions)},
                             {"state", view.state}});
  return asText({{"leadlight_views", 1}, {"views", array}});
}

std::vector<SavedView> viewsOf(const QByteArray& bytes) {
  const QJsonObject object = QJsonDocument::fromJson(bytes).object();
  std::vector<SavedView> views;
  if (object["leadlight_views"].toInt() != 1) return views;
  const QJsonArray array = object["views"].toArray();
  for (qsizetype i = 0; i < std::min(array.size(), mostViews); ++i) {
    const QJsonObject one = array[i].toObject();
    const QString name = one["name"].toString().trimmed();
    if (name.isEmpty()) continue;
    views.push_back({name, one["dataset"].toString().toStdString(), one["page"].toString(),
                     conditionsOf(one["conditions"].toArray()), one["state"].toObject()});
  }
  return views;
}

KeptFiles keptFilesOf(const std::filesystem::path& store) {
  const QDir folder(QString::fromStdString((defaultStorePath().parent_path() / "windows").string()));
  const QByteArray path = QByteArray::fromStdString(std::filesystem::absolute(store).lexically_normal().string());
  const QString name = QString::fromLatin1(QCryptographicHash::hash(path, QCryptographicHash::Sha1).toHex());
  return {folder.filePath(name + QStringLiteral(".json")), folder.filePath(name + QStringLiteral("-views.json"))};
}

QByteArray readKept(const QString& name) {
  QFile file(name);
  return file.size() <= largest && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace leadlight
