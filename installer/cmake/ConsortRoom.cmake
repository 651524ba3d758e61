# consort_room(NAME PUBLIC libs… PRIVATE libs…): one static library from the .cpp files of the current folder.
function(consort_room name)
  cmake_parse_arguments(ROOM "" "" "PUBLIC;PRIVATE" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
  add_library(consort_${name} STATIC ${sources})
  target_include_directories(consort_${name} PUBLIC "${CMAKE_SOURCE_DIR}")
  target_link_libraries(consort_${name} PUBLIC ${ROOM_PUBLIC} PRIVATE ${ROOM_PRIVATE})
endfunction()
