#pragma once
// Types that kernels read and write. Sums are float32 whatever the type.

namespace consort {

enum class Scalar { Float32, Bfloat16 };

}  // namespace consort
