#include "app/gui/leads/leads_layout.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>
#include <algorithm>

namespace leadlight {

namespace {

constexpr int leastWidth = 44, mostWidth = 2000;

template <class Names>
QJsonArray arrayOf(const Names& names) {
  QJsonArray array;
  for (const std::string& name : names) array.append(QString::fromStdString(name));
  return array;
}

// A path holds slashes, which would make groups.
QString settingOf(const QString& store, const std::string& dataset) {
  const QByteArray place = (store + QLatin1Char('\n') + QString::fromStdString(dataset)).toUtf8();
  return QStringLiteral("columns/") + QString::fromLatin1(place.toBase64(QByteArray::Base64UrlEncoding));
}

}  // namespace

std::string ColumnArrangement::text() const {
  QJsonObject wide;
  for (const auto& [name, width] : widths) wide.insert(QString::fromStdString(name), width);
  QJsonObject all{{QStringLiteral("order"), arrayOf(order)},
                  {QStringLiteral("widths"), wide},
                  {QStringLiteral("hidden"), arrayOf(hidden)},
                  {QStringLiteral("all"), showAll}};
  if (pinsChosen) all.insert(QStringLiteral("pinned"), arrayOf(pinned));
  return QJsonDocument(all).toJson(QJsonDocument::Compact).toStdString();
}

ColumnArrangement ColumnArrangement::fromText(const std::string& text) {
  ColumnArrangement arrangement;
  const QJsonObject all = QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
  for (const QJsonValue& name : all.value(QLatin1String("order")).toArray())
    arrangement.order.push_back(name.toString().toStdString());
  for (const QJsonValue& name : all.value(QLatin1String("hidden")).toArray())
    arrangement.hidden.insert(name.toString().toStdString());
  for (const QJsonValue& name : all.value(QLatin1String("pinned")).toArray())
    arrangement.pinned.insert(name.toString().toStdString());
  const QJsonObject widths = all.value(QLatin1String("widths")).toObject();
  for (auto width = widths.begin(); width != widths.end(); ++width)
    arrangement.widths[width.key().toStdString()] = std::clamp(width->toInt(leastWidth), leastWidth, mostWidth);
  arrangement.pinsChosen = all.contains(QLatin1String("pinned"));
  arrangement.showAll = all.value(QLatin1String("all")).toBool();
  return arrangement;
}

bool isPinned(const ColumnArrangement& arrangement, const LeadColumns& columns, std::size_t column) {
  if (arrangement.pinsChosen) return arrangement.pinned.contains(columns.columns[column].name);
  return static_cast<int>(column) < columns.pinned;
}

bool isHidden(const ColumnArrangement& arrangement, const LeadColumns& columns, std::size_t column) {
  return (columns.hideable[column] && !arrangement.showAll) ||
         arrangement.hidden.contains(columns.columns[column].name);
}

TableLayout layoutOf(const ColumnArrangement& arrangement, const LeadColumns& columns) {
  TableLayout layout;
  std::map<std::string, int> placeOf;
  for (std::size_t i = 0; i < columns.columns.size(); ++i) {
    const std::string& name = columns.columns[i].name;
    placeOf[name] = static_cast<int>(i);
    const auto width = arrangement.widths.find(name);
    layout.widths.push_back(width == arrangement.widths.end() ? columns.widths[i] : width->second);
    layout.hidden.push_back(isHidden(arrangement, columns, i));
    layout.pinned.push_back(isPinned(arrangement, columns, i));
  }
  std::vector<bool> placed(columns.columns.size(), false);
  for (const std::string& name : arrangement.order) {
    const auto place = placeOf.find(name);
    if (place == placeOf.end() || placed[static_cast<std::size_t>(place->second)]) continue;
    placed[static_cast<std::size_t>(place->second)] = true;
    layout.order.push_back(place->second);
  }
  for (std::size_t i = 0; i < placed.size(); ++i)
    if (!placed[i]) layout.order.push_back(static_cast<int>(i));
  return layout;
}

void takeArranged(ColumnArrangement& arrangement, const LeadColumns& columns, const LeadTable& table) {
  arrangement.order.clear();
  for (const int column : table.order()) {
    const auto i = static_cast<std::size_t>(column);
    arrangement.order.push_back(columns.columns[i].name);
    const int width = table.widthOf(column);
    if (width > 0 && width != columns.widths[i]) arrangement.widths[columns.columns[i].name] = width;
    if (width == columns.widths[i]) arrangement.widths.erase(columns.columns[i].name);
  }
}

ColumnArrangement readArrangement(const QString& store, const std::string& dataset) {
  return ColumnArrangement::fromText(QSettings().value(settingOf(store, dataset)).toString().toStdString());
}

void writeArrangement(const QString& store, const std::string& dataset, const ColumnArrangement& arrangement) {
  if (arrangement == ColumnArrangement())
    QSettings().remove(settingOf(store, dataset));
  else
    QSettings().setValue(settingOf(store, dataset), QString::fromStdString(arrangement.text()));
}

}  // namespace leadlight
