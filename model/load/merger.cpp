#include "model/load/merger.h"

#include <bit>
#include <deque>
#include <optional>
#include <vector>

#include "model/base/huge_pages.h"
#include "model/load/merge_preview.h"
#include "model/store/row_hash.h"

namespace leadlight {

namespace {

// From a key's hash to a number; open addressing, since the hash is uniform already.
class KeyIndex {
 public:
  // The number of `key`; a new one (== size() before) when it is unknown.
  std::uint32_t add(const Hash128& key) {
    if ((used_ + 1) * 3 > slots_.size() * 2) rehash(slots_.empty() ? 1024 : slots_.size() * 2);
    Slot& slot = find(key);
    if (slot.number == free) {
      slot = {key, static_cast<std::uint32_t>(used_)};
      ++used_;
    }
    return slot.number;
  }
  void add(const std::vector<Hash128>& keys) {
    if (keys.size() * 3 > slots_.size() * 2) rehash(std::bit_ceil(keys.size() * 3 / 2 + 1));
    for (std::size_t i = 0; i < keys.size(); ++i) {
      if (i + ahead < keys.size()) prefetch(keys[i + ahead]);
      add(keys[i]);
    }
  }
  std::size_t size() const { return used_; }
  // nullopt when it is unknown.
  std::optional<std::uint32_t> numberOf(const Hash128& key) {
    if (slots_.empty()) return std::nullopt;
    const std::uint32_t number = find(key).number;
    return number == free ? std::nullopt : std::optional(number);
  }
  // Fetches the memory that add(key) will look at.
  void prefetch(const Hash128& key) const {
    if (!slots_.empty()) __builtin_prefetch(&slots_[key.low & (slots_.size() - 1)]);
  }

 private:
  static constexpr std::uint32_t free = ~0U;
  static constexpr std::size_t ahead = 16;
  struct Slot {
    Hash128 key;
    std::uint32_t number = free;
  };

  Slot& find(const Hash128& key) {
    std::size_t at = key.low & (slots_.size() - 1);
    while (slots_[at].number != free && !(slots_[at].key == key)) at = (at + 1) & (slots_.size() - 1);
    return slots_[at];
  }
  void rehash(std::size_t slots) {
    const std::vector<Slot, HugePages<Slot>> old = std::move(slots_);
    slots_.assign(slots, Slot{});
    for (const Slot& slot : old)
      if (slot.number != free) find(slot.key) = slot;
  }

  std::vector<Slot, HugePages<Slot>> slots_;
  std::size_t used_ = 0;
};

enum class Outcome : std::uint8_t {
  Stored,
  Older,  // stored, and the file's rows are older
  Fresh,
  Changed,
  Same
};

struct Lead {
  std::int64_t leadId = 0;
  std::int64_t rawId = 0;        // of before this load
  std::uint64_t storedHash = 0;  // of before this load
  std::int64_t modified = CleanRow::neverModified;
  Outcome outcome = Outcome::Stored;
  bool heldInPart = false;  // Same: the file does not have all of it
};

bool isOlder(std::int64_t modified, std::int64_t than) {
  return modified != CleanRow::neverModified && than != CleanRow::neverModified && modified < than;
}

}  // namespace

struct Merger::State {
  LoadWriter& writer;
  const LoadPlan& plan;
  bool write;
  MergeCounts counts;
  KeyIndex index;
  std::vector<Lead, HugePages<Lead>> leads;
  std::vector<std::int64_t> heldBy;   // of each stored lead: the raw row that says the same
  std::vector<std::uint32_t> copies;  // keyless: by content number, how many such rows this file had
  KeyIndex contents;
  std::int64_t nextLeadId = 1;
  std::vector<std::int64_t> rewritten;
  std::vector<TypedCell> storedCells, laid;
  std::deque<std::string> keptTexts;  // that `laid` points into
  std::optional<MergePreviewer> previewer;

  std::uint32_t numberOf(const Lead& lead) const { return static_cast<std::uint32_t>(&lead - leads.data()); }
  std::span<const TypedCell> cells(const CleanBatch& batch, const CleanRow& row) const {
    return batch.cellsOf(row, plan.columns.size());
  }

  // Without a key: content and how many rows of that content came before.
  Hash128 identityOf(std::uint64_t rowHash) {
    const std::uint32_t content = contents.add({rowHash, 0});
    if (content == copies.size()) copies.push_back(0);
    return {rowHash, ++copies[content]};
  }

  Status addFresh(const CleanBatch& batch, const CleanRow& row, std::int64_t rawId) {
    leads.push_back(
        {.leadId = nextLeadId++, .rawId = 0, .storedHash = 0, .modified = row.modified, .outcome = Outcome::Fresh});
    ++counts.fresh;
    return write ? writer.insertLead(leads.back().leadId, rawId, row.hash, cells(batch, row)) : Status{};
  }

  bool coversLead(const CleanRow& row) const { return plan.coversDataset && !row.partial; }

  // The hash of the lead's row after the cells that the file's row has are laid over the stored ones.
  Result<std::uint64_t> mergedHash(const Lead& lead, const CleanBatch& batch, const CleanRow& row) {
    if (coversLead(row)) return row.hash;
    if (const Status read = writer.readLead(lead.leadId, storedCells); !read) return read.error();
    const std::span<const TypedCell> given = cells(batch, row);
    std::uint64_t replaced = 0;
    for (std::size_t i = 0; i < storedCells.size(); ++i)
      if (!given[i].absent) replaced += cellHash(storedCells[i], plan.columns[i].nameSeed);
    return lead.storedHash - replaced + row.hash;
  }

  // The row's cells with the stored ones where it has none. REQUIRES: readLead() has read the lead
  std::span<const TypedCell> laidOverStored(const CleanBatch& batch, const CleanRow& row) {
    if (!row.partial) return cells(batch, row);
    const std::span<const TypedCell> given = cells(batch, row);
    laid.assign(given.begin(), given.end());
    keptTexts.clear();
    for (std::size_t i = 0; i < laid.size(); ++i) {
      if (!laid[i].absent) continue;
      laid[i] = storedCells[i];
      // What is read from the store does not outlive a write.
      if (laid[i].kind == TypedCell::Kind::Text)
        laid[i] = TypedCell::of(std::string_view(keptTexts.emplace_back(laid[i].view())));
    }
    return laid;
  }

  // The store keeps its date of change where the row tells none.
  void setModified(Lead& lead, const CleanRow& row) const {
    if (!row.partial || row.modified != CleanRow::neverModified) lead.modified = row.modified;
  }

  Status overwrite(Lead& lead, const CleanBatch& batch, const CleanRow& row, std::int64_t rawId) {
    if (lead.outcome == Outcome::Changed) {
      // Back to the stored version first: one comparison then serves every case.
      if (write)
        if (const Status restored = writer.restoreLead(lead.leadId); !restored) return restored;
      if (previewer) previewer->forget(numberOf(lead));
      --counts.changed;
      lead.outcome = Outcome::Stored;
    } else if (lead.outcome == Outcome::Same) {
      --counts.same;
      lead.outcome = Outcome::Stored;
    }
    setModified(lead, row);
    if (lead.outcome != Outcome::Fresh) return compare(lead, batch, row, rawId);
    rewritten.push_back(lead.leadId);
    return write ? writer.updateLead(lead.leadId, rawId, row.hash, cells(batch, row)) : Status{};
  }

  Status compare(Lead& lead, const CleanBatch& batch, const CleanRow& row, std::int64_t rawId) {
    const Result<std::uint64_t> hash = mergedHash(lead, batch, row);
    if (!hash) return hash.error();
    setModified(lead, row);
    if (*hash == lead.storedHash) {
      lead.outcome = Outcome::Same;
      lead.heldInPart = !plan.coversDataset || row.hash != lead.storedHash;
      heldBy[numberOf(lead)] = rawId;
      ++counts.same;
      return {};
    }
    lead.outcome = Outcome::Changed;
    ++counts.changed;
    if (!write) {
      if (const Status read = writer.readLead(lead.leadId, storedCells); !read) return read;
      previewer->change(numberOf(lead), storedCells, laidOverStored(batch, row));
      return {};
    }
    const std::span<const TypedCell> merged = laidOverStored(batch, row);
    if (const Status archived = writer.archiveLead(lead.leadId); !archived) return archived;
    return writer.updateLead(lead.leadId, rawId, *hash, merged);
  }
};

Merger::Merger(LoadWriter& writer, const LoadPlan& plan, bool write)
    : state_(new State{.writer = writer,
                       .plan = plan,
                       .write = write,
                       .counts = {},
                       .index = {},
                       .leads = {},
                       .heldBy = {},
                       .copies = {},
                       .contents = {},
                       .nextLeadId = writer.nextLeadId(),
                       .rewritten = {},
                       .storedCells = {},
                       .laid = {},
                       .keptTexts = {},
                       .previewer = {}}) {
  if (!write) state_->previewer.emplace(plan);
}
Merger::~Merger() = default;

const MergeCounts& Merger::counts() const { return state_->counts; }
const std::vector<std::int64_t>& Merger::rewritten() const { return state_->rewritten; }
MergePreview Merger::preview() const { return state_->previewer->result(); }

std::size_t Merger::storedLeads() const { return state_->heldBy.size(); }

Status Merger::readStored() {
  State& s = *state_;
  const bool keyed = s.plan.key.has_value();
  const auto atMost = static_cast<std::size_t>(s.nextLeadId - 1);
  std::vector<Hash128> keys;
  keys.reserve(atMost);
  s.leads.reserve(atMost);
  const Status read = s.writer.forEachLead([&](const LoadWriter::StoredLead& stored) {
    keys.push_back(keyed ? hash128(stored.key) : s.identityOf(stored.rowHash));
    s.leads.push_back({stored.leadId, stored.rawId, stored.rowHash, modifiedOf(stored.modified), Outcome::Stored});
  });
  s.index.add(keys);
  s.copies.assign(s.copies.size(), 0);
  s.heldBy.assign(s.leads.size(), 0);
  return read;
}

Status Merger::finish() {
  State& s = *state_;
  using Held = HeldLeads::Kind;
  for (std::size_t i = 0; i < s.heldBy.size(); ++i) {
    const Lead& lead = s.leads[i];
    if (lead.outcome != Outcome::Same && lead.outcome != Outcome::Older) continue;
    const Held kind = lead.outcome == Outcome::Older ? Held::Older : lead.heldInPart ? Held::Part : Held::Same;
    if (const Status held = s.writer.hold(kind, lead.leadId, s.heldBy[i]); !held) return held;
  }
  return {};
}

void Merger::expect(const CleanRow& row) const {
  if (state_->plan.key) state_->index.prefetch(row.key);
}

std::int64_t Merger::rawRowLike(const CleanRow& row) const {
  if (!state_->plan.key || !state_->plan.coversDataset) return 0;
  const std::optional<std::uint32_t> number = state_->index.numberOf(row.key);
  if (!number) return 0;
  const Lead& lead = state_->leads[*number];
  return lead.storedHash == row.hash ? lead.rawId : 0;
}

Status Merger::merge(const CleanBatch& batch, const CleanRow& row, std::int64_t rawId) {
  State& s = *state_;
  const std::uint32_t number = s.index.add(s.plan.key ? row.key : s.identityOf(row.hash));
  if (number == s.leads.size()) return s.addFresh(batch, row, rawId);
  Lead& lead = s.leads[number];
  if (isOlder(row.modified, lead.modified)) {
    ++s.counts.superseded;
    if (lead.outcome == Outcome::Stored) lead.outcome = Outcome::Older;
    return {};
  }
  if (lead.outcome == Outcome::Stored || lead.outcome == Outcome::Older) return s.compare(lead, batch, row, rawId);
  ++s.counts.superseded;
  return s.overwrite(lead, batch, row, rawId);
}

}  // namespace leadlight
