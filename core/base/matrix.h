#pragma once
// A plain row-major matrix: how numbers travel between rooms without any library's type.
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace consort {

/// rows × cols values, row-major, contiguous.
template <typename T>
struct MatrixOf {
    std::int64_t rows = 0;
    std::int64_t cols = 0;
    std::vector<T> values;

    MatrixOf() = default;
    MatrixOf(std::int64_t r, std::int64_t c, T fill = T{}) : rows(r), cols(c), values(static_cast<std::size_t>(r * c), fill) {}
    T& operator()(std::int64_t r, std::int64_t c) { return values[static_cast<std::size_t>(r * cols + c)]; }
    const T& operator()(std::int64_t r, std::int64_t c) const { return values[static_cast<std::size_t>(r * cols + c)]; }
    std::span<T> row(std::int64_t r) { return {values.data() + r * cols, static_cast<std::size_t>(cols)}; }
    std::span<const T> row(std::int64_t r) const { return {values.data() + r * cols, static_cast<std::size_t>(cols)}; }
    bool empty() const { return values.empty(); }
};

using Matrix = MatrixOf<double>;
using FloatMatrix = MatrixOf<float>;

}  // namespace consort
