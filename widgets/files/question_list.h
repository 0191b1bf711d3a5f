#pragma once

#include <QString>
#include <QStringList>
#include <QWidget>
#include <vector>

#include "widgets/theme.h"

class QVBoxLayout;

namespace leadlight {

// What a file leaves open, with the proposed answer chosen already.
struct Question {
  QString id;  // what the signal carries
  QString title;
  QString note;
  QStringList answers;
  int chosen = 0;
  bool operator==(const Question&) const = default;
};

// The open questions about a file, one card each, under a title that counts them.
class QuestionList : public QWidget, public Themed {
  Q_OBJECT

 public:
  explicit QuestionList(QWidget* parent = nullptr);
  void display(const std::vector<Question>& questions);
  const std::vector<Question>& questions() const { return questions_; }
  void applyTheme(const Theme& theme) override;

 signals:
  void answered(const QString& question, int answer);

 private:
  QWidget* makeCard(const Question& question);
  std::vector<Question> questions_;
  Theme theme_ = lightTheme();
  QVBoxLayout* rows_;
};

}  // namespace leadlight
