// Datasets and blob files of a project.
#include <cstring>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/safetensors.h"
#include "core/store/rows_file.h"
#include "core/store/store_impl.h"

namespace consort {
namespace fs = std::filesystem;

void Store::putDataset(const Dataset& dataset, const Value& card) {
    impl_->requireWritable();
    const std::string rowsFile = "datasets/" + dataset.sha256.substr(0, 32) + ".safetensors";
    const fs::path target = blobPath(rowsFile);
    if (!fs::exists(target)) writeRows(target, dataset);
    Transaction transaction(impl_->database);
    impl_->database
        .prepare("INSERT INTO dataset(name, position, sha256, card, rows_file) VALUES(?1, (SELECT COALESCE(MAX(position), -1) + 1 FROM dataset), "
                 "?2, ?3, ?4) ON CONFLICT(name) DO UPDATE SET sha256 = ?2, card = ?3, rows_file = ?4")
        .bind(1, dataset.name)
        .bind(2, dataset.sha256)
        .bind(3, toJson(card))
        .bind(4, rowsFile)
        .run();
    transaction.commit();
}

std::vector<std::string> Store::datasetNames() const {
    std::vector<std::string> names;
    Statement query = impl_->database.prepare("SELECT name FROM dataset ORDER BY position");
    while (query.step()) names.push_back(query.text(0));
    return names;
}

namespace {

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
    return text.empty() ? "none yet: use `consort import`" : text;
}

[[noreturn]] void noSuchDataset(const Store& store, const std::string& name) {
    throw Error(ErrorCode::NotFound, "there is no dataset '" + name + "' in the project; it has " + joined(store.datasetNames()));
}

}  // namespace

Dataset Store::dataset(const std::string& name) const {
    Statement query = impl_->database.prepare("SELECT sha256, card, rows_file FROM dataset WHERE name = ?");
    query.bind(1, name);
    if (!query.step()) noSuchDataset(*this, name);
    const Value card = parseJson(query.text(1), "card of dataset '" + name + "'");
    Dataset dataset;
    dataset.name = name;
    dataset.sha256 = query.text(0);
    dataset.schema = schemaNamed(card.stringOr("schema", "text")).value_or(Schema::Text);
    if (const Value* labels = card.find("labels"); labels && labels->isList()) {
        for (const Value& label : labels->asList()) dataset.labels.push_back(label.asString());
    }
    readRows(impl_->folder / query.text(2), dataset);
    return dataset;
}

Value Store::datasetCard(const std::string& name) const {
    Statement query = impl_->database.prepare("SELECT card FROM dataset WHERE name = ?");
    query.bind(1, name);
    if (!query.step()) noSuchDataset(*this, name);
    return parseJson(query.text(0), "card of dataset '" + name + "'");
}

fs::path Store::blobPath(const std::string& name) const {
    const fs::path path = impl_->folder / name;
    if (!impl_->readOnly) makeFolder(path.parent_path());
    return path;
}

void Store::putMatrix(const std::string& name, const FloatMatrix& matrix) {
    impl_->requireWritable();
    writeSafetensors(blobPath(name + ".safetensors"),
                     {{"matrix", TensorType::F32, {matrix.rows, matrix.cols}, std::as_bytes(std::span<const float>(matrix.values))}});
}

std::optional<FloatMatrix> Store::matrix(const std::string& name) const {
    const fs::path file = impl_->folder / (name + ".safetensors");
    if (!fs::exists(file)) return std::nullopt;
    const SafetensorsFile source(file);
    const TensorView& tensor = source.at("matrix");
    if (tensor.type != TensorType::F32 || tensor.shape.size() != 2) {
        throw Error(ErrorCode::Corrupt, file.string() + " is no matrix of this program; delete it and run the step again");
    }
    FloatMatrix matrix(tensor.shape[0], tensor.shape[1]);
    if (!matrix.values.empty()) std::memcpy(matrix.values.data(), tensor.bytes.data(), tensor.bytes.size());
    return matrix;
}

DatasetRecord Store::datasetRecord(const std::string& name) const {
    Statement query = impl_->database.prepare("SELECT sha256, card, rows_file, position FROM dataset WHERE name = ?");
    query.bind(1, name);
    if (!query.step()) noSuchDataset(*this, name);
    return {name, query.text(0), query.text(2), query.integer(3), parseJson(query.text(1), "card of dataset '" + name + "'")};
}

void Store::putDatasetRecord(const DatasetRecord& record) {
    impl_->requireWritable();
    impl_->database.prepare("INSERT OR REPLACE INTO dataset(name, position, sha256, card, rows_file) VALUES(?1, ?2, ?3, ?4, ?5)")
        .bind(1, record.name)
        .bind(2, record.position)
        .bind(3, record.sha256)
        .bind(4, toJson(record.card))
        .bind(5, record.rowsFile)
        .run();
}

void Store::removeDataset(const std::string& name) {
    impl_->requireWritable();
    datasetRecord(name);
    impl_->database.prepare("DELETE FROM dataset WHERE name = ?").bind(1, name).run();
}

}  // namespace consort
