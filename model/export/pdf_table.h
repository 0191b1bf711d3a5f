#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "model/base/result.h"
#include "model/export/row_writer.h"

namespace leadlight {

struct PdfColumn {
  std::string head;
  double share = 0;  // of the width; those of all columns add up to 1
};

// What goes on paper. Texts are UTF-8 in any script.
struct PdfTable {
  std::string title;
  std::vector<ExportFact> facts;  // stand under the title
  std::vector<PdfColumn> columns;
  std::vector<std::vector<std::string>> rows;  // a cell a column; '\n' begins a line
};

// A4 pages, each with the heads of the columns and its number. A row that is higher than a page is cut off at its end.
// Errors: Io (nothing can be written, or no font is installed).
Status writePdf(std::ostream& out, const PdfTable& table);

}  // namespace leadlight
