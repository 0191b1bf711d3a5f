#include "model/base/result.h"

namespace leadlight {

const char* errorName(Errc code) {
  switch (code) {
    case Errc::Usage:
      return "usage";
    case Errc::Interrupted:
      return "interrupted";
    case Errc::NotFound:
      return "not_found";
    case Errc::IsDirectory:
      return "is_directory";
    case Errc::IsDatabase:
      return "is_database";
    case Errc::NoPermission:
      return "no_permission";
    case Errc::Io:
      return "io";
    case Errc::DiskFull:
      return "disk_full";
    case Errc::EmptyFile:
      return "empty_file";
    case Errc::NotALeadFile:
      return "not_a_lead_file";
    case Errc::Damaged:
      return "damaged";
    case Errc::Malformed:
      return "malformed";
    case Errc::FileChanged:
      return "file_changed";
    case Errc::TooManyErrors:
      return "too_many_errors";
    case Errc::NoSharedColumn:
      return "no_shared_column";
    case Errc::UnknownSchema:
      return "unknown_schema";
    case Errc::UnknownColumn:
      return "unknown_column";
    case Errc::UnknownDataset:
      return "unknown_dataset";
    case Errc::UnknownLoad:
      return "unknown_load";
    case Errc::UnknownLead:
      return "unknown_lead";
    case Errc::UnknownScorecard:
      return "unknown_scorecard";
    case Errc::BadFilter:
      return "bad_filter";
    case Errc::BadScorecard:
      return "bad_scorecard";
    case Errc::CannotUndo:
      return "cannot_undo";
    case Errc::NotTrainable:
      return "not_trainable";
    case Errc::BadSnapshot:
      return "bad_snapshot";
    case Errc::StoreNewer:
      return "store_newer";
    case Errc::StoreDamaged:
      return "store_damaged";
    case Errc::StoreBusy:
      return "store_busy";
    case Errc::Conservation:
      return "conservation";
    case Errc::Internal:
      return "internal";
  }
  return "internal";
}

}  // namespace leadlight
