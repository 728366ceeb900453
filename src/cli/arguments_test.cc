#include "cli/arguments.h"

#include <gmock/gmock.h>

namespace paraph {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Command read(std::initializer_list<const char*> words) {
  std::vector<const char*> arguments = {"paraph"};
  arguments.insert(arguments.end(), words.begin(), words.end());
  return read_arguments(static_cast<int>(arguments.size()), arguments.data());
}

TEST(Arguments, ReadACheckWithItsOptions) {
  const auto command = read({"check", "a.txt", "b.pdf", "--pair", "US-UZ", "--as-of", "2022-06-30", "--format", "html", "--fail-on", "refuted,disputed", "--width", "120"});
  const auto& check = std::get<CheckArguments>(command);
  EXPECT_THAT(check.inputs, ElementsAre("a.txt", "b.pdf"));
  EXPECT_EQ(check.pair, "US-UZ");
  EXPECT_EQ(check.as_of, "2022-06-30");
  EXPECT_EQ(check.format, "html");
  EXPECT_THAT(check.fail_on, ElementsAre("refuted", "disputed"));
  EXPECT_EQ(check.width, 120u);
}

TEST(Arguments, FailOnEveryFindingUnlessTold) {
  EXPECT_THAT(std::get<CheckArguments>(read({"check", "a.txt"})).fail_on, ElementsAre("refuted", "disputed", "outdated", "unverifiable"));
  EXPECT_THAT(std::get<CheckArguments>(read({"check", "a.txt", "--fail-on", "none"})).fail_on, ElementsAre("none"));
}

TEST(Arguments, LeaveTheFilesBehindAListAlone) {
  const auto check = std::get<CheckArguments>(read({"check", "--fail-on", "refuted,disputed", "a.txt", "b.pdf"}));
  EXPECT_THAT(check.fail_on, ElementsAre("refuted", "disputed"));
  EXPECT_THAT(check.inputs, ElementsAre("a.txt", "b.pdf"));
}

TEST(Arguments, TakeADashForStandardInput) { EXPECT_THAT(std::get<ExtractArguments>(read({"extract", "-"})).inputs, ElementsAre("-")); }

TEST(Arguments, ReadTheQuestionsOfDataShow) {
  const auto command = read({"data", "show", "trade", "US", "UZ", "2021", "--format", "csv"});
  const auto& data = std::get<DataArguments>(command);
  EXPECT_EQ(data.action, DataArguments::Action::kTrade);
  EXPECT_THAT(data.operands, ElementsAre("US", "UZ", "2021"));
  EXPECT_EQ(data.format, "csv");
}

TEST(Arguments, RefuseAnUnknownOptionWithTheOneThatWasMeant) {
  const auto command = read({"check", "a.txt", "--fromat", "html"});
  const auto& end = std::get<EndOfRun>(command);
  EXPECT_EQ(end.code, 2);
  EXPECT_THAT(end.message, HasSubstr("paraph check: there is no option --fromat; did you mean --format?"));
}

TEST(Arguments, RefuseAnUnknownCommandWithTheOneThatWasMeant) {
  const auto command = read({"chekc", "a.txt"});
  EXPECT_EQ(std::get<EndOfRun>(command).code, 2);
  EXPECT_THAT(std::get<EndOfRun>(command).message, HasSubstr("did you mean check?"));
}

TEST(Arguments, RefuseAFormatThatIsNone) {
  const auto command = read({"check", "a.txt", "--format", "xml"});
  EXPECT_EQ(std::get<EndOfRun>(command).code, 2);
}

TEST(Arguments, RefuseToReadNothing) {
  EXPECT_THAT(std::get<EndOfRun>(read({"check"})).message, HasSubstr("no input"));
  EXPECT_EQ(std::get<EndOfRun>(read({})).code, 2);
}

TEST(Arguments, GiveTheHelpOfTheCommandThatWasAsked) {
  const auto command = read({"data", "show", "rank", "--help"});
  EXPECT_EQ(std::get<EndOfRun>(command).code, 0);
  EXPECT_THAT(std::get<EndOfRun>(command).message, HasSubstr("paraph data show rank UZ 2021"));
}

TEST(Arguments, ShowAnExampleInEveryHelp) {
  for (const char* command : {"extract", "check", "completion"}) {
    EXPECT_THAT(std::get<EndOfRun>(read({command, "--help"})).message, HasSubstr("Example"));
  }
}

TEST(Arguments, TellTheVersion) { EXPECT_TRUE(std::holds_alternative<VersionArguments>(read({"--version"}))); }

}  // namespace
}  // namespace paraph
