#pragma once

#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

namespace leadlight {

// The text of each page of a PDF, as pdftotext lays it out; empty where there is no PDF.
inline std::vector<std::string> pdfPages(const std::filesystem::path& file) {
  const std::string command = "pdftotext -layout '" + file.string() + "' -";
  std::vector<std::string> pages;
  FILE* pipe = popen(command.c_str(), "r");
  std::string page;
  for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) {
    if (c != '\f') {
      page += static_cast<char>(c);
      continue;
    }
    pages.push_back(std::move(page));
    page.clear();
  }
  pclose(pipe);
  return pages;
}

}  // namespace leadlight
