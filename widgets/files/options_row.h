#pragma once

#include <QString>
#include <QStringList>
#include <QWidget>
#include <vector>

class QComboBox;

namespace leadlight {

// One choice about how a file is read.
struct ReadOption {
  QString id;  // what the signal carries
  QString name;
  QStringList values;
  int current = 0;
  bool operator==(const ReadOption&) const = default;
};

// A row of named boxes to choose from, wrapped where it is narrow.
class OptionsRow : public QWidget {
  Q_OBJECT

 public:
  explicit OptionsRow(QWidget* parent = nullptr);
  // Boxes that stay keep the focus.
  void display(const std::vector<ReadOption>& options);
  const std::vector<ReadOption>& options() const { return options_; }
  QComboBox* box(const QString& id) const;  // nullptr when there is none

 signals:
  void chosen(const QString& id, int value);

 private:
  void make(const ReadOption& option);
  std::vector<ReadOption> options_;
  std::vector<QComboBox*> boxes_;
};

}  // namespace leadlight
