#pragma once

#include <QString>
#include <QWidget>

#include "widgets/theme.h"

namespace leadlight {

// A score's headline.
struct ScoreHeadline {
  QString score;  // "96.3"
  QString band;   // empty: none
  std::size_t bandIndex = 0, bandCount = 0;
  QString sentence;  // "96.3% chance to convert"
  QString note;      // "higher than 94% of all leads"
};

// The big number, its band and two lines of words. `big`: 34 pt with a bold sentence, else 24 pt.
class ScoreHeader final : public QWidget, public Themed {
  Q_OBJECT

 public:
  explicit ScoreHeader(bool big, QWidget* parent = nullptr);
  void show(const ScoreHeadline& headline);
  const ScoreHeadline& headline() const { return headline_; }
  void applyTheme(const Theme& theme) override;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QFont numberFont() const;

  Theme theme_ = lightTheme();
  ScoreHeadline headline_;
  bool big_;
};

}  // namespace leadlight
