#include "widgets/kit/kpi_tile.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "widgets/kit/badge.h"
#include "widgets/kit/button.h"

namespace leadlight {

namespace {

constexpr qsizetype mostLarge = 9;  // "1,234,567"; longer numbers are written smaller, so that six tiles stand in a row
constexpr int lineHeight = 18;      // of a badge: every tile has its number at one height

}  // namespace

KpiTile::KpiTile(QWidget* parent) : QFrame(parent) {
  setProperty("role", "card");
  setFixedHeight(86);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(16, 9, 8, 9);
  rows->setSpacing(0);
  const auto row = [rows](int least) {
    auto* line = new QHBoxLayout;
    line->setSpacing(6);
    line->addStrut(least);
    rows->addLayout(line);
    return line;
  };
  auto* top = row(lineHeight);
  top->addWidget(caption_ = makeLabel({}, TextRole::Caption));
  top->addWidget(badge_ = new Badge);
  top->addStretch();
  auto* middle = row(0);
  middle->addWidget(number_ = makeLabel({}, TextRole::Number), 0, Qt::AlignBaseline);
  middle->addWidget(suffix_ = makeLabel({}, TextRole::Muted), 0, Qt::AlignBaseline);
  middle->addStretch();
  auto* bottom = row(lineHeight);
  bottom->setSpacing(4);
  bottom->addWidget(noteLead_ = makeLabel({}, TextRole::Caption));
  bottom->addWidget(note_ = new ElidedLabel({}, TextRole::Caption), 1);
  auto* link = new Button(QString(), ButtonKind::Link);
  link->setStyleSheet(QStringLiteral("font-size: 8.5pt; min-height: 16px; padding: 0"));
  bottom->addWidget(link_ = link);
  bottom->addStretch();
  connect(link_, &QPushButton::clicked, this, &KpiTile::noteClicked);
  display(Kpi{});
}

void KpiTile::display(const Kpi& kpi) {
  kpi_ = kpi;
  caption_->setText(kpi.caption);
  number_->setText(kpi.number);
  number_->setStyleSheet(kpi.number.size() > mostLarge ? QStringLiteral("font-size: 15pt") : QString());
  setTone(*number_, kpi.few ? Tone::Muted : Tone::None);
  suffix_->setText(kpi.suffix);
  noteLead_->setText(kpi.noteLead);
  noteLead_->setVisible(!kpi.noteLead.isEmpty());
  setTone(*noteLead_, kpi.noteTone);
  showNote();
  note_->setVisible(!kpi.link);
  link_->setText(kpi.note);
  link_->setVisible(kpi.link);
  badge_->setVisible(!kpi.band.isEmpty());
  if (!kpi.band.isEmpty()) badge_->display(kpi.band, kpi.bandIndex, kpi.bandCount);
  setAccessibleName(kpi.caption + QLatin1Char(' ') + kpi.number + QLatin1Char(' ') + kpi.suffix);
}

void KpiTile::resizeEvent(QResizeEvent* event) {
  QFrame::resizeEvent(event);
  showNote();
}

void KpiTile::showNote() {
  note_->ensurePolished();
  // The label itself may not have been laid out yet.
  const int room = contentsRect().marginsRemoved(layout()->contentsMargins()).width() - 4;
  const bool fits = kpi_.noteShort.isEmpty() || note_->fontMetrics().horizontalAdvance(kpi_.note) <= room;
  note_->setFullText(fits ? kpi_.note : kpi_.noteShort);
  setToolTip(fits ? QString() : kpi_.note);
}

}  // namespace leadlight
