#include "core/nn/adapter.h"

namespace consort {

std::int64_t Adapter::parameters() const {
    std::int64_t count = 0;
    for (const LoraWeights& module : modules) count += module.a.rows * module.a.cols + module.b.rows * module.b.cols;
    return count;
}

}  // namespace consort
