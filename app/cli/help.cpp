#include "app/cli/help.h"

#include <algorithm>

#include "model/base/json_writer.h"

namespace leadlight {

namespace {

constexpr std::size_t lineWidth = 96;

// `text` broken at blanks, each line but the first behind `indent` blanks.
std::string wrapped(const std::string& text, std::size_t indent) {
  std::string out;
  std::size_t column = indent;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (column > indent && column + (end - at) > lineWidth) {
      out.back() = '\n';
      out.append(indent, ' ');
      column = indent;
    }
    out.append(text, at, end - at);
    out += ' ';
    column += end - at + 1;
    at = end + 1;
  }
  if (!out.empty()) out.back() = '\n';
  return out;
}

std::string entry(const std::string& term, const std::string& text, std::size_t width) {
  const std::size_t blanks = term.size() < width ? width - term.size() : 1;
  return "  " + term + std::string(blanks, ' ') + wrapped(text, 2 + std::max(width, term.size() + 1));
}

std::string optionTerm(const OptionSpec& option) {
  return "--" + option.name + (option.valueName.empty() ? "" : " " + option.valueName);
}

std::string optionList(const std::vector<OptionSpec>& options) {
  std::size_t width = 0;
  for (const OptionSpec& option : options) width = std::max(width, optionTerm(option).size() + 2);
  std::string out;
  for (const OptionSpec& option : options) out += entry(optionTerm(option), option.help, width);
  return out;
}

constexpr const char* exitCodes =
    "Exit codes\n"
    "  0    done\n"
    "  1    failed, and nothing changed\n"
    "  2    wrong usage\n"
    "  130  stopped with Ctrl-C, and everything is as it was\n";

Result<int> runHelp(const Call& call) {
  if (call.args.words().empty()) {
    printHelp(call.io, call.json, overview());
    return exitDone;
  }
  const std::string& name = call.args.words()[0];
  const Command* command = findCommand(name);
  if (command == nullptr) return usageError("There is no command '" + name + "'; see leadctl help.");
  printHelp(call.io, call.json, helpOf(*command));
  return exitDone;
}

}  // namespace

void printHelp(Io& io, bool json, const std::string& text) {
  if (json)
    JsonWriter(io.out).beginObject().field("help", text).endObject().endLine();
  else
    io.out << text;
}

std::string overview() {
  std::string out =
      "leadctl loads lead files into a store on this machine, scores the leads with scorecards whose points\n"
      "add up, and answers questions about them. Nothing leaves the machine.\n\n"
      "Usage: leadctl [--store FILE] [--json] COMMAND [OPTION]...\n\nCommands\n";
  for (const Command& command : commands()) out += entry(command.name, command.summary, 12);
  out += "\nOptions of every command\n" + optionList(globalOptions());
  out += "\nResults go to standard output, progress and messages to standard error.\n\n";
  out += exitCodes;
  out +=
      "\nA first visit\n"
      "  leadctl load Leads.csv                        take a file in and score its leads\n"
      "  leadctl leads --sort -score --limit 10        the ten best leads\n"
      "  leadctl aggregate --by Lead_Source            leads and conversion by source\n"
      "  leadctl help load                             everything about one command\n";
  return out;
}

std::string helpOf(const Command& command) {
  std::string out = command.summary + "\n\nUsage: leadctl [--store FILE] [--json] " + command.synopsis + "\n\n";
  out += command.details;
  if (!command.options.empty()) out += "\nOptions\n" + optionList(command.options);
  out += "\nOptions of every command\n" + optionList(globalOptions());
  if (!command.examples.empty()) out += "\nExamples\n";
  for (const Command::Example& example : command.examples)
    out += "  leadctl " + example.line + "\n      " + wrapped(example.does, 6);
  return out + "\n" + exitCodes;
}

Command helpCommand() {
  Command command;
  command.name = "help";
  command.summary = "explain a command";
  command.synopsis = "help [COMMAND]";
  command.details =
      "Without COMMAND, lists every command. 'leadctl COMMAND --help' is the same as 'leadctl help COMMAND'.\n";
  command.examples = {{"help", "list the commands"}, {"help load", "explain the command load"}};
  command.maxWords = 1;
  command.run = runHelp;
  return command;
}

}  // namespace leadlight
