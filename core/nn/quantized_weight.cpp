#include "core/nn/quantized_weight.h"

#include "gpu/nf4.h"

namespace consort::nn {

torch::Tensor throughNf4(const torch::Tensor& weight) {
    const torch::Tensor flat = weight.contiguous();
    torch::Tensor out = torch::empty_like(flat);
    const Nf4Codes codes = quantizeNf4(flat.data_ptr<float>(), flat.numel());
    dequantizeNf4(codes, out.data_ptr<float>());
    return out;
}

}  // namespace consort::nn
