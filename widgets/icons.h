#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>

namespace leadlight {

// The window's icons: lines of 1.75 px on a 24 px grid, drawn in one colour. Mark is the program's own, in its colours.
enum class Icon {
  Add,
  After,
  Before,
  Check,
  ChevronDown,
  ChevronUp,
  Clipboard,
  Clock,
  Close,
  Collapse,
  Columns,
  Crown,
  Download,
  Export,
  Charts,
  File,
  Files,
  Filter,
  Hide,
  Info,
  Key,
  Leads,
  Lock,
  Moon,
  More,
  Pin,
  Redo,
  Save,
  ScoreLead,
  Scoring,
  Search,
  SortDown,
  SortUp,
  Sun,
  Table,
  Target,
  Undo,
  Warning,
};

// `size` in logical pixels.
QPixmap iconPixmap(Icon icon, int size, const QColor& color, qreal devicePixelRatio = 1.0);
// Ready for 16, 18, 20 and 26 px at one and two device pixels each.
QIcon iconOf(Icon icon, const QColor& color);

struct Theme;
// The program's mark: four panes of leaded glass.
QPixmap markPixmap(int size, const Theme& theme, qreal devicePixelRatio = 1.0);

}  // namespace leadlight
