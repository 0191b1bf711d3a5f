#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "app/cli/io.h"
#include "app/cli/options.h"
#include "app/cli/progress_line.h"
#include "model/base/result.h"
#include "model/store/store.h"

namespace leadlight {

// Exit codes of leadctl.
inline constexpr int exitDone = 0;
inline constexpr int exitFailed = 1;         // and nothing changed
inline constexpr int exitUsage = 2;          // the request itself makes no sense
inline constexpr int exitInterrupted = 130;  // stopped by the user and rolled back

// One run of a command: its words and the world.
struct Call {
  const Arguments& args;
  Io& io;
  std::filesystem::path store;
  bool json = false;
  bool quiet = false;

  std::string dataset() const { return args.valueOr("dataset", "leads"); }
  // A message for people on standard error; nothing with --quiet.
  void say(std::string_view message) const;
  // How long a busy store is waited for: until Ctrl-C, saying so after a second.
  WaitForOthers patience() const;
  // The store; a missing one is not made, but answered with what to do. Errors: those of Store::open.
  Result<Store> openStore(Store::Mode mode) const;
  // The store to read from, as it was after the load or undo that --as-of names. Errors: also Usage, UnknownLoad.
  Result<Store> openAsAsked() const;
};

// A verb of leadctl. `run` gives the exit code, or an Error that is printed in the one way for all commands.
struct Command {
  struct Example {
    std::string line;  // without "leadctl "
    std::string does;
  };

  std::string name;
  std::string summary;   // one line for the list of commands
  std::string synopsis;  // "load FILE... [OPTION]..."
  std::string details;   // paragraphs, lines broken
  std::vector<OptionSpec> options;
  std::vector<Example> examples;
  std::size_t minWords = 0;
  std::size_t maxWords = 0;
  Result<int> (*run)(const Call&) = nullptr;
};

// Every command, in the order in which help lists them.
const std::vector<Command>& commands();
const Command* findCommand(std::string_view name);
// --store, --json, --quiet, --help, --version: before or after the command.
const std::vector<OptionSpec>& globalOptions();

// Options that several commands share.
OptionSpec datasetOption();
OptionSpec whereOption();
OptionSpec asOfOption();
OptionSpec scorecardOption(std::string_view purpose);

// A wrong request (exit code 2).
Error usageError(std::string what);
int exitCodeOf(Errc code);
// "leadctl: message (where)" on standard error, or {"error":{…}} on standard output.
void printError(const Error& error, Io& io, bool json);

// The commands, one per file.
Command aggregateCommand();
Command compareCommand();
Command auditCommand();
Command callsCommand();
Command countCommand();
Command datasetsCommand();
Command digestCommand();
Command evaluateCommand();
Command explainCommand();
Command helpCommand();
Command historyCommand();
Command leadsCommand();
Command leakageCommand();
Command loadCommand();
Command loadsCommand();
Command profileCommand();
Command quarantineCommand();
Command scoreCommand();
Command scoreLeadCommand();
Command scorecardCommand();
Command simulateCommand();
Command sqlCommand();
Command trainCommand();
Command snapshotCommand();
Command undoCommand();
Command watchCommand();

}  // namespace leadlight
