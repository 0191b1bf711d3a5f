#pragma once

#include <QFrame>
#include <optional>

#include "widgets/kit/labels.h"

namespace leadlight {

class Badge;

// One big number with its caption and one line below.
struct Kpi {
  QString caption;    // "Converted"
  QString number;     // "1,209"; "4 of 5" when too few for a rate
  QString suffix;     // "of 3,561", small beside the number
  QString note;       // "37.6 to 39.5%", or "+30.9 pts against all leads"
  QString noteShort;  // said where there is no room for the note, which the tool tip then has; empty: the note is cut
  QString noteLead;   // the part of the note that carries noteTone, before it: "+30.9 pts"
  Tone noteTone = Tone::None;
  bool few = false;   // the number is muted: too few leads
  bool link = false;  // the note can be pressed
  QString band;       // a badge beside the caption; empty: none
  std::size_t bandIndex = 0, bandCount = 0;
  bool operator==(const Kpi&) const = default;
};

// 86 px high; tiles share a row's width evenly.
class KpiTile : public QFrame {
  Q_OBJECT

 public:
  explicit KpiTile(QWidget* parent = nullptr);
  void display(const Kpi& kpi);
  const Kpi& kpi() const { return kpi_; }

 signals:
  void noteClicked();

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void showNote();

  Kpi kpi_;
  QLabel* caption_;
  Badge* badge_;
  QLabel* number_;
  QLabel* suffix_;
  QLabel* noteLead_;
  ElidedLabel* note_;
  QPushButton* link_;
};

}  // namespace leadlight
