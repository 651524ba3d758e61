#include "core/pipeline/linear_rows_file.h"

#include <cstring>

#include "core/base/error.h"
#include "core/base/safetensors.h"

namespace consort {
namespace {

template <typename T>
std::vector<T> valuesOf(const SafetensorsFile& file, const std::string& name) {
    const TensorView& tensor = file.at(name);
    std::vector<T> values(static_cast<std::size_t>(tensor.elements()));
    if (tensor.bytes.size() != values.size() * sizeof(T)) {
        throw Error(ErrorCode::Corrupt, file.path().string() + ": '" + name + "' has another type; delete the file and estimate again");
    }
    if (!values.empty()) std::memcpy(values.data(), tensor.bytes.data(), tensor.bytes.size());
    return values;
}

template <typename T>
TensorToWrite tensorOf(const std::string& name, TensorType type, const std::vector<T>& values, std::vector<std::int64_t> shape) {
    return {name, type, std::move(shape), std::as_bytes(std::span<const T>(values))};
}

std::int64_t sizeOf(const auto& values) { return static_cast<std::int64_t>(values.size()); }

}  // namespace

void writeLinearRows(const std::filesystem::path& file, const LinearRows& rows) {
    writeSafetensors(file, {tensorOf("h0", TensorType::F32, rows.h0, {sizeOf(rows.h0)}),
                            tensorOf("sketch", TensorType::F32, rows.sketch.values, {rows.sketch.rows, rows.sketch.cols}),
                            tensorOf("choice_offsets", TensorType::I64, rows.choiceOffsets, {sizeOf(rows.choiceOffsets)}),
                            tensorOf("gold", TensorType::I32, rows.gold, {sizeOf(rows.gold)}),
                            tensorOf("length", TensorType::I32, rows.length, {sizeOf(rows.length)})});
}

LinearRows readLinearRows(const std::filesystem::path& file) {
    const SafetensorsFile source(file);
    LinearRows rows;
    rows.h0 = valuesOf<float>(source, "h0");
    const TensorView& sketch = source.at("sketch");
    if (sketch.shape.size() != 2 || sketch.shape[0] != sizeOf(rows.h0)) {
        throw Error(ErrorCode::Corrupt, file.string() + ": its sketch does not fit its rows; delete the file and estimate again");
    }
    rows.sketch = FloatMatrix(sketch.shape[0], sketch.shape[1]);
    rows.sketch.values = valuesOf<float>(source, "sketch");
    rows.choiceOffsets = valuesOf<std::int64_t>(source, "choice_offsets");
    rows.gold = valuesOf<int>(source, "gold");
    rows.length = valuesOf<int>(source, "length");
    return rows;
}

}  // namespace consort
