#include "model/frame/masked_frame.h"

#include "model/schema/personal.h"

namespace leadlight {

namespace {

constexpr const char* hiddenText = "•••";

Frame::ColumnPtr share(Column column) { return std::make_shared<const Column>(std::move(column)); }

// Every row the same dots; missing where `like` is.
Frame::ColumnPtr dotted(const std::string& name, const std::string& label, std::size_t rows, const Column* like) {
  std::vector<std::uint8_t> codes(rows, 1);
  for (std::size_t row = 0; like && row < rows; ++row)
    if (like->isMissing(row)) codes[row] = 0;
  return share(Column::text(name, label, {"", hiddenText}, std::move(codes), {}));
}

// nullptr when nothing in it has to be hidden.
Frame::ColumnPtr maskedText(const Column& column, Personal kind) {
  std::vector<std::string> dictionary = column.dictionary(), placeholders;
  bool changed = false;
  for (std::uint32_t code = 1; code < dictionary.size(); ++code) {
    if (column.isMissingCode(code)) {
      placeholders.push_back(dictionary[code]);
      continue;
    }
    std::string masked = maskedValue(kind, dictionary[code]);
    if (masked == dictionary[code]) continue;
    changed = true;
    dictionary[code] = std::move(masked);
  }
  if (!changed) return nullptr;
  return share(Column::text(column.name(), column.label(), std::move(dictionary), column.codes(), placeholders));
}

// A phone number may have been taken for a number.
bool isPhoneNumber(const Column& column) {
  if (column.type() != ColumnType::Integer || personalByName(column.name()) != Personal::Phone) return false;
  std::vector<std::string> sample;
  for (std::size_t row = 0; row < column.rows() && sample.size() < 200; ++row)
    if (!column.isMissing(row)) sample.push_back(column.textAt(row));
  return personalColumn(column.name(), sample) == Personal::Phone;
}

}  // namespace

MaskedFrame maskedFrame(const Frame& frame, const std::vector<ColumnSample>& stored) {
  MaskedFrame result;
  std::vector<Frame::ColumnPtr> replaced;
  const auto hide = [&](const std::string& name, Frame::ColumnPtr column) {
    replaced.push_back(std::move(column));
    result.hidden.push_back(name);
  };
  for (const Frame::ColumnPtr& column : frame.columns()) {
    if (column->type() == ColumnType::Text) {
      const Personal kind = personalColumn(column->name(), column->dictionary());
      if (Frame::ColumnPtr masked = maskedText(*column, kind)) hide(column->name(), std::move(masked));
    } else if (isPhoneNumber(*column)) {
      hide(column->name(), dotted(column->name(), column->label(), frame.rows(), column.get()));
    }
  }
  for (const ColumnSample& sample : stored)
    if (personalColumn(sample.name, sample.values) != Personal::None)
      hide(sample.name, dotted(sample.name, sample.label, frame.rows(), nullptr));
  result.frame = replaced.empty() ? frame : frame.with(std::move(replaced));
  return result;
}

}  // namespace leadlight
