#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/support/zip_writer.h"

namespace leadlight {

inline std::string xmlText(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '"')
      out += "&quot;";
    else
      out += c;
  }
  return out;
}

// An .xlsx file with these sheets: names and the XML within <sheetData>. Styles: 1 is a date, 2 a date with time, 3 a
// time, 4 elapsed hours. Shared strings: 0 "shared", 1 "rich text" in two runs.
inline std::string xlsxOf(const std::vector<std::pair<std::string, std::string>>& sheets, bool since1904 = false,
                          bool deflate = false) {
  const std::string space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const std::string package = "http://schemas.openxmlformats.org/package/2006/relationships";
  std::string list, relations;
  ZipWriter zip;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const std::string id = "rId" + std::to_string(i + 1);
    const std::string part = "worksheets/sheet" + std::to_string(i + 1) + ".xml";
    const bool hidden = sheets[i].first == "hidden";
    list += "<sheet name=\"" + xmlText(sheets[i].first) + "\" sheetId=\"9\" r:id=\"" + id + "\"" +
            (hidden ? " state=\"hidden\"" : "") + "/>";
    relations += "<Relationship Id=\"" + id + "\" Type=\"" + office + "/worksheet\" Target=\"" + part + "\"/>";
    zip.add("xl/" + part,
            "<?xml version=\"1.0\"?><worksheet xmlns=\"" + space + "\"><sheetData>" + sheets[i].second +
                "</sheetData><headerFooter><oddHeader>not a value</oddHeader></headerFooter></worksheet>",
            deflate);
  }
  relations += "<Relationship Id=\"s\" Type=\"" + office + "/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>" +
               "<Relationship Id=\"t\" Type=\"" + office + "/styles\" Target=\"styles.xml\"/>";
  zip.add("_rels/.rels", "<Relationships xmlns=\"" + package + "\"><Relationship Id=\"a\" Type=\"" + office +
                             "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
  zip.add("xl/workbook.xml", "<workbook xmlns=\"" + space + "\" xmlns:r=\"" + office + "\"><workbookPr date1904=\"" +
                                 (since1904 ? "1" : "0") + "\"/><sheets>" + list + "</sheets></workbook>");
  zip.add("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"" + package + "\">" + relations + "</Relationships>");
  zip.add("xl/sharedStrings.xml", "<sst xmlns=\"" + space +
                                      "\"><si><t>shared</t></si><si><r><t>rich </t></r><r><t>text</t></r>"
                                      "<rPh><t>not this</t></rPh></si></sst>");
  zip.add("xl/styles.xml",
          "<styleSheet xmlns=\"" + space +
              "\"><numFmts><numFmt numFmtId=\"164\" formatCode=\"d/m/yy\\ h:mm;@\"/><numFmt numFmtId=\"165\" "
              "formatCode=\"[h]:mm:ss\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>"
              "<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"20\"/>"
              "<xf numFmtId=\"165\"/></cellXfs></styleSheet>");
  return zip.finished();
}

// An .ods file with these sheets: names and the XML of their rows.
inline std::string odsOf(const std::vector<std::pair<std::string, std::string>>& sheets,
                         std::string_view manifest = "<manifest/>") {
  ZipWriter zip;
  zip.add("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
  std::string tables;
  for (const auto& [name, rows] : sheets)
    tables += "<table:table table:name=\"" + xmlText(name) + "\">" + rows + "</table:table>";
  const std::string urn = "urn:oasis:names:tc:opendocument:xmlns:";
  zip.add("content.xml", "<office:document-content xmlns:office=\"" + urn + "office:1.0\" xmlns:table=\"" + urn +
                             "table:1.0\" xmlns:text=\"" + urn +
                             "text:1.0\" xmlns:calcext=\"urn:calcext\"><office:body><office:spreadsheet>" + tables +
                             "</office:spreadsheet></office:body></office:document-content>");
  zip.add("META-INF/manifest.xml", manifest);
  return zip.finished();
}

}  // namespace leadlight
