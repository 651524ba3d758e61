# Where every third-party library is found: the only file that knows.
find_package(Threads REQUIRED)
find_package(fmt REQUIRED)
find_package(spdlog REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(Eigen3 REQUIRED NO_MODULE)
find_package(nlohmann_json REQUIRED)
find_package(CLI11 REQUIRED)
find_package(yaml-cpp REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n)
find_package(mimalloc REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(PCRE2 REQUIRED IMPORTED_TARGET libpcre2-8)

set(CONSORT_SITE "${CONSORT_DEPS}/site")
if(NOT EXISTS "${CONSORT_SITE}/torch/lib/libtorch_cpu.so")
  message(FATAL_ERROR "LibTorch is not in ${CONSORT_SITE}: run installer/bootstrap.sh deps first")
endif()

# LibTorch by hand: its own TorchConfig.cmake insists on a whole CUDA toolkit. libtorch_cuda is loaded at run time.
add_library(consort_torch INTERFACE)
target_include_directories(consort_torch SYSTEM INTERFACE
  "${CONSORT_SITE}/torch/include" "${CONSORT_SITE}/torch/include/torch/csrc/api/include")
target_link_libraries(consort_torch INTERFACE
  "${CONSORT_SITE}/torch/lib/libtorch_cpu.so" "${CONSORT_SITE}/torch/lib/libc10.so")
target_link_options(consort_torch INTERFACE "-Wl,-rpath,${CONSORT_SITE}/torch/lib"
  "-Wl,-rpath-link,${CONSORT_SITE}/nvidia/cu13/lib")

# Arrow and Parquet from the pyarrow wheel, which has versioned library names only.
file(GLOB CONSORT_ARROW_LIBS "${CONSORT_SITE}/pyarrow/libarrow.so.*" "${CONSORT_SITE}/pyarrow/libparquet.so.*")
add_library(consort_arrow INTERFACE)
target_include_directories(consort_arrow SYSTEM INTERFACE "${CONSORT_SITE}/pyarrow/include")
target_link_libraries(consort_arrow INTERFACE ${CONSORT_ARROW_LIBS})
target_link_options(consort_arrow INTERFACE "-Wl,-rpath,${CONSORT_SITE}/pyarrow")

# nvcc from its wheel or from a toolkit; without it the kernels' CPU twins are all there is.
set(CONSORT_CUDA_ROOT "${CONSORT_SITE}/nvidia/cu13")
find_program(CONSORT_NVCC nvcc HINTS "${CONSORT_CUDA_ROOT}/bin" PATHS /usr/local/cuda/bin)
find_library(CONSORT_CUDART cudart_static HINTS "${CONSORT_CUDA_ROOT}/lib" PATHS /usr/local/cuda/lib64)
if(NOT CONSORT_CUDART)
  set(CONSORT_NVCC "")
endif()

# LibTorch's CUDA half, for the one library that is linked with it; its own libraries are looked up at run time.
find_path(CONSORT_CUDA_HEADERS cuda_runtime_api.h HINTS "${CONSORT_CUDA_ROOT}/include" PATHS /usr/local/cuda/include)
add_library(consort_torch_cuda INTERFACE)
target_link_libraries(consort_torch_cuda INTERFACE consort_torch "${CONSORT_SITE}/torch/lib/libtorch_cuda.so" "${CONSORT_SITE}/torch/lib/libc10_cuda.so")
target_link_options(consort_torch_cuda INTERFACE "-Wl,--unresolved-symbols=ignore-in-shared-libs")
if(CONSORT_CUDA_HEADERS)
  target_include_directories(consort_torch_cuda SYSTEM INTERFACE "${CONSORT_CUDA_HEADERS}")
endif()
