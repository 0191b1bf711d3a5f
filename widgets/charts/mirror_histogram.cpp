#include "widgets/charts/mirror_histogram.h"

#include <QKeyEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "widgets/charts/chart_text.h"

namespace leadlight {
namespace {

constexpr double headHeight = 54, footHeight = 22, leastLeftMargin = 46, rightMargin = 14;
constexpr double lineWidth = 2, leastPart = 4;  // px; narrower, a part could not be told from the line beside it

double most(const std::vector<std::uint64_t>& counts) {
  return counts.empty() ? 0 : static_cast<double>(*std::max_element(counts.begin(), counts.end()));
}

QFont small(const QFont& font, bool bold = false) {
  QFont result = font;
  result.setPointSizeF(8.5);
  result.setBold(bold);
  return result;
}

}  // namespace

MirrorHistogram::MirrorHistogram(QWidget* parent) : QWidget(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::SplitHCursor);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void MirrorHistogram::display(MirrorModel model) {
  model_ = std::move(model);
  up_ = std::max(1.0, most(model_.converted));
  down_ = most(model_.rest);
  gridStep_ = roundStep(up_ + down_, 5, 1);
  const auto widest = static_cast<std::uint64_t>(std::floor(std::max(up_, down_) / gridStep_) * gridStep_);
  leftMargin_ = std::max(leastLeftMargin, textWidth(small(font()), formatCount(widest)) + 12);
  setAccessibleName(model_.title);
  threshold_ = std::clamp(threshold_, model_.low, model_.high);
  calls_.reset();
  describe();
  update();
}

void MirrorHistogram::setThreshold(double threshold, std::optional<MirrorCalls> calls) {
  calls_ = calls;
  threshold_ = std::clamp(threshold, model_.low, model_.high);
  describe();
  update();
}

void MirrorHistogram::describe() { setAccessibleDescription(tr("threshold %1").arg(numberText(threshold_))); }

void MirrorHistogram::applyTheme(const Theme& theme) {
  theme_ = theme;
  update();
}

QRectF MirrorHistogram::plot() const {
  return {QPointF(leftMargin_, headHeight), QPointF(width() - rightMargin, height() - footHeight)};
}

double MirrorHistogram::xOf(double score) const {
  const QRectF area = plot();
  return area.left() + (score - model_.low) / (model_.high - model_.low) * area.width();
}

double MirrorHistogram::yOf(double leads) const {
  const QRectF area = plot();
  return area.top() + (up_ - leads) / (up_ + down_) * area.height();
}

void MirrorHistogram::move(double threshold) {
  const double steps = std::round((threshold - model_.low) / model_.step);
  const double wanted = std::clamp(model_.low + steps * model_.step, model_.low, model_.high);
  if (wanted == threshold_) return;
  setThreshold(wanted);
  emit thresholdMoved(wanted);
}

void MirrorHistogram::moveTo(double x) {
  const QRectF area = plot();
  move(model_.low + (x - area.left()) / area.width() * (model_.high - model_.low));
}

void MirrorHistogram::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return event->ignore();
  byKeyboard_ = false;
  moveTo(event->position().x());
}

void MirrorHistogram::mouseMoveEvent(QMouseEvent* event) {
  if (event->buttons().testFlag(Qt::LeftButton)) moveTo(event->position().x());
}

void MirrorHistogram::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) moveTo(event->position().x());
}

void MirrorHistogram::keyPressEvent(QKeyEvent* event) {
  byKeyboard_ = true;
  switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Down:
      return move(threshold_ - model_.step);
    case Qt::Key_Right:
    case Qt::Key_Up:
      return move(threshold_ + model_.step);
    case Qt::Key_PageDown:
      return move(threshold_ - 10 * model_.step);
    case Qt::Key_PageUp:
      return move(threshold_ + 10 * model_.step);
    case Qt::Key_Home:
      return move(model_.low);
    case Qt::Key_End:
      return move(model_.high);
    default:
      event->ignore();
  }
}

void MirrorHistogram::focusInEvent(QFocusEvent* event) {
  byKeyboard_ = event->reason() != Qt::MouseFocusReason;
  QWidget::focusInEvent(event);
}

void MirrorHistogram::focusOutEvent(QFocusEvent* event) {
  QWidget::focusOutEvent(event);
  update();
}

void MirrorHistogram::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setFont(small(font()));
  paintGrid(painter);
  const QRectF area = plot();
  for (const Piece& piece : pieces()) paintBar(painter, piece);
  painter.setPen(QPen(theme_.axis, 1));
  painter.drawLine(QLineF(area.left(), crisp(yOf(0)), area.right(), crisp(yOf(0))));
  paintWords(painter);
  paintLine(painter);
  if (hasFocus() && byKeyboard_) {
    painter.setPen(QPen(theme_.focus, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 3, 3);
  }
}

void MirrorHistogram::paintGrid(QPainter& painter) const {
  const QRectF area = plot();
  for (double leads = -std::floor(down_ / gridStep_) * gridStep_; leads <= up_; leads += gridStep_) {
    const double y = crisp(yOf(leads));
    painter.setPen(QPen(theme_.grid, 1));
    painter.drawLine(QLineF(area.left(), y, area.right(), y));
    painter.setPen(theme_.muted);
    painter.drawText(QRectF(0, y - 9, area.left() - 8, 18), Qt::AlignRight | Qt::AlignVCenter,
                     formatCount(static_cast<std::uint64_t>(std::abs(leads))));
  }
  const double step = roundStep(model_.high - model_.low, 5, 0);
  painter.setPen(theme_.muted);
  for (double at = std::ceil(model_.low / step) * step; at <= model_.high + step * 1e-6; at += step) {
    const QString text = numberText(at);
    const double wide = textWidth(painter.font(), text);
    painter.drawText(QPointF(std::min(xOf(at) - wide / 2, width() - wide), height() - 5.0), text);
  }
}

// The bin's leads at or above the line: what is called, less what the bins above hold.
MirrorHistogram::Piece MirrorHistogram::calledPart(std::size_t bin) const {
  Piece part;
  const double high = model_.low + static_cast<double>(bin + 1) * model_.binWidth();
  const double share = (high - threshold_) / model_.binWidth();
  const auto within = [&](const std::vector<std::uint64_t>& counts, std::uint64_t called) {
    const auto all = static_cast<double>(counts[bin]);
    if (!calls_) return share * all;
    const auto above = counts.begin() + static_cast<std::ptrdiff_t>(bin) + 1;
    const std::uint64_t beyond = std::accumulate(above, counts.end(), std::uint64_t{0});
    return std::min(all, static_cast<double>(called - std::min(called, beyond)));
  };
  part.converted = within(model_.converted, calls_ ? calls_->converted : 0);
  if (!model_.rest.empty()) part.rest = within(model_.rest, calls_ ? calls_->rest : 0);
  return part;
}

std::vector<MirrorHistogram::Piece> MirrorHistogram::pieces() const {
  std::vector<Piece> pieces;
  const double cut = xOf(threshold_), width = model_.binWidth();
  for (std::size_t bin = 0; bin < model_.converted.size(); ++bin) {
    const double from = model_.low + static_cast<double>(bin) * width;
    Piece whole{xOf(from) + 0.5, xOf(from + width) - 0.5, static_cast<double>(model_.converted[bin]), 0, false};
    whole.right = std::max(whole.right, whole.left + 1);
    if (!model_.rest.empty()) whole.rest = static_cast<double>(model_.rest[bin]);
    whole.called = from >= threshold_ - width * 1e-9;
    if (whole.called || from + width <= threshold_ + width * 1e-9) {
      pieces.push_back(whole);
      continue;
    }
    Piece called = calledPart(bin);
    called.called = true;
    called.left = cut + lineWidth / 2;
    called.right = std::max(whole.right, called.left + leastPart);
    Piece left{whole.left, cut - lineWidth / 2, whole.converted - called.converted, whole.rest - called.rest, false};
    left.left = std::min(left.left, left.right - leastPart);
    pieces.push_back(left);
    pieces.push_back(called);
  }
  return pieces;
}

void MirrorHistogram::paintBar(QPainter& painter, const Piece& piece) const {
  const auto toned = [&](QColor color) {
    if (!piece.called) color.setAlphaF(0.42F);
    return color;
  };
  const bool outcome = !model_.rest.empty();
  painter.fillRect(QRectF(QPointF(piece.left, yOf(piece.converted)), QPointF(piece.right, yOf(0))),
                   toned(outcome ? theme_.conv : theme_.lead));
  if (outcome)
    painter.fillRect(QRectF(QPointF(piece.left, yOf(0)), QPointF(piece.right, yOf(-piece.rest))), toned(theme_.lead));
}

void MirrorHistogram::paintWords(QPainter& painter) const {
  const QRectF area = plot();
  const QRectF line = grip();
  painter.setPen(theme_.text);
  const auto head = [&](const QString& text, double left) {
    if (line.right() < left || line.left() > left + textWidth(painter.font(), text))
      painter.drawText(QPointF(left, 15), text);
  };
  head(tr("not called"), area.left() + 2);
  head(tr("called"), area.right() - textWidth(painter.font(), tr("called")));
  if (model_.rest.empty()) return;
  // Beside the line, on both sides of zero, where there is room for them.
  const double cut = xOf(threshold_);
  const auto write = [&](const QString& text, double y, bool right) {
    const QFont font = small(this->font(), right);
    const double wide = textWidth(font, text);
    const double left = right ? cut + 10 : cut - 10 - wide;
    if (left < area.left() || left + wide > area.right() + 4) return;
    painter.setFont(font);
    painter.setPen(right ? theme_.text : theme_.muted);
    painter.drawText(QPointF(left, y), text);
  };
  for (const bool right : {false, true}) {
    write(tr("converted"), area.top() - 6, right);
    write(tr("did not convert"), std::max(yOf(0) + 34, area.bottom() - 34), right);
  }
}

QRectF MirrorHistogram::grip() const {
  const double wide = std::max(44.0, textWidth(small(font(), true), numberText(threshold_)) + 16);
  return {std::clamp(crisp(xOf(threshold_)) - wide / 2, 0.0, width() - wide), 2, wide, 22};
}

void MirrorHistogram::paintLine(QPainter& painter) const {
  const double x = crisp(xOf(threshold_));
  painter.setPen(QPen(theme_.accent, lineWidth));
  painter.drawLine(QLineF(x, 22, x, plot().bottom()));
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme_.accent);
  painter.drawRoundedRect(grip(), 3, 3);
  painter.drawPolygon(QPolygonF({{x - 5, 24}, {x + 5, 24}, {x, 29}}));
  painter.setFont(small(font(), true));
  painter.setPen(theme_.onAccent);
  painter.drawText(grip(), Qt::AlignCenter, numberText(threshold_));
}

}  // namespace leadlight
