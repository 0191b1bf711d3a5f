#include "widgets/files/options_row.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

#include "widgets/kit/flow_layout.h"
#include "widgets/kit/labels.h"
#include "widgets/kit/tab_order.h"

namespace leadlight {

namespace {

constexpr int mostShown = 18, widest = 190, narrowest = 84, frame = 46;

bool sameNames(const std::vector<ReadOption>& a, const std::vector<ReadOption>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const ReadOption& one, const ReadOption& other) { return one.id == other.id; });
}

}  // namespace

OptionsRow::OptionsRow(QWidget* parent) : QWidget(parent) {
  auto* flow = new FlowLayout(10, this);
  flow->setContentsMargins(0, 0, 0, 0);
}

void OptionsRow::display(const std::vector<ReadOption>& options) {
  if (options == options_) return;
  if (!sameNames(options, options_)) {
    qDeleteAll(findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
    boxes_.clear();
    for (const ReadOption& option : options) make(option);
    keepTabOrder(*this);
  }
  options_ = options;
  for (std::size_t i = 0; i < options.size(); ++i) {
    QComboBox* box = boxes_[i];
    const QSignalBlocker quiet(box);
    QStringList shown;
    for (int at = 0; at < box->count(); ++at) shown << box->itemText(at);
    if (shown != options[i].values) {
      box->clear();
      box->addItems(options[i].values);
    }
    box->setCurrentIndex(options[i].current);
    // As wide as what is chosen; the list opens as wide as it needs.
    const int text = box->fontMetrics().horizontalAdvance(box->currentText());
    box->setFixedWidth(std::clamp(text + frame, narrowest, widest));
    box->view()->setMinimumWidth(box->sizeHint().width());
    box->setEnabled(options[i].values.size() > 1);
  }
}

void OptionsRow::make(const ReadOption& option) {
  auto* host = new QWidget(this);
  auto* column = new QVBoxLayout(host);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(2);
  column->addWidget(makeLabel(option.name, TextRole::Caption));
  auto* box = new QComboBox;
  box->setMaxVisibleItems(mostShown);
  box->setAccessibleName(option.name);
  column->addWidget(box);
  layout()->addWidget(host);
  connect(box, &QComboBox::activated, this, [this, id = option.id](int value) { emit chosen(id, value); });
  boxes_.push_back(box);
}

QComboBox* OptionsRow::box(const QString& id) const {
  for (std::size_t i = 0; i < options_.size(); ++i)
    if (options_[i].id == id) return boxes_[i];
  return nullptr;
}

}  // namespace leadlight
