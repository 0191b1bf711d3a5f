#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "model/source/byte_stream.h"

namespace leadlight {

// The attributes of an element.
class XmlAttributes {
 public:
  explicit XmlAttributes(const char** pairs) : pairs_(pairs) {}
  // By the name with its prefix ("table:name"), or by the local name ("name").
  std::optional<std::string_view> value(std::string_view name) const;
  std::optional<std::string_view> local(std::string_view name) const;

 private:
  const char** pairs_;  // name, value, …, nullptr
};

// Takes what a document holds, in its order. Element names come without their prefixes.
class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  virtual void opened(std::string_view element, const XmlAttributes& attributes) = 0;
  virtual void closed(std::string_view element) = 0;
  virtual void text(std::string_view part) = 0;
};

// Reads an XML document piece by piece, in memory that does not grow with it, by Expat. Documents that declare entities
// are refused: spreadsheets have none.
class XmlFeed {
 public:
  // `name` and `part` are for messages. REQUIRES: `handler` outlives the feed
  XmlFeed(std::unique_ptr<ByteStream> source, XmlHandler& handler, std::string name, std::string part);
  ~XmlFeed();
  XmlFeed(XmlFeed&&) noexcept;

  // Hands the next piece to the handler; false at the end of the document. Errors: Damaged and those of the stream.
  Result<bool> step();
  // Where the element in hand starts in the document.
  std::uint64_t byte() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Reads a document to its end.
Status readXml(std::unique_ptr<ByteStream> source, XmlHandler& handler, std::string name, std::string part);

}  // namespace leadlight
