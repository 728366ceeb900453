#pragma once

#include "claim/claim.h"
#include "evidence/gather_evidence.h"
#include "evidence/memory_shelf.h"

namespace paraph {

/// Arnor (AN), Gondor (GN), Rohan (RO), Umbar (UM), Harad (HA): the shelf of the tests of evidence and verdicts. Gondor and
/// Arnor count their trade differently; a residual row stands among Gondor's partners; aid is kept in two prices.
inline MemoryShelf sample_shelf() {
  return MemoryShelf(R"(
    gondor@2023   gondor-stat   -
    arnor@2022    arnor-census  2022-03-10
    arnor@2024    arnor-census  2024-03-10
    purse@2024    arnor-purse   2024-01-05
    annals@2020   annals        2020-05-01
    almanac@2024  almanac       -
    council@typed council       -
    heads@2024    heads         -
  )",
                     R"(
    gondor@2023 exports GN AN 2020 28496300  USD - goods - country Arnor
    gondor@2023 imports GN AN 2020 248478060 USD - goods - country Arnor
    gondor@2023 exports GN AN 2021 60794400  USD - goods - country Arnor
    gondor@2023 imports GN AN 2021 365484650 USD - goods - country Arnor
    gondor@2023 exports GN AN 2022 10000000  USD - goods - country Arnor
    gondor@2023 imports GN AN 2022 10000000  USD - goods - country Arnor
    gondor@2023 exports GN RO 2021 300000000 USD - goods - country Rohan
    gondor@2023 imports GN RO 2021 200000000 USD - goods - country Rohan
    gondor@2023 exports GN UM 2021 10000000  USD - goods - country Umbar
    gondor@2023 imports GN UM 2021 1000000   USD - goods - country Umbar
    gondor@2023 exports GN HA 2021 0         USD - goods - country Harad
    gondor@2023 imports GN HA 2021 0         USD - goods - country Harad
    gondor@2023 exports GN -  2021 900000000 USD - goods - residual Other_lands
    gondor@2023 imports GN -  2021 1         USD - goods - residual Other_lands
    gondor@2023 exports GN -  2021 310000000 USD - goods - aggregate The_West
    gondor@2023 exports GN RO 2022 300000000 USD - goods - country Rohan
    gondor@2023 imports GN RO 2022 200000000 USD - goods - country Rohan
    gondor@2023 exports GN UM 2022 90000000  USD - goods - country Umbar
    gondor@2023 imports GN UM 2022 90000000  USD - goods - country Umbar
    arnor@2022  exports AN GN 2020 181077001 USD customs goods - country Gondor
    arnor@2022  imports AN GN 2020 80711979  USD customs goods - country Gondor
    arnor@2024  exports AN GN 2021 401256276 USD customs goods - country Gondor
    arnor@2024  imports AN GN 2021 187350050 USD customs goods - country Gondor
    purse@2024  aid-obligations   AN GN FY2020 50000000 USD - - current         country Gondor
    purse@2024  aid-obligations   AN GN FY2021 40000000 USD - - current         country Gondor
    purse@2024  aid-obligations   AN GN FY2020 60000000 USD - - constant-FY2023 country Gondor
    purse@2024  aid-obligations   AN GN FY2021 47000000 USD - - constant-FY2023 country Gondor
    purse@2024  aid-obligations   AN RO FY2019 1        USD - - current         country Rohan
    purse@2024  aid-disbursements AN GN FY2021 31000000 USD - - current         country Gondor
    purse@2024  aid-disbursements AN UM FY2021 99000000 USD - - current         country Umbar
    purse@2024  aid-disbursements AN RO FY2021 1        USD - - current         country Rohan
    heads@2024  population GN - 2022 3600000 people - - - country Gondor
    heads@2024  population GN - 2023 3700000 people - - - country Gondor
    heads@2024  gdp        GN - 2023 7400000000.5 USD - - current country Gondor
  )",
                     R"(
    annals@2020  relations AN GN recognized  1991-12-25 - - - - -
    annals@2020  relations AN GN established 1992-02-19 - - - - -
    annals@2020  mission   AN GN opened      1992-03-16 - - - embassy Minas_Tirith
    annals@2020  mission   AN GN opened      1960       - - - consulate Pelargir
    annals@2020  mission   AN GN closed      1996       - - - consulate Pelargir
    annals@2020  official  AN GN appointed   2014-12-16 - ambassador - Halbarad_the_Elder -
    annals@2020  official  AN GN serving     2015-01-27 2018-10-04 ambassador - Halbarad_the_Elder -
    annals@2020  visit     GN AN visited     2002-03-11 2002-03-13 - - King_Eldacar_of_Gondor Annúminas
    annals@2020  independence GN NU independence 1991-09-01 - - - - -
    council@typed agreement AN GN signed     2004-06-01 - trade-investment-framework Framework - -
    council@typed agreement AN RO signed     2004-06-01 - trade-investment-framework Framework - -
    almanac@2024 membership GN WC listed     1996 2000 applicant - - -
    almanac@2024 membership GN WC listed     2001 2024 observer  - - -
    almanac@2024 membership GN LE listed     1995 2016 member    - - -
    almanac@2024 membership GN GU listed     1990 2021 observer  - - -
    council@typed membership GN GU joined    2015-11-30 - member - - -
    council@typed membership GN WE joined    1994-07-13 - member - - -
  )");
}

inline std::string_view sample_name(const ActorId& actor) {
  if (actor.str() == "AN") return "Arnor";
  if (actor.str() == "GN") return "Gondor";
  return actor.str() == "RO" ? std::string_view("Rohan") : std::string_view(actor.str());
}

inline EvidenceContext sample_context(std::string_view published = "2024-07-15") {
  EvidenceContext context;
  context.now = std::chrono::sys_days(std::chrono::year(2026) / 6 / 1);
  context.published = published.empty() ? std::nullopt : CivilPeriod::parse(published);
  context.name_actor = sample_name;
  return context;
}

inline Claim sample_claim(ClaimBody body, const char* subject, const char* object, std::optional<Quantity> quantity,
                          std::string_view period) {
  Claim claim;
  claim.body = std::move(body);
  if (*subject != '\0') claim.subject = ActorId(subject);
  if (*object != '\0') claim.object = ActorId(object);
  claim.quantity = std::move(quantity);
  if (!period.empty()) claim.period = CivilPeriod::parse(period);
  return claim;
}

inline TradeScope scope_of(Flow flow) {
  TradeScope scope;
  scope.flow = flow;
  return scope;
}

inline Quantity sample_figure(std::string_view value, int digits, int exponent, Comparator comparator = Comparator::kEqual,
                              std::string unit = "USD") {
  Quantity quantity;
  quantity.value = Decimal::parse(value);
  quantity.unit = std::move(unit);
  quantity.digits = digits;
  quantity.exponent = exponent;
  quantity.comparator = comparator;
  return quantity;
}

}  // namespace paraph
