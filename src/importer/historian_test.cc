#include <cstdlib>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "importer/shared_samples.h"

namespace paraph {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::vector<std::string> told(const RecordingSink& sink) {
  std::vector<std::string> lines;
  for (const Fact& fact : sink.facts) {
    lines.push_back(fact.kind + " " + fact.subject.str() + ">" + fact.object.str() + " " + fact.event + " " + (fact.from ? fact.from->str() : "") + "/" +
                    (fact.to ? fact.to->str() : "") + " " + fact.title + "|" + fact.name + "|" + fact.place + "|" + fact.status + " @" + fact.line);
  }
  return lines;
}

TEST(Historian, ReadsVisitsOfSeveralCountries) {
  const auto sink = import_bytes("1991.xml",
                                 "<?xml version=\"1.0\"?>\n<visits>\n<visit><id>7</id><start-date>1990-05-31</start-date><end-date>1990-06-03</end-date>"
                                 "<visitor>President\n  A. Example</visitor><from id=\"russia\">Soviet Union</from></visit>\n"
                                 "<visit><id>8</id><start-date>2002-03</start-date><end-date/><visitor>B</visitor><from id=\"uzbekistan\">Uzbekistan"
                                 "</from></visit>\n<visit><id>9</id><start-date>2002-13-01</start-date><from id=\"uzbekistan\"/></visit>\n"
                                 "<visit><id>10</id><start-date>2002</start-date><from id=\"atlantis\"/></visit></visits>\n");
  ASSERT_TRUE(sink.has_value()) << sink.error().message;
  EXPECT_THAT(told(*sink), ElementsAre("visit SU>US visited 1990-05-31/1990-06-03 |President A. Example|| @3 7", "visit UZ>US visited 2002-03/ |B|| @5 8"));
  EXPECT_THAT(sink->problems, ElementsAre(HasSubstr("[date] found \"2002-13-01\""), HasSubstr("[from/@id] found \"atlantis\"")));
}

TEST(Historian, ReadsTripsChiefsAndPosts) {
  const auto trips = import_bytes("t.xml",
                                  "<trips><trip role=\"president\" who=\"x\"><id>1</id><role>president</role><name>A</name><start-date>1969-02-23</start-date>"
                                  "<end-date>1969-02-24</end-date><country id=\"belgium\">Belgium</country><locale>Brussels</locale></trip></trips>");
  ASSERT_TRUE(trips.has_value()) << trips.error().message;
  EXPECT_THAT(told(*trips), ElementsAre("visit US>BE visited 1969-02-23/1969-02-24 President|A|Brussels| @1 president:1"));
  const auto chiefs = import_bytes("c.xml",
                                   "<country-mission><territory-id>uzbekistan</territory-id><chiefs><chief><id>uz-1</id><person-id>a-b</person-id>"
                                   "<role-title-id>ambassador-e-p</role-title-id><appointed><date>1992-08-11</date><note/></appointed><started>"
                                   "<date>1992-09-09</date></started><ended><date>1995-09-30</date></ended></chief></chiefs></country-mission>");
  ASSERT_TRUE(chiefs.has_value()) << chiefs.error().message;
  EXPECT_THAT(told(*chiefs), ElementsAre("official US>UZ appointed 1992-08-11/ ambassador-e-p|a-b||ambassador @1 uz-1",
                                         "official US>UZ serving 1992-09-09/1995-09-30 ambassador-e-p|a-b||ambassador @1 uz-1"));
  const auto post = import_bytes("p.xml",
                                 "<post><locale-id>santa-marta</locale-id><territory-id>colombia</territory-id><post-type>consular-agency</post-type>"
                                 "<events><event><type>opened</type><date>1823</date></event><event><type>closed</type><date>9999</date></event></events></post>");
  ASSERT_TRUE(post.has_value()) << post.error().message;
  EXPECT_THAT(told(*post), ElementsAre("mission US>CO opened 1823/ |consular-agency|santa-marta| @1 santa-marta"));
  EXPECT_THAT(post->problems, IsEmpty());
}

}  // namespace
}  // namespace paraph
