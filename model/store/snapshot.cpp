#include "model/store/snapshot.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

#include "model/base/calendar.h"
#include "model/base/durable_file.h"
#include "model/base/hash.h"
#include "model/store/database.h"
#include "model/store/load_rows.h"

namespace leadlight {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

Error interrupted() { return {Errc::Interrupted, "Stopped. Everything is as it was.", "", {}}; }

Error badSnapshot(const std::string& name, const std::string& why) {
  return {Errc::BadSnapshot, fmt::format("The snapshot {} cannot be used: {}.", name, why), name, {name, why}};
}

bool isName(const std::string& name) {
  return !name.empty() && name.size() <= 100 && name.front() != '.' &&
         std::all_of(name.begin(), name.end(), [](char c) {
           return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '.' || c == '_' || c == '-';
         });
}

Result<std::string> sha256Of(const fs::path& file, const Progress& progress) {
  std::ifstream in(file, std::ios::binary);
  Sha256 hash;
  std::vector<char> block(std::size_t{1} << 20);
  const std::uint64_t total = fs::file_size(file);
  for (std::uint64_t done = 0; in; done += static_cast<std::uint64_t>(in.gcount())) {
    in.read(block.data(), static_cast<std::streamsize>(block.size()));
    hash.update({block.data(), static_cast<std::size_t>(in.gcount())});
    progress.report("check", done, total);
    if (progress.cancelled()) return interrupted();
  }
  if (in.bad()) return Error{Errc::Io, "The snapshot cannot be read.", file.filename().string(), {}};
  return hash.hex();
}

std::string jsonOf(const StoreSnapshot& snapshot) {
  Json datasets = Json::array();
  for (const StoreSnapshot::Leads& leads : snapshot.datasets)
    datasets.push_back({{"dataset", leads.dataset}, {"leads", leads.leads}, {"digest", leads.digest}});
  return Json{{"name", snapshot.name},     {"created_at", snapshot.createdAt}, {"bytes", snapshot.bytes},
              {"sha256", snapshot.sha256}, {"last_event", snapshot.lastEvent}, {"datasets", datasets}}
      .dump(2, ' ', false, Json::error_handler_t::replace);
}

// The facts that stand beside a snapshot; nullopt when they are not there or make no sense.
std::optional<StoreSnapshot> readFacts(const fs::path& folder, const std::string& name) {
  std::ifstream in(folder / (name + ".json"), std::ios::binary);
  const Json json = Json::parse(in, nullptr, false);
  std::error_code missing;
  StoreSnapshot snapshot{.name = name, .file = folder / (name + ".db"), .createdAt = {}, .sha256 = {}, .datasets = {}};
  if (!json.is_object() || !fs::is_regular_file(snapshot.file, missing)) return std::nullopt;
  try {
    snapshot.createdAt = json.at("created_at");
    snapshot.bytes = json.at("bytes");
    snapshot.sha256 = json.at("sha256");
    snapshot.lastEvent = json.at("last_event");
    for (const Json& leads : json.at("datasets"))
      snapshot.datasets.push_back({leads.at("dataset"), leads.at("leads"), leads.at("digest")});
  } catch (const Json::exception&) {
    return std::nullopt;
  }
  return snapshot;
}

// One whole file, checked: without a journal of its own.
Status finishCopy(const fs::path& copy) {
  Result<std::unique_ptr<Database>> database = Database::open(copy, Database::Mode::ReadWrite);
  if (!database) return database.error();
  if (const Status single = (*database)->run("PRAGMA journal_mode = DELETE"); !single) return single;
  return (*database)->checkIntegrity();
}

Result<std::vector<StoreSnapshot::Leads>> leadsIn(Store& store) {
  std::vector<StoreSnapshot::Leads> all;
  for (const std::string& name : store.datasets()) {
    const Result<std::uint64_t> leads = store.leadCount(name);
    const Result<std::string> digest = store.digest(name);
    if (!leads) return leads.error();
    if (!digest) return digest.error();
    all.push_back({name, *leads, *digest});
  }
  return all;
}

// Copies and checks; gives the facts of the copy.
Result<StoreSnapshot> copyStore(Store& store, const fs::path& copy, const Progress& progress) {
  if (const Status created = createPrivateFile(copy); !created) return created.error();
  {
    Result<std::unique_ptr<Database>> target = Database::open(copy, Database::Mode::ReadWrite);
    if (!target) return target.error();
    if (const Status copied = (*target)->copyFrom(store.database(), "snapshot", progress); !copied)
      return copied.error();
  }
  if (const Status finished = finishCopy(copy); !finished) return finished.error();
  if (const Status synced = syncFile(copy); !synced) return synced.error();
  StoreSnapshot facts;
  {
    Result<Store> opened = Store::open(copy, Store::Mode::ReadOnly);
    if (!opened) return opened.error();
    Result<std::vector<StoreSnapshot::Leads>> leads = leadsIn(*opened);
    if (!leads) return leads.error();
    facts.datasets = *std::move(leads);
    const Result<std::int64_t> event = opened->lastEvent();
    if (!event) return event.error();
    facts.lastEvent = *event;
  }
  Result<std::string> hash = sha256Of(copy, progress);
  if (!hash) return hash.error();
  facts.sha256 = *std::move(hash);
  facts.bytes = fs::file_size(copy);
  return facts;
}

// What the present store has that its successor must know: how far its numbers went, and what was done.
struct Past {
  std::int64_t lastEvent = 0;
  std::vector<AuditEntry> audit;  // newest first
};

Past pastOf(const fs::path& store, const WaitForOthers& patience) {
  Past past;
  Result<Store> opened = Store::open(store, Store::Mode::ReadOnly, patience);
  if (!opened) return past;
  if (const auto event = opened->lastEvent()) past.lastEvent = *event;
  if (auto audit = opened->audit(std::numeric_limits<std::int64_t>::max())) past.audit = *std::move(audit);
  return past;
}

// Makes the copy of a snapshot the store's next state: the restoring is an event in it.
Status addRestoring(const fs::path& copy, const std::string& name, const Past& past) {
  Result<Store> opened = Store::open(copy, Store::Mode::ReadWrite);
  if (!opened) return opened.error();
  Database& database = opened->database();
  Result<Transaction> transaction = Transaction::begin(database);
  if (!transaction) return transaction.error();
  const Result<std::int64_t> next = nextLoadId(database), noted = database.number("SELECT count(*) FROM audit");
  if (!next) return next.error();
  if (!noted) return noted.error();
  LoadReport event;
  event.id = std::max(*next, past.lastEvent + 1);
  event.file = name;
  event.startedAt = isoNow();
  if (const Status added = insertLoad(database, event); !added) return added;
  if (const Status marked =
          database.run(fmt::format("UPDATE load SET status = 'restore' WHERE load_id = {}", event.id));
      !marked)
    return marked;
  // The snapshot's audit is the beginning of the present one.
  for (auto i = static_cast<std::size_t>(*noted); i < past.audit.size(); ++i) {
    const AuditEntry& entry = past.audit[past.audit.size() - 1 - i];
    if (const Status kept = addAudit(database, entry.action, entry.detail, entry.at); !kept) return kept;
  }
  if (const Status kept = addAudit(database, "restore", "snapshot " + name, event.startedAt); !kept) return kept;
  return transaction->commit();
}

// Is there a sound store in this place, so that it can be changed by a commit?
Result<bool> isSound(const fs::path& store, const WaitForOthers& patience) {
  const Result<Store> opened = Store::open(store, Store::Mode::ReadOnly, patience);
  if (opened) return true;
  const Errc code = opened.error().code;
  if (code == Errc::NotFound || code == Errc::StoreDamaged) return false;
  return opened.error();
}

Status overwrite(const fs::path& store, const fs::path& copy, const Progress& progress, const WaitForOthers& patience) {
  Result<std::unique_ptr<Database>> target = Database::open(store, Database::Mode::ReadWrite, patience);
  if (!target) return target.error();
  Result<std::unique_ptr<Database>> source = Database::open(copy, Database::Mode::ReadOnly);
  if (!source) return source.error();
  return (*target)->copyFrom(**source, "restore", progress);
}

// Nothing may be left of what stood there: a journal of another file would be played into this one.
Status replace(const fs::path& store, const fs::path& copy) {
  std::error_code ignored;
  for (const char* suffix : {"-wal", "-shm", "-journal"}) fs::remove(store.string() + suffix, ignored);
  return moveInPlace(copy, store);
}

}  // namespace

fs::path snapshotFolder(const fs::path& store) { return store.string() + ".snapshots"; }

Result<StoreSnapshot> createSnapshot(Store& store, std::string name, const Progress& progress) {
  if (name.empty()) {
    name = isoNow();
    std::replace(name.begin(), name.end(), ':', '-');
  }
  if (!isName(name))
    return Error{Errc::Usage, "A snapshot's name has letters, digits, '.', '_' and '-' only.", name, {name}};
  const fs::path folder = snapshotFolder(store.file());
  if (const Status made = createPrivateFolder(folder); !made) return made.error();
  std::error_code ignored;
  if (fs::exists(folder / (name + ".db"), ignored))
    return Error{Errc::Usage, fmt::format("There is a snapshot {} already; choose another name.", name), name, {name}};
  const TemporaryFile copy(folder / ("." + name + ".part-" + std::to_string(::getpid())));
  Result<StoreSnapshot> snapshot = copyStore(store, copy.path(), progress);
  if (!snapshot) return snapshot.error();
  snapshot->name = name;
  snapshot->file = folder / (name + ".db");
  snapshot->createdAt = isoNow();
  // The facts first: a snapshot is there from the moment its file is.
  if (const Status written = writePrivateFile(folder / (name + ".json"), jsonOf(*snapshot)); !written)
    return written.error();
  if (const Status moved = moveInPlace(copy.path(), snapshot->file); !moved) return moved.error();
  Result<Transaction> transaction = Transaction::begin(store.database());
  if (!transaction) return transaction.error();
  if (const Status noted = addAudit(store.database(), "snapshot", name); !noted) return noted.error();
  if (const Status noted = transaction->commit(); !noted) return noted.error();
  return snapshot;
}

Result<std::vector<StoreSnapshot>> listSnapshots(const fs::path& store) {
  std::vector<StoreSnapshot> all;
  std::error_code missing;
  for (const fs::directory_entry& entry : fs::directory_iterator(snapshotFolder(store), missing)) {
    const fs::path& file = entry.path();
    if (file.extension() != ".db" || !isName(file.stem().string())) continue;
    if (auto snapshot = readFacts(file.parent_path(), file.stem().string())) all.push_back(*std::move(snapshot));
  }
  std::sort(all.begin(), all.end(), [](const StoreSnapshot& a, const StoreSnapshot& b) {
    return std::pair(a.createdAt, a.name) > std::pair(b.createdAt, b.name);
  });
  return all;
}

Status restoreSnapshot(const fs::path& store, const std::string& name, const Progress& progress,
                       const WaitForOthers& patience) {
  const fs::path folder = snapshotFolder(store);
  const std::optional<StoreSnapshot> snapshot = isName(name) ? readFacts(folder, name) : std::nullopt;
  if (!snapshot) return badSnapshot(name, "there is none of that name");
  const TemporaryFile copy(folder / ("." + name + ".part-" + std::to_string(::getpid())));
  if (const Status created = createPrivateFile(copy.path()); !created) return created;
  std::error_code failed;
  fs::copy_file(snapshot->file, copy.path(), fs::copy_options::overwrite_existing, failed);
  if (failed) return badSnapshot(name, "it cannot be copied");
  const Result<std::string> hash = sha256Of(copy.path(), progress);
  if (!hash) return hash.error();
  if (*hash != snapshot->sha256) return badSnapshot(name, "its bytes are not those that were written");
  const Result<bool> sound = isSound(store, patience);
  if (!sound) return sound.error();
  if (const Status added = addRestoring(copy.path(), name, *sound ? pastOf(store, patience) : Past{}); !added)
    return added;
  if (const Status finished = finishCopy(copy.path()); !finished) return finished;
  if (const Status synced = syncFile(copy.path()); !synced) return synced;
  if (progress.cancelled()) return interrupted();
  return *sound ? overwrite(store, copy.path(), progress, patience) : replace(store, copy.path());
}

Status removeSnapshot(const fs::path& store, const std::string& name) {
  const fs::path folder = snapshotFolder(store);
  std::error_code failed;
  if (!isName(name) || !fs::remove(folder / (name + ".db"), failed))
    return failed ? Error{Errc::NoPermission, "The snapshot may not be removed.", name, {name}}
                  : badSnapshot(name, "there is none of that name");
  fs::remove(folder / (name + ".json"), failed);
  return {};
}

}  // namespace leadlight
