#pragma once

#include <QWidget>
#include <vector>

#include "widgets/kit/button.h"
#include "widgets/theme.h"

class QHBoxLayout;
class QLabel;

namespace leadlight {

class FlowLayout;

// One filter as people read it: "Lead Source  Google, Organic Search  ✕".
struct Chip {
  QString key;    // what the signals carry, e.g. the column's name
  QString field;  // muted
  QString value;
  bool excluded = false;  // on a red ground, with "not" before it
  bool operator==(const Chip&) const = default;
};

// A rounded filter with a cross. Space or click edits, Delete or the cross removes.
class ChipWidget : public QWidget, public Themed {
  Q_OBJECT

 public:
  explicit ChipWidget(Chip chip, QWidget* parent = nullptr);
  const Chip& chip() const { return chip_; }
  void applyTheme(const Theme& theme) override;
  QSize sizeHint() const override;

 signals:
  void clicked();
  void removed();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QRect crossRect() const;
  int lead() const;  // width of "not "
  Chip chip_;
  Theme theme_ = lightTheme();
  bool overCross_ = false;
};

// What a colour stands for: at the right end of the bar, once per page.
struct ColorKey {
  QString name;
  QColor Theme::*color = nullptr;
};

// The row of filters under a page's head: funnel, chips, "Add filter", "Clear all", and the colour key at its right
// end.
class ChipBar : public QWidget, public Themed {
  Q_OBJECT

 public:
  explicit ChipBar(QWidget* parent = nullptr);
  void display(const std::vector<Chip>& chips);
  void setColorKey(std::vector<ColorKey> key);
  // The button that opens the page's own way to add a filter; hidden unless asked for.
  void setAddVisible(bool visible);
  Button* addButton() { return add_; }
  void applyTheme(const Theme& theme) override;

 signals:
  void chipClicked(const QString& key);
  void chipRemoved(const QString& key);
  void addClicked();
  void cleared();

 private:
  std::vector<Chip> chips_;
  std::vector<ColorKey> key_;
  Theme theme_ = lightTheme();
  QLabel* funnel_;
  QLabel* hint_;
  QWidget* flowHost_;
  FlowLayout* flow_;
  Button* add_;
  Button* clear_;
  QHBoxLayout* keyRow_;
};

}  // namespace leadlight
