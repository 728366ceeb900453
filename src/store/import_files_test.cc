#include "store/import_files.h"

#include <fstream>

#include <unistd.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/shelf_vintages.h"
#include "store/sqlite_shelf.h"

namespace paraph {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

constexpr std::string_view kHeader =
    "Country Code,Country Name,Region ID,Region Name,Income Group Acronym,Income Group Name,Transaction Type ID,Transaction Type Name,"
    "Fiscal Year,current_amount,constant_amount\n";

std::string row(std::string_view year, std::string_view amount, std::string_view code = "UZB") {
  return std::string(code) + ",Uzbekistan,5,x,LMIC,x,2,Obligations," + std::string(year) + "," + std::string(amount) + ",\n";
}

class ImportTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() /
              ("paraph-import-" + std::to_string(::getpid()) + "-" + testing::UnitTest::GetInstance()->current_test_info()->name());
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::filesystem::path write(const std::string& name, const std::string& rows) const {
    std::ofstream(folder_ / name, std::ios::binary) << kHeader << rows;
    return folder_ / name;
  }
  std::filesystem::path shelf() const { return folder_ / "shelf.sqlite"; }
  Result<ImportReport> import(std::vector<std::filesystem::path> files, const std::string& vintage = "", bool keep_good = false,
                              const ImportWatch& watch = {}) const {
    ImportRequest request;
    request.files = std::move(files);
    request.vintage = vintage;
    request.keep_good = keep_good;
    request.today = "2026-11-25";
    return import_files(shelf(), request, importer_of, {embedded_table_files()}, watch);
  }
  std::vector<Observation> figures(std::optional<RecordedAt> by = {}) const {
    ObservationQuery query;
    query.reporter = ActorId("US");
    query.recorded_by = by;
    query.with_marks = true;
    return *(*open_shelf(shelf()))->observations(query);
  }
  std::string bytes() const {
    std::ifstream file(shelf(), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  std::filesystem::path folder_;
};

TEST_F(ImportTest, KeepsEveryVintageAndTheShelfAsItStood) {
  ASSERT_TRUE(import({write("a.csv", row("2021", "100") + row("2022", "-"))}, "2023-10"));
  ASSERT_TRUE(import({write("b.csv", row("2021", "120") + row("2023", "7"))}, "2025-12"));
  const auto all = figures();
  ASSERT_THAT(all, SizeIs(4));
  EXPECT_EQ(all[0].vintage.str(), "us-foreign-assistance@2023-10");
  EXPECT_EQ(all[0].value.str(), "100");
  EXPECT_EQ(all[0].line, "2");
  EXPECT_EQ(all[1].mark, ValueMark::kDash);
  EXPECT_EQ(all[2].value.str(), "120");
  using namespace std::chrono_literals;
  EXPECT_THAT(figures(RecordedAt{std::chrono::sys_days(2025y / 12 / 30)}), SizeIs(2));
  EXPECT_THAT(figures(RecordedAt{std::chrono::sys_days(2023y / 10 / 30)}), SizeIs(0));
  const auto difference = compare_vintages(shelf(), "us-foreign-assistance@2023-10", "us-foreign-assistance@2025-12", 10);
  ASSERT_TRUE(difference) << difference.error().message;
  EXPECT_EQ(difference->changed, 1U);
  EXPECT_EQ(difference->added, 1U);
  EXPECT_EQ(difference->removed, 1U);
  EXPECT_EQ(difference->same, 0U);
  EXPECT_EQ(difference->figures[0].is.value.str(), "120");
  EXPECT_TRUE(verify_shelf(shelf(), {})->good());
}

TEST_F(ImportTest, PassesOverBytesThatItHoldsAndNumbersASecondVintageOfADay) {
  const auto first = import({write("a.csv", row("2021", "100"))}, "2023-10");
  ASSERT_TRUE(first);
  const std::string before = bytes();
  const auto again = import({write("copy.csv", row("2021", "100"))}, "2024-01");
  ASSERT_TRUE(again);
  EXPECT_EQ(again->files[0].already, "us-foreign-assistance@2023-10");
  EXPECT_THAT(again->vintages, SizeIs(0));
  EXPECT_EQ(bytes(), before);
  const auto corrected = import({write("c.csv", row("2021", "101"))}, "2023-10");
  ASSERT_TRUE(corrected);
  EXPECT_EQ(corrected->vintages[0].id, "us-foreign-assistance@2023-10-2");
}

TEST_F(ImportTest, RefusesAFileWithABadRowUnlessGoodOnesAreAskedFor) {
  const auto file = write("a.csv", row("2021", "100") + row("20x1", "5") + row("2022", "6", "QQQ"));
  const auto refused = import({file});
  ASSERT_TRUE(refused);
  EXPECT_TRUE(refused->refused);
  EXPECT_EQ(refused->files[0].bad, 1U);
  EXPECT_EQ(refused->files[0].unknown, 1U);
  EXPECT_THAT(refused->files[0].problems[0], HasSubstr("a.csv:3, column \"Fiscal Year\": found \"20x1\", expected a fiscal year"));
  EXPECT_FALSE(std::filesystem::exists(shelf()));
  const auto kept = import({file}, "", true);
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->vintages[0].state, "partial");
  EXPECT_EQ(kept->vintages[0].id, "us-foreign-assistance@2026-11-25");
  const auto details = read_vintage_details(shelf(), kept->vintages[0].id);
  ASSERT_TRUE(details);
  EXPECT_EQ(details->at(0).files.at(0).rows, 3);
  EXPECT_THAT(details->at(0).problems, SizeIs(2));
  EXPECT_THAT(figures(), SizeIs(1));
  // A partial import does not stand for the whole file.
  const auto again = import({file}, "", true);
  EXPECT_EQ(again->files[0].already, "");
}

TEST_F(ImportTest, NumbersTheLinesOfSeveralFilesAndMakesOneVintageOfThem) {
  const auto report = import({write("a.csv", row("2021", "100")), write("b.csv", row("2022", "200"))}, "2023");
  ASSERT_TRUE(report);
  ASSERT_THAT(report->vintages, SizeIs(1));
  const auto all = figures();
  ASSERT_THAT(all, SizeIs(2));
  EXPECT_EQ(all[0].line, "1:2");
  EXPECT_EQ(all[1].line, "2:2");
}

TEST_F(ImportTest, LeavesTheShelfAsItWasWhenItIsStopped) {
  ASSERT_TRUE(import({write("a.csv", row("2021", "100"))}, "2023-10"));
  const std::string before = bytes();
  ImportWatch watch;
  watch.advance = [](const std::string&, const ImportProgress&, std::uint64_t) { return false; };
  const auto stopped = import({write("b.csv", row("2021", "120"))}, "2025-12", false, watch);
  ASSERT_FALSE(stopped);
  EXPECT_THAT(stopped.error().message, HasSubstr("the shelf is as it was"));
  EXPECT_EQ(bytes(), before);
  EXPECT_FALSE(std::filesystem::exists(shelf().string() + ".building"));
}

TEST_F(ImportTest, ForgetsAVintageAfterShowingWhatGoes) {
  ASSERT_TRUE(import({write("a.csv", row("2021", "100"))}, "2023-10"));
  ASSERT_TRUE(import({write("b.csv", row("2021", "120"))}, "2025-12"));
  const auto shown = forget(shelf(), "us-foreign-assistance", false, {});
  ASSERT_TRUE(shown);
  EXPECT_THAT(shown->vintages, SizeIs(2));
  EXPECT_TRUE(shown->source_goes);
  EXPECT_THAT(shown->only_there, ElementsAre("aid-obligations of US"));
  EXPECT_THAT(figures(), SizeIs(2));
  const auto gone = forget(shelf(), "us-foreign-assistance@2023-10", true, {});
  ASSERT_TRUE(gone);
  EXPECT_FALSE(gone->source_goes);
  EXPECT_THAT(figures(), SizeIs(1));
  EXPECT_TRUE(verify_shelf(shelf(), {})->good());
  EXPECT_THAT(forget(shelf(), "nothing", true, {}).error().message, HasSubstr("us-foreign-assistance@2025-12"));
}

TEST_F(ImportTest, VerifyFindsAChangedFigure) {
  ASSERT_TRUE(import({write("a.csv", row("2021", "100"))}, "2023-10"));
  {
    auto file = SqliteFile::create(shelf());
    ASSERT_TRUE(file->execute("UPDATE series SET published = 0"));
  }
  EXPECT_FALSE(verify_shelf(shelf(), {}).value_or(Verification{"unreadable", {}, 0, {}}).good());
}

}  // namespace
}  // namespace paraph
