#pragma once
// Internal to core/nn. An adapter's matrices where a session computes.
#include <torch/torch.h>

#include "core/base/matrix.h"
#include "core/nn/causal_model.h"

namespace consort::nn {

/// A copy of `matrix` on the session's device, in its type.
inline torch::Tensor matrixTensor(const FloatMatrix& matrix, const Session::Impl& session) {
    const torch::Tensor view = torch::from_blob(const_cast<float*>(matrix.values.data()), {matrix.rows, matrix.cols}, torch::kFloat32);
    return view.to(session.device, session.dtype, false, true);
}

}  // namespace consort::nn
