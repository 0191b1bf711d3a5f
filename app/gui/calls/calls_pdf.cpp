#include "app/gui/calls/calls_pdf.h"

#include <QCoreApplication>
#include <QPageLayout>
#include <QPdfWriter>
#include <QTextDocument>
#include <algorithm>

#include "app/gui/calls/calls_words.h"
#include "model/export/output_file.h"
#include "widgets/format.h"

namespace leadlight {

namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(CallsPaper)
};

QString html(const std::string& text) { return QString::fromStdString(text).toHtmlEscaped(); }

QString headCell(const QString& text, const char* width) {
  return QStringLiteral("<th align='left' width='%1'>%2</th>").arg(QLatin1String(width), text.toHtmlEscaped());
}

// The values that say who it is, one under the other.
QString whoOf(const CallRow& row) {
  QStringList lines;
  for (const std::string& value : row.values)
    if (!value.empty()) lines << html(value);
  return lines.join(QStringLiteral("<br/>"));
}

QString pageOf(const CallPaper& paper, std::size_t person) {
  const CallWords words = callWords();
  QString text = QStringLiteral("<h2>%1</h2>").arg(Words::tr("Calls of %1").arg(html(paper.people[person])));
  for (const auto& [name, value] : paper.facts)
    text += QStringLiteral("<p style='margin:0;font-size:8pt;color:#556070'>%1: %2</p>").arg(html(name), html(value));
  text += QStringLiteral("<br/><table width='100%' cellspacing='0' cellpadding='4' border='0'><thead><tr>");
  text += headCell(html(words.day), "6%") + headCell(html(words.place), "8%") + headCell(Words::tr("Lead"), "20%") +
          headCell(html(words.score), "11%") + headCell(html(words.band), "9%") + headCell(html(words.why), "46%") +
          QStringLiteral("</tr></thead>");
  std::size_t at = 0;
  for (const CallRow& row : paper.rows) {
    if (row.call.person != person) continue;
    text +=
        QStringLiteral("<tr bgcolor='%1'>").arg(at++ % 2 == 0 ? QLatin1String("#F3F5F7") : QLatin1String("#FFFFFF"));
    text += QStringLiteral("<td>%1</td><td>%2</td>").arg(row.call.day + 1).arg(row.call.place + 1);
    text += QStringLiteral("<td>%1</td><td>%2</td>").arg(whoOf(row), formatDecimal(row.score).toHtmlEscaped());
    text += QStringLiteral("<td>%1</td><td>%2</td></tr>").arg(html(row.band), html(joinedReasons(row, words)));
  }
  return text + QStringLiteral("</table>");
}

// A name as a file can have it.
std::string fileWord(const std::string& name) {
  std::string word;
  for (const char c : name) word += std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos ? '-' : c;
  return word.empty() ? "-" : word;
}

}  // namespace

std::vector<std::filesystem::path> callPdfNames(const std::filesystem::path& file,
                                                const std::vector<std::string>& people) {
  std::vector<std::filesystem::path> names;
  for (const std::string& person : people) {
    std::filesystem::path name = file;
    if (people.size() > 1) name.replace_filename(file.stem().string() + "-" + fileWord(person) + ".pdf");
    for (int number = 2; std::find(names.begin(), names.end(), name) != names.end(); ++number)
      name.replace_filename(file.stem().string() + "-" + fileWord(person) + "-" + std::to_string(number) + ".pdf");
    names.push_back(std::move(name));
  }
  return names;
}

Result<std::vector<std::filesystem::path>> writeCallPdfs(const std::filesystem::path& file, const CallPaper& paper) {
  const std::vector<std::filesystem::path> names = callPdfNames(file, paper.people);
  for (std::size_t person = 0; person < names.size(); ++person) {
    auto out = OutputFile::create(names[person]);
    if (!out) return out.error();
    {
      QPdfWriter writer(QString::fromStdString(out->path().string()));
      writer.setPageSize(QPageSize(QPageSize::A4));
      // The document brings margins of its own.
      writer.setPageMargins({0, 0, 0, 0}, QPageLayout::Millimeter);
      writer.setTitle(Words::tr("Calls of %1").arg(QString::fromStdString(paper.people[person])));
      writer.setCreator(QStringLiteral("Leadlight"));
      QTextDocument document;
      QFont font = document.defaultFont();
      font.setPointSizeF(9);
      document.setDefaultFont(font);
      document.setHtml(pageOf(paper, person));
      document.print(&writer);
    }
    if (const Status done = out->commit(); !done) return done.error();
  }
  return names;
}

}  // namespace leadlight
