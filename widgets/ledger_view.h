#pragma once

#include <QString>
#include <QWidget>
#include <vector>

#include "widgets/theme.h"

namespace leadlight {

// One step of the way to a score.
struct LedgerRow {
  QString title;   // "Working Professional", "Total time: 1,107"
  QString detail;  // "Occupation, 91.6% of 706"; may be empty
  double points = 0;
  bool operator==(const LedgerRow&) const = default;
};

// What a ledger says, ready to be shown: the rows in the order of the waterfall.
struct LedgerContent {
  double base = 0;
  std::vector<LedgerRow> rows;
  double sum = 0;
  QString formulaHead;   // "1 / (1 + e"
  QString formulaPower;  // "−3.26", raised
  QString formulaTail;   // ") = 96.3%, score 96.3"
  bool operator==(const LedgerContent&) const = default;
};

// The last lines of a ledger: the sum and the formula. Passive.
class LedgerFoot final : public QWidget, public Themed {
  Q_OBJECT

 public:
  explicit LedgerFoot(QWidget* parent = nullptr);
  void show(const LedgerContent& content);
  void applyTheme(const Theme& theme) override;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return {220, sizeHint().height()}; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  Theme theme_ = lightTheme();
  LedgerContent content_;  // without rows
};

// Why a score is what it is: the base, each term's points as a step of a waterfall, the sum and the formula. As high as
// its rows need. With Foot::Apart a LedgerFoot elsewhere shows the last lines, such as below a ledger that scrolls.
// Passive.
class LedgerView final : public QWidget, public Themed {
  Q_OBJECT

 public:
  enum class Foot { Within, Apart };
  explicit LedgerView(Foot foot = Foot::Within, QWidget* parent = nullptr);

  void show(LedgerContent content);
  const LedgerContent& content() const { return content_; }
  void applyTheme(const Theme& theme) override;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  bool event(QEvent* event) override;

 private:
  int rowHeight() const;
  int wordsWidth() const;
  int widestWords() const;
  int pointsWidth() const;
  void paintRow(QPainter& painter, int top, const LedgerRow& row, double from, bool isBase, double scale,
                double zero) const;

  Foot foot_;
  Theme theme_ = lightTheme();
  LedgerContent content_;
  int widest_ = 0;  // px of its words
};

}  // namespace leadlight
