#include "cli/completion.h"

#include <gmock/gmock.h>

namespace paraph {
namespace {

using testing::HasSubstr;

TEST(Completion, KnowsCommandsOptionsAndValuesInEveryShell) {
  const CommandSketch root = sketch_commands();
  for (const char* shell : {"bash", "zsh", "fish"}) {
    const std::string script = completion_script(shell, root);
    for (const char* word : {"extract", "check", "trade", "fail-on", "sarif"}) EXPECT_THAT(script, HasSubstr(word)) << shell;
  }
}

TEST(Completion, IsDrawnFromTheCommandsThemselves) {
  const CommandSketch root = sketch_commands();
  ASSERT_GE(root.commands.size(), 4u);
  EXPECT_EQ(root.commands[1].name, "check");
  EXPECT_TRUE(root.commands[1].takes_files);
  EXPECT_EQ(root.commands.back().choices, (std::vector<std::string>{"bash", "zsh", "fish"}));
}

}  // namespace
}  // namespace paraph
