#include "widgets/ledger_view.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "widgets/value_text.h"

namespace leadlight {

namespace {

constexpr int barHeight = 12;
constexpr int footHeight = 50;

QFont sized(const QFont& font, double points, bool bold = false) {
  QFont other = font;
  other.setPointSizeF(points);
  other.setBold(bold);
  return other;
}

// The least and the greatest sum on the way, zero among them.
std::pair<double, double> extentOf(const LedgerContent& content) {
  double low = std::min(0.0, content.base);
  double high = std::max(0.0, content.base);
  double at = content.base;
  for (const LedgerRow& row : content.rows) {
    at += row.points;
    low = std::min(low, at);
    high = std::max(high, at);
  }
  return {low, high == low ? low + 1 : high};
}

// Rather than the value behind it, the name gives way: "Total time on we…: 1,107".
QString elidedTitle(const QString& title, const QFontMetrics& metrics, int width) {
  const qsizetype at = title.lastIndexOf(QLatin1String(": "));
  const QString value = at < 0 ? QString() : title.mid(at);
  const int room = width - metrics.horizontalAdvance(value);
  return room < width / 2 ? metrics.elidedText(title, Qt::ElideRight, width)
                          : metrics.elidedText(title.left(title.size() - value.size()), Qt::ElideRight, room) + value;
}

QString accessibleText(const LedgerContent& content) {
  QStringList parts{QObject::tr("Base %1").arg(pointsText(content.base))};
  for (const LedgerRow& row : content.rows) parts << QStringLiteral("%1 %2").arg(row.title, pointsText(row.points));
  parts << QObject::tr("Sum of points %1").arg(pointsText(content.sum));
  return parts.join(QStringLiteral("; "));
}

void paintFoot(QPainter& painter, const LedgerContent& content, const Theme& theme, const QRect& area) {
  const QFont font = painter.font();
  const int top = area.top();
  painter.fillRect(QRect(0, top + 2, area.width(), 1), theme.axis);
  painter.setFont(sized(font, 9.5, true));
  painter.setPen(theme.text);
  const QRect line(0, top + 8, area.width(), 19);
  painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, LedgerView::tr("Sum of points"));
  painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, pointsText(content.sum));
  painter.setPen(theme.muted);
  const QFont plain = sized(font, 8.5);
  const QFont raised = sized(font, 6.5);
  int x = 0;
  const auto write = [&](const QString& text, const QFont& with, int lift) {
    painter.setFont(with);
    painter.drawText(QRect(x, top + 29 - lift, area.width() - x, 18), Qt::AlignLeft | Qt::AlignVCenter, text);
    x += painter.fontMetrics().horizontalAdvance(text);
  };
  write(content.formulaHead, plain, 0);
  write(content.formulaPower, raised, 4);
  write(content.formulaTail, plain, 0);
}

}  // namespace

LedgerFoot::LedgerFoot(QWidget* parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); }

void LedgerFoot::show(const LedgerContent& content) {
  content_ = content;
  content_.rows.clear();
  setAccessibleName(LedgerView::tr("Sum of points"));
  setAccessibleDescription(pointsText(content.sum));
  update();
}

void LedgerFoot::applyTheme(const Theme& theme) {
  theme_ = theme;
  update();
}

QSize LedgerFoot::sizeHint() const { return {312, footHeight}; }

void LedgerFoot::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paintFoot(painter, content_, theme_, contentsRect());
}

LedgerView::LedgerView(Foot foot, QWidget* parent) : QWidget(parent), foot_(foot) {
  setAccessibleName(tr("Why this score"));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LedgerView::show(LedgerContent content) {
  if (content == content_) return;
  const bool sameHeight = content.rows.size() == content_.rows.size();
  content_ = std::move(content);
  widest_ = widestWords();
  setAccessibleDescription(accessibleText(content_));
  if (!sameHeight) updateGeometry();
  update();
}

void LedgerView::applyTheme(const Theme& theme) {
  theme_ = theme;
  update();
}

int LedgerView::rowHeight() const {
  return QFontMetrics(sized(font(), 8.5)).height() + QFontMetrics(sized(font(), 8)).height() + 6;
}

// As wide as the words need, but never so that little is left for the bars.
int LedgerView::wordsWidth() const {
  constexpr int least = 150;
  return std::clamp(widest_, least, std::max(least, width() * 54 / 100));
}

int LedgerView::widestWords() const {
  const QFontMetrics title(sized(font(), 8.5)), detail(sized(font(), 8));
  int widest = 0;
  for (const LedgerRow& row : content_.rows)
    widest = std::max({widest, title.horizontalAdvance(row.title), detail.horizontalAdvance(row.detail)});
  return widest + 2;
}

int LedgerView::pointsWidth() const {
  const QFontMetrics metrics(sized(font(), 8.5, true));
  int widest = metrics.horizontalAdvance(QStringLiteral("+0.00"));
  for (const LedgerRow& row : content_.rows)
    widest = std::max(widest, metrics.horizontalAdvance(pointsText(row.points)));
  return std::max(widest, metrics.horizontalAdvance(pointsText(content_.base))) + 2;
}

QSize LedgerView::sizeHint() const {
  return {312, rowHeight() * static_cast<int>(content_.rows.size() + 1) + (foot_ == Foot::Within ? footHeight : 0)};
}

QSize LedgerView::minimumSizeHint() const { return {220, sizeHint().height()}; }

void LedgerView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const auto [low, high] = extentOf(content_);
  const int left = wordsWidth() + 10;
  const int right = width() - pointsWidth() - 10;
  const double scale = std::max(1, right - left) / (high - low);
  const double zero = left - low * scale;
  const int rows = static_cast<int>(content_.rows.size()) + 1;
  painter.setPen(QPen(theme_.axis, 1, Qt::CustomDashLine));
  QPen dashes(theme_.axis, 1);
  dashes.setDashPattern({2, 3});
  painter.setPen(dashes);
  painter.drawLine(QPointF(std::floor(zero) + 0.5, 0), QPointF(std::floor(zero) + 0.5, rows * rowHeight()));

  const LedgerRow base{tr("Base"), tr("where every lead starts"), content_.base};
  paintRow(painter, 0, base, 0, true, scale, zero);
  double at = content_.base;
  for (std::size_t i = 0; i < content_.rows.size(); ++i) {
    const int top = static_cast<int>(i + 1) * rowHeight();
    QColor joint = theme_.axis;
    joint.setAlphaF(0.7F);
    const double x = std::floor(zero + at * scale) + 0.5;
    painter.setPen(QPen(joint, 1));
    painter.drawLine(QPointF(x, top - (rowHeight() - barHeight) / 2), QPointF(x, top + (rowHeight() - barHeight) / 2));
    paintRow(painter, top, content_.rows[i], at, false, scale, zero);
    at += content_.rows[i].points;
  }
  if (foot_ == Foot::Within) paintFoot(painter, content_, theme_, rect().adjusted(0, rows * rowHeight(), 0, 0));
}

void LedgerView::paintRow(QPainter& painter, int top, const LedgerRow& row, double from, bool isBase, double scale,
                          double zero) const {
  const int words = wordsWidth();
  const QFont titleFont = sized(font(), 8.5);
  const QFont detailFont = sized(font(), 8);
  const int titleHeight = QFontMetrics(titleFont).height();
  const QString detail = row.detail;
  const int shift = detail.isEmpty() ? (rowHeight() - titleHeight) / 2 : 2;
  painter.setFont(titleFont);
  painter.setPen(theme_.text);
  painter.drawText(QRect(0, top + shift, words, titleHeight), Qt::AlignLeft | Qt::AlignVCenter,
                   elidedTitle(row.title, painter.fontMetrics(), words));
  painter.setFont(detailFont);
  painter.setPen(theme_.muted);
  painter.drawText(QRect(0, top + shift + titleHeight, words, QFontMetrics(detailFont).height()),
                   Qt::AlignLeft | Qt::AlignVCenter, painter.fontMetrics().elidedText(detail, Qt::ElideRight, words));

  const double start = zero + from * scale;
  const double end = zero + (from + row.points) * scale;
  const double width = std::max(2.0, std::abs(end - start));
  const QRectF bar(std::min(start, end), top + (rowHeight() - barHeight) / 2.0, width, barHeight);
  const int sign = pointsSign(row.points);
  const QColor tone = sign > 0 ? theme_.positive : sign < 0 ? theme_.negative : theme_.axis;
  painter.setPen(Qt::NoPen);
  painter.setBrush(isBase ? theme_.axis : tone);
  painter.drawRoundedRect(bar, 1, 1);

  painter.setFont(sized(font(), 8.5, true));
  painter.setPen(isBase || sign == 0 ? theme_.text : tone);
  painter.drawText(QRect(this->width() - pointsWidth(), top, pointsWidth(), rowHeight()),
                   Qt::AlignRight | Qt::AlignVCenter, pointsText(row.points));
}

bool LedgerView::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QWidget::event(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  const int row = help->pos().y() / std::max(1, rowHeight()) - 1;
  if (row < 0 || row >= static_cast<int>(content_.rows.size())) {
    QToolTip::hideText();
  } else {
    const LedgerRow& shown = content_.rows[static_cast<std::size_t>(row)];
    QToolTip::showText(help->globalPos(),
                       QStringLiteral("%1\n%2\n%3").arg(shown.title, shown.detail, pointsText(shown.points)), this);
  }
  return true;
}

}  // namespace leadlight
