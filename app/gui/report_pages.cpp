#include "app/gui/report_pages.h"

#include <QApplication>
#include <algorithm>

#include "widgets/icons.h"

namespace leadlight {

namespace {
constexpr double footerHeight = 24, rowHeight = 15;
}  // namespace

ReportPages::ReportPages(QPagedPaintDevice& device, QString footer)
    : device_(device), painter_(&device), footer_(std::move(footer)) {
  const double dots = static_cast<double>(device.logicalDpiX()) / 72;
  painter_.scale(dots, dots);
  painter_.setRenderHint(QPainter::Antialiasing);
  width_ = device.width() / dots;
  height_ = device.height() / dots - footerHeight;
}

ReportPages::~ReportPages() { writeFooter(); }

// The painter counts in points, and a font's pixel is one unit: so a size in points is a size in pixels here.
void ReportPages::write(const QRectF& area, const QString& text, double size, bool bold, const QColor& color,
                        bool right) {
  QFont font = QApplication::font();
  font.setPixelSize(100);
  font.setBold(bold);
  painter_.save();
  painter_.translate(area.topLeft());
  const double scale = size / 100;
  painter_.scale(scale, scale);
  painter_.setFont(font);
  painter_.setPen(color);
  const QRectF scaled(0, 0, area.width() / scale, area.height() / scale);
  const QString shown = QFontMetricsF(font, painter_.device()).elidedText(text, Qt::ElideRight, scaled.width());
  painter_.drawText(scaled, int(right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter | Qt::TextSingleLine, shown);
  painter_.restore();
}

void ReportPages::need(double height) {
  if (y_ + height <= height_) return;
  writeFooter();
  device_.newPage();
  ++page_;
  y_ = 0;
}

void ReportPages::writeFooter() {
  painter_.fillRect(QRectF(0, height_ + 6, width_, 0.5), theme_.border);
  write({0, height_ + 8, width_ * 0.8, 14}, footer_, 7.5, false, theme_.muted);
  write({width_ * 0.8, height_ + 8, width_ * 0.2, 14}, QString::number(page_), 7.5, false, theme_.muted, true);
}

void ReportPages::title(const QString& text, const QString& below) {
  painter_.drawPixmap(QRectF(0, y_, 26, 26), markPixmap(208, theme_), QRectF(0, 0, 208, 208));
  write({36, y_ - 2, width_ - 36, 20}, text, 16, true, theme_.text);
  write({36, y_ + 17, width_ - 36, 13}, below, 8.5, false, theme_.muted);
  y_ += 46;
}

void ReportPages::heading(const QString& text, const QString& below) {
  need(90);  // a heading never stands alone at a page's foot
  y_ += 8;
  write({0, y_, width_, 16}, text, 11.5, true, theme_.text);
  y_ += 16;
  if (!below.isEmpty()) {
    write({0, y_, width_, 12}, below, 8, false, theme_.muted);
    y_ += 13;
  }
  y_ += 5;
}

void ReportPages::figures(const std::vector<Figure>& figures) {
  if (figures.empty()) return;
  constexpr double high = 58, gap = 8;
  need(high + gap);
  const double wide = (width_ - gap * static_cast<double>(figures.size() - 1)) / static_cast<double>(figures.size());
  double x = 0;
  for (const Figure& figure : figures) {
    painter_.setPen(QPen(theme_.border, 0.75));
    painter_.setBrush(Qt::NoBrush);
    painter_.drawRoundedRect(QRectF(x, y_, wide, high), 4, 4);
    write({x + 9, y_ + 6, wide - 12, 11}, figure.caption, 8, false, theme_.muted);
    write({x + 9, y_ + 18, wide - 12, 20}, figure.number, 15, true, theme_.text);
    write({x + 9, y_ + 41, wide - 12, 11}, figure.note, 7.5, false, theme_.muted);
    x += wide + gap;
  }
  y_ += high + gap;
}

void ReportPages::picture(const QSizeF& size, bool whole, const std::function<void(QPainter&)>& paint) {
  constexpr double gutter = 10;
  if (whole) endPictures();
  const double wide = whole ? width_ : (width_ - gutter) / 2;
  const double scale = wide / size.width(), high = size.height() * scale;
  const bool right = besides_ > 0;
  if (!right) need(high + gutter);
  const QRectF place(right ? wide + gutter : 0, y_, wide, high);
  painter_.save();
  painter_.translate(place.topLeft());
  painter_.scale(scale, scale);
  paint(painter_);
  painter_.restore();
  painter_.setPen(QPen(theme_.border, 0.75));
  painter_.setBrush(Qt::NoBrush);
  painter_.drawRoundedRect(place, 3, 3);
  besides_ = std::max(besides_, high);
  if (whole || right) return endPictures();
}

void ReportPages::endPictures() {
  if (besides_ > 0) y_ += besides_ + 10;
  besides_ = 0;
}

void ReportPages::tableHead(const std::vector<PrintColumn>& columns) {
  double all = 0, x = 0;
  for (const PrintColumn& column : columns) all += column.width;
  painter_.fillRect(QRectF(0, y_, width_, rowHeight), theme_.sunken);
  for (const PrintColumn& column : columns) {
    const double wide = width_ * column.width / all;
    write({x + 4, y_, wide - 8, rowHeight}, column.title, 7.5, true, theme_.muted, column.right);
    x += wide;
  }
  y_ += rowHeight;
}

void ReportPages::table(const std::vector<PrintColumn>& columns, const std::vector<QStringList>& rows) {
  need(2 * rowHeight);
  tableHead(columns);
  double all = 0;
  for (const PrintColumn& column : columns) all += column.width;
  for (const QStringList& row : rows) {
    const int before = page_;
    need(rowHeight);
    if (page_ != before) tableHead(columns);
    double x = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const double wide = width_ * columns[i].width / all;
      write({x + 4, y_, wide - 8, rowHeight}, row.value(static_cast<int>(i)), 8, false, theme_.text, columns[i].right);
      x += wide;
    }
    y_ += rowHeight;
    painter_.fillRect(QRectF(0, y_, width_, 0.4), theme_.border);
  }
  y_ += 8;
}

}  // namespace leadlight
