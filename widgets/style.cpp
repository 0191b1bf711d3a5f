#include "widgets/style.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QStyleFactory>

#include "widgets/theme.h"

namespace leadlight {

QPalette paletteOf(const Theme& theme) {
  QPalette palette;
  palette.setColor(QPalette::Window, theme.window);
  palette.setColor(QPalette::Base, theme.surface);
  palette.setColor(QPalette::AlternateBase, theme.sunken);
  palette.setColor(QPalette::Button, theme.surface);
  for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
    palette.setColor(role, theme.text);
  palette.setColor(QPalette::BrightText, theme.negative);
  palette.setColor(QPalette::PlaceholderText, theme.muted);
  palette.setColor(QPalette::Highlight, theme.selection);
  palette.setColor(QPalette::HighlightedText, theme.text);
  palette.setColor(QPalette::Link, theme.accent);
  palette.setColor(QPalette::LinkVisited, theme.accent);
  palette.setColor(QPalette::ToolTipBase, theme.tip);
  palette.setColor(QPalette::ToolTipText, theme.onTip);
  palette.setColor(QPalette::Light, theme.raised);
  palette.setColor(QPalette::Midlight, theme.hover);
  palette.setColor(QPalette::Mid, theme.border);
  palette.setColor(QPalette::Dark, theme.control);
  palette.setColor(QPalette::Shadow, theme.border);
  for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
    palette.setColor(QPalette::Disabled, role, theme.control);
  return palette;
}

QString styleSheetOf(const Theme& theme) {
  QFile file(QStringLiteral(":/leadlight/leadlight.qss"));
  if (!file.open(QIODevice::ReadOnly)) return {};
  QString sheet = QString::fromUtf8(file.readAll());
  sheet.replace(QStringLiteral("@theme@"), theme.name);
  for (const auto& [name, color] : theme.tokens())
    sheet.replace(QLatin1Char('@') + name + QLatin1Char('@'), color.name());
  return sheet;
}

QFont bodyFont() {
  QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
  if (QFontDatabase::families().contains(QStringLiteral("Noto Sans"))) font.setFamily(QStringLiteral("Noto Sans"));
  font.setPointSizeF(9.5);
  return font;
}

void applyColors(QApplication& app, const Theme& theme) {
  if (QStyle* fusion = QStyleFactory::create(QStringLiteral("Fusion"))) app.setStyle(fusion);
  app.setFont(bodyFont());
  app.setPalette(paletteOf(theme));
}

void applyTheme(QApplication& app, const Theme& theme) {
  applyColors(app, theme);
  app.setStyleSheet(styleSheetOf(theme));
}

void setReducedMotion(QApplication& app, bool reduced) {
  for (const Qt::UIEffect effect : {Qt::UI_AnimateMenu, Qt::UI_FadeMenu, Qt::UI_AnimateCombo, Qt::UI_AnimateTooltip,
                                    Qt::UI_FadeTooltip, Qt::UI_AnimateToolBox})
    QApplication::setEffectEnabled(effect, !reduced);
  constexpr int usualBlink = 1000;  // ms
  app.setCursorFlashTime(reduced ? 0 : usualBlink);
}

}  // namespace leadlight
