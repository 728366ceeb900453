#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace paraph {

/// `paraph extract …`, as written; nothing is opened or resolved yet.
struct ExtractArguments {
  std::vector<std::string> inputs;
  std::optional<std::string> files_from;
  std::size_t threads = 0;  ///< 0 is one a core.
  std::string format = "jsonl";
  std::string pair;
  bool quantities = false;
  bool dates = false;
  bool coverage = false;
  std::optional<std::string> output;
};

/// `paraph check …`
struct CheckArguments {
  std::vector<std::string> inputs;
  std::optional<std::string> files_from;
  std::size_t threads = 0;
  std::string format = "terminal";
  std::string pair;
  std::string as_of;
  std::string now;  ///< Empty is today, which only the program itself may ask the clock for.
  std::vector<std::string> fail_on = {"refuted", "disputed", "outdated", "unverifiable"};
  std::optional<std::string> output;
  std::string shelf;
  std::string colour = "auto";
  std::size_t width = 0;  ///< 0 is what the terminal has.
};

/// `paraph data …`
struct DataArguments {
  enum class Action { kList, kBuild, kTrade, kRank, kAid, kRelations, kMembership, kIndicator, kAgreement, kVisit, kOfficial,
                      kIndependence, kMirror, kImport, kFormats, kVintage, kDiff, kVerify, kForget, kLicence };
  Action action = Action::kList;
  std::vector<std::string> operands;  ///< Of `show`, in order: "US", "UZ", "2021".
  std::string format = "table";
  std::string shelf;
  std::string from = "data/starter";
  std::string to;
  std::string source;       ///< Of `import`: the id to file rows under.
  std::string vintage;
  std::string as;           ///< Id of the format; empty to look at the bytes.
  bool strict = false;
  bool keep_good = false;
  bool yes = false;         ///< Of `forget`.
  std::size_t limit = 50;   ///< Of `diff`: rows shown; 0 is all.
  std::string colour = "auto";
  std::size_t width = 0;
};

/// `paraph diff OLD NEW`
struct DiffArguments {
  std::string before;
  std::string after;
  std::string format = "terminal";
  std::string pair;
  bool all = false;
  std::string ledger;
  std::optional<std::string> output;
  std::string colour = "auto";
  std::size_t width = 0;
};

/// `paraph trace FILE…`
struct TraceArguments {
  std::vector<std::string> copies;
  std::vector<std::string> against;  ///< Files, folders, ledgers, editions; empty for the default ledger.
  std::string format = "terminal";
  std::string pair;
  bool all = false;
  std::string ledger;
  std::optional<std::string> output;
  std::string colour = "auto";
  std::size_t width = 0;
};

/// `paraph ledger record|history|as-of|verify|export|import`
struct LedgerArguments {
  enum class Action { kRecord, kHistory, kAsOf, kVerify, kExport, kImport };
  Action action = Action::kRecord;
  std::vector<std::string> inputs;  ///< Of record, and the file of import.
  std::optional<std::string> files_from;
  std::string asked;                ///< Claim or pair of history; day of as-of.
  std::string ledger;
  std::string source;
  std::string seen;
  std::string now;                  ///< Empty is today.
  std::string recorded_by;
  std::string pair;
  std::string head;                 ///< Link that verify must find last; empty for none.
  std::string shelf;
  bool check = false;
  std::string format = "table";
  std::optional<std::string> output;
  std::string colour = "auto";
  std::size_t width = 0;
};

/// `paraph grammar explain|list`
struct GrammarArguments {
  enum class Action { kExplain, kList };
  Action action = Action::kExplain;
  std::vector<std::string> words;  ///< Of `explain`: the sentence, in one word of the command line or in many; of `list`: families.
  std::string pair;
  std::string format = "text";
  bool all = false;  ///< Every phrasing that failed, not the nearest alone.
  std::string colour = "auto";
  std::size_t width = 0;
};

/// `paraph brief A B …`
struct BriefArguments {
  std::string home;
  std::string partner;
  std::string as_of;        ///< Empty is today.
  std::string recorded_by;  ///< Empty for every vintage.
  std::string format = "md";
  std::string style = "sheet";
  std::vector<std::string> sections;
  std::string language = "en";
  std::optional<std::string> update;  ///< A sheet to bring up to date.
  std::optional<std::string> output;
  std::string shelf;
};

/// `paraph serve`
struct ServeArguments {
  std::string listen = "127.0.0.1:8377";
  std::string token_file;
  std::vector<std::string> hosts;          ///< Names besides its own that Host may have.
  std::vector<std::string> trusted;        ///< "10.1.2.3:80": fetched though not public.
  std::size_t threads = 0;                 ///< Of audits; 0 is one a core.
  std::size_t connections = 8192;
  std::string log = "-";                   ///< "-" is standard error, "none" is none.
  std::string shelf;
};

struct CompletionArguments {
  std::string shell;
};

struct VersionArguments {};

/// The program ends here: help was wanted, or the command line cannot be understood.
struct EndOfRun {
  int code = 0;
  std::string message;  ///< To standard output when `code` is 0, else to standard error.
};

using Command = std::variant<ExtractArguments, CheckArguments, DataArguments, GrammarArguments, DiffArguments, TraceArguments, BriefArguments, LedgerArguments, ServeArguments, CompletionArguments, VersionArguments,
                             EndOfRun>;

/// Reads the command line; never exits, never prints.
Command read_arguments(int count, const char* const* arguments);

/// One option as completion scripts need it.
struct OptionSketch {
  std::vector<std::string> names;    ///< "--format", "-f".
  std::string says;
  bool takes_value = false;
  bool takes_file = false;
  std::vector<std::string> choices;  ///< Empty for any value.
};

/// The tree of commands, drawn from the same tables that read the command line.
struct CommandSketch {
  std::string name;
  std::string says;
  bool takes_files = false;
  std::vector<std::string> choices;  ///< Of its operand.
  std::vector<OptionSketch> options;
  std::vector<CommandSketch> commands;
};

CommandSketch sketch_commands();

}  // namespace paraph
