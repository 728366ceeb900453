#pragma once

#include <chrono>
#include <expected>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/door_files.h"
#include "http/job.h"
#include "http/problem.h"
#include "http/request.h"

namespace paraph {

/// One path of the interface.
struct Route {
  std::string_view name;    ///< "GET /v1/pairs/{a}/{b}": for counters.
  std::string_view method;  ///< "GET" or "POST"; HEAD goes with GET.
  std::vector<std::string_view> segments;  ///< "{}" is any; "{*}", at the end, one or more.
  std::vector<std::string_view> parameters;
};

const std::vector<Route>& all_routes();
/// nullptr where the target is none of them.
const Route* find_route(const Target& target);

/// Why a request that came to the right place is not answered.
struct Refused {
  Problem problem = Problem::kBadParameter;
  std::string detail;
  std::string parameter;
};

/// What a GET asks for: an answer that stands already, or the work that makes one of this media type.
struct PreparedGet {
  std::string type;
  std::optional<Answer> now;
  std::function<Answer(const Desk&)> work;
};
std::expected<PreparedGet, Refused> prepare_get(const Request& request, const Route& route, const DeskTables& tables, const DoorFiles& files);

/// What a POST of a document asks for.
struct PreparedReading {
  JobSize size = JobSize::kSmall;
  std::function<Answer(const Desk&, const IntakeLimits&)> work;
};
std::expected<PreparedReading, Refused> prepare_reading(const Request& request, bool check, const DeskTables& tables, std::chrono::sys_days today);

/// The form that `format` or else Accept asks for, as an index into the offers.
struct FormOffer {
  std::string_view format;
  std::string_view type;
};
std::expected<std::size_t, Refused> chosen_form(const Request& request, std::string_view format, const std::vector<FormOffer>& offers);

}  // namespace paraph
