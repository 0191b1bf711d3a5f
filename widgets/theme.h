#pragma once

#include <QColor>
#include <QString>
#include <array>
#include <cstddef>
#include <utility>
#include <vector>

class QWidget;

namespace leadlight {

// How a band's badge and bars look: highest band first.
struct BandColors {
  QColor fill, text, edge;
};

// Every colour of the window, as plain values. Contrast is tested against the numbers the design promises.
struct Theme {
  QString name;  // "light" or "dark"

  QColor window, surface, sunken, raised, hover, selection;  // grounds
  QColor border, control;                                    // hairlines; outlines of what can be pressed
  QColor text, muted;
  QColor accent, onAccent, accentSoft, focus;  // what can be pressed, is chosen or has the focus
  QColor positive, positiveSoft, negative, negativeSoft, warning, warningSoft;
  QColor tip, onTip;
  QColor conv, lead, unchosen, rest;  // converted, not converted, not chosen, filtered out
  QColor grid, axis;
  std::array<BandColors, 4> bands;  // A, B, C, D
  std::array<QColor, 7> series;
  std::array<QColor, 7> heat;  // low to high

  bool dark() const { return name == QLatin1String("dark"); }
  // Colours of band `index` (0 = highest) of `count`: other band names keep the lightness order, so that three bands
  // look like A, C and D.
  const BandColors& band(std::size_t index, std::size_t count) const;
  // The colours with their names in the style sheet template, e.g. "accent_soft".
  std::vector<std::pair<QString, QColor>> tokens() const;
};

Theme lightTheme();
Theme darkTheme();
// "dark" or anything else, which is light.
Theme themeNamed(const QString& name);

// WCAG 2.1 contrast ratio of two opaque colours, 1 to 21.
double contrast(const QColor& a, const QColor& b);

// A widget that paints with the theme's colours. applyThemeTo() reaches it wherever it sits.
class Themed {
 public:
  virtual ~Themed() = default;
  virtual void applyTheme(const Theme& theme) = 0;
};

// Calls applyTheme of every Themed widget below `root`, not of `root` itself.
void applyThemeTo(QWidget& root, const Theme& theme);

}  // namespace leadlight
