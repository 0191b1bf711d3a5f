#include <benchmark/benchmark.h>

#include <string>

#include "model/source/csv_scan.h"
#include "model/source/reader.h"
#include "tests/support/temp_folder.h"

namespace leadlight {
namespace {

constexpr std::size_t kRows = 100000;
constexpr std::size_t kColumns = 37;

// A table like that of a CRM: 37 short texts and numbers in a row, one in thirty rows with a quoted comma.
const std::string& table() {
  static const std::string text = [] {
    static const char* const values[] = {"No",
                                         "Select",
                                         "",
                                         "Landing Page Submission",
                                         "0",
                                         "Better Career Prospects",
                                         "Google",
                                         "1532",
                                         "Email Opened",
                                         "India",
                                         "02.Medium",
                                         "15"};
    std::string out;
    for (std::size_t c = 0; c < kColumns; ++c) out += (c == 0 ? "" : ",") + ("Column " + std::to_string(c));
    out += "\r\n";
    for (std::size_t row = 0; row < kRows; ++row) {
      out += std::to_string(row) + "-7927b2df-8bba-4d29-b9a2";
      for (std::size_t c = 1; c < kColumns; ++c) {
        out += ',';
        out += row % 30 == 0 && c == 12 ? "\"Banking, Investment\"" : values[(row * 7 + c * 5) % std::size(values)];
      }
      out += "\r\n";
    }
    return out;
  }();
  return text;
}

// Taking the text apart, without the file around it.
void scanCsv(benchmark::State& state) {
  const std::string padded = table() + std::string(64, '\0');
  const std::string_view text(padded.data(), table().size());
  std::vector<Cell> cells(kColumns);
  for (auto _ : state) {
    std::vector<std::unique_ptr<char[]>> pieces;
    Arena arena(pieces);
    CsvScanner scanner(',');
    scanner.reset(text, true);
    CsvRow row;
    std::size_t rows = 0;
    while (!scanner.atEnd() && scanner.next(cells, arena, row) == CsvOutcome::Row && row.fields == kColumns) ++rows;
    if (rows != kRows + 1) state.SkipWithError("rows were lost");
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(text.size()) * state.iterations());
}
BENCHMARK(scanCsv)->Unit(benchmark::kMillisecond);

// All of it: the file, its hash, checks, batches.
void readCsvFile(benchmark::State& state) {
  const TempFolder folder;
  const std::filesystem::path file = folder.write("leads.csv", table());
  for (auto _ : state) {
    Result<std::unique_ptr<RecordReader>> reader = openRecords(file, {});
    std::size_t rows = 0;
    RecordBatch batch;
    while (reader) {
      const Result<bool> more = (*reader)->next(batch);
      if (!more || !*more) break;
      rows += batch.records.size();
    }
    if (rows != kRows) state.SkipWithError("rows were lost");
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(table().size()) * state.iterations());
}
BENCHMARK(readCsvFile)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace leadlight
