#pragma once

#include <QFrame>

#include "widgets/kit/labels.h"
#include "widgets/theme.h"

namespace leadlight {

// One sentence on a soft ground: fine, look here, or wrong.
class Notice : public QFrame, public Themed {
  Q_OBJECT

 public:
  explicit Notice(QWidget* parent = nullptr);
  // REQUIRES: tone is Positive, Warning or Negative. An empty sentence hides it.
  void display(Tone tone, const QString& sentence);
  QString sentence() const { return sentence_->text(); }
  void applyTheme(const Theme& theme) override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  Theme theme_ = lightTheme();
  Tone tone_ = Tone::Positive;
  QLabel* icon_;
  QLabel* sentence_;
};

}  // namespace leadlight
