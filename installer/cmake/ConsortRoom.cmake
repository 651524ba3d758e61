# consort_room(NAME PUBLIC libs… PRIVATE libs…): one static library from the .cpp files of the current folder.
function(consort_room name)
  cmake_parse_arguments(ROOM "" "" "PUBLIC;PRIVATE" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
  add_library(consort_${name} STATIC ${sources})
  target_include_directories(consort_${name} PUBLIC "${CMAKE_SOURCE_DIR}")
  target_link_libraries(consort_${name} PUBLIC ${ROOM_PUBLIC} PRIVATE ${ROOM_PRIVATE})
endfunction()

# consort_cuda_objects(NAME): the .cu files of the current folder into that room, for all the architectures we serve and as PTX for later ones,
# in the place of cuda_absent.cpp. Nothing where there is no nvcc. By hand, because CMake's own CUDA language wants a whole toolkit.
function(consort_cuda_objects name)
  if(NOT CONSORT_NVCC)
    message(STATUS "no nvcc: built without CUDA kernels")
    return()
  endif()
  get_target_property(sources consort_${name} SOURCES)
  list(FILTER sources EXCLUDE REGEX "cuda_absent")
  set_target_properties(consort_${name} PROPERTIES SOURCES "${sources}")
  set(targets "-gencode=arch=compute_80,code=sm_80" "-gencode=arch=compute_90,code=sm_90" "-gencode=arch=compute_90,code=compute_90")
  file(GLOB kernels CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cu")
  file(GLOB headers CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.h" "${CMAKE_CURRENT_SOURCE_DIR}/*.cuh")
  foreach(kernel ${kernels})
    get_filename_component(stem "${kernel}" NAME)
    set(object "${CMAKE_CURRENT_BINARY_DIR}/${stem}.o")
    add_custom_command(OUTPUT "${object}" DEPENDS "${kernel}" ${headers} VERBATIM
      COMMAND "${CONSORT_NVCC}" -ccbin "${CMAKE_CXX_COMPILER}" -std=c++20 -O3 -Werror all-warnings -Xcompiler=-fPIC,-Wall "-I${CMAKE_SOURCE_DIR}" ${targets} -c "${kernel}" -o "${object}"
      COMMENT "Building CUDA object ${stem}")
    target_sources(consort_${name} PRIVATE "${object}")
  endforeach()
  target_link_libraries(consort_${name} PUBLIC "${CONSORT_CUDART}" Threads::Threads ${CMAKE_DL_LIBS} rt)
endfunction()
