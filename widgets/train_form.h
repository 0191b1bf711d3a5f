#pragma once

#include <QWidget>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QSpinBox;
class QTableWidget;

namespace leadlight {

class Button;
class Card;

// A column that a scorecard could learn to foretell.
struct TrainTarget {
  std::string column;
  QString label;
  struct Value {
    std::string value;
    std::uint64_t leads = 0;
    bool positive = false;  // counts as converted
  };
  std::vector<Value> values;  // most frequent first
};

// A column that a scorecard could learn from.
struct TrainColumn {
  std::string column;
  QString label;
  QString about;         // "category, 18 values"
  bool ordered = false;  // a number or a date: its points may be asked to rise or to fall
  QString whyNot = {};   // "always empty": it starts unticked
  bool suspect = false;  // by whyNot: looks written after the outcome
  bool usable = true;    // else it cannot be ticked
};

// Why a column should be looked at before one learns from it.
struct TrainFlag {
  std::string column;
  QString evidence;
  bool suspect = false;  // looks written after the outcome; else it only says that the column is of no use
};

struct TrainMethod {
  std::string name;  // "auto"
  QString title;     // "The best of the three"
  QString about;     // one sentence
};

// What is asked for.
struct TrainWish {
  std::string target;
  std::vector<std::string> positives;
  std::string method;
  std::vector<std::string> exclude;
  std::vector<std::string> rising, falling;
  std::uint64_t seed = 1;
  QString name;
};

// The form in which one asks for a scorecard to be learned: outcome, way, columns. Passive.
class TrainForm final : public QWidget {
  Q_OBJECT

 public:
  explicit TrainForm(QWidget* parent = nullptr);

  void setMethods(std::vector<TrainMethod> methods);
  // Keeps what was chosen where it still exists. `chosen`: the target's place, -1: none.
  void setTargets(std::vector<TrainTarget> targets, int chosen);
  void setColumns(std::vector<TrainColumn> columns);
  void setFlags(std::vector<TrainFlag> flags);
  void setName(const QString& name);
  bool hasTargets() const { return !targets_.empty(); }
  TrainWish wish() const;
  // Leads with a ticked value, and leads with any value of the target.
  std::pair<std::uint64_t, std::uint64_t> outcomeCounts() const;
  // How the chosen outcome is spread, or why one cannot learn from it.
  void setOutcome(const QString& sentence, bool usable);
  void setRunning(bool running);

  QTableWidget* columnsTable() { return columnsTable_; }
  Button* trainButton() { return train_; }
  Button* leaveOutButton() { return leaveOut_; }
  QComboBox* targetBox() { return target_; }
  QComboBox* methodBox() { return method_; }

 signals:
  void outcomeChanged();  // another target or other positive values
  void trainWanted();

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  QWidget* makeOutcome();
  QWidget* makeColumns();
  void showTarget();
  void showFlags();
  void leaveOutSuspects();
  int rowOf(const std::string& column) const;
  void showEvidence(int row, const QString& evidence, bool suspect);
  int countSuspects() const;

  std::vector<TrainMethod> methods_;
  std::vector<TrainTarget> targets_;
  std::vector<TrainColumn> columns_;
  std::vector<TrainFlag> flags_;
  bool usable_ = false, running_ = false;

  QLineEdit* name_;
  QComboBox* target_;
  QListWidget* positives_;
  QLabel* outcome_;
  QComboBox* method_;
  QLabel* methodAbout_;
  QSpinBox* seed_;
  Button* train_;
  Card* columnsCard_;
  QLabel* notice_;
  Button* leaveOut_;
  QWidget* noticeHost_;
  QTableWidget* columnsTable_;
};

}  // namespace leadlight
