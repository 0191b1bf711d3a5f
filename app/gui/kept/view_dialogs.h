#pragma once

#include <QDialog>
#include <vector>

#include "app/gui/kept/kept_state.h"

class QLabel;
class QLineEdit;
class QListWidget;

namespace leadlight {

class Button;

// Asks for the name of a view.
class ViewNameDialog : public QDialog {
  Q_OBJECT

 public:
  ViewNameDialog(const QString& title, const QString& name, QWidget* parent);
  void accept() override;

 signals:
  void named(const QString& name);

 private:
  QLineEdit* name_;
};

// The saved views: open, rename (F2), delete (Del).
class ViewsDialog : public QDialog {
  Q_OBJECT

 public:
  ViewsDialog(std::vector<SavedView> views, QWidget* parent);

 signals:
  void changed(const std::vector<leadlight::SavedView>& views);
  void openAsked(const leadlight::SavedView& view);

 protected:
  bool eventFilter(QObject* object, QEvent* event) override;

 private:
  void fill(int current);
  void rename();
  void remove();
  std::vector<SavedView> views_;
  QListWidget* list_;
  QLabel* nothing_;  // in place of the list
  Button* open_;
  Button* rename_;
  Button* delete_;
};

}  // namespace leadlight
