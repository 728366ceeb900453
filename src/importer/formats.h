#pragma once

#include <memory>

#include "importer/importer.h"

namespace paraph {

std::unique_ptr<Importer> make_foreign_assistance_importer();
std::unique_ptr<Importer> make_census_importer();
std::unique_ptr<Importer> make_sdmx_ml_importer();
std::unique_ptr<Importer> make_sdmx_csv_importer();
std::unique_ptr<Importer> make_sdmx_json_importer();
std::unique_ptr<Importer> make_imf_json_importer();
std::unique_ptr<Importer> make_comtrade_importer();
std::unique_ptr<Importer> make_iati_importer();
std::unique_ptr<Importer> make_historian_importer();
std::unique_ptr<Importer> make_world_bank_json_importer();
std::unique_ptr<Importer> make_census_api_importer();

}  // namespace paraph
