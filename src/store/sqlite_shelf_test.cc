#include "store/sqlite_shelf.h"

#include <algorithm>
#include <fstream>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zstd.h>

#include "store/sqlite_file.h"

namespace paraph {
namespace {

using testing::HasSubstr;

constexpr std::string_view kSources =
    "id\ttitle\tpublisher\turl\tlicence\tgrade\tattribution\tnote\n"
    "gondor-stat\tTrade of Gondor\tSteward's Office\thttps://example.org/gondor\tPublic domain\tA\tSteward's Office\t\n"
    "annals\tAnnals of the Kings\tArchive of Minas Tirith\thttps://example.org/annals\tPublic domain\tA\tArchive\tDays of the Shire\n";
constexpr std::string_view kVintages =
    "id\tsource\trecorded\tbasis_note\tfile\tsha256\tnote\n"
    "gondor-stat@2022\tgondor-stat\t2022-05\tMonth in the name.\tgondor.csv\tabc\tline = row.\n"
    "gondor-stat@2023\tgondor-stat\t\tNo date.\tgondor23.csv\tdef\t\n"
    "annals@2020\tannals\t2020-03-01\t\tannals.xml\t123\t\n";
constexpr std::string_view kColumns =
    "vintage\tmeasure\treporter\tpartner\tperiod\tvalue\tunit\tbasis\tcoverage\tprice_basis\trow_class\tpartner_as_published\tline\n";
constexpr std::string_view kFigures =
    "gondor-stat@2022\texports\tGN\tAN\t2021\t60794400\tUSD\tFOB\tgoods\t\tcountry\tArnor\t7\n"
    "gondor-stat@2022\texports\tGN\tAN\t2020\t28496300.5\tUSD\tFOB\tgoods\t\tcountry\tArnor\t6\n"
    "gondor-stat@2022\texports\tGN\tRO\t2021\t5\tUSD\tFOB\tgoods\t\tcountry\tRohan\t8\n"
    "gondor-stat@2022\texports\tGN\t\t2021\t99\tUSD\tFOB\tgoods\t\tresidual\tOther lands\t9\n"
    "gondor-stat@2022\texports\tGN\t\t2021\t98\tUSD\tFOB\tgoods\t\tresidual\tOther lands\t10\n"
    "gondor-stat@2022\texports\tGN\tAN\t1976-07/1976-09\t1\tUSD\tFOB\tgoods\t\tcountry\tArnor\t5\n"
    "gondor-stat@2023\texports\tGN\tAN\t2021\t60795000\tUSD\tFOB\tgoods\t\tcountry\tArnor\t7\n"
    "gondor-stat@2023\tgdp\tGN\t\t2021\t123456789012345678901.25\tUSD\t\t\tcurrent\tcountry\tGondor\t1\n";
constexpr std::string_view kFactColumns =
    "vintage\tkind\tsubject\tobject\tevent\tfrom\tto\ttitle\tname\tplace\tstatus\tas_published\tref\n";
constexpr std::string_view kFacts =
    "annals@2020\trelations\tAN\tGN\testablished\t1992-02-19\t\t\t\t\t\tRelations, 1992\tg:2\n"
    "annals@2020\trelations\tAN\tGN\trecognized\t1991-12-25\t\t\t\t\t\tRecognition, 1991\tg:1\n"
    "annals@2020\tmembership\tGN\tWC\tlisted\t1996\t2000\teditions\t\t\tobserver\tWC (obs)\tg:3\n";

class ShelfTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() /
              ("paraph-shelf-" + std::to_string(::getpid()) + "-" + testing::UnitTest::GetInstance()->current_test_info()->name());
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_ / "starter");
    write("sources.tsv", std::string(kSources));
    write("vintages.tsv", std::string(kVintages));
    write("observations-a.tsv", std::string(kColumns) + std::string(kFigures));
    write("facts-a.tsv", std::string(kFactColumns) + std::string(kFacts));
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  void write(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ / "starter" / name, std::ios::binary) << text;
  }
  std::filesystem::path shelf() const { return folder_ / "shelf.sqlite"; }
  Result<ShelfCounts> build() const { return build_shelf(folder_ / "starter", shelf(), {}); }
  std::string build_error() const {
    const auto counts = build();
    return counts ? "built" : counts.error().message;
  }

  std::filesystem::path folder_;
};

TEST_F(ShelfTest, GivesBackEveryFieldOfAnObservation) {
  ASSERT_TRUE(build());
  const auto opened = open_shelf(shelf());
  ASSERT_TRUE(opened) << opened.error().message;
  ObservationQuery query;
  query.measure = MeasureId("exports");
  query.reporter = ActorId("GN");
  query.partner = ActorId("AN");
  const auto found = (*opened)->observations(query);
  ASSERT_TRUE(found);
  ASSERT_EQ(found->size(), 4u);
  const Observation& second = (*found)[1];
  EXPECT_EQ(second.vintage, VintageId("gondor-stat@2022"));
  EXPECT_EQ(second.period, CivilPeriod::year(2020));
  EXPECT_EQ(second.value.str(), "28496300.5");
  EXPECT_EQ(second.unit, "USD");
  EXPECT_EQ(second.basis, "FOB");
  EXPECT_EQ(second.coverage, "goods");
  EXPECT_EQ(second.row_class, RowClass::kCountry);
  EXPECT_EQ(second.partner_as_published, "Arnor");
  EXPECT_EQ(second.line, "6");
  EXPECT_EQ((*found)[0].period.str(), "1976-07/1976-09");
  EXPECT_EQ((*found)[3].vintage, VintageId("gondor-stat@2023"));
  EXPECT_TRUE(std::ranges::is_sorted(*found));
}

TEST_F(ShelfTest, KeepsFiguresBeyondMachineIntegersExact) {
  ASSERT_TRUE(build());
  const auto opened = open_shelf(shelf());
  ObservationQuery query;
  query.measure = MeasureId("gdp");
  const auto found = (*opened)->observations(query);
  ASSERT_EQ(found->size(), 1u);
  EXPECT_EQ(found->front().value.str(), "123456789012345678901.25");
}

TEST_F(ShelfTest, FindsAllPartnersOfAPeriodEvenTwoRowsOfOneName) {
  ASSERT_TRUE(build());
  const auto opened = open_shelf(shelf());
  ObservationQuery query;
  query.measure = MeasureId("exports");
  query.reporter = ActorId("GN");
  query.period = CivilPeriod::year(2021);
  const auto found = (*opened)->observations(query);
  ASSERT_EQ(found->size(), 5u);
  const auto residual = [](const Observation& row) { return row.row_class == RowClass::kResidual; };
  EXPECT_EQ(std::ranges::count_if(*found, residual), 2);
  query.partner = ActorId("");
  EXPECT_EQ((*opened)->observations(query)->size(), 2u);
  query.limit = 1;
  EXPECT_EQ((*opened)->observations(query)->size(), 1u);
}

TEST_F(ShelfTest, LeavesOutWhatWasRecordedLaterOrNobodyKnowsWhen) {
  ASSERT_TRUE(build());
  const auto opened = open_shelf(shelf());
  const auto count = [&](std::chrono::year_month_day day) {
    ObservationQuery query;
    query.measure = MeasureId("exports");
    query.partner = ActorId("AN");
    query.recorded_by = RecordedAt{std::chrono::sys_days(day)};
    return (*opened)->observations(query)->size();
  };
  using namespace std::chrono_literals;
  EXPECT_EQ(count(2022y / 5 / 30), 0u);  // Recorded some day in May: known by its end.
  EXPECT_EQ(count(2022y / 5 / 31), 3u);
  EXPECT_EQ(count(2030y / 1 / 1), 3u);
}

TEST_F(ShelfTest, AnswersWithNothingForNamesThatItDoesNotHold) {
  ASSERT_TRUE(build());
  const auto opened = open_shelf(shelf());
  ObservationQuery query;
  query.reporter = ActorId("MO");
  EXPECT_TRUE((*opened)->observations(query)->empty());
  query.reporter = ActorId("GN");
  query.period = CivilPeriod::year(1800);
  EXPECT_TRUE((*opened)->observations(query)->empty());
}

TEST_F(ShelfTest, GivesFactsByDate) {
  ASSERT_TRUE(build());
  const auto opened = open_shelf(shelf());
  FactQuery query;
  query.kind = "relations";
  query.subject = ActorId("AN");
  query.object = ActorId("GN");
  const auto found = (*opened)->facts(query);
  ASSERT_EQ(found->size(), 2u);
  EXPECT_EQ((*found)[0].event, "recognized");
  EXPECT_EQ((*found)[1].from, CivilPeriod::parse("1992-02-19"));
  EXPECT_EQ((*found)[1].line, "g:2");
  query.kind = "membership";
  query.subject.reset();
  query.object = ActorId("WC");
  const auto members = (*opened)->facts(query);
  ASSERT_EQ(members->size(), 1u);
  EXPECT_EQ(members->front().status, "observer");
  EXPECT_EQ(members->front().to, CivilPeriod::year(2000));
}

TEST_F(ShelfTest, ListsSourcesVintagesAndWhatTheyCover) {
  const auto counts = build();
  ASSERT_TRUE(counts);
  EXPECT_EQ(counts->observations, 8u);
  EXPECT_EQ(counts->facts, 3u);
  const auto opened = open_shelf(shelf());
  EXPECT_EQ((*opened)->sources()->size(), 2u);
  const auto vintages = (*opened)->vintages();
  ASSERT_EQ(vintages->size(), 3u);
  EXPECT_EQ((*vintages)[1].note, "Month in the name. line = row.");
  EXPECT_FALSE((*vintages)[2].recorded);
  const auto extents = read_extents(shelf());
  ASSERT_TRUE(extents);
  EXPECT_EQ((*extents)[1].rows, 6u);
  EXPECT_EQ((*extents)[1].first_year, 1976);
  EXPECT_EQ((*extents)[1].last_year, 2021);
}

TEST_F(ShelfTest, ReadsCompressedTablesAndSaysWhenTheyEndEarly) {
  const std::string text = std::string(kColumns) + std::string(kFigures);
  std::string packed(ZSTD_compressBound(text.size()), '\0');
  packed.resize(ZSTD_compress(packed.data(), packed.size(), text.data(), text.size(), 3));
  std::filesystem::remove(folder_ / "starter" / "observations-a.tsv");
  write("observations-a.tsv.zst", packed);
  ASSERT_TRUE(build());
  write("observations-a.tsv.zst", packed.substr(0, packed.size() / 2));
  EXPECT_THAT(build_error(), HasSubstr("ends early"));
  write("observations-a.tsv.zst", "no frame");
  EXPECT_THAT(build_error(), HasSubstr("not readable as zstd"));
}

TEST_F(ShelfTest, NamesFileAndLineOfAMalformedRow) {
  const auto with = [&](std::string row) {
    write("observations-a.tsv", std::string(kColumns) + std::string(kFigures) + row + "\n");
    return build_error();
  };
  EXPECT_THAT(with("gondor-stat@2022\texports\tGN\tAN\t2021"), HasSubstr("observations-a.tsv:10: 5 fields"));
  EXPECT_THAT(with("unheard@1\texports\tGN\tAN\t2021\t1\tUSD\t\t\t\tcountry\tArnor\t7"), HasSubstr(":10: no vintage \"unheard@1\""));
  EXPECT_THAT(with("gondor-stat@2022\texports\tGN\tAN\t2021-13\t1\tUSD\t\t\t\tcountry\tArnor\t7"), HasSubstr("\"2021-13\" is no period"));
  EXPECT_THAT(with("gondor-stat@2022\texports\tGN\tAN\t2021\t1e6\tUSD\t\t\t\tcountry\tArnor\t7"),
              HasSubstr("\"1e6\" is no decimal figure"));
  EXPECT_THAT(with("gondor-stat@2022\texports\tGN\tAN\t2021\t1\tUSD\t\t\t\tempire\tArnor\t7"), HasSubstr("\"empire\" is no row class"));
  write("observations-a.tsv", "measure\tvalue\n");
  EXPECT_THAT(build_error(), HasSubstr("observations-a.tsv:1: the columns must be"));
}

TEST_F(ShelfTest, KeepsTheOldShelfWhenABuildFails) {
  ASSERT_TRUE(build());
  write("observations-a.tsv", "broken\n");
  ASSERT_FALSE(build());
  EXPECT_TRUE(open_shelf(shelf()));
  EXPECT_FALSE(std::filesystem::exists(shelf().string() + ".building"));
}

TEST_F(ShelfTest, TakesOverWhatAnInterruptedBuildLeftButNotARunningOne) {
  const std::string temporary = shelf().string() + ".building";
  std::ofstream(temporary) << "half a shelf";
  ASSERT_TRUE(build());
  EXPECT_FALSE(std::filesystem::exists(temporary));
  const int running = ::open(temporary.c_str(), O_RDWR | O_CREAT, 0666);
  ASSERT_GE(running, 0);
  ASSERT_EQ(::flock(running, LOCK_EX), 0);
  const auto refused = build();
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kConflict);
  ::close(running);
}

TEST_F(ShelfTest, SaysWhatToDoWithAFileThatIsNoShelfOfThisVersion) {
  const auto missing = open_shelf(folder_ / "none.sqlite");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ErrorCode::kNotFound);
  EXPECT_THAT(missing.error().message, HasSubstr("paraph data build"));
  std::ofstream(folder_ / "text.sqlite") << std::string(2000, 'x');
  EXPECT_FALSE(open_shelf(folder_ / "text.sqlite"));
  ASSERT_TRUE(build());
  {
    auto file = SqliteFile::create(shelf());
    ASSERT_TRUE(file->execute("PRAGMA user_version = 99"));
  }
  const auto newer = open_shelf(shelf());
  ASSERT_FALSE(newer);
  EXPECT_EQ(newer.error().code, ErrorCode::kUnsupported);
  EXPECT_THAT(newer.error().message, HasSubstr("version 99"));
}

TEST_F(ShelfTest, IsTheSameFileFromTheSameTables) {
  const auto bytes = [&] {
    EXPECT_TRUE(build());
    std::ifstream file(shelf(), std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), {});
  };
  const std::string first = bytes();
  EXPECT_EQ(first, bytes());
}

}  // namespace
}  // namespace paraph
