#pragma once

#include <QStyledItemDelegate>
#include <vector>

#include "scoring/calls/call_sheets.h"
#include "widgets/kit/table_model.h"
#include "widgets/theme.h"

class QTableView;

namespace leadlight {

// A band's letter in its colour. The model has the name as text and the band's place as cell::Sort.
class BandCellDelegate final : public QStyledItemDelegate {
  Q_OBJECT

 public:
  explicit BandCellDelegate(QObject* parent = nullptr) : QStyledItemDelegate(parent) {}
  void setLook(const Theme& theme, std::size_t bands);
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 private:
  Theme theme_ = lightTheme();
  std::size_t bands_ = 1;
};

// One person of the list, with what that person's calls are worth.
struct CallerLine {
  QString name;
  std::uint64_t calls = 0;
  double meanScore = 0;
};

using CallerModel = TableModel<CallerLine>;
CallerModel* makeCallerModel(QObject* parent);

// One call as the page shows it.
struct CallLine {
  std::size_t day = 0, place = 0;
  std::int64_t leadId = 0;
  QString lead, who;
  double score = 0;
  QString band;
  int bandIndex = -1;
  QString why;
};

using CallModel = TableModel<CallLine>;
CallModel* makeCallModel(QObject* parent);
enum CallColumn { callDay, callPlace, callLead, callWho, callScore, callBand, callWhy };

}  // namespace leadlight
