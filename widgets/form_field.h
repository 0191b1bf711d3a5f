#pragma once

#include <QString>
#include <QStringList>
#include <QWidget>
#include <string>
#include <vector>

#include "widgets/theme.h"

class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace leadlight {

class ElidedLabel;

// One field of a form with the points it earns at its right. Its value is canonical text, as files and the store have
// it;
// "" is unknown.
class FormField : public QWidget {
  Q_OBJECT

 public:
  const std::string& column() const { return column_; }
  const QString& label() const { return label_; }
  virtual QString value() const = 0;
  // Does not emit edited(). A value that the field cannot hold leaves it unknown and returns false.
  virtual bool setValue(const QString& value) = 0;
  void setPoints(double points);
  double points() const { return points_; }
  // What the field says against another value, such as "was Google (+3)"; empty: nothing.
  void setOriginal(const QString& words);
  QString original() const;

 signals:
  void edited();
  void focused();

 protected:
  FormField(std::string column, const QString& label, QWidget* parent);
  QLabel* pointsLabel() { return pointsLabel_; }
  QWidget* originalLabel();
  // The name, and under it what the value was.
  QWidget* makeNames(QWidget* buddy, int width);
  // Name, control and points beside one another; a long name stands above the control.
  void arrange(QWidget* control);
  // Tells focused() when `child` gets the focus.
  void watch(QWidget* child);
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  std::string column_;
  QString label_;
  QLabel* pointsLabel_;
  ElidedLabel* original_;
  double points_ = 0;
};

// One of a column's values, most frequent first, or "Unknown".
class ChoiceField final : public FormField {
  Q_OBJECT

 public:
  ChoiceField(std::string column, const QString& label, const QStringList& values, QWidget* parent = nullptr);
  QString value() const override;
  bool setValue(const QString& value) override;

 private:
  QComboBox* choices_;
};

// One of two values side by side; pressing the chosen one again makes it unknown.
class SwitchField final : public FormField {
  Q_OBJECT

 public:
  SwitchField(std::string column, const QString& label, const QString& first, const QString& second,
              QWidget* parent = nullptr);
  QString value() const override;
  bool setValue(const QString& value) override;

 private:
  void choose(int chosen);
  QPushButton* sides_[2];
  QString values_[2];
  int chosen_ = -1;
};

// Any text, such as a date or a value with too many possibilities to list.
class TextField final : public FormField {
  Q_OBJECT

 public:
  TextField(std::string column, const QString& label, const QString& hint, QWidget* parent = nullptr);
  QString value() const override;
  bool setValue(const QString& value) override;

 private:
  QLineEdit* line_;
};

}  // namespace leadlight
