#pragma once

#include <QDialog>
#include <functional>

#include "app/gui/preferences.h"

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace leadlight {

// Ctrl+Comma: what the user can choose about the program. Every choice takes effect at once, but the scale, which Qt
// takes at the start.
class SettingsDialog : public QDialog {
  Q_OBJECT

 public:
  SettingsDialog(Preferences preferences, const QString& ownStore, QWidget* parent);

 signals:
  void changed(const leadlight::Preferences& preferences);

 private:
  using Choices = std::vector<std::pair<QString, QString>>;  // value, words
  QComboBox* addChoice(const QString& caption, const Choices& choices, QString Preferences::*member);
  QCheckBox* addSwitch(const QString& words, const QString& hint, bool Preferences::*member);
  void addScale();
  void addStore();
  void addSection(const QString& words);
  void chooseStore();
  void showStore();
  void showSample();
  void tell();

  Preferences preferences_;
  QString ownStore_;
  QGridLayout* grid_;
  QLabel* sample_;
  QLabel* store_;
};

}  // namespace leadlight
