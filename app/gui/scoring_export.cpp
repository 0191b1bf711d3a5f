#include "app/gui/scoring_export.h"

#include <QCoreApplication>
#include <fstream>

#include "scoring/scorecard_json.h"

namespace leadlight {

namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(ScoringExport)
};

Result<std::string> textOf(const Scorecard& scorecard, const ExportFormat& format, const Dataset&) {
  if (format.name == "json") return toJson(scorecard);
  return Error{Errc::BadScorecard, "There is no such format.", format.name, {}};
}

}  // namespace

std::vector<ExportFormat> exportFormats() {
  return {{Words::tr("Scorecard file (JSON)"), "json", "", QStringLiteral("json"), Words::tr("Scorecards (*.json)")}};
}

QString fileStem(const std::string& name) {
  QString stem;
  for (const QChar c : QString::fromStdString(name).simplified())
    stem += c.isLetterOrNumber() ? c.toLower() : QLatin1Char('-');
  return stem;
}

Status writeScorecard(const Scorecard& scorecard, const ExportFormat& format, const Dataset& dataset,
                      const std::filesystem::path& file) {
  const Result<std::string> text = textOf(scorecard, format, dataset);
  if (!text) return text.error();
  std::filesystem::path beside = file;
  beside += ".part";
  std::error_code failed;
  {
    std::ofstream out(beside, std::ios::binary | std::ios::trunc);
    out.write(text->data(), static_cast<std::streamsize>(text->size()));
    out.close();
    if (!out) failed = std::make_error_code(std::errc::io_error);
  }
  if (!failed) std::filesystem::rename(beside, file, failed);
  if (!failed) return {};
  std::error_code ignored;
  std::filesystem::remove(beside, ignored);
  return Error{Errc::Io, "The file could not be written.", file.filename().string(), {}};
}

}  // namespace leadlight
