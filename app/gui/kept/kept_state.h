#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <filesystem>
#include <string>
#include <vector>

#include "app/gui/session.h"

namespace leadlight {

// A filter with a name, the page it belongs to, and how that page showed its leads.
struct SavedView {
  QString name;
  std::string dataset;
  QString page;
  FilterHistory::Conditions conditions;
  QJsonObject state;  // Page::viewState()
  bool operator==(const SavedView&) const = default;
};

// What a window comes back to: kept per store, written at every change, so that nothing of it is lost by a crash.
struct KeptState {
  std::string dataset;
  QString page;
  QByteArray geometry;
  Session::Histories filters;
  bool operator==(const KeptState& other) const;
};

// As JSON text. Reading leaves out what it does not understand: a condition that is no filter, a view without a name.
QByteArray keptText(const KeptState& state);
KeptState keptStateOf(const QByteArray& text);
QByteArray viewsText(const std::vector<SavedView>& views);
std::vector<SavedView> viewsOf(const QByteArray& text);

// Where they are kept: a folder beside the user's own store, readable by the user alone; one pair of files per store.
struct KeptFiles {
  QString state, views;
};
KeptFiles keptFilesOf(const std::filesystem::path& store);
// Empty when there is none, or it is larger than anything that was written here.
QByteArray readKept(const QString& file);

}  // namespace leadlight
