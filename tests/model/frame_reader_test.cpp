#include "model/frame/frame_reader.h"

#include <gtest/gtest.h>

#include "model/base/text.h"
#include "model/load/loader.h"
#include "tests/support/temp_folder.h"

namespace leadlight {
namespace {

// A store with `rows` leads whose columns have every type, missing values and placeholders.
Store storeOf(const TempFolder& folder, int rows) {
  std::string text = "Prospect ID,Lead Source,City,TotalVisits,Page Views Per Visit,Created On\n";
  for (int i = 0; i < rows; ++i) {
    const std::string n = std::to_string(i);
    text += "key-" + n + ",source " + std::to_string(i % 300) + (i % 7 == 0 ? ",Select," : ",city " + n + ",") +
            (i % 5 == 0 ? "" : std::to_string(i % 40)) + ',' + std::to_string(i % 9) + ".5," +
            std::to_string(1 + i % 28) + "-03-2024 4:05\n";
  }
  Result<Store> store = Store::open(folder.path() / "leads.db", Store::Mode::ReadWrite);
  EXPECT_TRUE(store && loadFile(*store, folder.write("leads.csv", text), {}, {}));
  return *std::move(store);
}

std::string canonicalText(const StoredValue& value) {
  switch (value.kind) {
    case StoredValue::Kind::Integer:
      return std::to_string(value.integer);
    case StoredValue::Kind::Decimal:
      return formatNumber(value.decimal);
    case StoredValue::Kind::Text:
      return std::string(value.text);
    case StoredValue::Kind::Null:
      break;
  }
  return {};
}

void expectFrameHoldsTheTable(Store& store, const Frame& frame) {
  std::vector<std::string> names;
  for (const Frame::ColumnPtr& column : frame.columns()) names.push_back(column->name());
  std::size_t row = 0, wrong = 0;
  const Status scanned = store.scan("leads", names, [&](std::int64_t leadId, std::span<const StoredValue> values) {
    if (frame.leadIds()[row] != leadId) ++wrong;
    for (std::size_t i = 0; i < values.size(); ++i)
      if (frame.columns()[i]->textAt(row) != canonicalText(values[i])) ++wrong;
    ++row;
    return true;
  });
  EXPECT_TRUE(scanned);
  EXPECT_EQ(row, frame.rows());
  EXPECT_EQ(wrong, 0U);
}

TEST(FrameReader, theFrameHoldsTheFinalTable) {
  const TempFolder folder;
  Store store = storeOf(folder, 1000);
  const Result<Frame> frame = readFrame(store, "leads", {}, {});
  ASSERT_TRUE(frame) << frame.error().what;
  EXPECT_EQ(frame->columns().size(), 6U);
  EXPECT_TRUE(frame->find("City")->isMissing(0)) << "a placeholder reads as missing";
  expectFrameHoldsTheTable(store, *frame);
}

TEST(FrameReader, aBigTableReadByTwoConnectionsIsTheSame) {
  const TempFolder folder;
  Store store = storeOf(folder, 100'100);
  const Result<Frame> frame = readFrame(store, "leads", {}, {});
  ASSERT_TRUE(frame) << frame.error().what;
  EXPECT_EQ(frame->find("Prospect_ID"), nullptr) << "a big key stays in the store";
  EXPECT_EQ(frame->find("City"), nullptr) << "and so does a text that is nearly always another";
  EXPECT_NE(frame->find("Lead_Source"), nullptr);
  expectFrameHoldsTheTable(store, *frame);
  const Result<Frame> named = readFrame(store, "leads", {.columns = {"Prospect_ID", "City"}}, {});
  ASSERT_TRUE(named);
  expectFrameHoldsTheTable(store, *named);
}

TEST(FrameReader, aCancelledReadSaysSo) {
  const TempFolder folder;
  Store store = storeOf(folder, 100'100);
  Progress cancel;
  cancel.isCancelled = [] { return true; };
  EXPECT_EQ(readFrame(store, "leads", {}, cancel).error().code, Errc::Interrupted);
}

}  // namespace
}  // namespace leadlight
