#pragma once

#include <QLabel>
#include <QPushButton>

#include "widgets/icons.h"
#include "widgets/theme.h"

namespace leadlight {

// What a label is for; the style sheet gives size and colour.
enum class TextRole { Body, Muted, Caption, Strong, Link, PageTitle, CardTitle, Result, Number };
// What a label says by its colour.
enum class Tone { None, Positive, Negative, Warning, Muted };

QLabel* makeLabel(const QString& text, TextRole role, QWidget* parent = nullptr);
void setTone(QWidget& label, Tone tone);
// A label that cuts its text with "…" when there is too little room; the tool tip has all of it.
class ElidedLabel : public QLabel {
  Q_OBJECT

 public:
  explicit ElidedLabel(const QString& text, TextRole role, QWidget* parent = nullptr,
                       Qt::TextElideMode mode = Qt::ElideRight);
  void setFullText(const QString& text);
  const QString& fullText() const { return full_; }
  QSize minimumSizeHint() const override;
  QSize sizeHint() const override;

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void elide();
  QString full_;
  Qt::TextElideMode mode_;
};

// A thin horizontal line.
QFrame* makeLine(QWidget* parent = nullptr);

// A small coloured word, such as "loaded".
enum class TagTone { Plain, Accent, Positive, Negative, Warning };
class Tag : public QWidget, public Themed {
  Q_OBJECT

 public:
  explicit Tag(const QString& text, TagTone tone = TagTone::Plain, QWidget* parent = nullptr);
  void display(const QString& text, TagTone tone);
  void applyTheme(const Theme& theme) override;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  Theme theme_ = lightTheme();
  QString text_;
  TagTone tone_;
};
// Ground and text of a tag.
std::pair<QColor, QColor> tagColors(const Theme& theme, TagTone tone);

}  // namespace leadlight
