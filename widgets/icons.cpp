#include "widgets/icons.h"

#include <QApplication>
#include <QByteArray>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QStyle>
#include <QStyleOption>
#include <QSvgRenderer>

#include "widgets/theme.h"

namespace leadlight {

namespace {

// The paths of one icon. In these, @c@ is the icon's colour: a filled dot, or (class-free) the ground of a knob.
const char* shapes(Icon icon) {
  switch (icon) {
    case Icon::Add:
      return R"(<path d="M12 5v14M5 12h14"/>)";
    case Icon::After:
      return R"(<path d="M10 7l5 5-5 5"/>)";
    case Icon::Before:
      return R"(<path d="M14 7l-5 5 5 5"/>)";
    case Icon::Check:
      return R"(<path d="M5 12.5l4.5 4.5L19 7.5"/>)";
    case Icon::ChevronDown:
      return R"(<path d="M7 10l5 5 5-5"/>)";
    case Icon::ChevronUp:
      return R"(<path d="M7 14l5-5 5 5"/>)";
    case Icon::Clipboard:
      return R"(<path d="M8 6H5.5v14h13V6H16M8.5 4h7v4h-7zM9 12.5h6M9 16h6"/>)";
    case Icon::Clock:
      return R"(<circle cx="12" cy="12" r="8.5"/><path d="M12 7.5V12l3 2"/>)";
    case Icon::Close:
      return R"(<path d="M7 7l10 10M17 7L7 17"/>)";
    case Icon::Collapse:
      return R"(<path d="M12 7l-5 5 5 5M18 7l-5 5 5 5"/>)";
    case Icon::Columns:
      return R"(<path d="M4 5h16v14H4zM9.3 5v14M14.7 5v14"/>)";
    case Icon::Crown:
      return R"(<path d="M4 17.5L3 8l5 4 4-7 4 7 5-4-1 9.5zM5 20.5h14"/>)";
    case Icon::Download:
    case Icon::Files:
      return R"(<path d="M12 3v10M8 9.5l4 4 4-4M4 14v4.5A1.5 1.5 0 0 0 5.5 20h13a1.5 1.5 0 0 0 1.5-1.5V14"/>)";
    case Icon::Export:
      return R"(<path d="M12 14V4M8 7.5L12 3.5l4 4M5 13v5.5A1.5 1.5 0 0 0 6.5 20h11a1.5 1.5 0 0 0 1.5-1.5V13"/>)";
    case Icon::Charts:
      return R"(<path d="M4 20h16M7 20v-7M12 20V5M17 20v-10"/>)";
    case Icon::File:
      return R"(<path d="M6 3.5h8l4 4v13H6zM14 3.5v4h4"/>)";
    case Icon::Filter:
      return R"(<path d="M4 5h16l-6.2 7.5V19l-3.6-2v-4.5z"/>)";
    case Icon::Hide:
      return R"(<path d="M4 4l16 16M10 6.3A9 9 0 0 1 12 6c5 0 8 6 8 6a14 14 0 0 1-2.3 3M6.5 8.5A14 14 0 0 0 4 12s3 6 8 6c1.2 0 2.3-.3 3.2-.8M10 10.5a2.5 2.5 0 0 0 3.5 3.5"/>)";
    case Icon::Info:
      return R"(<circle cx="12" cy="12" r="8.5"/><path d="M12 11v5.5M12 7.7v.4"/>)";
    case Icon::Key:
      return R"(<circle cx="8" cy="14" r="4"/><path d="M11 11l8-8M16 6l3 3"/>)";
    case Icon::Leads:
      return R"(<path d="M4 5.5h16v13H4zM4 10h16M4 14.2h16M10 10v8.5"/>)";
    case Icon::Lock:
      return R"(<path d="M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3"/>)";
    case Icon::Moon:
      return R"(<path d="M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z"/>)";
    case Icon::More:
      return R"(<circle cx="6" cy="12" r=".9" fill="@c@"/><circle cx="12" cy="12" r=".9" fill="@c@"/><circle cx="18" cy="12" r=".9" fill="@c@"/>)";
    case Icon::Pin:
      return R"(<path d="M9 4h6l-1 6 3 3.5H7L10 10zM12 13.5V20"/>)";
    case Icon::Redo:
      return R"(<path d="M16 5l4 4-4 4M20 9h-9.5a5.5 5.5 0 0 0 0 11H15"/>)";
    case Icon::Save:
      return R"(<path d="M5 4.5h11l3.5 3.5v11.5H5zM8 4.5V9h7V4.5M8 19.5V14h8v5.5"/>)";
    case Icon::ScoreLead:
      return R"(<circle cx="10" cy="8" r="3.5"/><path d="M3.5 19.5c.6-3.6 3.2-5.5 6.5-5.5 1.3 0 2.5.3 3.5.9M15.5 18.5l2 2 3.5-4"/>)";
    case Icon::Scoring:
      return R"(<path d="M5 6h1.8M11.2 6H19M5 12h7.8M17.2 12H19M5 18h.8M10.2 18H19"/><circle cx="9" cy="6" r="2.2"/><circle cx="15" cy="12" r="2.2"/><circle cx="8" cy="18" r="2.2"/>)";
    case Icon::Search:
      return R"(<circle cx="11" cy="11" r="6"/><path d="M15.5 15.5L20 20"/>)";
    case Icon::SortDown:
      return R"(<path d="M12 6v12M7.5 13.5L12 18l4.5-4.5"/>)";
    case Icon::SortUp:
      return R"(<path d="M12 18V6M7.5 10.5L12 6l4.5 4.5"/>)";
    case Icon::Sun:
      return R"(<circle cx="12" cy="12" r="4"/><path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6L7 7M17 17l1.4 1.4M18.4 5.6L17 7M7 17l-1.4 1.4"/>)";
    case Icon::Table:
      return R"(<path d="M4 5.5h16v13H4zM4 10h16M10 5.5v13"/>)";
    case Icon::Target:
      return R"(<circle cx="12" cy="12" r="8"/><circle cx="12" cy="12" r="4"/><circle cx="12" cy="12" r=".8" fill="@c@"/>)";
    case Icon::Undo:
      return R"(<path d="M8 5L4 9l4 4M4 9h9.5a5.5 5.5 0 0 1 0 11H9"/>)";
    case Icon::Warning:
      return R"(<path d="M12 4L2.8 20h18.4zM12 10v5M12 17.3v.4"/>)";
  }
  return "";
}

QPixmap rendered(const QByteArray& svg, int size, qreal ratio) {
  QPixmap pixmap(QSize(size, size) * ratio);
  pixmap.setDevicePixelRatio(ratio);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  QSvgRenderer(svg).render(&painter, QRectF(0, 0, size, size));
  return pixmap;
}

// Drawn when it is shown, as a window has hundreds, most of them on pages that nobody sees yet; as high as it is asked
// for, at the left of its room.
class LineIcon final : public QIconEngine {
 public:
  LineIcon(Icon icon, const QColor& color) : icon_(icon), color_(color) {}
  void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
    const qreal ratio = painter->device()->devicePixelRatioF();
    painter->drawPixmap(rect.topLeft(), scaledPixmap(rect.size() * ratio, mode, state, ratio));
  }
  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
    return scaledPixmap(size, mode, state, 1);
  }
  QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal ratio) override {
    QPixmap pixmap(size);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter(&pixmap).drawPixmap(0, 0, iconPixmap(icon_, qRound(size.height() / ratio), color_, ratio));
    if (mode == QIcon::Normal) return pixmap;
    QStyleOption option;
    option.palette = QGuiApplication::palette();
    return QApplication::style()->generatedIconPixmap(mode, pixmap, &option);
  }
  QIconEngine* clone() const override { return new LineIcon(*this); }

 private:
  Icon icon_;
  QColor color_;
};

}  // namespace

// Kept by Qt: delegates ask for the same ones at every paint.
QPixmap iconPixmap(Icon icon, int size, const QColor& color, qreal devicePixelRatio) {
  const QByteArray name = color.name().toLatin1();
  const QString key = QStringLiteral("leadlight %1 %2 %3 %4")
                          .arg(static_cast<int>(icon))
                          .arg(size)
                          .arg(devicePixelRatio)
                          .arg(QLatin1String(name));
  QPixmap kept;
  if (QPixmapCache::find(key, &kept)) return kept;
  QByteArray svg =
      "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'><g fill='none' stroke='@c@' "
      "stroke-width='1.75' stroke-linecap='round' stroke-linejoin='round'>";
  svg.append(shapes(icon)).append("</g></svg>");
  svg.replace("@c@", name);
  kept = rendered(svg, size, devicePixelRatio);
  QPixmapCache::insert(key, kept);
  return kept;
}

QIcon iconOf(Icon icon, const QColor& color) { return QIcon(new LineIcon(icon, color)); }

QPixmap markPixmap(int size, const Theme& theme, qreal devicePixelRatio) {
  QByteArray svg =
      "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'>"
      "<path d='M12 1.5L22.5 12 12 22.5 1.5 12z' fill='@lead@'/><path d='M12 1.5L22.5 12H12z' fill='@c@'/>"
      "<path d='M1.5 12H12v10.5z' fill='@a@'/><path d='M12 12h10.5L12 22.5z' fill='@b@'/>"
      "<path d='M12 1.5L22.5 12 12 22.5 1.5 12zM12 1.5v21M1.5 12h21' fill='none' stroke='@text@' stroke-width='1.5' "
      "stroke-linejoin='round'/></svg>";
  const auto set = [&](const char* token, const QColor& color) { svg.replace(token, color.name().toLatin1()); };
  set("@lead@", theme.lead);
  set("@a@", theme.bands[0].fill);
  set("@b@", theme.bands[1].fill);
  set("@c@", theme.bands[2].fill);
  set("@text@", theme.text);
  return rendered(svg, size, devicePixelRatio);
}

}  // namespace leadlight
