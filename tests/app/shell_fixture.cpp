#include "shell_fixture.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QSettings>
#include <QStandardPaths>

namespace leadlight::testing {

namespace {

// Every widget below that a keyboard or a mouse can operate.
bool isInteractive(const QWidget* widget) {
  return qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QLineEdit*>(widget) ||
         qobject_cast<const QComboBox*>(widget) || (widget->focusPolicy() & Qt::TabFocus) != 0;
}

}  // namespace

QStringList nameless(QWidget& root) {
  QStringList found;
  for (QWidget* widget : root.findChildren<QWidget*>()) {
    if (!widget->isVisibleTo(&root) || !isInteractive(widget)) continue;
    const auto* area = qobject_cast<QAbstractScrollArea*>(widget->parentWidget());
    if (area && area->viewport() == widget) continue;
    // Parts of a widget that has a name itself.
    const QString parent = QString::fromLatin1(widget->parentWidget()->metaObject()->className());
    const QString name = widget->objectName();
    if (name.startsWith(QLatin1String("qt_")) || widget->parentWidget()->focusProxy() == widget) continue;
    if (qobject_cast<QComboBox*>(widget->parentWidget()) || parent == QLatin1String("QLineEdit")) continue;
    QAccessibleInterface* face = QAccessible::queryAccessibleInterface(widget);
    if (face && !face->text(QAccessible::Name).trimmed().isEmpty()) continue;
    found << QStringLiteral("%1 '%2' in %3").arg(QString::fromLatin1(widget->metaObject()->className()), name, parent);
  }
  return found;
}

QStringList wordsOf(const CommandPalette& palette) {
  QStringList words;
  for (const PaletteEntry& entry : palette.model().entries()) words << entry.words;
  return words;
}

void ShellFixture::initTestCase() {
  QStandardPaths::setTestModeEnabled(true);
  QCoreApplication::setOrganizationName(QStringLiteral("leadlight-test"));
  QCoreApplication::setApplicationName(QString::fromLatin1(metaObject()->className()));
}

void ShellFixture::init() {
  QSettings().clear();
  place_ = std::make_unique<Place>();
  qputenv("XDG_DATA_HOME", place_->file("data").toLocal8Bit());
}

void ShellFixture::cleanup() {
  quit();
  place_.reset();
}

void ShellFixture::start(bool keep, const Preferences& preferences) {
  windows_ = std::make_unique<Windows>(*qApp, keep);
  windows_->open(place_->store(), preferences);
  window().resize(1280, 800);
  window().show();
  QVERIFY(QTest::qWaitForWindowExposed(&window(), patience));
  QVERIFY(settle(session()));
}

void ShellFixture::startWith(const QByteArray& leads, const Preferences& preferences) {
  start(false, preferences);
  session().load({place_->write("leads.csv", leads)});
  QVERIFY(settle(session()));
}

void ShellFixture::ask(const QString& query) {
  if (!palette().isVisible()) QTest::keyClick(&window(), Qt::Key_K, Qt::ControlModifier);
  QVERIFY(palette().isVisible());
  palette().field()->clear();
  QTest::keyClicks(palette().field(), query);
  QVERIFY(QTest::qWaitFor([&] { return palette().settled(); }, patience));
}

void ShellFixture::enter() { QTest::keyClick(palette().field(), Qt::Key_Return); }

}  // namespace leadlight::testing
