#include "model/store/held_leads.h"

namespace leadlight {

namespace {

const char* kindName(HeldLeads::Kind kind) {
  switch (kind) {
    case HeldLeads::Kind::Same:
      return "same";
    case HeldLeads::Kind::Part:
      return "part";
    case HeldLeads::Kind::Older:
      return "older";
  }
  return "";
}

}  // namespace

Status HeldLeads::prepare(Database& database, std::int64_t loadId) {
  Result<Statement> insert = database.prepare("INSERT INTO held VALUES(" + std::to_string(loadId) + ", ?, ?, ?, ?)");
  if (!insert) return insert.error();
  insert_ = *std::move(insert);
  return {};
}

Status HeldLeads::add(Kind kind, std::int64_t leadId, std::int64_t rawId) {
  const bool follows =
      leads_ > 0 && kind_ == kind && leadId_ + leads_ == leadId && (kind != Kind::Same || rawId_ + leads_ == rawId);
  if (!follows) {
    if (const Status written = finish(); !written) return written;
    kind_ = kind;
    leadId_ = leadId;
    rawId_ = rawId;
  }
  ++leads_;
  return {};
}

Status HeldLeads::finish() {
  if (leads_ == 0) return {};
  insert_.bind(1, std::string_view(kindName(kind_)));
  insert_.bind(2, leadId_);
  insert_.bind(3, leads_);
  insert_.bind(4, rawId_);
  leads_ = 0;
  return insert_.run();
}

}  // namespace leadlight
