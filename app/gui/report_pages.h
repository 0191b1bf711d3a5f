#pragma once

#include <QPagedPaintDevice>
#include <QPainter>
#include <QString>
#include <functional>
#include <vector>

#include "widgets/theme.h"

namespace leadlight {

// One column of a printed table.
struct PrintColumn {
  QString title;
  double width = 1;  // relative
  bool right = false;
};

// Flows titles, figures, bars and tables over the pages of a paged device, with a footer on each. Lengths are in points
// (1/72 inch).
class ReportPages {
 public:
  ReportPages(QPagedPaintDevice& device, QString footer);
  ~ReportPages();

  double width() const { return width_; }

  void title(const QString& text, const QString& below);
  void heading(const QString& text, const QString& below);
  // Small tiles side by side: caption, number, note.
  struct Figure {
    QString caption, number, note;
  };
  void figures(const std::vector<Figure>& figures);
  void table(const std::vector<PrintColumn>& columns, const std::vector<QStringList>& rows);
  // Pictures in two columns, or one across both; `paint` draws one of that size.
  void picture(const QSizeF& size, bool whole, const std::function<void(QPainter&)>& paint);
  void endPictures();
  void space(double points) { y_ += points; }

 private:
  // Begins a new page unless `height` still fits.
  void need(double height);
  void writeFooter();
  void tableHead(const std::vector<PrintColumn>& columns);
  void write(const QRectF& area, const QString& text, double size, bool bold, const QColor& color, bool right = false);

  QPagedPaintDevice& device_;
  QPainter painter_;
  Theme theme_ = lightTheme();
  QString footer_;
  double width_ = 0, height_ = 0, y_ = 0;
  int page_ = 1;
  double besides_ = 0;  // height of the picture at the left whose right is free; 0: none
};

}  // namespace leadlight
