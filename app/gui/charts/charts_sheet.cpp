#include "app/gui/charts/charts_sheet.h"

#include <QCoreApplication>
#include <cmath>
#include <limits>
#include <sstream>

#include "model/base/output_file.h"
#include "model/base/text.h"
#include "model/export/row_writer.h"
#include "widgets/charts/chart_text.h"

namespace leadlight {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

struct Words {
  Q_DECLARE_TR_FUNCTIONS(ChartTable)
};

ChartSheet::Cell text(const QString& shown) { return {shown, none, false}; }
ChartSheet::Cell number(const QString& shown, double value) { return {shown, value, true}; }
ChartSheet::Cell count(std::uint64_t leads) { return number(formatCount(leads), static_cast<double>(leads)); }

std::string plainText(const ChartSheet::Cell& cell) {
  return cell.isNumber ? (std::isnan(cell.number) ? std::string() : formatNumber(cell.number))
                       : cell.shown.toStdString();
}

}  // namespace

ChartSheet sheetOf(const std::vector<ChartItem>& items, const ChartContext& context, bool scores) {
  ChartSheet sheet{context.title, {Words::tr("Value"), Words::tr("All leads"), Words::tr("Passing")}, {}};
  if (context.outcome)
    sheet.heads << Words::tr("Converted") << Words::tr("Conversion, %") << Words::tr("95% from, %")
                << Words::tr("95% to, %");
  if (scores) sheet.heads << Words::tr("Mean score");
  for (const ChartItem& item : items) {
    std::vector<ChartSheet::Cell> row{text(item.name), count(item.all.leads), count(item.passing.leads)};
    if (context.outcome) {
      const Rate rate = item.passing.rate();
      const bool any = item.passing.leads > 0;
      row.push_back(count(item.passing.converted));
      row.push_back(number(shareText(item.passing), any ? 100 * rate.rate : none));
      row.push_back(number(any ? formatDecimal(100 * rate.low) : QString(), any ? 100 * rate.low : none));
      row.push_back(number(any ? formatDecimal(100 * rate.high) : QString(), any ? 100 * rate.high : none));
    }
    if (scores) row.push_back(number(formatDecimal(item.passing.meanScore()), item.passing.meanScore()));
    sheet.rows.push_back(std::move(row));
  }
  return sheet;
}

ChartSheet sheetOf(const ValueModel& model) {
  ChartSheet sheet{model.context.title,
                   {Words::tr("Value"), Words::tr("All leads"), Words::tr("Passing"), model.measure,
                    Words::tr("%1, all leads").arg(model.measure)},
                   {}};
  for (std::size_t i = 0; i < model.items.size(); ++i)
    sheet.rows.push_back({text(model.items[i].name), count(model.items[i].all.leads),
                          count(model.items[i].passing.leads),
                          number(formatDecimal(model.values[i], model.digits), model.values[i]),
                          number(formatDecimal(model.all[i], model.digits), model.all[i])});
  return sheet;
}

Status saveSheet(const ChartSheet& sheet, const QString& stamp, const QString& file) {
  std::ostringstream out;
  const auto writer = csvWriter(out);
  std::vector<ExportColumn> columns;
  for (const QString& head : sheet.heads) columns.push_back({head.toStdString(), ColumnType::Text});
  if (const Status begun = writer->begin(columns); !begun) return begun;
  const auto write = [&](const std::vector<std::string>& texts) {
    std::vector<StoredValue> values(columns.size());
    for (std::size_t i = 0; i < texts.size(); ++i)
      if (!texts[i].empty()) values[i] = {StoredValue::Kind::Text, 0, 0, texts[i]};
    return writer->row(values);
  };
  for (const auto& row : sheet.rows) {
    std::vector<std::string> texts;
    for (const ChartSheet::Cell& cell : row) texts.push_back(plainText(cell));
    if (const Status written = write(texts); !written) return written;
  }
  if (const Status written = write({stamp.toStdString()}); !written) return written;
  if (const Status ended = writer->end(); !ended) return ended;
  auto save = OutputFile::create(file.toStdString());
  if (!save) return save.error();
  save->stream() << out.str();
  return save->commit();
}

QString clipboardText(const ChartSheet& sheet, const QString& stamp) {
  QStringList lines{sheet.heads.join(QLatin1Char('\t'))};
  for (const auto& row : sheet.rows) {
    QStringList cells;
    for (const ChartSheet::Cell& cell : row)
      cells << QString::fromStdString(plainText(cell)).replace(QLatin1Char('\t'), QLatin1Char(' '));
    lines << cells.join(QLatin1Char('\t'));
  }
  lines << stamp;
  return lines.join(QLatin1Char('\n'));
}

}  // namespace leadlight
