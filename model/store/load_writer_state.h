#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/store/bulk_insert.h"
#include "model/store/dataset_tables.h"
#include "model/store/held_leads.h"
#include "model/store/journal_mode.h"
#include "model/store/load_writer.h"

namespace leadlight {

// What load_writer_prepare.cpp readies and load_writer.cpp writes with.
struct LoadWriter::State {
  State(Database& store, bool bulk) : database(store), journal(store, bulk) {}
  std::string valueSql(const std::string& column) const;  // of a row f of the final table
  std::string keyIndexName() const { return tableName(dataset.name, "key"); }

  Database& database;
  JournalMode journal;  // outlives the transaction
  // Where many rows go; they too end after the transaction. Absent: rows are inserted one by one.
  std::unique_ptr<BulkInsert> rawRows, leadRows;
  std::vector<std::size_t> leadPlaces;  // by the file's columns: their places in the final table
  std::vector<TypedCell> leadRow;
  std::int64_t batchesCut = 0;
  bool leadsOneByOne = false;
  std::optional<Transaction> transaction;
  std::int64_t loadId = 0;
  std::int64_t nextRawId = 1;
  std::int64_t nextLeadId = 1;
  bool indexMissing = false;
  bool reading = false;             // nothing may be written
  bool retyped = false;             // prepare() changed the type of a stored column
  std::vector<TypeChange> changes;  // while reading: what prepare() would have changed
  Dataset dataset;                  // as it will be; while reading, as it is
  std::vector<std::string> fileColumns;
  std::vector<std::string> rawNames;
  HeldLeads held;
  std::map<std::int64_t, bool> sameLayout;  // by earlier load: had its raw rows the columns of this one?
  std::int64_t earlierAt = 0;               // the raw row on which earlierRaw stands; 0: on none
  Statement raw, earlierRaw, insert, update, archive, remove, restore, unarchive, read, quarantine;
};

}  // namespace leadlight
