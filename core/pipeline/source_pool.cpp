#include "core/pipeline/source_pool.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/affinity/row_clusters.h"
#include "core/base/error.h"
#include "core/nn/representations.h"
#include "core/pipeline/first_order.h"
#include "core/pipeline/forward_penalty.h"
#include "core/pipeline/loss_gradient.h"

namespace consort {
namespace {

constexpr std::size_t kLambdaSets = 16;
constexpr std::int64_t kRepresentedRows = 200;  ///< prompts a source whose representation is taken

EstimateRequest estimateRequest(const SelectRequest& request) {
    EstimateRequest estimate;
    estimate.rows = request.rows;
    estimate.dim = request.dim;
    return estimate;
}

std::vector<std::string> sourceDatasets(const Project& project, const SelectRequest& request) {
    const std::vector<std::string> all = project.datasetNames();
    project.indexOf(request.target);
    std::vector<std::string> names;
    for (const std::string& name : request.sources.empty() ? all : request.sources) {
        project.indexOf(name);
        if (name == request.target) {
            if (!request.sources.empty()) throw Error(ErrorCode::InvalidInput, "'" + name + "' is the target and cannot be a source; leave it out of --sources");
            continue;
        }
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
    if (names.empty() && !request.clusters) {
        throw Error(ErrorCode::InvalidInput, "'" + request.target + "' is the only dataset: import others to select from, or use --clusters K to select among parts of its own rows");
    }
    return names;
}

LinearRows rowsAt(const LinearRows& rows, const std::vector<std::size_t>& wanted) {
    LinearRows part;
    part.sketch = FloatMatrix(static_cast<std::int64_t>(wanted.size()), rows.sketch.cols);
    for (std::size_t k = 0; k < wanted.size(); ++k) {
        part.h0.push_back(rows.h0[wanted[k]]);
        std::copy_n(rows.sketch.row(static_cast<std::int64_t>(wanted[k])).begin(), rows.sketch.cols, part.sketch.row(static_cast<std::int64_t>(k)).begin());
    }
    return part;
}

/// All rows of the pool end to end, and the dataset of each.
struct PooledRows {
    LinearRows train;
    std::vector<Example> examples;
    std::vector<std::string> dataset;
};

PooledRows pooled(const std::vector<DatasetRows>& parts) {
    PooledRows all;
    std::int64_t rows = 0;
    for (const DatasetRows& part : parts) rows += part.train.sketch.rows;
    all.train.sketch = FloatMatrix(rows, parts.front().train.sketch.cols);
    std::int64_t at = 0;
    for (const DatasetRows& part : parts) {
        all.train.h0.insert(all.train.h0.end(), part.train.h0.begin(), part.train.h0.end());
        std::copy(part.train.sketch.values.begin(), part.train.sketch.values.end(), all.train.sketch.row(at).begin());
        all.examples.insert(all.examples.end(), part.trainExamples.begin(), part.trainExamples.end());
        all.dataset.insert(all.dataset.end(), part.trainExamples.size(), part.name);
        at += part.train.sketch.rows;
    }
    return all;
}

struct Candidate {
    Source source;
    DatasetRows rows;
};

/// "c1" …: rows of similar gradients, whatever dataset they are of.
std::vector<Candidate> clustersOf(const std::vector<DatasetRows>& parts, int count) {
    const PooledRows all = pooled(parts);
    const std::vector<int> label = rowClusters(all.train.sketch, count);
    std::vector<Candidate> clusters;
    for (int c = 0; c < count; ++c) {
        std::vector<std::size_t> wanted;
        for (std::size_t r = 0; r < label.size(); ++r) {
            if (label[r] == c) wanted.push_back(r);
        }
        Candidate cluster;
        cluster.source.name = cluster.rows.name = "c" + std::to_string(c + 1);
        cluster.source.datasets = Value(Value::Object{});
        for (const std::size_t r : wanted) {
            cluster.source.examples.push_back(all.examples[r]);
            cluster.source.datasets.set(all.dataset[r], cluster.source.datasets.intOr(all.dataset[r], 0) + 1);
        }
        cluster.rows.trainExamples = cluster.source.examples;
        cluster.rows.train = rowsAt(all.train, wanted);
        clusters.push_back(std::move(cluster));
    }
    return clusters;
}

Candidate datasetSource(Project& project, DatasetRows rows) {
    Candidate candidate;
    candidate.source.name = rows.name;
    candidate.source.examples = project.dataset(rows.name).split(Split::Train);
    candidate.source.datasets.set(rows.name, static_cast<std::int64_t>(candidate.source.examples.size()));
    candidate.rows = std::move(rows);
    return candidate;
}

void requireTargetRows(Project& project, const std::string& target) {
    for (const Split split : {Split::Train, Split::Valid}) {
        if (!project.dataset(target).split(split).empty()) continue;
        throw Error(ErrorCode::InvalidInput, "the target '" + target + "' has no " + splitName(split) + " rows, so sources cannot be judged; import it again with more rows");
    }
}

/// The length of displacements by the target's real validation loss at displacements of sets of half of the sources.
Penalty penaltyFor(Project& project, const SelectRequest& request, const ExpansionPoint& point, const std::vector<DatasetRows>& rows, const JobContext& job) {
    if (request.lambda) return {*request.lambda, 0};
    JudgingRows judging(rows.size());
    judging.front() = judgingRows(project, request.target);
    std::vector<Subset> sets = besideTarget(halfSets(static_cast<int>(rows.size()) - 1, static_cast<std::int64_t>(kLambdaSets), project.settings().seed));
    if (sets.size() > kLambdaSets) sets.resize(kLambdaSets);
    return forwardPenalty(project, point, rows, estimateRequest(request), judging, sets, job).penalty;
}

double cosine(std::span<const double> a, std::span<const double> b) {
    const double inner = std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
    const double lengths = std::sqrt(std::inner_product(a.begin(), a.end(), a.begin(), 0.0) * std::inner_product(b.begin(), b.end(), b.begin(), 0.0));
    return lengths > 0 ? inner / lengths : 0;
}

std::vector<int> byDescending(const std::vector<double>& score) {
    std::vector<int> order(score.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return score[static_cast<std::size_t>(a)] > score[static_cast<std::size_t>(b)]; });
    return order;
}

std::vector<double> meanOf(const FloatMatrix& rows) {
    std::vector<double> mean(static_cast<std::size_t>(rows.cols), 0.0);
    for (std::int64_t r = 0; r < rows.rows; ++r) {
        for (std::size_t c = 0; c < mean.size(); ++c) mean[c] += rows.row(r)[c] / static_cast<double>(rows.rows);
    }
    return mean;
}

}  // namespace

std::vector<Subset> besideTarget(const std::vector<Subset>& sources) {
    std::vector<Subset> sets;
    for (const Subset& set : sources) {
        sets.push_back({0});
        for (const int i : set) sets.back().push_back(i + 1);
    }
    return sets;
}

SourcePool gatherSources(Project& project, const SelectRequest& request, const JobContext& job) {
    std::vector<std::string> names{request.target};
    const std::vector<std::string> sources = sourceDatasets(project, request);
    requireTargetRows(project, request.target);
    names.insert(names.end(), sources.begin(), sources.end());
    const EstimateRequest estimate = estimateRequest(request);
    std::vector<std::string> inOrder;  // of the project: the same datasets then share their point with the estimate
    for (const std::string& name : project.datasetNames()) {
        if (std::find(names.begin(), names.end(), name) != names.end()) inOrder.push_back(name);
    }
    const ExpansionPoint point = jointPoint(project, estimate, inOrder, job);
    std::vector<DatasetRows> parts;
    double flops = point.flops;
    for (const std::string& name : names) {
        job.throwIfStopped();
        parts.push_back(collectRows(project, name, point, estimate, job));
        flops += parts.back().flops;
    }
    std::vector<DatasetRows> rows{parts.front()};
    std::vector<Candidate> candidates;
    if (request.clusters) {
        const bool own = sources.empty();
        candidates = clustersOf({parts.begin() + (own ? 0 : 1), parts.end()}, *request.clusters);
        if (own) rows.front().train = rowsAt(parts.front().train, {});  // its own rows are what is selected from
    } else {
        for (std::size_t k = 1; k < parts.size(); ++k) candidates.push_back(datasetSource(project, std::move(parts[k])));
    }
    std::vector<Source> found;
    for (Candidate& candidate : candidates) {
        found.push_back(std::move(candidate.source));
        rows.push_back(std::move(candidate.rows));
    }
    const Penalty penalty = penaltyFor(project, request, point, rows, job);
    return {names, std::move(found), SubsetEstimator(std::move(rows), penalty, project.device()), flops};
}

SourceLoss lossOfTarget(SourcePool& pool, const JobContext& job) {
    return [&pool, &job](const std::vector<Subset>& sets) {
        std::vector<double> losses;
        for (const auto& outcome : pool.estimator.explore(besideTarget(sets), job)) losses.push_back(outcome.front().loss);
        return losses;
    };
}

std::vector<int> rankedByGradient(const SourcePool& pool) {
    const auto& rows = pool.estimator.datasets();
    const LinearRows& own = rows.front().train.sketch.rows > 0 ? rows.front().train : rows.front().valid;
    const std::vector<double> target = meanLossGradient(own);
    std::vector<double> score;
    for (std::size_t k = 1; k < rows.size(); ++k) score.push_back(cosine(meanLossGradient(rows[k].train), target));
    return byDescending(score);
}

std::vector<int> rankedByRepresentation(Project& project, const SourcePool& pool, const JobContext& job) {
    const auto few = [](const std::vector<Example>& rows) { return std::span(rows).first(std::min<std::size_t>(rows.size(), kRepresentedRows)); };
    std::vector<std::vector<double>> means;
    const std::vector<Example> own = drawnTrainRows(project, project.dataset(pool.datasets.front()), kRepresentedRows);
    means.push_back(meanOf(representations(project.session(), own, job)));
    for (std::size_t k = 1; k < pool.estimator.datasets().size(); ++k) {
        means.push_back(meanOf(representations(project.session(), few(pool.estimator.datasets()[k].trainExamples), job)));
    }
    std::vector<double> centre(means.front().size(), 0.0);
    for (const auto& mean : means) {
        for (std::size_t c = 0; c < centre.size(); ++c) centre[c] += mean[c] / static_cast<double>(means.size());
    }
    for (auto& mean : means) {
        for (std::size_t c = 0; c < centre.size(); ++c) mean[c] -= centre[c];
    }
    std::vector<double> score;
    for (std::size_t k = 1; k < means.size(); ++k) score.push_back(cosine(means[k], means.front()));
    return byDescending(score);
}

}  // namespace consort
