#include "model/load/drop_folder.h"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <sstream>
#include <thread>

#include "model/base/descriptor.h"
#include "model/base/durable_file.h"
#include "model/base/text.h"
#include "model/load/load_json.h"

namespace leadlight {

namespace {

namespace fs = std::filesystem;

constexpr std::chrono::milliseconds afterClose{200};

// What tells one state of a file from another.
struct Stamp {
  ino_t inode = 0;
  off_t size = 0;
  timespec changed{};
  bool operator==(const Stamp& other) const {
    return inode == other.inode && size == other.size && changed.tv_sec == other.changed.tv_sec &&
           changed.tv_nsec == other.changed.tv_nsec;
  }
};

// The stamp of a regular file; nullopt for links, pipes, devices and folders. Opens without following or waiting.
std::optional<Stamp> stampOf(int folder, const std::string& name) {
  struct stat facts {};
  if (::fstatat(folder, name.c_str(), &facts, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG(facts.st_mode)) return std::nullopt;
  return Stamp{facts.st_ino, facts.st_size, facts.st_mtim};
}

bool isReadable(int folder, const std::string& name) {
  const Descriptor file(::openat(folder, name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  struct stat facts {};
  return file && ::fstat(file.number(), &facts) == 0 && S_ISREG(facts.st_mode);
}

// Does a program have the file open to write into it? Asked by a lease, which the system gives on no such file; where
// it gives none at all, nobody is known to.
bool isBeingWritten(int folder, const std::string& name) {
  const Descriptor file(::openat(folder, name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  // Whoever opens it in this moment has a signal sent here: one that is ignored.
  if (!file || ::fcntl(file.number(), F_SETSIG, SIGURG) != 0) return false;
  if (::fcntl(file.number(), F_SETLEASE, F_RDLCK) != 0) return errno == EAGAIN;
  ::fcntl(file.number(), F_SETLEASE, F_UNLCK);
  return false;
}

std::vector<std::string> namesIn(int folder) {
  std::vector<std::string> names;
  // fdopendir takes the descriptor over.
  DIR* list = ::fdopendir(::openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (list == nullptr) return names;
  while (const dirent* entry = ::readdir(list))
    if (!isTemporaryName(entry->d_name)) names.emplace_back(entry->d_name);
  ::closedir(list);
  std::sort(names.begin(), names.end());
  return names;
}

// Not the file's fault: worth another try.
bool mayPass(Errc code) {
  return code == Errc::StoreBusy || code == Errc::DiskFull || code == Errc::FileChanged || code == Errc::NotFound;
}

// "leads.csv.gz" and 2 -> "leads-2.csv.gz"
std::string numbered(const std::string& name, int number) {
  if (number == 1) return name;
  const std::size_t dot = std::min(name.find('.', 1), name.size());
  return name.substr(0, dot) + "-" + std::to_string(number) + name.substr(dot);
}

std::string reportOf(const DropOutcome& outcome) {
  std::ostringstream out;
  JsonWriter json(out);
  json.beginObject().field("file", outcome.name);
  json.field("status", outcome.load ? statusName(outcome.load->status) : "failed");
  json.key("load");
  outcome.load ? writeLoad(json, *outcome.load) : static_cast<void>(json.null());
  json.field("scored", outcome.scored).field("error", outcome.error);
  json.endObject().endLine();
  json.flush();
  return out.str();
}

}  // namespace

bool isTemporaryName(const std::string& name) {
  static constexpr const char* endings[] = {"~",        ".part",     ".tmp",        ".temp",
                                            ".partial", ".filepart", ".crdownload", ".swp"};
  const std::string small = lowered(name);
  return name.empty() || name.front() == '.' || small.starts_with("~$") || small.find(".part-") != std::string::npos ||
         std::any_of(std::begin(endings), std::end(endings), [&](const char* end) { return small.ends_with(end); });
}

struct DropFolder::Seen {
  Stamp stamp;
  Clock::time_point since;     // it has looked so
  bool closed = false;         // its writer is done with it
  bool waits = false;          // tried, and to be tried again from `since` + again
  bool putAwayFailed = false;  // taken, but it could not be moved: left alone until it changes
};

DropFolder::DropFolder(Options options, Callbacks callbacks)
    : options_(std::move(options)),
      callbacks_(std::move(callbacks)),
      notify_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {}

DropFolder::~DropFolder() {
  if (notify_ >= 0) ::close(notify_);
}

Status DropFolder::run(Store& store, Until until) {
  std::error_code missing;
  if (!fs::is_directory(options_.folder, missing))
    return Error{Errc::NotFound, "There is no such folder to watch.", options_.folder.string(), {}};
  while (!cancelled()) {
    listen();
    const Result<bool> left = look(store);
    if (!left) return left.error();
    if (until == Until::Empty && !*left) return {};
    hear(*left ? std::min(afterClose, options_.rescan) : options_.rescan);
  }
  return {};
}

// The same folder again is no second watch; another one in its place is a new one.
void DropFolder::listen() {
  if (notify_ >= 0)
    static_cast<void>(::inotify_add_watch(notify_, options_.folder.c_str(),
                                          IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_DELETE_SELF | IN_MOVE_SELF));
}

// Waits for news of the folder, at most so long, and notes which files were closed.
void DropFolder::hear(std::chrono::milliseconds longest) {
  constexpr std::chrono::milliseconds step{100};
  const Clock::time_point end = Clock::now() + longest;
  alignas(inotify_event) char buffer[16384];
  while (!cancelled() && Clock::now() < end) {
    pollfd heard{notify_, POLLIN, 0};
    if (::poll(&heard, 1, static_cast<int>(step.count())) <= 0) continue;
    const ssize_t size = ::read(notify_, buffer, sizeof buffer);
    for (ssize_t at = 0; at < size;) {
      const auto* event = reinterpret_cast<const inotify_event*>(buffer + at);
      if (event->len != 0 && (event->mask & (IN_CLOSE_WRITE | IN_MOVED_TO)) != 0 && !isTemporaryName(event->name))
        seen_[event->name].closed = true;
      at += static_cast<ssize_t>(sizeof(inotify_event) + event->len);
    }
    return;
  }
}

// Takes every file that is complete. True while some still grow.
Result<bool> DropFolder::look(Store& store) {
  const Descriptor folder(::open(options_.folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (static_cast<bool>(folder) != present_ && callbacks_.onFolder) callbacks_.onFolder(static_cast<bool>(folder));
  present_ = static_cast<bool>(folder);
  if (!folder) {
    seen_.clear();
    return false;
  }
  bool growing = false;
  std::map<std::string, Seen> now;
  for (const std::string& name : namesIn(folder.number())) {
    if (cancelled()) break;
    const auto stamp = stampOf(folder.number(), name);
    if (!stamp) continue;
    Seen& seen = now[name];
    if (const auto before = seen_.find(name); before != seen_.end()) seen = before->second;
    if (!(seen.stamp == *stamp)) seen = {.stamp = *stamp, .since = Clock::now(), .closed = seen.closed};
    if (const Status taken = take(store, folder.number(), name, seen); !taken) return taken.error();
    growing = growing || !(seen.waits || seen.putAwayFailed);
    if (!stampOf(folder.number(), name)) now.erase(name);
  }
  seen_ = std::move(now);
  return growing && !seen_.empty();
}

// Loads a file if it is complete, and puts it away.
Status DropFolder::take(Store& store, int folder, const std::string& name, Seen& seen) {
  const auto still = Clock::now() - seen.since;
  timespec now{};
  ::clock_gettime(CLOCK_REALTIME, &now);
  const bool old =
      std::chrono::seconds(now.tv_sec - seen.stamp.changed.tv_sec) > options_.settle + std::chrono::seconds(1);
  if (seen.putAwayFailed || (seen.waits && still < options_.again)) return {};
  // A writer that closed a file may open it once more to go on.
  const auto needed = seen.closed ? std::min(options_.settle, afterClose) : options_.settle;
  if (!old && still < needed) return {};
  if (isBeingWritten(folder, name)) return {};
  DropOutcome outcome;
  if (isReadable(folder, name)) {
    outcome = load(store, name);
  } else {
    outcome.name = name;
    outcome.error = Error{Errc::NoPermission, "The file may not be read.", name, {name}};
    outcome.kind = DropOutcome::Kind::Failed;
  }
  if (outcome.error && outcome.error->code == Errc::Interrupted) return *outcome.error;
  seen.closed = false;
  seen.since = Clock::now();
  seen.waits = outcome.kind == DropOutcome::Kind::Waits;
  if (!seen.waits)
    if (const Status moved = putAway(folder, outcome); !moved) {
      outcome.error = moved.error();
      seen.putAwayFailed = true;
    }
  if (callbacks_.onFile) callbacks_.onFile(outcome);
  return {};
}

DropOutcome DropFolder::load(Store& store, const std::string& name) const {
  DropOutcome outcome{.name = name, .movedTo = {}, .load = {}, .scored = {}, .error = {}};
  const std::filesystem::path file = options_.folder / name;
  Result<LoadReport> loaded = callbacks_.load ? callbacks_.load(store, file, options_.load, callbacks_.progress)
                                              : loadFile(store, file, options_.load, callbacks_.progress);
  if (!loaded) {
    outcome.error = loaded.error();
    outcome.kind = mayPass(loaded.error().code) ? DropOutcome::Kind::Waits : DropOutcome::Kind::Failed;
    return outcome;
  }
  outcome.load = *std::move(loaded);
  if (!callbacks_.score || outcome.load->status != LoadReport::Status::Loaded) return outcome;
  const Result<std::uint64_t> scored = callbacks_.score(store, *outcome.load);
  if (scored)
    outcome.scored = *scored;
  else
    outcome.error = scored.error();
  return outcome;
}

// Moves a file to done/ or failed/ under a name that is free, and writes its report beside it.
Status DropFolder::putAway(int folder, DropOutcome& outcome) const {
  const std::string place = outcome.kind == DropOutcome::Kind::Done ? "done" : "failed";
  static_cast<void>(::mkdirat(folder, place.c_str(), S_IRWXU));
  const Descriptor target(::openat(folder, place.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
  const auto refused = [&] {
    return Error{
        Errc::NoPermission, fmt::format("The file cannot be moved to the folder {}/.", place), outcome.name, {place}};
  };
  if (!target) return refused();
  std::string name;
  for (int number = 1;; ++number) {
    name = numbered(outcome.name, number);
    if (::renameat2(folder, outcome.name.c_str(), target.number(), name.c_str(), RENAME_NOREPLACE) == 0) break;
    if (errno != EEXIST) return refused();
  }
  outcome.movedTo = options_.folder / place / name;
  return writePrivateFile(options_.folder / place / (name + ".report.json"), reportOf(outcome));
}

}  // namespace leadlight
