#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "model/base/result.h"
#include "model/schema/schema.h"
#include "model/source/reader.h"

namespace leadlight {

// Where the schemas that people keep are: `schemas` beside the store.
std::filesystem::path schemaFolder(const std::filesystem::path& store);

// Their names, in order.
std::vector<std::string> savedSchemaNames(const std::filesystem::path& folder);

// Keeps `schema` under its name, readable by its owner alone; a schema of that name is replaced. Errors: Usage (a name
// that no file can have), NoPermission, DiskFull, Io.
Status saveSchema(const std::filesystem::path& folder, const Schema& schema);

// A saved schema, a built-in one or that of a file, in this order. Errors: UnknownSchema.
Result<Schema> schemaNamed(const std::string& choice, const std::filesystem::path& folder);

// The schema for a file: the one that `choice` names, or for "auto" the one that knows most of its columns: its key, at
// least three of them or all. An empty one if there is none. Saved ones that cannot be read are left out of the search;
// `leftOut` is told why. Errors: UnknownSchema, those of openRecords.
Result<Schema> schemaForFile(const std::filesystem::path& file, const ReadOptions& options, const std::string& choice,
                             const std::filesystem::path& folder, std::vector<Error>* leftOut = nullptr);

}  // namespace leadlight
