#pragma once

#include <QDialog>

#include "app/gui/scoring/scoring_tab.h"

class QCheckBox;
class QLineEdit;

namespace leadlight {

// Asks under which name and for what reason a version is saved, and whether it becomes the champion.
class ScoringSaveDialog final : public QDialog {
  Q_OBJECT

 public:
  ScoringSaveDialog(NewVersion version, const QString& reason, QWidget* parent);

  QLineEdit* nameEdit() { return name_; }
  QLineEdit* reasonEdit() { return reason_; }
  QCheckBox* promoteBox() { return promote_; }
  void accept() override;

 signals:
  void saved(const leadlight::NewVersion& version);

 private:
  NewVersion version_;
  QLineEdit* name_;
  QLineEdit* reason_;
  QCheckBox* promote_;
};

}  // namespace leadlight
