#include "model/source/record.h"

namespace leadlight {

const char* rejectName(RejectCode code) {
  switch (code) {
    case RejectCode::FieldCount:
      return "field_count";
    case RejectCode::UnclosedQuote:
      return "unclosed_quote";
    case RejectCode::StrayQuote:
      return "stray_quote";
    case RejectCode::BadEncoding:
      return "bad_encoding";
    case RejectCode::NulByte:
      return "nul_byte";
    case RejectCode::BadJson:
      return "bad_json";
    case RejectCode::TooDeep:
      return "too_deep";
    case RejectCode::DuplicateName:
      return "duplicate_name";
    case RejectCode::NotAnObject:
      return "not_an_object";
    case RejectCode::EmptyKey:
      return "empty_key";
    case RejectCode::BadInteger:
      return "bad_integer";
    case RejectCode::BadDecimal:
      return "bad_decimal";
    case RejectCode::BadDate:
      return "bad_date";
    case RejectCode::TooLong:
      return "too_long";
  }
  return "";
}

std::string Reject::message() const {
  const auto arg = [&](std::size_t index) { return index < args.size() ? args[index] : std::string(); };
  switch (code) {
    case RejectCode::FieldCount:
      return arg(0) + (arg(0) == "1" ? " field, " : " fields, ") + arg(1) + " expected";
    case RejectCode::UnclosedQuote:
      return "the quote opened here is never closed";
    case RejectCode::StrayQuote:
      return "there is text after a closing quote";
    case RejectCode::BadEncoding:
      return "the bytes are not valid UTF-8";
    case RejectCode::NulByte:
      return "the row holds a NUL byte";
    case RejectCode::BadJson:
      return "not valid JSON: " + arg(0);
    case RejectCode::TooDeep:
      return "nested more than 64 levels deep";
    case RejectCode::DuplicateName:
      return "the name \"" + arg(0) + "\" appears twice";
    case RejectCode::NotAnObject:
      return "a value without names, where an object is expected";
    case RejectCode::EmptyKey:
      return "the key \"" + arg(0) + "\" is empty";
    case RejectCode::BadInteger:
      return "\"" + column + "\" is not a whole number";
    case RejectCode::BadDecimal:
      return "\"" + column + "\" is not a number";
    case RejectCode::BadDate:
      return "\"" + column + "\" is not a date";
    case RejectCode::TooLong:
      return "the record is longer than 64 MB";
  }
  return {};
}

}  // namespace leadlight
