#pragma once

#include <QPushButton>

#include "app/gui/files/files_page.h"
#include "gui_support.h"

namespace leadlight::testing {

// The Files page of an empty store.
class FilesPageFixture : public QObject {
 protected:
  std::unique_ptr<Place> place_;
  std::unique_ptr<Session> session_;
  std::unique_ptr<FilesPage> page_;

  template <class T>
  T* part() {
    return page_->findChild<T*>();
  }
  QPushButton* button(const QString& text, const QWidget* within = nullptr) {
    for (QPushButton* one : (within ? within : page_.get())->findChildren<QPushButton*>())
      if (one->text() == text) return one;
    return nullptr;
  }
  std::uint64_t leads() { return session_->snapshot()->frame.rows(); }

  void openPage() {
    place_ = std::make_unique<Place>();
    session_ = std::make_unique<Session>(place_->store());
    page_ = std::make_unique<FilesPage>(*session_);
    page_->resize(1232, 874);
    page_->show();
    QVERIFY(QTest::qWaitForWindowExposed(page_.get(), patience));
    QVERIFY(settle(*session_));
  }
  void closePage() {
    page_.reset();
    session_.reset();
    place_.reset();
  }
};

}  // namespace leadlight::testing
