// Stands in for gpu/*.cu where there is no nvcc.
#include "gpu/cuda_kernels.h"

namespace consort {

const CudaKernels* cudaKernels(const char** why) {
    if (why) *why = "this program was built without nvcc";
    return nullptr;
}

}  // namespace consort
