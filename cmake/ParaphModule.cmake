# paraph_module(<room> DEPENDS <rooms...> [LINKS <targets...>] HEADERS ... SOURCES ... [TESTS ...])
#
# One static library a room. Declares target paraph_<room> with alias paraph::<room>, its header set, a gtest binary
# paraph_<room>_test whose tests carry the label <room>, and the room's line in layers.txt, which house.layers reads.
file(WRITE ${PROJECT_BINARY_DIR}/layers.txt "")

function(paraph_module room)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "DEPENDS;LINKS;HEADERS;SOURCES;TESTS")
  set(target paraph_${room})
  add_library(${target} STATIC ${arg_SOURCES})
  add_library(paraph::${room} ALIAS ${target})
  target_sources(${target} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR}/src FILES ${arg_HEADERS})
  set_target_properties(${target} PROPERTIES LINKER_LANGUAGE CXX VERIFY_INTERFACE_HEADER_SETS ON)
  target_link_libraries(${target} PRIVATE paraph_warnings PUBLIC paraph_dialect)
  foreach(dep IN LISTS arg_DEPENDS)
    target_link_libraries(${target} PUBLIC paraph::${dep})
  endforeach()
  target_link_libraries(${target} PRIVATE ${arg_LINKS})
  list(JOIN arg_DEPENDS " " deps)
  file(APPEND ${PROJECT_BINARY_DIR}/layers.txt "${room}: ${deps}\n")

  if(arg_TESTS AND PARAPH_TESTS)
    add_executable(${target}_test ${arg_TESTS})
    target_link_libraries(${target}_test PRIVATE paraph::${room} ${arg_LINKS} paraph_warnings GTest::gmock_main)
    target_compile_definitions(${target}_test PRIVATE PARAPH_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    gtest_discover_tests(${target}_test TEST_PREFIX "${room}." DISCOVERY_MODE PRE_TEST
                         PROPERTIES LABELS ${room} TIMEOUT 120 SKIP_REGULAR_EXPRESSION "\\[  SKIPPED \\]")
  endif()
endfunction()
