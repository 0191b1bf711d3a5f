#pragma once

#include <QString>

#include "model/load/file_profile.h"

namespace leadlight {

// What a column is, as people say it: "Category", "Yes / no", "Whole number".
QString kindWord(const ColumnProfile& column);

// What decided that, in one line, and whether a person should look at it.
struct EvidenceLine {
  QString text;
  bool question = false;
};
EvidenceLine evidenceLine(const ColumnProfile& column, std::uint64_t rows);

// Everything that was counted, one line each.
QString evidenceDetails(const ColumnProfile& column);

// One value in the column, or none at all.
bool isConstant(const ColumnProfile& column);

}  // namespace leadlight
