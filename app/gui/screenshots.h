#pragma once

#include <QSize>
#include <QString>

class QApplication;

namespace leadlight {

class Application;

// Writes one PNG per page and view, such as scoring.png and scoring-train.png, into `folder` (made if need be), each as
// soon as its page has painted the current data. Returns the exit code: 0 when all are written.
int writeScreenshots(QApplication& app, Application& application, const QString& folder, QSize size);

}  // namespace leadlight
