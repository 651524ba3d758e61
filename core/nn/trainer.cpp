#include "core/nn/trainer.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "core/base/error.h"
#include "core/nn/training_crew.h"

namespace consort {

TrainingResult train(Session& session, const TrainingPlan& plan, const JobContext& job) {
    const CrewMember alone{&plan, &job};
    std::optional<RunEnding> ending;
    trainTogether(session, std::span(&alone, 1), [&](std::size_t, RunEnding how) { ending = std::move(how); });
    if (const auto* thrown = std::get_if<std::exception_ptr>(&*ending)) std::rethrow_exception(*thrown);
    return std::get<TrainingResult>(std::move(*ending));
}

std::int64_t plannedSteps(const TrainOptions& options, std::span<const TrainingData> data) {
    if (options.steps) return *options.steps;
    std::int64_t rows = 0;
    for (const TrainingData& part : data) rows += static_cast<std::int64_t>(part.train.size());
    const double wanted = options.epochs * static_cast<double>(rows) / static_cast<double>(options.batch);
    return std::max<std::int64_t>(1, static_cast<std::int64_t>(std::ceil(wanted - 1e-9)));
}

double stepTokens(std::span<const TrainingData> data, std::int64_t batch) {
    std::int64_t rows = 0, tokens = 0;
    for (const TrainingData& part : data) {
        rows += static_cast<std::int64_t>(part.train.size());
        for (const Example& row : part.train) tokens += static_cast<std::int64_t>(row.promptIds.size() + row.targetIds.size());
    }
    return rows == 0 ? 0 : static_cast<double>(batch) * static_cast<double>(tokens) / static_cast<double>(rows);
}

double stepFlops(const ModelInfo& model, std::span<const TrainingData> data, std::int64_t batch) {
    return 4.0 * static_cast<double>(model.blockWeights) * stepTokens(data, batch);
}

void forgetCheckpoint(const std::filesystem::path& folder) {
    std::error_code error;
    std::filesystem::remove_all(folder, error);
    if (error) throw Error(ErrorCode::Io, "cannot remove the finished run's folder " + folder.string() + ": " + error.message());
}

}  // namespace consort
