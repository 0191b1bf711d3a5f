#pragma once

#include <QDialog>
#include <QString>

#include "app/gui/score_lead/score_lead_form.h"
#include "model/base/result.h"

class QLabel;
class QLineEdit;

namespace leadlight {

class Button;

// Asks for the key of a lead that is to be stored. Passive: the key is checked by whoever opened it.
class StoreLeadDialog final : public QDialog {
  Q_OBJECT

 public:
  StoreLeadDialog(const QString& keyLabel, const Theme& theme, QWidget* parent);
  QString key() const;
  void refuse(const QString& sentence);  // stays open
  QLineEdit* field() { return key_; }
  Button* storeButton() { return store_; }

 signals:
  void keyChosen(const QString& key);

 private:
  QLineEdit* key_;
  QLabel* problem_;
  Button* store_;
};

// A file of one lead, as a loader reads it: an array with one object, every value as text, fields without a value left
// out. `key` is empty in a dataset without a key. Errors: Io, NoPermission.
Status writeTypedLead(const std::string& file, const ScoreLeadForm::Values& values, const std::string& keyColumn,
                      const std::string& key);

}  // namespace leadlight
