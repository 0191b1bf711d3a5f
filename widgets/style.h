#pragma once

#include <QFont>
#include <QPalette>
#include <QString>

class QApplication;

namespace leadlight {

struct Theme;

QPalette paletteOf(const Theme& theme);
// The one style sheet template with the theme's colours in place of @token@.
QString styleSheetOf(const Theme& theme);
// Noto Sans if it is installed, else the system's font, at 9.5 pt.
QFont bodyFont();
// Menus and tool tips come at once, and the text cursor does not blink.
void setReducedMotion(QApplication& app, bool reduced);
// Fusion style, font and palette. With a style sheet, Qt styles widgets anew for each parent that they get: what is put
// together before there is one is styled once.
void applyColors(QApplication& app, const Theme& theme);
// The same and the style sheet. Widgets that paint themselves are reached by applyThemeTo().
void applyTheme(QApplication& app, const Theme& theme);

}  // namespace leadlight
