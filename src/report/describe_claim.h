#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "claim/claim.h"

namespace paraph {

using NameActor = std::function<std::string_view(const ActorId&)>;

/// The claim in one short line of our own words: "Uzbekistan's trade with United States: $277 million, 2020".
/// Ids stand for themselves where `name_actor` is empty.
std::string describe_claim(const Claim& claim, const NameActor& name_actor);

}  // namespace paraph
