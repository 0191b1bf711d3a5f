#include "app/gui/filters/filter_entry.h"

#include <QCoreApplication>
#include <algorithm>
#include <iterator>

#include "app/gui/sentences.h"
#include "widgets/format.h"

namespace leadlight {
namespace {

constexpr std::size_t mostOffers = 60;

struct Words {
  Q_DECLARE_TR_FUNCTIONS(FilterEntry)
};

// Columns by their canonical names, however they were typed.
void useCanonicalNames(Filter& filter, const Frame& frame) {
  if (!filter.column.empty())
    if (const Column* column = frame.find(filter.column)) filter.column = column->name();
  for (Filter& operand : filter.operands) useCanonicalNames(operand, frame);
}

std::string keyOf(const Filter& filter) {
  const std::vector<std::string> columns = filter.columns();
  return columns.size() == 1 ? columns.front() : std::string();
}

QString expectedWords(const std::string& expected) {
  if (expected == "a column") return Words::tr("a column is missing here");
  if (expected == "\"and\", \"or\" or the end") return Words::tr("only \"and\" or \"or\" may follow here");
  if (expected == "\")\"") return Words::tr("a closing bracket is missing here");
  if (expected == "\",\" or \")\"") return Words::tr("a comma or a closing bracket is missing here");
  if (expected == "\"(\" and a list of values") return Words::tr("a list in brackets is missing here");
  if (expected == "\"and\" and the upper bound") return Words::tr("\"and\" and the upper bound are missing here");
  if (expected.starts_with("a value")) return Words::tr("a value is missing here");
  if (expected.starts_with("a closing quote")) return Words::tr("the quote that opens here is not closed");
  if (expected.starts_with("\"null\"")) return Words::tr("\"null\" or \"not null\" is missing here");
  if (expected.find("after the column") != std::string::npos || expected.find("after \"not\"") != std::string::npos)
    return Words::tr("an operator such as =, >= or in is missing here");
  return QString::fromStdString(expected);
}

void offer(std::vector<FilterOffer>& offers, const QString& prefix, FilterOffer one) {
  if (one.shown.contains(prefix, Qt::CaseInsensitive)) offers.push_back(std::move(one));
}

void offerColumns(std::vector<FilterOffer>& offers, const QString& prefix, const Frame& frame) {
  for (const Frame::ColumnPtr& column : frame.columns()) {
    const QString name = QString::fromStdString(column->name()), label = QString::fromStdString(column->label());
    const QString insert = QString::fromStdString(filterColumnText(column->name())) + QLatin1Char(' ');
    const QString shown = label.isEmpty() || label == name ? name : Words::tr("%1 (%2)").arg(name, label);
    offer(offers, prefix, {shown, insert, typeWord(column->type())});
  }
}

void offerOperators(std::vector<FilterOffer>& offers, const QString& prefix, const Column* column) {
  const bool text = !column || column->type() == ColumnType::Text;
  const auto add = [&](const char* word, const QString& note) {
    const QString shown = QString::fromLatin1(word);
    offer(offers, prefix, {shown, shown + QLatin1Char(' '), note});
  };
  add("=", Words::tr("is"));
  add("!=", Words::tr("is not"));
  if (text) {
    offer(offers, prefix, {QStringLiteral("in"), QStringLiteral("in ("), Words::tr("one of several")});
    offer(offers, prefix, {QStringLiteral("not in"), QStringLiteral("not in ("), Words::tr("none of several")});
    add("~", Words::tr("contains"));
  } else {
    add(">=", Words::tr("at least"));
    add("<=", Words::tr("at most"));
    add(">", Words::tr("more than"));
    add("<", Words::tr("less than"));
    add("between", Words::tr("from … to …"));
  }
  add("is null", Words::tr("unknown"));
  add("is not null", Words::tr("known"));
}

}  // namespace

Result<FilterChanges> filterChanges(const std::string& text, const Frame& empty, const FilterHistory::Conditions& now,
                                    const std::optional<std::string>& edited) {
  Result<Filter> read = parseFilter(text);
  if (!read) return read.error();
  Filter filter = std::move(*read);
  useCanonicalNames(filter, empty);
  if (const auto fits = apply(filter, empty); !fits) return fits.error();
  std::vector<Filter> parts;
  if (filter.kind == Filter::Kind::And)
    parts = filter.operands;
  else if (!filter.empty())
    parts.push_back(filter);
  FilterChanges changes;
  if (edited) changes.emplace_back(*edited, std::nullopt);
  const auto wantedFor = [&](const std::string& key) -> std::optional<Filter>& {
    const auto found =
        std::find_if(changes.begin(), changes.end(), [&](const auto& change) { return change.first == key; });
    if (found != changes.end()) return found->second;
    const auto held = std::find_if(now.begin(), now.end(), [&](const auto& one) { return one.first == key; });
    changes.emplace_back(key, held == now.end() ? std::nullopt : std::optional(held->second));
    return changes.back().second;
  };
  for (Filter& part : parts) {
    std::optional<Filter>& wanted = wantedFor(keyOf(part));
    if (wanted != part) wanted = wanted ? Filter::both(*wanted, std::move(part)) : std::move(part);
  }
  return changes;
}

QString filterSentence(const Error& error) {
  if (error.code == Errc::BadFilter && error.args.size() == 3) {
    const QString column = QString::fromStdString(error.args[0]), value = QString::fromStdString(error.args[2]);
    return (error.args[1] == "dates" ? Words::tr("%1 holds dates, and %2 is none.")
                                     : Words::tr("%1 holds numbers, and %2 is none."))
        .arg(column, value);
  }
  if (error.code != Errc::BadFilter || error.args.size() != 2 || !error.where.starts_with("filter:"))
    return sentenceOf(error);
  return Words::tr("At character %1: %2.").arg(QString::fromStdString(error.args[0]), expectedWords(error.args[1]));
}

std::vector<FilterOffer> filterOffers(const FilterHint& hint, const Frame& empty, const ValueCounts& counts) {
  std::vector<FilterOffer> offers;
  const QString prefix = QString::fromStdString(hint.prefix);
  switch (hint.wanted) {
    case FilterHint::Wanted::Column:
      offerColumns(offers, prefix, empty);
      if (!prefix.isEmpty())
        offer(offers, prefix, {QStringLiteral("not"), QStringLiteral("not "), Words::tr("leaves out")});
      break;
    case FilterHint::Wanted::Operator:
      offerOperators(offers, prefix, empty.find(hint.column));
      break;
    case FilterHint::Wanted::Value:
      for (const auto& [value, leads] : counts) {
        if (offers.size() >= mostOffers) break;
        offer(offers, prefix,
              {QString::fromStdString(value), QString::fromStdString(filterValueText(value)), formatCount(leads)});
      }
      break;
    case FilterHint::Wanted::Joint:
      if (hint.inList) {
        offer(offers, prefix, {QStringLiteral(","), QStringLiteral(", "), Words::tr("a further value")});
        offer(offers, prefix, {QStringLiteral(")"), QStringLiteral(") "), Words::tr("ends the list")});
      } else {
        offer(offers, prefix, {QStringLiteral("and"), QStringLiteral("and "), Words::tr("both hold")});
        offer(offers, prefix, {QStringLiteral("or"), QStringLiteral("or "), Words::tr("one of both holds")});
      }
      break;
  }
  std::stable_partition(offers.begin(), offers.end(),
                        [&](const FilterOffer& one) { return one.shown.startsWith(prefix, Qt::CaseInsensitive); });
  return offers;
}

}  // namespace leadlight
