#include "app/gui/files/load_sum.h"

#include <QPainter>
#include <algorithm>

#include "app/gui/sentences.h"
#include "widgets/format.h"
#include "widgets/icons.h"

namespace leadlight {

namespace {
constexpr int barHeight = 14, lineHeight = 22, leastNumberWidth = 52;
}

LoadSum::LoadSum(QWidget* parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); }

void LoadSum::display(const LoadReport& load) {
  load_ = load;
  setAccessibleName(conservationSentence(load));
  update();
}

void LoadSum::applyTheme(const Theme& theme) {
  theme_ = theme;
  update();
}

std::vector<LoadSum::Part> LoadSum::parts() const {
  return {{tr("new leads"), load_.fresh, &Theme::positive},
          {tr("changed"), load_.changed, &Theme::accent},
          {tr("unchanged, left as they are"), load_.same, &Theme::unchosen},
          {tr("replaced by a later row of the file"), load_.superseded, &Theme::warning},
          {tr("rejected, in quarantine"), load_.quarantined, &Theme::negative}};
}

void LoadSum::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme_.sunken);
  painter.drawRoundedRect(QRectF(0, 0, width(), barHeight), 2, 2);
  const double all = static_cast<double>(std::max<std::uint64_t>(load_.parsed, 1));
  double x = 0;
  int y = barHeight + 8;
  const QFont plain = font();
  QFont bold = plain;
  bold.setBold(true);
  int numberWidth = leastNumberWidth;
  for (const Part& part : parts())
    numberWidth = std::max(numberWidth, QFontMetrics(bold).horizontalAdvance(formatCount(part.count)));
  for (const Part& part : parts()) {
    const double share = static_cast<double>(part.count) / all * width();
    if (part.count > 0) {
      painter.setPen(Qt::NoPen);
      painter.setBrush(theme_.*part.color);
      painter.drawRect(QRectF(x, 0, std::max(2.0, share - 1), barHeight));
      x += std::max(3.0, share);
    }
    painter.setFont(bold);
    painter.setPen(part.count > 0 ? theme_.*(part.color == &Theme::unchosen ? &Theme::text : part.color)
                                  : theme_.muted);
    painter.drawText(QRect(0, y, numberWidth, lineHeight), Qt::AlignRight | Qt::AlignVCenter, formatCount(part.count));
    painter.setFont(plain);
    painter.setPen(part.count > 0 ? theme_.text : theme_.muted);
    painter.drawText(QRect(numberWidth + 10, y, width() - numberWidth - 10, lineHeight), Qt::AlignVCenter, part.name);
    y += lineHeight;
  }
  y += 6;
  painter.fillRect(QRect(0, y, width(), 1), theme_.border);
  const bool whole = load_.conserves();
  QFont small = plain;
  small.setPointSizeF(8.5);
  painter.setFont(small);
  painter.drawPixmap(0, y + 8,
                     iconPixmap(whole ? Icon::Check : Icon::Warning, 16, whole ? theme_.positive : theme_.negative,
                                devicePixelRatioF()));
  painter.setPen(whole ? theme_.positive : theme_.negative);
  painter.drawText(QRect(22, y + 7, width() - 22, height() - y - 7), Qt::TextWordWrap, conservationSentence(load_));
}

}  // namespace leadlight
