#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xlsxwriter.h>
#include <zlib.h>

#include <algorithm>
#include <random>

#include "model/base/text.h"
#include "model/load/loader.h"
#include "tests/model/source_support.h"
#include "tests/support/workbooks.h"

namespace leadlight {
namespace {

namespace fs = std::filesystem;

// A table as texts, and its forms as files.
struct Table {
  Row labels;
  std::vector<Row> rows;

  Table columns(const std::vector<std::size_t>& chosen) const {
    const auto pick = [&](const Row& row) {
      Row picked;
      for (const std::size_t i : chosen) picked.push_back(row[i]);
      return picked;
    };
    Table table{pick(labels), {}};
    for (const Row& row : rows) table.rows.push_back(pick(row));
    return table;
  }

  std::string delimited(char delimiter, char mark = '.') const {
    std::string text;
    const auto line = [&](const Row& row, bool data) {
      for (std::size_t i = 0; i < row.size(); ++i) {
        std::string cell = row[i];
        if (data && mark != '.' && parseDecimal(cell)) std::replace(cell.begin(), cell.end(), '.', mark);
        if (i > 0) text += delimiter;
        if (cell.find_first_of("\",;\t\r\n") != std::string::npos) {
          std::string quoted = "\"";
          for (const char c : cell) quoted += c == '"' ? "\"\"" : std::string(1, c);
          cell = quoted + "\"";
        }
        text += cell;
      }
      text += "\r\n";
    };
    line(labels, false);
    for (const Row& row : rows) line(row, true);
    return text;
  }

  // One object per row; `typed`: numbers as numbers and empty cells as null.
  std::vector<std::string> objects(bool typed, const char* gap) const {
    std::vector<std::string> all;
    for (const Row& row : rows) {
      std::string& text = all.emplace_back("{");
      for (std::size_t i = 0; i < row.size(); ++i) {
        text += (i > 0 ? "," : "") + std::string(gap);
        appendJsonString(text, labels[i]);
        text += ":";
        if (typed && row[i].empty())
          text += "null";
        else if (typed && parseDecimal(row[i]))
          text += row[i];
        else
          appendJsonString(text, row[i]);
      }
      text += std::string(gap) + "}";
    }
    return all;
  }

  std::string ods() const {
    std::string xml;
    for (std::size_t r = 0; r <= rows.size(); ++r) {
      xml += "<table:table-row>";
      for (const std::string& cell : r == 0 ? labels : rows[r - 1]) {
        if (cell.empty())
          xml += "<table:table-cell/>";
        else if (r > 0 && parseDecimal(cell))
          xml += "<table:table-cell office:value-type=\"float\" office:value=\"" + cell +
                 "\"><text:p>x</text:p></table:table-cell>";
        else
          xml += "<table:table-cell office:value-type=\"string\"><text:p>" + xmlText(cell) +
                 "</text:p></table:table-cell>";
      }
      xml += "</table:table-row>";
    }
    return odsOf({{"Leads", xml}});
  }

  void xlsx(const fs::path& file) const {
    lxw_workbook_options options{};
    options.constant_memory = 1;
    lxw_workbook* const book = ::workbook_new_opt(file.c_str(), &options);
    lxw_worksheet* const sheet = ::workbook_add_worksheet(book, "Leads");
    for (std::size_t r = 0; r <= rows.size(); ++r)
      for (std::size_t c = 0; c < labels.size(); ++c) {
        const std::string& cell = r == 0 ? labels[c] : rows[r - 1][c];
        const auto number = r == 0 ? std::nullopt : parseDecimal(cell);
        if (number)
          ::worksheet_write_number(sheet, static_cast<lxw_row_t>(r), static_cast<lxw_col_t>(c), *number, nullptr);
        else if (!cell.empty())
          ::worksheet_write_string(sheet, static_cast<lxw_row_t>(r), static_cast<lxw_col_t>(c), cell.c_str(), nullptr);
      }
    ASSERT_EQ(::workbook_close(book), LXW_NO_ERROR);
  }
};

std::string joinedBy(const std::vector<std::string>& parts, const std::string& separator) {
  return leadlight::joined(parts, separator);
}

std::string utf16(std::string_view ascii, bool mark) {
  std::string bytes = mark ? "\xFF\xFE" : "";
  for (const char c : ascii) {
    bytes += c;
    bytes += '\0';
  }
  return bytes;
}

std::string gzipped(std::string_view text) {
  z_stream stream{};
  ::deflateInit2(&stream, 6, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY);
  std::string in(text);
  std::string out(::deflateBound(&stream, static_cast<uLong>(in.size())) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  ::deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  ::deflateEnd(&stream);
  return out;
}

class Formats : public testing::Test {
 protected:
  // The digest after loading these files one after another into a new store.
  static std::string digestOf(const std::vector<fs::path>& files, const LoadOptions& options = {}) {
    const TempFolder folder;
    Result<Store> store = Store::open(folder.path() / "leads.db", Store::Mode::ReadWrite);
    EXPECT_TRUE(store);
    for (const fs::path& file : files) {
      const Result<LoadReport> report = loadFile(*store, file, options, {});
      EXPECT_TRUE(report) << file << ": " << report.error().what;
      if (report) {
        EXPECT_EQ(report->quarantined, 0U) << file << ": " << report->firstError->message;
      }
    }
    return *store->digest("leads");
  }
  std::string digestOfText(const std::string& name, std::string_view text, const LoadOptions& options = {}) const {
    fs::remove(folder_.path() / name);
    return digestOf({folder_.write(name, text)}, options);
  }

  static std::optional<Table> education() {
    const auto path = sharedPath("data/x-education/Leads.csv");
    if (!path) return std::nullopt;
    ReadFile file = readFile(*path);
    return Table{std::move(file.labels), std::move(file.rows)};
  }

  TempFolder folder_;
};

TEST_F(Formats, theSameLeadsInEveryFormatHaveOneDigest) {
  const std::optional<Table> leads = education();
  if (!leads) return;
  ASSERT_EQ(leads->rows.size(), 9240U);
  const std::string wanted = digestOf({*sharedPath("data/x-education/Leads.csv")});
  const std::string csv = leads->delimited(',');
  const std::vector<std::string> objects = leads->objects(true, "");
  const auto same = [&](const std::string& name, std::string_view text) {
    EXPECT_EQ(digestOfText(name, text), wanted) << name;
  };
  same("again.csv", csv);
  same("tabs.tsv", leads->delimited('\t'));
  same("semicolons.csv", leads->delimited(';'));
  same("bars.csv", leads->delimited('|'));
  same("array.json", "[" + joinedBy(objects, ",\n") + "]");
  same("wrapped.json", "{\"success\":true,\"result\":[" + joinedBy(objects, ",") + "],\"more\":false}");
  same("lines.ndjson", joinedBy(leads->objects(false, ""), "\n"));
  same("after-one-another.json", joinedBy(leads->objects(true, "\n  "), "\n"));
  same("utf16.csv", utf16(csv, true));
  same("utf16-unmarked.csv", utf16(csv, false));
  same("one.csv.gz", gzipped(csv));
  same("many.csv.gz", gzipped(csv.substr(0, 1000)) + gzipped("") + gzipped(csv.substr(1000)));
  same("leads.ods", leads->ods());
  leads->xlsx(folder_.path() / "leads.xlsx");
  EXPECT_EQ(digestOf({folder_.path() / "leads.xlsx"}), wanted);
  for (const char* copy : {"Leads.whole-line-quoted.csv", "Leads.trailing-comma.csv"})
    EXPECT_EQ(digestOf({*sharedPath("data/x-education/raw") / copy}), wanted) << copy;
}

TEST_F(Formats, decimalCommasMeanTheSameNumbers) {
  const std::optional<Table> leads = education();
  if (!leads) return;
  const Table numbers = leads->columns({0, 1, 7, 8, 9});
  ASSERT_EQ(numbers.labels.back(), "Page Views Per Visit");
  EXPECT_EQ(digestOfText("comma.csv", numbers.delimited(';', ',')), digestOfText("point.csv", numbers.delimited(',')));
}

TEST_F(Formats, thousandsMarksAndDatesComeOutAlike) {
  LoadOptions keyed;
  keyed.key = "id";
  const std::string wanted = digestOfText("a.csv", "id,amount,on\nx,1234.56,2016-07-31\ny,12,2016-08-01\n", keyed);
  EXPECT_EQ(digestOfText("b.csv", "id;amount;on\nx;1.234,56;31.07.2016\ny;12;01.08.2016\n", keyed), wanted);
  EXPECT_EQ(digestOfText("c.csv", "id\tamount\ton\nx\t1,234.56\t07/31/2016\ny\t12\t08/01/2016\n", keyed), wanted);
  const auto text = [](const char* value) {
    return "<c t=\"inlineStr\"><is><t>" + std::string(value) + "</t></is></c>";
  };
  EXPECT_EQ(digestOfText("d.xlsx",
                         xlsxOf({{"S", "<row>" + text("id") + text("amount") + text("on") + "</row><row>" + text("x") +
                                           "<c><v>1234.56</v></c><c s=\"1\"><v>42582</v></c></row><row>" + text("y") +
                                           "<c><v>12</v></c><c s=\"1\"><v>42583</v></c></row>"}}),
                         keyed),
            wanted);
}

TEST_F(Formats, aMarkThatNothingProvesIsNotGuessed) {
  Result<Store> store = Store::open(folder_.path() / "leads.db", Store::Mode::ReadWrite);
  ASSERT_TRUE(store);
  ASSERT_TRUE(loadFile(*store, folder_.write("a.csv", "a;b;c;d\n1,234;1.5;1,5;1.5\n2,345;2,5;1.234,5;2.5\n"), {}, {}));
  const Result<Dataset> dataset = store->dataset("leads");
  EXPECT_EQ(dataset->find("a")->type, ColumnType::Text);     // thousands or fractions?
  EXPECT_EQ(dataset->find("b")->type, ColumnType::Text);     // both marks
  EXPECT_EQ(dataset->find("c")->type, ColumnType::Decimal);  // proven
  EXPECT_EQ(dataset->find("d")->type, ColumnType::Decimal);
}

TEST_F(Formats, filesWithDifferentKeysGiveTheSameLeadsInAnyOrder) {
  std::vector<fs::path> files;
  for (int part = 0; part < 5; ++part) {
    std::string text = "Prospect ID,TotalVisits,City\n";
    for (int i = 0; i < 200; ++i) {
      const int key = i * 5 + part;
      text += "k" + std::to_string(key) + "," + std::to_string(key % 7) + ",C" + std::to_string(key % 11) + "\n";
    }
    files.push_back(folder_.write("part" + std::to_string(part) + ".csv", text));
  }
  const std::string wanted = digestOf(files);
  std::mt19937 random(11);
  for (int round = 0; round < 10; ++round) {
    std::shuffle(files.begin(), files.end(), random);
    EXPECT_EQ(digestOf(files), wanted) << "round " << round;
  }
}

TEST_F(Formats, oneFileGivesTheSameLeadsAsItsTwoHalves) {
  const std::optional<Table> leads = education();
  if (!leads) return;
  const auto middle = leads->rows.begin() + 4000;
  const Table first{leads->labels, {leads->rows.begin(), middle}};
  const Table second{leads->labels, {middle, leads->rows.end()}};
  const fs::path a = folder_.write("a.csv", first.delimited(','));
  const fs::path b = folder_.write("b.csv", second.delimited(';'));
  const std::string wanted = digestOf({*sharedPath("data/x-education/Leads.csv")});
  EXPECT_EQ(digestOf({a, b}), wanted);
  EXPECT_EQ(digestOf({b, a}), wanted);
}

// What a load of an odd file says, and whether it left anything but its report.
Error refusal(const fs::path& file) {
  const TempFolder folder;
  Result<Store> store = Store::open(folder.path() / "leads.db", Store::Mode::ReadWrite);
  const Result<LoadReport> report = loadFile(*store, file, {}, {});
  EXPECT_FALSE(report);
  EXPECT_FALSE(store->dataset("leads"));
  return report ? Error{} : report.error();
}

TEST_F(Formats, whatCannotBeLoadedIsRefusedWithOneSentence) {
  EXPECT_EQ(refusal(folder_.path() / "gone.csv").code, Errc::NotFound);
  EXPECT_EQ(refusal(folder_.path()).code, Errc::IsDirectory);
  EXPECT_EQ(refusal(folder_.write("empty.csv", "")).code, Errc::EmptyFile);
  EXPECT_EQ(refusal(folder_.write("blank.csv", "\n\n \n")).code, Errc::EmptyFile);
  const fs::path secret = folder_.write("secret.csv", "a\n1\n");
  ASSERT_EQ(::chmod(secret.c_str(), 0), 0);
  if (::geteuid() != 0) {
    EXPECT_EQ(refusal(secret).code, Errc::NoPermission);
  }
  std::string header = "c0", row = "0";
  for (int i = 1; i < 5000; ++i) {
    header += ",c" + std::to_string(i);
    row += ",1";
  }
  const Error wide = refusal(folder_.write("wide.csv", header + "\n" + row + "\n"));
  EXPECT_EQ(wide.code, Errc::Malformed);
  EXPECT_NE(wide.what.find("5000 columns"), std::string::npos);
}

TEST_F(Formats, aHeaderOnlyIsRefusedAndALongCellStaysWhole) {
  EXPECT_EQ(refusal(folder_.write("header.csv", "Prospect ID,City,Note\n")).code, Errc::EmptyFile);
  EXPECT_EQ(refusal(folder_.write("none.json", "[]")).code, Errc::EmptyFile);
  Result<Store> store = Store::open(folder_.path() / "leads.db", Store::Mode::ReadWrite);
  const std::string cell(100000, 'x');
  const Result<LoadReport> one =
      loadFile(*store, folder_.write("long.csv", "Prospect ID,City,Note\na,b," + cell + "\n"), {}, {});
  ASSERT_TRUE(one) << one.error().what;
  EXPECT_EQ(one->fresh, 1U);
  const auto lead = store->leadId("leads", "a");
  EXPECT_NE(store->origin("leads", *lead)->data.find(cell), std::string::npos);
}

}  // namespace
}  // namespace leadlight
