#include "app/gui/palette/fuzzy.h"

#include <algorithm>

namespace leadlight {

namespace {

constexpr int whole = 1000, beginning = 800, wordBeginning = 600, within = 400, initials = 300, scattered = 100;
constexpr qsizetype leastScattered = 4;  // letters: fewer are in nearly every text

bool beginsWord(QStringView text, qsizetype at) { return at == 0 || !text[at - 1].isLetterOrNumber(); }

bool areInitials(QStringView word, QStringView text) {
  qsizetype next = 0;
  for (qsizetype i = 0; i < text.size() && next < word.size(); ++i)
    if (text[i] == word[next] && beginsWord(text, i)) ++next;
  return next == word.size();
}

// Letters in order; the fewer are left out between the first and the last, the better.
std::optional<int> scatteredRank(QStringView word, QStringView text) {
  if (word.size() < leastScattered) return std::nullopt;
  qsizetype next = 0, first = -1, last = -1;
  for (qsizetype i = 0; i < text.size() && next < word.size(); ++i) {
    if (text[i] != word[next]) continue;
    if (first < 0) first = i;
    last = i;
    ++next;
  }
  if (next < word.size()) return std::nullopt;
  const auto gaps = static_cast<int>(last - first + 1 - word.size());
  if (gaps > word.size()) return std::nullopt;
  return std::max(1, scattered - gaps);
}

std::optional<int> wordRank(QStringView word, QStringView text) {
  if (word == text) return whole;
  const qsizetype at = text.indexOf(word);
  if (at == 0) return beginning;
  for (qsizetype place = at; place > 0; place = text.indexOf(word, place + 1))
    if (beginsWord(text, place)) return wordBeginning;
  if (at > 0) return within;
  if (word.size() > 1 && areInitials(word, text)) return initials;
  return scatteredRank(word, text);
}

}  // namespace

QString foldedText(QStringView text) {
  QString folded;
  const QString parts = text.toString().normalized(QString::NormalizationForm_D);
  folded.reserve(parts.size());
  for (const QChar c : parts)
    if (c.category() != QChar::Mark_NonSpacing) folded += c.toLower();
  return folded;
}

std::optional<int> fuzzyRank(QStringView query, QStringView text) {
  const QStringView trimmed = query.trimmed();
  if (trimmed.isEmpty()) return 0;
  const auto shortness = [&] { return -static_cast<int>(std::min<qsizetype>(text.size(), 90)); };
  // The query as it stands beats its words apart.
  if (const auto rank = wordRank(trimmed, text); rank && *rank >= within) return *rank + 50 + shortness();
  int sum = 0, words = 0;
  for (const QStringView word : trimmed.tokenize(u' ', Qt::SkipEmptyParts)) {
    const auto rank = wordRank(word, text);
    if (!rank) return std::nullopt;
    sum += *rank;
    ++words;
  }
  return sum / words + shortness();
}

}  // namespace leadlight
