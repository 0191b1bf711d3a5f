#pragma once

#include <QWidget>
#include <vector>

#include "widgets/theme.h"

namespace leadlight {

// One line of "What would change it".
struct ChangeRow {
  QString field;   // "Total time on website"
  QString change;  // "674 to 900"
  double gain = 0;
  double score = 0;
  QString band;
  std::size_t bandIndex = 0, bandCount = 0;
};

// What single changes would do to a score, best first; a click applies one, and so does Return or Space on the row that
// Up and Down have reached. Passive.
class ChangesView final : public QWidget, public Themed {
  Q_OBJECT

 public:
  explicit ChangesView(QWidget* parent = nullptr);
  void show(std::vector<ChangeRow> rows);
  const std::vector<ChangeRow>& rows() const { return rows_; }
  void applyTheme(const Theme& theme) override;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 signals:
  void picked(int row);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  Theme theme_ = lightTheme();
  std::vector<ChangeRow> rows_;
  int hovered_ = -1;
  int current_ = 0;  // by keyboard
};

}  // namespace leadlight
