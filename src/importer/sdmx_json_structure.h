#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "importer/byte_source.h"

namespace paraph {

/// One dimension or attribute, with the values that the data point at by number.
struct SdmxComponent {
  std::string id;
  std::vector<std::string> values;
};

/// What the keys and numbers of one data set mean.
struct SdmxJsonStructure {
  std::vector<SdmxComponent> data_set_dimensions;
  std::vector<SdmxComponent> series_dimensions;
  std::vector<SdmxComponent> observation_dimensions;
  std::vector<SdmxComponent> data_set_attributes;
  std::vector<SdmxComponent> series_attributes;
  std::vector<SdmxComponent> observation_attributes;
  std::size_t measures = 0;  ///< 0 where the structure names none: then there is one.
  std::string agency;        ///< Of its first link that names a flow or structure.
  std::string flow;
};

/// The structures of a message, which may stand behind the data: what the first of two readings finds.
struct SdmxJsonHeader {
  std::vector<SdmxJsonStructure> structures;
  std::string sender;
  std::string prepared;
  bool second = false;  ///< Version 2: everything but the header lies in `data`.
};

Result<SdmxJsonHeader> read_sdmx_json_header(const ByteSource& file);

}  // namespace paraph
