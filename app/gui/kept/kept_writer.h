#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QThreadPool>
#include <QTimer>
#include <functional>

namespace leadlight {

// Writes small files in a thread of its own, each whole or not at all. What is still to be written is written before
// this object goes.
class KeptWriter : public QObject {
  Q_OBJECT

 public:
  explicit KeptWriter(QObject* parent = nullptr);
  ~KeptWriter() override;

  // At once.
  void write(const QString& file, const QByteArray& text);
  // After the last of several changes, with the text of then. One file only: the latest.
  void writeSoon(const QString& file, std::function<QByteArray()> text);
  // Writes what waits, and waits until all is on disk.
  void flush();

 private:
  void writeWaiting();
  QThreadPool pool_;
  QTimer soon_;
  QString file_;
  std::function<QByteArray()> text_;
  QByteArray last_;  // as written to file_ by writeSoon
};

}  // namespace leadlight
