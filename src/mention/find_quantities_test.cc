#include <array>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "mention/find_mentions.h"
#include "mention/find_quantities.h"

namespace paraph {
namespace {

const Lexicon& lexicon() {
  static const Lexicon loaded = [] {
    auto lexicon = Lexicon::load(embedded_table_files());
    if (!lexicon) throw std::runtime_error(lexicon.error().message);
    return std::move(*lexicon);
  }();
  return loaded;
}

std::string value_of(const Quantity& quantity) {
  if (quantity.value) return quantity.value->str();
  return fmt::format("{}..{}", quantity.low ? quantity.low->str() : "", quantity.high ? quantity.high->str() : "");
}

/// "words: sign value unit class change d<digits> e<exponent>", mentions apart by "; ". Class only where it says more.
std::string quantities_in(std::string_view text) {
  AnnotatedSentence sentence;
  find_mentions(text, lexicon(), sentence);
  std::string out;
  for (const Mention& mention : sentence.mentions) {
    const auto* found = std::get_if<QuantityMention>(&mention.body);
    if (found == nullptr) continue;
    if (!out.empty()) out += "; ";
    const std::size_t first = sentence.tokens[mention.first].first;
    out += text.substr(first, sentence.tokens[mention.last - 1].last - first);
    out += ": ";
    const Quantity& quantity = found->quantity;
    if (quantity.comparator != Comparator::kEqual && quantity.comparator != Comparator::kRange) out += comparator_sign(quantity.comparator);
    out += value_of(quantity);
    if (!quantity.unit.empty()) out += " " + quantity.unit;
    if (!found->home_form.empty()) out += fmt::format(" home[{}]", found->home_form);
    constexpr std::array kKinds = {"", "", "", "", " measure", ""};
    out += kKinds[static_cast<std::size_t>(found->kind)];
    if (found->change == ChangeDirection::kUp) out += " up";
    if (found->change == ChangeDirection::kDown) out += " down";
    out += fmt::format(" d{}", quantity.digits);
    if (quantity.exponent != 0) out += fmt::format(" e{}", quantity.exponent);
  }
  return out;
}

struct Case {
  std::string_view text;
  std::string_view expected;
};

void expect_all(std::span<const Case> cases) {
  for (const auto& [text, expected] : cases) EXPECT_EQ(quantities_in(text), expected) << text;
}

TEST(FindQuantities, ReadsMoneyInEveryWriting) {
  expect_all(std::vector<Case>{
      {"worth US$ 4.2bn", "US$ 4.2bn: 4200000000 USD d2 e8"},
      {"worth US$277 million", "US$277 million: 277000000 USD d3 e6"},
      {"worth €3.2 billion", "€3.2 billion: 3200000000 EUR d2 e8"},
      {"worth A$32.4 billion", "A$32.4 billion: 32400000000 AUD d3 e8"},
      {"worth AU$5 million", "AU$5 million: 5000000 AUD d1 e6"},
      {"worth C$1.2bn", "C$1.2bn: 1200000000 CAD d2 e8"},
      {"worth CAD 4.1 billion", "CAD 4.1 billion: 4100000000 CAD d2 e8"},
      {"worth 4.1 billion Canadian dollars", "4.1 billion Canadian dollars: 4100000000 CAD d2 e8"},
      {"worth INR 500 crore", "INR 500 crore: 5000000000 INR d3 e7"},
      {"worth 10 million US dollars", "10 million US dollars: 10000000 USD d2 e6"},
      {"worth 250 million euros", "250 million euros: 250000000 EUR d3 e6"},
      {"worth £ 12 million", "£ 12 million: 12000000 GBP d2 e6"},
      {"worth JPY 900 million", "JPY 900 million: 900000000 JPY d3 e6"},
      {"a grant of 1.5 billion yen", "1.5 billion yen: 1500000000 JPY d2 e8"},
      {"a $1.2-billion plant", "$1.2-billion: 1200000000 home[$] d2 e8"},
      {"about USD5.5m", "about USD5.5m: ~5500000 USD d2 e5"},
      {"worth US$ 2,640 mn", "US$ 2,640 mn: 2640000000 USD d4 e6"},
      {"worth $10 million CAD", "$10 million CAD: 10000000 CAD d2 e6"},
      {"424,6 mln euros", "424,6 mln euros: 424600000 EUR d4 e5"},
      {"worth EUR 1.3 tn", "EUR 1.3 tn: 1300000000000 EUR d2 e11"},
      {"€5 m in grants", "€5 m: 5000000 EUR d1 e6"},
      {"a sum of 28 500 euros", "28 500 euros: 28500 EUR d5"},
      {"US$ 1.234.567", "US$ 1.234.567: 1234567 USD d7"},
  });
}

TEST(FindQuantities, LeavesACurrencyOfManyCountriesToTheHomeOne) {
  expect_all(std::vector<Case>{
      {"worth $277 million", "$277 million: 277000000 home[$] d3 e6"},
      {"worth Rs. 1,234 crore", "Rs. 1,234 crore: 12340000000 home[Rs.] d4 e7"},
      {"worth Rs1,234 crore", "Rs1,234 crore: 12340000000 home[Rs] d4 e7"},
      {"worth 10 million dollars", "10 million dollars: 10000000 home[dollars] d2 e6"},
      {"worth 30 million francs", "30 million francs: 30000000 home[francs] d2 e6"},
      {"worth 5.2 lakh rupees", "5.2 lakh rupees: 520000 home[rupees] d2 e4"},
      {"worth 3 million crowns", "3 million crowns: 3000000 home[crowns] d1 e6"},
  });
}

TEST(FindQuantities, TellsCurrenciesFromWords) {
  EXPECT_EQ(quantities_in("A $5 million grant"), "$5 million: 5000000 home[$] d1 e6");
  EXPECT_EQ(quantities_in("In 2020 all 12 states signed."), "12: 12 d2");
  EXPECT_EQ(quantities_in("try 3 ways"), "3: 3 d1");
  EXPECT_EQ(quantities_in("5,000 feet above the sea"), "5,000 feet: 1.524 km measure d4 e-4");
}

TEST(FindQuantities, ReadsPercentages) {
  expect_all(std::vector<Case>{
      {"takes 12% of its exports", "12%: 12 percent d2"},
      {"takes 12 per cent", "12 per cent: 12 percent d2"},
      {"takes 34.5 percent", "34.5 percent: 34.5 percent d3 e-1"},
      {"takes 12-15% of it", "12-15%: 12..15 percent d2"},
      {"takes 10 to 12 percent", "10 to 12 percent: 10..12 percent d2"},
      {"takes between 30% and 40% of it", "between 30% and 40%: 30..40 percent d2"},
      {"takes ten percent", "ten percent: 10 percent d0"},
      {"up 2.5 percentage points", "2.5 percentage points: 2.5 percentage-point up d2 e-1"},
      {"some 0.4% of it", "some 0.4%: ~0.4 percent d1 e-1"},
      {"takes a third of its imports", "a third: ~33.33 percent d0"},
      {"two-thirds of it", "two-thirds: ~66.67 percent d0"},
      {"half of the exports", "half: 50 percent d0"},
      {"fell by three-fourths", "three-fourths: 75 percent down d0"},
  });
}

TEST(FindQuantities, ReadsHedges) {
  expect_all(std::vector<Case>{
      {"about 28,500 troops", "about 28,500: ~28500 d5"},
      {"an estimated 3,900 students", "an estimated 3,900: ~3900 d4"},
      {"close to $5 million", "close to $5 million: ~5000000 home[$] d1 e6"},
      {"nearly 4 million", "nearly 4 million: <4000000 d1 e6"},
      {"just under 4 million", "just under 4 million: <4000000 d1 e6"},
      {"less than 2 per cent", "less than 2 per cent: <2 percent d1"},
      {"more than 320 since", "more than 320: >320 d3"},
      {"well over 1,000 firms", "well over 1,000: >1000 company d4"},
      {"upwards of 100 companies", "upwards of 100: >100 company d3"},
      {"in excess of $3 billion", "in excess of $3 billion: >3000000000 home[$] d1 e9"},
      {"exceeding 5,000", "5,000: >5000 d4"},
      {"estimated at US$310 million", "US$310 million: ~310000000 USD d3 e6"},
      {"an estimated investment of US$ 7.5 bn.", "US$ 7.5 bn: ~7500000000 USD d2 e8"},
      {"grants add up to USD 142 million", "USD 142 million: 142000000 USD d3 e6"},
      {"descendants: est. 460", "est. 460: ~460 d3"},
      {"at least 40 villages", "at least 40: >=40 d2"},
      {"no fewer than 40 villages", "no fewer than 40: >=40 d2"},
      {"up to 30 sailors", "up to 30: <=30 d2"},
      {"no more than 30 sailors", "no more than 30: <=30 d2"},
      {"as many as 600 pupils", "as many as 600: <=600 d3"},
      {"30,000 or more pupils", "30,000 or more: >=30000 d5"},
      {"30,000+ pupils", "30,000+: >=30000 d5"},
      {"approx. 40 villages", "approx. 40: ~40 d2"},
      {"did not reach $1 million", "$1 million: <1000000 home[$] d1 e6"},
  });
}

TEST(FindQuantities, ReadsRanges) {
  expect_all(std::vector<Case>{
      {"Between 10,000 and 12,000 Hobbits", "Between 10,000 and 12,000: 10000..12000 d5"},
      {"a loan of $10-12 million", "$10-12 million: 10000000..12000000 home[$] d2 e6"},
      {"a loan of $10 to 12 million", "$10 to 12 million: 10000000..12000000 home[$] d2 e6"},
      {"a loan of $10 million to $12 million", "$10 million to $12 million: 10000000..12000000 home[$] d2 e6"},
      {"between €250 and €260 million", "between €250 and €260 million: 250000000..260000000 EUR d3 e6"},
      {"between 900 and 1,100 Dwarves", "between 900 and 1,100: 900..1100 d3"},
      {"some 20 to 25 firms", "some 20 to 25: 20..25 company d2"},
      {"10 or 12 pupils", "10 or 12: 10..12 d2"},
      {"rose from $10 million to $12 million", "$10 million: 10000000 home[$] up d2 e6; $12 million: 12000000 home[$] up d2 e6"},
      {"gave $10 million to 12 villages", "$10 million: 10000000 home[$] d2 e6; 12: 12 d2"},
  });
}

TEST(FindQuantities, ReadsWords) {
  expect_all(std::vector<Case>{
      {"about ten officers", "about ten: ~10 d0"},
      {"twenty-five ships", "twenty-five: 25 d0"},
      {"a dozen officers", "a dozen: 12 d0"},
      {"half a million Hobbits", "half a million: 500000 d0"},
      {"two and a half million Elves", "two and a half million: 2500000 d0 e6"},
      {"two hundred and fifty ships", "two hundred and fifty: 250 d0"},
      {"ten thousand men", "ten thousand: 10000 d0 e3"},
      {"two hundred thousand men", "two hundred thousand: 200000 d0 e5"},
      {"five million people", "five million: 5000000 people d0 e6"},
      {"A seven-man team", "seven: 7 d0"},
      {"at least one ship", "at least one: >=1 d0"},
  });
}

TEST(FindQuantities, ReadsMeasuresInBaseUnits) {
  expect_all(std::vector<Case>{
      {"an area of 181,035 square kilometres", "181,035 square kilometres: 181035 km2 measure d6"},
      {"covers 100 sq mi", "100 sq mi: 258.9988110336 km2 measure d3"},
      {"some 3,000 hectares", "some 3,000 hectares: ~30 km2 measure d4 e-2"},
      {"40,000 barrels per day", "40,000 barrels per day: 40000 barrel-per-day measure d5"},
      {"a 400-MW plant", "400-MW: 400 MW measure d3"},
      {"1.5 million tonnes of wheat", "1.5 million tonnes: 1500000 tonne measure d2 e5"},
      {"17 million people", "17 million: 17000000 people d2 e6"},
      {"71 years", "71 years: 71 year measure d2"},
  });
}

TEST(FindQuantities, ReadsOrdinals) {
  expect_all(std::vector<Case>{
      {"the 16th largest partner", "16th: 16 rank d0"},
      {"the second-largest donor", "second: 2 rank d0"},
      {"its third largest market", "third: 3 rank d0"},
      {"ranks third", "third: 3 rank d0"},
      {"the sixteenth partner", "sixteenth: 16 rank d0"},
      {"for the first time", ""},
      {"a second visit", ""},
      {"the Second Age", ""},
  });
}

TEST(FindQuantities, TellsTheDirectionOfAChange) {
  expect_all(std::vector<Case>{
      {"rose by 12%", "12%: 12 percent up d2"},
      {"grew sharply by about 12%", "about 12%: ~12 percent up d2"},
      {"fell from 5,000 ships", "5,000: 5000 down d4"},
      {"up 34.5 per cent", "34.5 per cent: 34.5 percent up d3 e-1"},
      {"down 5%", "5%: 5 percent down d1"},
      {"an increase of 12%", "12%: 12 percent up d2"},
      {"a 12% decline", "12%: 12 percent down d2"},
      {"12 per cent higher", "12 per cent: 12 percent up d2"},
      {"came to 12 per cent", "12 per cent: 12 percent d2"},
  });
}

TEST(FindQuantities, LeavesNumbersThatCountNothing) {
  for (const std::string_view text : {"under Article 5",
                                      "Chapter VII",
                                      "COVID-19 cases",
                                      "an F-16 jet",
                                      "Resolution 2593 (2021)",
                                      "Resolutions 1267 and 1373",
                                      "the Apollo 11 crew",
                                      "1. Trade",
                                      "(1) Trade",
                                      "tel. +1 202 555 0100",
                                      "tel. 555-0100",
                                      "at 10:30",
                                      "open 24/7",
                                      "in 2021",
                                      "the two countries",
                                      "two-way trade",
                                      "a three-day visit",
                                      "one of the few",
                                      "on the one hand",
                                      "version 3.1.2",
                                      "No. 42",
                                      "#7",
                                      "the 5G network",
                                      "see note [12]",
                                      "Agenda 2030",
                                      "G20 summit",
                                      "half-brother",
                                      "the first half of 2024",
                                      "once more",
                                      "met three times",
                                      "between the two",
                                      "at 9 Mallorn Street",
                                      "Minas Tirith, DC 20009",
                                      "http://arda.org/2019/12"}) {
    EXPECT_EQ(quantities_in(text), "") << text;
  }
}

TEST(FindQuantities, ReadsPlainCounts) {
  expect_all(std::vector<Case>{
      {"Some 1,500 students and 300 teachers", "Some 1,500: ~1500 d4; 300: 300 d3"},
      {"5.2 lakh pupils", "5.2 lakh: 520000 d2 e4"},
      {"1,23,456 pupils", "1,23,456: 123456 d6"},
      {"1500 students", "1500: 1500 d4"},
      {"2000 soldiers", "2000: 2000 d4"},
      {"Population: 30 million", "30 million: 30000000 d2 e6"},
      {"0.5 million pupils", "0.5 million: 500000 d1 e5"},
      {"Exports\t1,722.67\t946.63", "1,722.67: 1722.67 d6 e-2; 946.63: 946.63 d5 e-2"},
      {"2020\t1 883\t733", "1 883: 1883 d4; 733: 733 d3"},
      {"20 KT-7 jets", "20: 20 d2"},
      {"Nine companies", "Nine: 9 company d0"},
  });
}

TEST(FindQuantities, SurvivesFiguresOfAnySize) {
  for (const std::string_view text :
       {"$999999999999999999 million million million lakh crore", "999999999999999999 billion square miles",
        "99999999999999999999999 ships", "$ . , 0 00 0,0 1,,2 1.,2", "two hundred thousand hundred thousand million million dozen dozen",
        "-", "US$", "0 0 0 0", "000,000 %"}) {
    AnnotatedSentence sentence;
    EXPECT_NO_THROW(find_mentions(text, lexicon(), sentence)) << text;
  }
}

TEST(FindQuantities, NeverOverlapsWhatIsTaken) {
  const std::string_view text =
      "In 2019 and 2020, 4.1 billion Canadian dollars and US$ 5 million went to 12 villages, 3 per cent more than in 2018.";
  AnnotatedSentence sentence;
  find_mentions(text, lexicon(), sentence);
  for (std::size_t i = 1; i < sentence.mentions.size(); ++i) EXPECT_LE(sentence.mentions[i - 1].last, sentence.mentions[i].first);
  EXPECT_GE(sentence.mentions.size(), 7U);
}

}  // namespace
}  // namespace paraph
