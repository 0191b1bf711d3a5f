#include "widgets/theme.h"

#include <QWidget>
#include <algorithm>
#include <cmath>

namespace leadlight {

namespace {

QColor hex(const char* text) { return QColor(QLatin1String(text)); }

}  // namespace

Theme lightTheme() {
  return Theme{
      .name = QStringLiteral("light"),
      .window = hex("#F3F5F7"),
      .surface = hex("#FFFFFF"),
      .sunken = hex("#EAEDF1"),
      .raised = hex("#FFFFFF"),
      .hover = hex("#EDF1F6"),
      .selection = hex("#D9E7F7"),
      .border = hex("#DCE0E6"),
      .control = hex("#778090"),
      .text = hex("#19202B"),
      .muted = hex("#556070"),
      .accent = hex("#17599F"),
      .onAccent = hex("#FFFFFF"),
      .accentSoft = hex("#E3EDF8"),
      .focus = hex("#17599F"),
      .positive = hex("#0B6B52"),
      .positiveSoft = hex("#DFF1EA"),
      .negative = hex("#AD4108"),
      .negativeSoft = hex("#FBE9DD"),
      .warning = hex("#7A5600"),
      .warningSoft = hex("#FBF0D4"),
      .tip = hex("#232B37"),
      .onTip = hex("#F4F6F9"),
      .conv = hex("#083F75"),
      .lead = hex("#5794CC"),
      .unchosen = hex("#AFBAC8"),
      .rest = hex("#E4E8ED"),
      .grid = hex("#E6E9EE"),
      .axis = hex("#7D8794"),
      .bands = {BandColors{hex("#0B3F74"), hex("#FFFFFF"), hex("#0B3F74")},
                BandColors{hex("#2775B6"), hex("#FFFFFF"), hex("#2775B6")},
                BandColors{hex("#E3A32F"), hex("#2A1D00"), hex("#A67000")},
                BandColors{hex("#D5DAE1"), hex("#2E3745"), hex("#7D8794")}},
      .series = {hex("#185897"), hex("#CA7A52"), hex("#0A4527"), hex("#6A004F"), hex("#6B4C10"), hex("#329BC4"),
                 hex("#6C727A")},
      .heat = {hex("#EFF5FB"), hex("#D5E5F5"), hex("#ABCBE8"), hex("#79ABD8"), hex("#4C8BC6"), hex("#2067A8"),
               hex("#0B4377")},
  };
}

Theme darkTheme() {
  return Theme{
      .name = QStringLiteral("dark"),
      .window = hex("#13161B"),
      .surface = hex("#1B2027"),
      .sunken = hex("#232932"),
      .raised = hex("#252C36"),
      .hover = hex("#232A34"),
      .selection = hex("#223B58"),
      .border = hex("#323A46"),
      .control = hex("#7E8998"),
      .text = hex("#E7EBF1"),
      .muted = hex("#A2ADBB"),
      .accent = hex("#6CB2F2"),
      .onAccent = hex("#0B1826"),
      .accentSoft = hex("#1D3048"),
      .focus = hex("#8CC6FA"),
      .positive = hex("#5CC9A3"),
      .positiveSoft = hex("#17352C"),
      .negative = hex("#F2935A"),
      .negativeSoft = hex("#3D2618"),
      .warning = hex("#E4B95B"),
      .warningSoft = hex("#372D15"),
      .tip = hex("#E7EBF1"),
      .onTip = hex("#19202B"),
      .conv = hex("#BCDFFC"),
      .lead = hex("#3F80BC"),
      .unchosen = hex("#4A5563"),
      .rest = hex("#2D353F"),
      .grid = hex("#2A313B"),
      .axis = hex("#818C9A"),
      .bands = {BandColors{hex("#B3DAFC"), hex("#0B1826"), hex("#B3DAFC")},
                BandColors{hex("#5AA3E0"), hex("#0B1826"), hex("#5AA3E0")},
                BandColors{hex("#B07A1C"), hex("#120B00"), hex("#B07A1C")},
                BandColors{hex("#3B4451"), hex("#E7EBF1"), hex("#818C9A")}},
      .series = {hex("#3B78D2"), hex("#AB755B"), hex("#7FEBAC"), hex("#CA4685"), hex("#F0B550"), hex("#4CB3DD"),
                 hex("#D5DEE8")},
      .heat = {hex("#1F2A37"), hex("#213B57"), hex("#24527F"), hex("#2E6DA8"), hex("#4C8FCC"), hex("#7FB8EA"),
               hex("#B9DDFB")},
  };
}

Theme themeNamed(const QString& name) { return name == QLatin1String("dark") ? darkTheme() : lightTheme(); }

const BandColors& Theme::band(std::size_t index, std::size_t count) const {
  if (count < 2) return bands[0];
  const double place = 3.0 * static_cast<double>(std::min(index, count - 1)) / static_cast<double>(count - 1);
  return bands[static_cast<std::size_t>(std::lround(place))];
}

std::vector<std::pair<QString, QColor>> Theme::tokens() const {
  return {{"window", window},
          {"surface", surface},
          {"sunken", sunken},
          {"raised", raised},
          {"hover", hover},
          {"selection", selection},
          {"border", border},
          {"control", control},
          {"text", text},
          {"muted", muted},
          {"accent", accent},
          {"on_accent", onAccent},
          {"accent_soft", accentSoft},
          {"focus", focus},
          {"positive", positive},
          {"positive_soft", positiveSoft},
          {"negative", negative},
          {"negative_soft", negativeSoft},
          {"warning", warning},
          {"warning_soft", warningSoft},
          {"tip", tip},
          {"on_tip", onTip},
          {"conv", conv},
          {"lead", lead},
          {"unchosen", unchosen},
          {"rest", rest},
          {"grid", grid},
          {"axis", axis}};
}

double contrast(const QColor& a, const QColor& b) {
  const auto channel = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
  const auto luminance = [&](const QColor& c) {
    return 0.2126 * channel(c.redF()) + 0.7152 * channel(c.greenF()) + 0.0722 * channel(c.blueF());
  };
  const auto [low, high] = std::minmax({luminance(a), luminance(b)});
  return (high + 0.05) / (low + 0.05);
}

void applyThemeTo(QWidget& root, const Theme& theme) {
  for (QWidget* child : root.findChildren<QWidget*>())
    if (auto* themed = dynamic_cast<Themed*>(child)) themed->applyTheme(theme);
}

}  // namespace leadlight
