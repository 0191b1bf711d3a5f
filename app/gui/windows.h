#pragma once

#include <QObject>
#include <memory>
#include <vector>

#include "app/gui/application.h"

namespace leadlight {

// All windows of the program, each with a session and a filter of its own. Preferences are one for all; saved views and
// loads of one window reach the others on the same store. Their writers take turns: the store sees to that.
class Windows : public QObject {
  Q_OBJECT

 public:
  Windows(QApplication& app, bool keep);
  ~Windows() override;

  Application& open(const std::filesystem::path& store, const Preferences& preferences);
  const std::vector<std::unique_ptr<Application>>& all() const { return windows_; }

 private:
  void listen(Application& one);
  void forget(Application* one);
  template <class Tell>
  void others(Application& one, bool sameStore, Tell tell);

  QApplication& app_;
  bool keep_;
  std::vector<std::unique_ptr<Application>> windows_;
};

}  // namespace leadlight
