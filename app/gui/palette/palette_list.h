#pragma once

#include <QAbstractListModel>
#include <QStyledItemDelegate>
#include <functional>
#include <vector>

#include "widgets/icons.h"
#include "widgets/theme.h"

namespace leadlight {

// A line of the palette: what it does in words, at the right a shortcut or a number, and what Enter runs.
struct PaletteEntry {
  Icon icon = Icon::After;
  QString words;
  QString note;
  int rank = 0;
  std::function<void()> run;
};

class PaletteModel final : public QAbstractListModel {
  Q_OBJECT

 public:
  using QAbstractListModel::QAbstractListModel;
  void display(std::vector<PaletteEntry> entries);
  const std::vector<PaletteEntry>& entries() const { return entries_; }
  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;

 private:
  std::vector<PaletteEntry> entries_;
};

class PaletteDelegate final : public QStyledItemDelegate {
  Q_OBJECT

 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  void setTheme(const Theme& theme) { theme_ = theme; }
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 private:
  Theme theme_ = lightTheme();
};

}  // namespace leadlight
