#include <cstdlib>
#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "importer/shared_samples.h"

namespace paraph {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string activity(std::string_view rest) {
  return "<?xml version=\"1.0\"?>\n<iati-activities version=\"2.03\" xmlns:own=\"https://own.example\">\n"
         "<iati-activity default-currency=\"USD\"><iati-identifier>US-GOV-1-7</iati-identifier>"
         "<reporting-org ref=\"US-GOV-1\" type=\"10\"><narrative>USAID</narrative></reporting-org><title><narrative>Water</narrative></title>"
         "<description><narrative>Wells</narrative></description><participating-org role=\"1\"/><activity-status code=\"2\"/>"
         "<activity-date type=\"1\" iso-date=\"2020-01-01\"/>\n" +
         std::string(rest) + "</iati-activity></iati-activities>\n";
}

std::string transaction(std::string_view type, std::string_view value, std::string_view date = "2021-03-04") {
  return "<transaction><transaction-type code=\"" + std::string(type) + "\"/><transaction-date iso-date=\"" + std::string(date) +
         "\"/><value value-date=\"2021-03-04\">" + std::string(value) + "</value></transaction>\n";
}

TEST(Iati, ReadsCommitmentsAndDisbursementsOfOneCountry) {
  const auto sink = import_bytes("a.xml", activity("<recipient-country code=\"UZ\"/>" + transaction("2", "1000.50") + transaction("3", "0") +
                                                   transaction("4", "7") + "<own:thing colour=\"red\"><inside/></own:thing>"));
  ASSERT_TRUE(sink.has_value()) << sink.error().message;
  EXPECT_THAT(sink->problems, IsEmpty());
  EXPECT_THAT(sink->figures, ElementsAre("aid-obligations|US|UZ|USD|||current|country|UZ 2021-03-04=1000.5 @4",
                                         "aid-disbursements|US|UZ|USD|||current|country|UZ 2021-03-04=0 @5"));
  EXPECT_EQ(sink->skips.at("transaction that is neither a commitment nor a disbursement"), 1U);
}

TEST(Iati, AttributesNothingToOneOfSeveralCountries) {
  const auto sink = import_bytes(
      "a.xml", activity("<recipient-country code=\"UZ\" percentage=\"50\"/><recipient-country code=\"KZ\" percentage=\"50\"/>" + transaction("2", "10")));
  ASSERT_TRUE(sink.has_value()) << sink.error().message;
  EXPECT_THAT(sink->figures, IsEmpty());
  EXPECT_EQ(sink->skips.at("transaction of an activity in several countries"), 1U);
}

TEST(Iati, SaysWhereAFileIsNotAsTheStandardPrescribes) {
  const auto sink = import_bytes("a.xml", activity("<recipient-country code=\"UZ\"/><foo/>" + transaction("2", "many") +
                                                   transaction("2", "5", "2021-02-30") + "<budget><value currency=\"USD\">5</value></budget>"));
  ASSERT_TRUE(sink.has_value()) << sink.error().message;
  EXPECT_THAT(sink->figures, IsEmpty());
  EXPECT_THAT(sink->problems, ::testing::Contains(HasSubstr("oddity 4 [foo] found \"<foo>\", expected an element of the standard")));
  EXPECT_THAT(sink->problems, ::testing::Contains(HasSubstr("bad row 4 [value] found \"many\", expected a decimal figure")));
  EXPECT_THAT(sink->problems, ::testing::Contains(HasSubstr("bad row 5 [transaction-date/@iso-date] found \"2021-02-30\"")));
  EXPECT_THAT(sink->problems, ::testing::Contains(HasSubstr("expected the standard's order")));
}

/// Files that the suite calls valid or invalid against a schema of its own, the registry's, which is no part of the standard any more.
bool of_the_registry(const std::string& path) { return path.find("registry-tests") != std::string::npos; }

TEST(Iati, AgreesWithTheStandardsOwnSuite) {
  const char* shared = std::getenv("PARAPH_SHARED");
  const std::string folder = std::string(shared == nullptr ? "" : shared) + "/data/trade_aid/formats/iati/tests";
  if (shared == nullptr || !std::filesystem::is_directory(folder)) GTEST_SKIP() << "PARAPH_SHARED names no folder with the suite";
  std::size_t passed = 0;
  std::size_t failed = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const std::string path = entry.path().string();
    if (entry.path().extension() != ".xml" || of_the_registry(path)) continue;
    const auto bytes = shared_sample(shared, path.substr(std::string(shared).size() + 6));
    ASSERT_TRUE(bytes.has_value()) << path;
    const auto sink = import_bytes(entry.path().filename().string(), *bytes);
    const bool sound = sink.has_value() && sink->problems.empty();
    if (path.find("should-pass") != std::string::npos) {
      ++passed;
      EXPECT_TRUE(sound) << path << ": " << (sink ? sink->problems.front() : sink.error().message);
    } else {
      ++failed;
      EXPECT_FALSE(sound) << path;
    }
  }
  EXPECT_EQ(passed, 233U);
  EXPECT_EQ(failed, 453U);
}

TEST(Iati, ReadsWhatIsSafeOfRealFilesOfVersionOne) {
  for (const char* path : {"real_worldbank_v1.0.xml", "real_globalfund_v1.0.xml", "real_ocha_v1_1.6MB.xml"}) {
    const auto bytes = shared_sample(std::getenv("PARAPH_SHARED"), std::string("trade_aid/formats/iati/") + path);
    if (!bytes) GTEST_SKIP() << "PARAPH_SHARED names no folder with " << path;
    const auto sink = import_bytes(path, *bytes);
    EXPECT_TRUE(sink.has_value()) << path << ": " << sink.error().message;
  }
}

}  // namespace
}  // namespace paraph
