#include "core/data/arrow_values.h"

#include <arrow/extension_type.h>

#include <map>

#include "core/base/error.h"
#include "core/data/file_text.h"

namespace consort {
namespace {

using LabelNames = std::map<std::string, std::vector<std::string>>;

Value valueAt(const arrow::Array& array, std::int64_t i);

/// Items begin … begin+length of a list's values.
Value listOf(const arrow::Array& values, std::int64_t begin, std::int64_t length) {
    Value::List items;
    items.reserve(static_cast<std::size_t>(length));
    for (std::int64_t k = 0; k < length; ++k) items.push_back(valueAt(values, begin + k));
    return items;
}

template <typename ListArray>
Value listAt(const arrow::Array& array, std::int64_t i) {
    const auto& lists = static_cast<const ListArray&>(array);
    return listOf(*lists.values(), lists.value_offset(i), lists.value_length(i));
}

Value structAt(const arrow::StructArray& structs, std::int64_t i) {
    Value::Object members;
    for (int f = 0; f < structs.num_fields(); ++f) {
        members.emplace_back(structs.struct_type()->field(f)->name(), valueAt(*structs.field(f), i));
    }
    return members;
}

Value textAt(std::string_view text) {
    if (firstBadByte(text) != std::string_view::npos) {
        throw Error(ErrorCode::InvalidInput, "bytes that are no UTF-8 text (pictures, sound and other binary columns cannot be used)");
    }
    return Value(text);
}

Value numberAt(const arrow::Array& array, std::int64_t i) {
    using Type = arrow::Type;
    switch (array.type_id()) {
        case Type::INT8: return static_cast<const arrow::Int8Array&>(array).Value(i);
        case Type::INT16: return static_cast<const arrow::Int16Array&>(array).Value(i);
        case Type::INT32: return static_cast<const arrow::Int32Array&>(array).Value(i);
        case Type::INT64: return static_cast<const arrow::Int64Array&>(array).Value(i);
        case Type::UINT8: return static_cast<const arrow::UInt8Array&>(array).Value(i);
        case Type::UINT16: return static_cast<const arrow::UInt16Array&>(array).Value(i);
        case Type::UINT32: return static_cast<std::int64_t>(static_cast<const arrow::UInt32Array&>(array).Value(i));
        case Type::UINT64: return static_cast<const arrow::UInt64Array&>(array).Value(i);
        case Type::FLOAT: return static_cast<double>(static_cast<const arrow::FloatArray&>(array).Value(i));
        default: return static_cast<const arrow::DoubleArray&>(array).Value(i);
    }
}

/// Dates, times and decimals as Arrow prints them; anything else is refused by its type's name.
Value printedAt(const arrow::Array& array, std::int64_t i) {
    const arrow::DataType& type = *array.type();
    if (!arrow::is_temporal(type.id()) && !arrow::is_decimal(type.id()) && type.id() != arrow::Type::HALF_FLOAT) {
        throw Error(ErrorCode::InvalidInput, "values of the type " + type.ToString() + ", which cannot be used; convert or drop this column");
    }
    auto scalar = array.GetScalar(i);
    if (!scalar.ok()) throw Error(ErrorCode::InvalidInput, scalar.status().message());
    return (*scalar)->ToString();
}

Value valueAt(const arrow::Array& array, std::int64_t i) {
    using Type = arrow::Type;
    if (array.IsNull(i)) return {};
    const Type::type id = array.type_id();
    if (arrow::is_integer(id) || id == Type::FLOAT || id == Type::DOUBLE) return numberAt(array, i);
    switch (id) {
        case Type::NA: return {};
        case Type::BOOL: return static_cast<const arrow::BooleanArray&>(array).Value(i);
        case Type::STRING:
        case Type::BINARY: return textAt(static_cast<const arrow::BinaryArray&>(array).GetView(i));
        case Type::LARGE_STRING:
        case Type::LARGE_BINARY: return textAt(static_cast<const arrow::LargeBinaryArray&>(array).GetView(i));
        case Type::STRING_VIEW:
        case Type::BINARY_VIEW: return textAt(static_cast<const arrow::BinaryViewArray&>(array).GetView(i));
        case Type::LIST:
        case Type::MAP: return listAt<arrow::ListArray>(array, i);
        case Type::LARGE_LIST: return listAt<arrow::LargeListArray>(array, i);
        case Type::FIXED_SIZE_LIST: return listAt<arrow::FixedSizeListArray>(array, i);
        case Type::STRUCT: return structAt(static_cast<const arrow::StructArray&>(array), i);
        case Type::DICTIONARY: {
            const auto& coded = static_cast<const arrow::DictionaryArray&>(array);
            return valueAt(*coded.dictionary(), coded.GetValueIndex(i));
        }
        case Type::EXTENSION: return valueAt(*static_cast<const arrow::ExtensionArray&>(array).storage(), i);
        default: return printedAt(array, i);
    }
}

/// Names of ClassLabel columns from the "huggingface" metadata; empty where there is none.
LabelNames labelNames(const arrow::Schema& schema) {
    LabelNames names;
    if (!schema.metadata() || !schema.metadata()->Contains("huggingface")) return names;
    const Value metadata = parseJson(schema.metadata()->Get("huggingface").ValueOr("{}"), "the column metadata");
    const Value* info = metadata.find("info");
    const Value* features = info ? info->find("features") : nullptr;
    if (!features || !features->isObject()) return names;
    for (const auto& [column, feature] : features->asObject()) {
        const Value* list = feature.find("names");
        if (!list || !list->isList() || feature.stringOr("_type", "") != "ClassLabel") continue;
        for (const Value& name : list->asList()) names[column].push_back(name.asString());
    }
    return names;
}

Value named(Value value, const std::vector<std::string>& names) {
    if (!value.isInt() || value.asInt() < 0 || value.asInt() >= static_cast<std::int64_t>(names.size())) return value;
    return names[static_cast<std::size_t>(value.asInt())];
}

}  // namespace

void emitTable(const arrow::Table& table, std::int64_t firstRow, const std::filesystem::path& file, const RecordSink& sink) {
    const LabelNames names = labelNames(*table.schema());
    std::vector<Value::Object> rows(static_cast<std::size_t>(table.num_rows()));
    for (int c = 0; c < table.num_columns(); ++c) {
        const std::string& column = table.field(c)->name();
        const auto known = names.find(column);
        std::size_t row = 0;
        for (const auto& chunk : table.column(c)->chunks()) {
            for (std::int64_t i = 0; i < chunk->length(); ++i, ++row) {
                try {
                    Value value = valueAt(*chunk, i);
                    rows[row].emplace_back(column, known == names.end() ? std::move(value) : named(std::move(value), known->second));
                } catch (const Error& e) {
                    throw Error(e.code(), file.string() + ", column \"" + column + "\", row " +
                                              std::to_string(firstRow + static_cast<std::int64_t>(row)) + ": " + e.what());
                }
            }
        }
    }
    for (std::size_t row = 0; row < rows.size(); ++row) sink({std::move(rows[row]), firstRow + static_cast<std::int64_t>(row)});
}

}  // namespace consort
