#include "app/gui/palette/palette_list.h"

#include <QPainter>

namespace leadlight {

namespace {
constexpr int rowHeight = 34, inset = 14, glyph = 18, gap = 12;
constexpr int noteRole = Qt::UserRole, iconRole = Qt::UserRole + 1;
}  // namespace

void PaletteModel::display(std::vector<PaletteEntry> entries) {
  beginResetModel();
  entries_ = std::move(entries);
  endResetModel();
}

int PaletteModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(entries_.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const {
  const PaletteEntry& entry = entries_[static_cast<std::size_t>(index.row())];
  switch (role) {
    case Qt::DisplayRole:
      return entry.words;
    case Qt::AccessibleTextRole:
      return entry.note.isEmpty() ? entry.words : entry.words + QStringLiteral(", ") + entry.note;
    case noteRole:
      return entry.note;
    case iconRole:
      return static_cast<int>(entry.icon);
    default:
      return {};
  }
}

void PaletteDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  painter->save();
  if (option.state & QStyle::State_Selected)
    painter->fillRect(option.rect, theme_.selection);
  else if (option.state & QStyle::State_MouseOver)
    painter->fillRect(option.rect, theme_.hover);
  const QRect area = option.rect.adjusted(inset, 0, -inset, 0);
  const auto icon = static_cast<Icon>(index.data(iconRole).toInt());
  const bool chosen = option.state & QStyle::State_Selected;
  painter->drawPixmap(
      area.left(), area.center().y() - glyph / 2 + 1,
      iconPixmap(icon, glyph, chosen ? theme_.accent : theme_.muted, painter->device()->devicePixelRatioF()));
  QFont small = option.font;
  small.setPointSizeF(8.5);
  const QString note = index.data(noteRole).toString();
  const int noteWidth = QFontMetrics(small).horizontalAdvance(note);
  painter->setFont(small);
  painter->setPen(theme_.muted);
  painter->drawText(area, Qt::AlignVCenter | Qt::AlignRight, note);
  QFont body = option.font;
  body.setPointSizeF(9.5);
  painter->setFont(body);
  painter->setPen(theme_.text);
  const QRect text = area.adjusted(glyph + gap, 0, -noteWidth - gap, 0);
  painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                    QFontMetrics(body).elidedText(index.data().toString(), Qt::ElideRight, text.width()));
  painter->restore();
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const { return {200, rowHeight}; }

}  // namespace leadlight
