#include "core/nn/lora_router.h"

#include <map>

#include "core/base/error.h"

namespace consort::nn {
namespace {

torch::Tensor tensorOf(const FloatMatrix& matrix, torch::ScalarType dtype) {
    return torch::from_blob(const_cast<float*>(matrix.values.data()), {matrix.rows, matrix.cols}, torch::kFloat32).to(dtype, false, true);
}

class OneAdapterRouter : public LinearRouter {
public:
    OneAdapterRouter(const Session::Impl& session, const Adapter& adapter) {
        std::map<std::string, int> index;
        for (const FrozenLinear* linear : session.model->linears()) index[linear->path] = linear->index;
        factors_.resize(index.size());
        for (const LoraWeights& module : adapter.modules) {
            const auto found = index.find(module.path);
            if (found == index.end()) throw Error(ErrorCode::InvalidInput, "the adapter's module '" + module.path + "' does not exist in the model");
            factors_[static_cast<std::size_t>(found->second)] = {tensorOf(module.a, session.dtype),
                                                                 tensorOf(module.b, session.dtype) * adapter.config.scaling()};
        }
    }
    torch::Tensor apply(const FrozenLinear& linear, const torch::Tensor& x) override {
        const torch::Tensor y = torch::linear(x, linear.weight, linear.bias);
        const Factors& f = factors_[static_cast<std::size_t>(linear.index)];
        return f.a.defined() ? y + torch::linear(torch::linear(x, f.a), f.b) : y;
    }

private:
    struct Factors {
        torch::Tensor a, b;
    };
    std::vector<Factors> factors_;
};

}  // namespace

std::unique_ptr<LinearRouter> evaluationRouter(const Session::Impl& session, const Adapter* adapter) {
    if (!adapter) return std::make_unique<PlainRouter>();
    return std::make_unique<OneAdapterRouter>(session, *adapter);
}

}  // namespace consort::nn
