#pragma once

#include <QWidget>

#include "model/store/load_report.h"
#include "widgets/theme.h"

namespace leadlight {

// What a load did, as a sum: one bar, one line per part, and the check that every row is counted.
class LoadSum : public QWidget, public Themed {
  Q_OBJECT

 public:
  explicit LoadSum(QWidget* parent = nullptr);
  void display(const LoadReport& load);
  void applyTheme(const Theme& theme) override;
  QSize sizeHint() const override { return {312, 190}; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  struct Part {
    QString name;
    std::uint64_t count = 0;
    QColor Theme::*color = nullptr;
  };
  std::vector<Part> parts() const;
  LoadReport load_;
  Theme theme_ = lightTheme();
};

}  // namespace leadlight
