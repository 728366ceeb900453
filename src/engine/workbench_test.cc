#include <paraph/paraph.h>

#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace paraph {
namespace {

constexpr std::string_view kSheet =
    "U.S.-Uzbekistan Relations\n\nThe United States and Uzbekistan established diplomatic relations in 1992. "
    "Uzbekistan's trade with the United States was $277 million in 2020.\n";

TEST(Workbench, ExtractsFromTextInMemory) {
  const auto workbench = Workbench::open();
  ASSERT_TRUE(workbench) << workbench.error();
  const auto lines = workbench->extract_text(kSheet, "sheet.txt");
  ASSERT_TRUE(lines) << lines.error();
  EXPECT_EQ(lines->find("{\"type\":\"document\""), 0u);
  EXPECT_NE(lines->find("\"kind\":\"relations\""), std::string::npos) << *lines;
  EXPECT_NE(lines->find("\"kind\":\"trade_value\""), std::string::npos) << *lines;
  EXPECT_EQ(workbench->fingerprint().size(), 16u);
}

TEST(Workbench, GivesTheSameBytesFromSeveralThreads) {
  const auto workbench = Workbench::open();
  ASSERT_TRUE(workbench) << workbench.error();
  const auto wanted = workbench->extract_text(kSheet, "sheet.txt");
  std::vector<std::string> got(4);
  {
    std::vector<std::jthread> threads;
    for (std::string& each : got) threads.emplace_back([&] { each = workbench->extract_text(kSheet, "sheet.txt").value_or(""); });
  }
  for (const std::string& each : got) EXPECT_EQ(each, *wanted);
}

TEST(Workbench, SaysInOneSentenceWhatIsWrong) {
  const auto workbench = Workbench::open();
  ASSERT_TRUE(workbench) << workbench.error();
  EXPECT_NE(workbench->extract("no/such/file.txt").error().find("no/such/file.txt"), std::string::npos);
  EXPECT_NE(workbench->check("sheet.txt", "xml", {}).error().find("xml"), std::string::npos);
  EXPECT_NE(workbench->check("sheet.txt", "json", {}).error().find("shelf"), std::string::npos);
  SheetOptions atlantis;
  atlantis.pair = "US-Atlantis";
  EXPECT_NE(workbench->extract_text(kSheet, "sheet.txt", atlantis).error().find("US-Atlantis"), std::string::npos);
}

TEST(Workbench, KnowsItsVersion) { EXPECT_FALSE(version().empty()); }

}  // namespace
}  // namespace paraph
