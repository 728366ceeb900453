#include "report/describe_claim.h"

#include <gtest/gtest.h>

#include "report/sample_audit.h"

namespace paraph {
namespace {

TEST(DescribeClaim, SaysTheClaimInOneLine) {
  const Audit audit = sample_audit();
  const auto& claims = audit.extraction.reading.claims;
  EXPECT_EQ(describe_claim(claims[0], {}), "relations established: AN and GN, 1992");
  EXPECT_EQ(describe_claim(claims[1], {}), "GN's trade with AN: $277 million, 2020");
  EXPECT_EQ(describe_claim(claims[3], {}), "AN is GN's 16th largest partner (total), 2021");
  EXPECT_EQ(describe_claim(claims[4], {}), "AN's assistance to GN: about $1.8 billion, since 1992");
}

TEST(DescribeClaim, NamesActorsWhereNamesAreKnown) {
  const Audit audit = sample_audit();
  const NameActor names = [](const ActorId& actor) { return actor.str() == "AN" ? std::string_view("Arnor") : std::string_view("Gondor"); };
  EXPECT_EQ(describe_claim(audit.extraction.reading.claims[0], names), "relations established: Arnor and Gondor, 1992");
}

TEST(DescribeClaim, SaysThatAClaimIsNotAsserted) {
  Claim claim = claim_of(Membership{MembershipStatus::kObserver}, "GN", "COUNCIL", std::nullopt, std::nullopt);
  claim.modality = Modality::kPlanned;
  EXPECT_EQ(describe_claim(claim, {}), "GN: observer of COUNCIL (planned)");
}

}  // namespace
}  // namespace paraph
