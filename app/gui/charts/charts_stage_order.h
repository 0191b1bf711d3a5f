#pragma once

#include <QDialog>

#include "app/gui/charts/charts_plan.h"

class QListWidget;

namespace leadlight {

class Button;

// Puts the stages of a funnel in order: the first step at the top, and those without a tick are no step on the way.
class ChartsStageOrder final : public QDialog {
  Q_OBJECT

 public:
  // `guessed`: whether `order` is nobody's choice.
  ChartsStageOrder(const StageOrder& order, bool guessed, QWidget* parent = nullptr);

  QListWidget* list() const { return list_; }

 signals:
  // An empty order: to be guessed.
  void ordered(const leadlight::StageOrder& order);

 private:
  QLayout* makeMoves();
  QLayout* makeButtons(bool guessed);
  void add(const std::string& stage, bool onTheWay);
  void move(int by);
  void follow();
  StageOrder chosen() const;
  void give(const StageOrder& order);

  QListWidget* list_;
  Button* up_;
  Button* down_;
};

}  // namespace leadlight
