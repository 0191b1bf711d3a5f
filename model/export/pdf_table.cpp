#include "model/export/pdf_table.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <memory>

namespace leadlight {

namespace {

// In points.
constexpr double pageWidth = 595.28, pageHeight = 841.89, margin = 45, pad = 3;
constexpr double width = pageWidth - 2 * margin, bottom = pageHeight - margin;

struct Colour {
  double red, green, blue;
};
constexpr Colour ink{0.10, 0.13, 0.17}, muted{0.33, 0.38, 0.44}, stripe{0.95, 0.96, 0.97};

struct Look {
  const char* font;
  Colour colour;
};
// The family that the window has, else what the machine has.
constexpr Look titleLook{"Noto Sans,sans-serif Bold 14", ink}, factLook{"Noto Sans,sans-serif 8", muted},
    headLook{"Noto Sans,sans-serif Bold 8", ink}, cellLook{"Noto Sans,sans-serif 9", ink};

struct Freed {
  void operator()(cairo_t* it) const { cairo_destroy(it); }
  void operator()(cairo_surface_t* it) const { cairo_surface_destroy(it); }
  void operator()(PangoFontDescription* it) const { pango_font_description_free(it); }
  void operator()(gpointer it) const { g_object_unref(it); }
};
template <class T>
using Owned = std::unique_ptr<T, Freed>;

// Cairo and Pango take only UTF-8; what is none becomes U+FFFD.
std::string utf8(const std::string& text) {
  const std::unique_ptr<char, decltype([](char* it) { g_free(it); })> valid(
      g_utf8_make_valid(text.data(), static_cast<gssize>(text.size())));
  return valid.get();
}

cairo_status_t writeTo(void* stream, const unsigned char* bytes, unsigned int count) {
  auto& out = *static_cast<std::ostream*>(stream);
  out.write(reinterpret_cast<const char*>(bytes), count);
  return out ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

double heightOf(PangoLayout* text) {
  int high = 0;
  pango_layout_get_size(text, nullptr, &high);
  return static_cast<double>(high) / PANGO_SCALE;
}

class Paper {
 public:
  Paper(std::ostream& out, const PdfTable& table)
      : table_(table),
        surface_(cairo_pdf_surface_create_for_stream(writeTo, &out, pageWidth, pageHeight)),
        cairo_(cairo_create(surface_.get())),
        fonts_(pango_cairo_font_map_new()),
        context_(pango_font_map_create_context(fonts_.get())) {
    pango_cairo_update_context(cairo_.get(), context_.get());
    cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_TITLE, utf8(table.title).c_str());
    cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_CREATOR, "Leadlight");
  }

  // Pango draws boxes in place of letters when no font is installed.
  bool hasFont() { return pango_layout_get_unknown_glyphs_count(text("a", cellLook, width).get()) == 0; }

  // Whether all of it could be written.
  bool print() {
    paragraph(table_.title, titleLook);
    for (const auto& [name, value] : table_.facts) paragraph(name + ": " + value, factLook);
    y_ += 3 * pad;
    heads();
    for (std::size_t i = 0; i < table_.rows.size() && cairo_status(cairo_.get()) == CAIRO_STATUS_SUCCESS; ++i)
      row(table_.rows[i], i % 2 == 0);
    endPage();
    cairo_.reset();
    cairo_surface_finish(surface_.get());
    return cairo_surface_status(surface_.get()) == CAIRO_STATUS_SUCCESS;
  }

 private:
  Owned<PangoLayout> text(const std::string& words, const Look& look, double wide) {
    Owned<PangoLayout> laid(pango_layout_new(context_.get()));
    const Owned<PangoFontDescription> font(pango_font_description_from_string(look.font));
    pango_layout_set_font_description(laid.get(), font.get());
    pango_layout_set_width(laid.get(), static_cast<int>(wide * PANGO_SCALE));
    pango_layout_set_wrap(laid.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_text(laid.get(), utf8(words).c_str(), -1);
    return laid;
  }

  void draw(PangoLayout* laid, const Look& look, double x, double y) {
    cairo_set_source_rgb(cairo_.get(), look.colour.red, look.colour.green, look.colour.blue);
    cairo_move_to(cairo_.get(), x, y);
    pango_cairo_show_layout(cairo_.get(), laid);
  }

  // At most four lines: a filter can be as long as it likes.
  void paragraph(const std::string& words, const Look& look) {
    const auto laid = text(words, look, width);
    pango_layout_set_single_paragraph_mode(laid.get(), TRUE);
    pango_layout_set_height(laid.get(), -4);
    pango_layout_set_ellipsize(laid.get(), PANGO_ELLIPSIZE_END);
    draw(laid.get(), look, margin, y_);
    y_ += heightOf(laid.get());
  }

  void heads() {
    std::vector<std::string> names;
    for (const PdfColumn& column : table_.columns) names.push_back(column.head);
    cells(names, headLook, false);
  }

  void row(const std::vector<std::string>& values, bool striped) {
    if (!cells(values, cellLook, striped)) {
      endPage();
      heads();
      cells(values, cellLook, striped);
    }
    fresh_ = false;
  }

  // Whether there was room for them; on a fresh page there always is.
  bool cells(const std::vector<std::string>& values, const Look& look, bool striped) {
    std::vector<Owned<PangoLayout>> laid;
    double high = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
      laid.push_back(text(values[i], look, table_.columns[i].share * width - 2 * pad));
      high = std::max(high, heightOf(laid.back().get()) + 2 * pad);
    }
    if (y_ + high > bottom && !fresh_) return false;
    high = std::min(high, bottom - y_);
    cairo_save(cairo_.get());
    cairo_rectangle(cairo_.get(), margin, y_, width, high);
    cairo_clip_preserve(cairo_.get());
    cairo_set_source_rgb(cairo_.get(), stripe.red, stripe.green, stripe.blue);
    if (striped) cairo_fill(cairo_.get());
    cairo_new_path(cairo_.get());
    double x = margin;
    for (std::size_t i = 0; i < values.size(); x += table_.columns[i++].share * width)
      draw(laid[i].get(), look, x + pad, y_ + pad);
    cairo_restore(cairo_.get());
    y_ += high;
    return true;
  }

  void endPage() {
    const auto number = text(std::to_string(++pages_), factLook, width);
    pango_layout_set_alignment(number.get(), PANGO_ALIGN_RIGHT);
    draw(number.get(), factLook, margin, bottom + pad);
    cairo_show_page(cairo_.get());
    y_ = margin;
    fresh_ = true;
  }

  const PdfTable& table_;
  Owned<cairo_surface_t> surface_;
  Owned<cairo_t> cairo_;
  Owned<PangoFontMap> fonts_;  // the default one would outlive us
  Owned<PangoContext> context_;
  double y_ = margin;
  bool fresh_ = false;  // a page that was turned to and has no row yet
  int pages_ = 0;
};

}  // namespace

Status writePdf(std::ostream& out, const PdfTable& table) {
  Paper paper(out, table);
  if (!paper.hasFont()) return Error{Errc::Io, "A PDF needs a font, and none is installed.", "", {}};
  if (!paper.print()) return Error{Errc::Io, "The PDF could not be written.", "", {}};
  return {};
}

}  // namespace leadlight
