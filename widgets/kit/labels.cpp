#include "widgets/kit/labels.h"

#include <QPainter>
#include <QResizeEvent>
#include <QStyle>

namespace leadlight {

namespace {

const char* roleName(TextRole role) {
  switch (role) {
    case TextRole::Body:
      return "body";
    case TextRole::Muted:
      return "muted";
    case TextRole::Caption:
      return "caption";
    case TextRole::Strong:
      return "strong";
    case TextRole::Link:
      return "link";
    case TextRole::PageTitle:
      return "pageTitle";
    case TextRole::CardTitle:
      return "cardTitle";
    case TextRole::Result:
      return "result";
    case TextRole::Number:
      return "number";
  }
  return "body";
}

const char* toneName(Tone tone) {
  switch (tone) {
    case Tone::None:
      return "";
    case Tone::Positive:
      return "positive";
    case Tone::Negative:
      return "negative";
    case Tone::Warning:
      return "warning";
    case Tone::Muted:
      return "muted";
  }
  return "";
}

QFont tagFont(QFont font) {
  font.setPointSizeF(8.5);
  return font;
}

}  // namespace

QLabel* makeLabel(const QString& text, TextRole role, QWidget* parent) {
  auto* label = new QLabel(text, parent);
  label->setProperty("role", roleName(role));
  label->setTextFormat(Qt::PlainText);
  return label;
}

void setTone(QWidget& label, Tone tone) {
  if (label.property("tone").toString() == QLatin1String(toneName(tone))) return;
  label.setProperty("tone", toneName(tone));
  label.style()->unpolish(&label);
  label.style()->polish(&label);
}

ElidedLabel::ElidedLabel(const QString& text, TextRole role, QWidget* parent, Qt::TextElideMode mode)
    : QLabel(parent), mode_(mode) {
  setProperty("role", roleName(role));
  setTextFormat(Qt::PlainText);
  setFullText(text);
}

void ElidedLabel::setFullText(const QString& text) {
  full_ = text;
  updateGeometry();
  elide();
}

QSize ElidedLabel::sizeHint() const {
  ensurePolished();
  return {fontMetrics().horizontalAdvance(full_) + 2, QLabel::sizeHint().height()};
}

QSize ElidedLabel::minimumSizeHint() const { return {24, QLabel::minimumSizeHint().height()}; }

void ElidedLabel::resizeEvent(QResizeEvent* event) {
  QLabel::resizeEvent(event);
  elide();
}

void ElidedLabel::elide() {
  ensurePolished();
  const QString shown = wordWrap() ? full_ : fontMetrics().elidedText(full_, mode_, std::max(width(), 8));
  if (shown != text()) setText(shown);
  setToolTip(shown == full_ ? QString() : full_);
}

QFrame* makeLine(QWidget* parent) {
  auto* line = new QFrame(parent);
  line->setProperty("role", "line");
  return line;
}

std::pair<QColor, QColor> tagColors(const Theme& theme, TagTone tone) {
  switch (tone) {
    case TagTone::Plain:
      return {theme.sunken, theme.muted};
    case TagTone::Accent:
      return {theme.accentSoft, theme.accent};
    case TagTone::Positive:
      return {theme.positiveSoft, theme.positive};
    case TagTone::Negative:
      return {theme.negativeSoft, theme.negative};
    case TagTone::Warning:
      return {theme.warningSoft, theme.warning};
  }
  return {theme.sunken, theme.muted};
}

Tag::Tag(const QString& text, TagTone tone, QWidget* parent) : QWidget(parent), text_(text), tone_(tone) {
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Tag::display(const QString& text, TagTone tone) {
  text_ = text;
  tone_ = tone;
  updateGeometry();
  update();
}

void Tag::applyTheme(const Theme& theme) {
  theme_ = theme;
  update();
}

QSize Tag::sizeHint() const { return {QFontMetrics(tagFont(font())).horizontalAdvance(text_) + 12, 18}; }

void Tag::paintEvent(QPaintEvent*) {
  const auto [ground, ink] = tagColors(theme_, tone_);
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(ground);
  painter.drawRoundedRect(rect(), 3, 3);
  painter.setPen(ink);
  painter.setFont(tagFont(font()));
  painter.drawText(rect(), Qt::AlignCenter, text_);
}

}  // namespace leadlight
