#include "model/source/xml_feed.h"

#include <expat.h>

#include <algorithm>

namespace leadlight {
namespace {

constexpr int kPiece = 1 << 16;

std::string_view withoutPrefix(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace

std::optional<std::string_view> XmlAttributes::value(std::string_view name) const {
  for (const char** pair = pairs_; *pair != nullptr; pair += 2)
    if (name == *pair) return pair[1];
  return std::nullopt;
}

std::optional<std::string_view> XmlAttributes::local(std::string_view name) const {
  for (const char** pair = pairs_; *pair != nullptr; pair += 2)
    if (name == withoutPrefix(*pair)) return pair[1];
  return std::nullopt;
}

struct XmlFeed::State {
  std::unique_ptr<ByteStream> source;
  XmlHandler& handler;
  std::string name, part;
  XML_Parser parser = ::XML_ParserCreate(nullptr);
  bool entities = false;
  bool ended = false;

  State(std::unique_ptr<ByteStream> from, XmlHandler& to, std::string file, std::string document)
      : source(std::move(from)), handler(to), name(std::move(file)), part(std::move(document)) {
    ::XML_SetUserData(parser, this);
    ::XML_SetElementHandler(parser, &State::open, &State::close);
    ::XML_SetCharacterDataHandler(parser, &State::characters);
    ::XML_SetEntityDeclHandler(parser, &State::entity);
  }
  ~State() { ::XML_ParserFree(parser); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  static void XMLCALL open(void* self, const XML_Char* element, const XML_Char** attributes) {
    static_cast<State*>(self)->handler.opened(withoutPrefix(element), XmlAttributes(attributes));
  }
  static void XMLCALL close(void* self, const XML_Char* element) {
    static_cast<State*>(self)->handler.closed(withoutPrefix(element));
  }
  static void XMLCALL characters(void* self, const XML_Char* text, int size) {
    static_cast<State*>(self)->handler.text({text, static_cast<std::size_t>(size)});
  }
  static void XMLCALL entity(void* self, const XML_Char*, int, const XML_Char*, int, const XML_Char*, const XML_Char*,
                             const XML_Char*, const XML_Char*) {
    auto* const state = static_cast<State*>(self);
    state->entities = true;
    ::XML_StopParser(state->parser, XML_FALSE);
  }

  Error damaged() const {
    const std::string why = entities ? "it declares entities" : ::XML_ErrorString(::XML_GetErrorCode(parser));
    const std::string line = std::to_string(::XML_GetCurrentLineNumber(parser));
    return {Errc::Damaged,
            "\"" + name + "\" is damaged: " + part + " cannot be read at line " + line + " (" + why +
                "). Nothing of it was taken; open it in a spreadsheet program and save it again.",
            name,
            {name}};
  }
};

XmlFeed::XmlFeed(std::unique_ptr<ByteStream> source, XmlHandler& handler, std::string name, std::string part)
    : state_(std::make_unique<State>(std::move(source), handler, std::move(name), std::move(part))) {}
XmlFeed::~XmlFeed() = default;
XmlFeed::XmlFeed(XmlFeed&&) noexcept = default;

Result<bool> XmlFeed::step() {
  if (state_->ended) return false;
  void* const piece = ::XML_GetBuffer(state_->parser, kPiece);
  if (piece == nullptr) return state_->damaged();
  const Result<std::size_t> got = state_->source->read(static_cast<char*>(piece), kPiece);
  if (!got) return got.error();
  state_->ended = *got == 0;
  if (::XML_ParseBuffer(state_->parser, static_cast<int>(*got), state_->ended ? 1 : 0) != XML_STATUS_OK)
    return state_->damaged();
  return true;
}

std::uint64_t XmlFeed::byte() const {
  return static_cast<std::uint64_t>(std::max<XML_Index>(0, ::XML_GetCurrentByteIndex(state_->parser)));
}

Status readXml(std::unique_ptr<ByteStream> source, XmlHandler& handler, std::string name, std::string part) {
  XmlFeed feed(std::move(source), handler, std::move(name), std::move(part));
  while (true) {
    const Result<bool> more = feed.step();
    if (!more) return more.error();
    if (!*more) return {};
  }
}

}  // namespace leadlight
