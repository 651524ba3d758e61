#pragma once
// A project opened for work: its store, base model and settings. What every verb of the pipeline is given.
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/value.h"
#include "core/nn/adapter.h"
#include "core/nn/session.h"
#include "core/store/store.h"
#include "core/text/tokenizer.h"

namespace consort {

/// Version of the engine, as `consort --version` prints it.
std::string versionText();

/// What a project is made of; kept in the project file.
struct ProjectSettings {
    std::filesystem::path model;       ///< base model folder
    std::string quantize = "nf4";      ///< "nf4", "none"
    std::string dtype = "auto";        ///< "float32", "bfloat16"; auto: float32 on a CPU, bfloat16 on CUDA
    std::string precision = "auto";    ///< of matrix products in trainings: "float32", "bfloat16"; auto: timed once and kept (training_choices.h)
    LoraConfig adapter;                ///< targets resolved
    std::uint64_t seed = 0;
};

/// How this process computes; not kept.
struct ComputeSettings {
    std::string device = "auto";
    int threads = 0;
    bool force = false;  ///< repeat steps even where nothing changed
};

/// One thread at a time. The session and the tokenizer are opened when first asked for.
class Project {
public:
    /// Throws Error: of Session::open for the model, of Store::create for the folder, {InvalidInput} for a bad rank, alpha or target.
    static Project create(const std::filesystem::path& folder, ProjectSettings settings, const ComputeSettings& compute);
    /// Throws Error: of Store::open; {Corrupt} where the base model is not the one that the project was made with.
    static Project open(const std::filesystem::path& folder, const ComputeSettings& compute);

    Store& store() { return store_; }
    const Store& store() const { return store_; }
    const ProjectSettings& settings() const { return settings_; }
    const ModelInfo& model() const { return model_; }
    bool force() const { return compute_.force; }
    int threads() const { return compute_.threads; }  ///< asked for; 0: all cores
    const std::string& device() const { return compute_.device; }  ///< asked for
    Session& session();
    const Tokenizer& tokenizer();
    /// A fresh adapter of the project's shape and seed: θ* of everything and the start of every run.
    Adapter startAdapter() const;

    std::vector<std::string> datasetNames() const { return store_.datasetNames(); }
    /// Position of a dataset; throws Error{NotFound} naming those that exist.
    std::size_t indexOf(const std::string& dataset) const;
    /// Loaded once and kept.
    const Dataset& dataset(const std::string& name);

    /// The stored result of a step whose inputs have not changed, unless --force.
    std::optional<StepResult> reusable(const std::string& step, const std::string& key) const;
    /// --force is about the step that was asked for: what it builds on is taken as it is stored while one of these lives.
    class KeepStored {
    public:
        explicit KeepStored(Project& project) : project_(project), before_(project.compute_.force) { project.compute_.force = false; }
        ~KeepStored() { project_.compute_.force = before_; }
        KeepStored(const KeepStored&) = delete;
        KeepStored& operator=(const KeepStored&) = delete;

    private:
        Project& project_;
        bool before_;
    };

private:
    Project(Store store, ProjectSettings settings, ComputeSettings compute, ModelInfo model);
    Store store_;
    ProjectSettings settings_;
    ComputeSettings compute_;
    ModelInfo model_;
    std::unique_ptr<Session> session_;
    std::unique_ptr<Tokenizer> tokenizer_;
    std::vector<std::pair<std::string, std::unique_ptr<Dataset>>> loaded_;
};

/// `project, model{family, parameters, sha256}, adapter{rank, alpha, targets}` of `consort new`.
Value describe(const Project& project);

/// Key of a step: hash of everything its result depends on.
std::string stepKey(const Value& inputs);

/// Hash over the datasets' content hashes, the base, the adapter's shape and the seed: what estimates and runs depend on.
Value projectInputs(const Project& project, const std::vector<std::string>& datasets);

/// Throws Error{InvalidInput} naming the command to run first.
[[noreturn]] void missingStep(const std::string& what, const std::string& command);

}  // namespace consort
