#pragma once

#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <filesystem>

#include "app/gui/session.h"
#include "tests/support/patience.h"

namespace leadlight::testing {

// A folder of its own for each test, with a store and small lead files in it.
class Place {
 public:
  std::filesystem::path store() const { return path("leads.db"); }
  std::filesystem::path path(const char* name) const { return folder_.filePath(name).toStdU16String(); }
  QString file(const QString& name) const { return folder_.filePath(name); }
  // Writes a file and returns its path.
  QString write(const QString& name, const QByteArray& text) const {
    QFile file(folder_.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) qFatal("cannot write the test's file");
    return folder_.filePath(name);
  }

 private:
  QTemporaryDir folder_;
};

// The real file with 9,240 leads when it is there, else nothing.
inline QString realLeads() {
  const QString file = QStringLiteral(LEADLIGHT_SHARED "/x-education/Leads.csv");
  const QString data = QStringLiteral(LEADLIGHT_SHARED "/data/x-education/Leads.csv");
  return QFileInfo::exists(data) ? data : QFileInfo::exists(file) ? file : QString();
}

// `rows` leads: every third from Google, every fourth converted, visits 0 to 9.
inline QByteArray madeLeads(int rows, int first = 0) {
  QByteArray text = "Prospect ID,Lead Source,City,TotalVisits,Converted\n";
  for (int i = first; i < first + rows; ++i) {
    const char* source = i % 3 == 0 ? "Google" : i % 3 == 1 ? "Olark Chat" : "Reference";
    const char* city = i % 5 == 0 ? "Select" : i % 5 == 1 ? "" : "Mumbai";
    text += "p" + QByteArray::number(i) + ',' + source + ',' + city + ',' + QByteArray::number(i % 10) + ',' +
            (i % 4 == 0 ? '1' : '0') + '\n';
  }
  return text;
}

inline bool settle(Session& session) {
  return QTest::qWaitFor([&] { return session.settled(); }, patience);
}

}  // namespace leadlight::testing
