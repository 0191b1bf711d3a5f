#include "app/gui/kept/kept_writer.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace leadlight {

namespace {

constexpr int soon = 300;  // ms

// Filters hold values of leads, so nobody else may read them. A full disk loses a window's place, not leads: no report.
void writeWhole(const QString& name, const QByteArray& text) {
  const QString folder = QFileInfo(name).path();
  if (!QDir(folder).exists()) {
    QDir().mkpath(folder);
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
  }
  QSaveFile file(name);
  if (!file.open(QIODevice::WriteOnly)) return;
  file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
  file.write(text);
  file.commit();
}

}  // namespace

KeptWriter::KeptWriter(QObject* parent) : QObject(parent) {
  pool_.setMaxThreadCount(1);
  soon_.setSingleShot(true);
  soon_.setInterval(soon);
  connect(&soon_, &QTimer::timeout, this, &KeptWriter::writeWaiting);
}

KeptWriter::~KeptWriter() { flush(); }

void KeptWriter::write(const QString& file, const QByteArray& text) {
  pool_.start([file, text] { writeWhole(file, text); });
}

void KeptWriter::writeSoon(const QString& file, std::function<QByteArray()> text) {
  if (soon_.isActive() && file_ != file) writeWaiting();
  if (file_ != file) last_.clear();
  file_ = file;
  text_ = std::move(text);
  soon_.start();
}

void KeptWriter::writeWaiting() {
  soon_.stop();
  if (!text_) return;
  const QByteArray text = text_();
  text_ = {};
  if (text == last_) return;
  last_ = text;
  write(file_, text);
}

void KeptWriter::flush() {
  writeWaiting();
  pool_.waitForDone();
}

}  // namespace leadlight
