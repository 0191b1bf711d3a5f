#include "model/schema/schema.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "model/base/resources.h"
#include "model/base/text.h"

namespace leadlight {

namespace {

using Json = nlohmann::json;

// A fault inside a schema file; turned into an Error at the door.
struct Fault {
  std::string path, what;
};

std::string textAt(const Json& object, const char* name, const std::string& path, bool required) {
  const auto found = object.find(name);
  if (found == object.end() || found->is_null()) {
    if (required) throw Fault{path, std::string("\"") + name + "\" is missing"};
    return {};
  }
  if (!found->is_string()) throw Fault{path + "." + name, "text expected"};
  return found->get<std::string>();
}

std::vector<std::string> textsAt(const Json& object, const char* name, const std::string& path) {
  std::vector<std::string> texts;
  const auto found = object.find(name);
  if (found == object.end()) return texts;
  if (!found->is_array()) throw Fault{path + "." + name, "a list of texts expected"};
  for (const Json& item : *found) {
    if (!item.is_string()) throw Fault{path + "." + name, "a list of texts expected"};
    texts.push_back(item.get<std::string>());
  }
  return texts;
}

std::optional<bool> truthAt(const Json& object, const char* name, const std::string& path) {
  const auto found = object.find(name);
  if (found == object.end()) return std::nullopt;
  if (!found->is_boolean()) throw Fault{path + "." + name, "true or false expected"};
  return found->get<bool>();
}

DateOrder dateOrder(const std::string& name) {
  if (name.empty()) return DateOrder::DayMonthYear;
  if (const auto order = dateOrderNamed(name)) return *order;
  throw Fault{"dates", "dmy, mdy or ymd expected"};
}

ColumnSpec columnSpec(const Json& json, const std::string& path) {
  if (!json.is_object()) throw Fault{path, "an object expected"};
  ColumnSpec column;
  column.label = textAt(json, "label", path, false);
  column.name = canonicalName(textAt(json, "name", path, true));
  if (column.name.empty()) throw Fault{path + ".name", "letters or digits expected"};
  if (column.label.empty()) column.label = column.name;
  if (const std::string type = textAt(json, "type", path, false); !type.empty()) {
    column.type = typeFromName(type);
    if (!column.type) throw Fault{path + ".type", "text, integer, decimal or date expected"};
  }
  column.aliases = textsAt(json, "aliases", path);
  column.afterContact = truthAt(json, "after_contact", path).value_or(false);
  return column;
}

std::optional<char> markAt(const Json& object, const char* name, const std::string& path, std::string_view allowed) {
  const std::string text = textAt(object, name, path, false);
  if (text.empty()) return std::nullopt;
  if (text.size() != 1 || allowed.find(text[0]) == std::string_view::npos)
    throw Fault{path.empty() ? name : path + "." + name, "another mark expected"};
  return text[0];
}

ReadChoices readChoices(const Json& json) {
  if (!json.is_object()) throw Fault{"read", "an object expected"};
  ReadChoices read;
  const auto optionalText = [&](const char* name) -> std::optional<std::string> {
    const std::string text = textAt(json, name, "read", false);
    return text.empty() ? std::nullopt : std::optional(text);
  };
  read.encoding = optionalText("encoding");
  read.sheet = optionalText("sheet");
  read.delimiter = markAt(json, "delimiter", "read", ",;\t|");
  read.header = truthAt(json, "header", "read");
  return read;
}

Schema schemaOf(const Json& json) {
  if (!json.is_object() || !json.contains("leadlight_schema") || json["leadlight_schema"] != 1)
    throw Fault{"", "\"leadlight_schema\": 1 expected"};
  Schema schema;
  schema.name = textAt(json, "name", "", true);
  const auto optionalName = [&](const char* name) -> std::optional<std::string> {
    const std::string text = canonicalName(textAt(json, name, "", false));
    return text.empty() ? std::nullopt : std::optional(text);
  };
  schema.key = optionalName("key");
  schema.modified = optionalName("modified");
  if (const auto target = json.find("target"); target != json.end()) {
    if (!target->is_object()) throw Fault{"target", "an object expected"};
    schema.target = canonicalName(textAt(*target, "column", "target", true));
    schema.positives = textsAt(*target, "positive", "target");
  }
  schema.placeholders = textsAt(json, "placeholders", "");
  schema.dates = dateOrder(textAt(json, "dates", "", false));
  schema.decimalMark = markAt(json, "decimal", "", ",.");
  if (const auto read = json.find("read"); read != json.end()) schema.read = readChoices(*read);
  if (const auto columns = json.find("columns"); columns != json.end()) {
    if (!columns->is_array()) throw Fault{"columns", "a list expected"};
    for (std::size_t i = 0; i < columns->size(); ++i)
      schema.columns.push_back(columnSpec((*columns)[i], "columns[" + std::to_string(i) + "]"));
  }
  return schema;
}

}  // namespace

const ColumnSpec* Schema::find(std::string_view header) const {
  const std::string wanted = canonicalName(header);
  for (const ColumnSpec& column : columns)
    if (equalsIgnoringCase(column.name, wanted)) return &column;
  for (const ColumnSpec& column : columns)
    for (const std::string& alias : column.aliases)
      if (equalsIgnoringCase(canonicalName(alias), wanted)) return &column;
  return nullptr;
}

Result<Schema> parseSchema(std::string_view json, std::string_view origin) {
  const auto refuse = [&](const std::string& path, const std::string& what) {
    const std::string where = path.empty() ? std::string(origin) : std::string(origin) + ": " + path;
    return Error{Errc::UnknownSchema,
                 "The schema file " + std::string(origin) + " cannot be read: " + what + ".",
                 where,
                 {what}};
  };
  try {
    return schemaOf(Json::parse(json));
  } catch (const Fault& fault) {
    return refuse(fault.path, fault.what);
  } catch (const Json::parse_error& error) {
    const std::string_view before = json.substr(0, std::min(error.byte, json.size()));
    return refuse("", "line " + std::to_string(1 + std::count(before.begin(), before.end(), '\n')) + " is not JSON");
  } catch (const Json::exception&) {
    return refuse("", "a value in it is of another kind than a schema has");
  }
}

const char* dateOrderName(DateOrder order) {
  if (order == DateOrder::YearMonthDay) return "ymd";
  return order == DateOrder::MonthDayYear ? "mdy" : "dmy";
}

std::optional<DateOrder> dateOrderNamed(std::string_view name) {
  for (const DateOrder order : {DateOrder::YearMonthDay, DateOrder::DayMonthYear, DateOrder::MonthDayYear})
    if (name == dateOrderName(order)) return order;
  return std::nullopt;
}

std::string schemaJson(const Schema& schema) {
  using Ordered = nlohmann::ordered_json;
  Ordered json{{"leadlight_schema", 1}, {"name", schema.name}};
  if (schema.key) json["key"] = *schema.key;
  if (schema.modified) json["modified"] = *schema.modified;
  if (schema.target) json["target"] = Ordered{{"column", *schema.target}, {"positive", schema.positives}};
  json["placeholders"] = schema.placeholders;
  json["dates"] = dateOrderName(schema.dates);
  if (schema.decimalMark) json["decimal"] = std::string(1, *schema.decimalMark);
  Ordered read = Ordered::object();
  if (schema.read.encoding) read["encoding"] = *schema.read.encoding;
  if (schema.read.delimiter) read["delimiter"] = std::string(1, *schema.read.delimiter);
  if (schema.read.header) read["header"] = *schema.read.header;
  if (schema.read.sheet) read["sheet"] = *schema.read.sheet;
  if (!read.empty()) json["read"] = std::move(read);
  Ordered columns = Ordered::array();
  for (const ColumnSpec& column : schema.columns) {
    Ordered item{{"name", column.name}, {"label", column.label}};
    if (column.type) item["type"] = typeName(*column.type);
    if (!column.aliases.empty()) item["aliases"] = column.aliases;
    if (column.afterContact) item["after_contact"] = true;
    columns.push_back(std::move(item));
  }
  json["columns"] = std::move(columns);
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<Schema> builtinSchema(std::string_view name) {
  const std::string file = "schemas/" + std::string(name) + ".json";
  for (const Resource& resource : resources())
    if (resource.name == file) return parseSchema(resource.text, file);
  return Error{
      Errc::UnknownSchema,
      "There is no schema \"" + std::string(name) + "\"; known are " + joined(builtinSchemaNames(), ", ") + ".",
      "",
      {std::string(name)}};
}

std::vector<std::string> builtinSchemaNames() {
  std::vector<std::string> names;
  for (const Resource& resource : resources())
    if (resource.name.starts_with("schemas/"))
      names.emplace_back(resource.name.substr(8, resource.name.size() - 8 - 5));
  return names;
}

}  // namespace leadlight
