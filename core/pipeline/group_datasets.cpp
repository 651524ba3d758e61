#include "core/pipeline/group_datasets.h"

#include <set>

#include "core/base/error.h"
#include "core/pipeline/group_table.h"
#include "core/pipeline/subset_estimator.h"

namespace consort {
namespace {

Value requestValue(const GroupRequest& request) {
    const Value common = tableRequestValue(request);
    Value assigned, value;
    if (request.assigned) {
        assigned = Value::List{};
        for (const auto& group : *request.assigned) assigned.push(Value(group));
    }
    value.set("m", request.groups ? Value(*request.groups) : Value());
    for (const auto& [name, part] : common.asObject()) value.set(name, part);
    return value.set("assigned", assigned);
}

GroupingResult groupingFrom(const Value& value) {
    GroupingResult result;
    result.method = value.at("method").asString();
    result.value = value;
    result.groups = namedGroupsFrom(value.at("groups"));
    return result;
}

/// The printed table: one row a number of groups.
Value tableValue(const GroupTable& table) {
    Value rows = Value::List{};
    for (const GroupCandidate& candidate : table.rows) {
        Value row;
        row.set("m", candidate.m()).set("density", candidate.density).set("mean", candidate.mean).set("worst", candidate.worst);
        row.set("flops", candidate.price.flops).set("knee", candidate.knee);
        rows.push(row);
    }
    return rows;
}

/// The partition that was asked for: assigned, of m groups, or at the knee.
GroupCandidate chosen(Project& project, const GroupRequest& request, const GroupTable& table, SubsetEstimator* estimator, const JobContext& job) {
    if (!request.assigned) {
        if (const GroupCandidate* row = request.groups ? table.find(*request.groups) : table.knee()) return *row;
    }
    std::optional<SubsetEstimator> own;
    if (!estimator) estimator = &own.emplace(loadEstimator(project, job));
    if (request.assigned) return priceGroups(project, *estimator, request, *request.assigned, job);
    return groupInto(project, *estimator, request, request.groups.value_or(1), job);
}

Value computeGrouping(Project& project, const GroupRequest& request, SubsetEstimator* estimator, const JobContext& job) {
    requireFeasible(project, request);
    GroupRequest free = request;
    if (request.assigned) {
        free.mustLink.clear(), free.cannotLink.clear(), free.pinned.clear();
        free.minSize = 1;
        free.maxSize.reset();
    }
    const GroupTable table = groupTable(project, free, estimator, job);
    const GroupCandidate candidate = chosen(project, request, table, estimator, job);
    Value value = toValue(candidate, project.datasetNames());
    value.set("method", request.assigned ? "manual" : request.method).set("table", tableValue(table));
    return value;
}

}  // namespace

GroupingResult groupDatasets(Project& project, const GroupRequest& request, const JobContext& job, SubsetEstimator* estimator) {
    const StageLock lock(project.store().folder(), "group");
    Value inputs = requestValue(request);
    inputs.set("estimate", requireEstimate(project).key);
    const std::string key = stepKey(inputs);
    Value value;
    if (const auto known = project.reusable("group", key)) {
        value = known->value;
        job.note("group: reused");
    } else {
        value = computeGrouping(project, request, estimator, job);
        value.set("request", requestValue(request));
    }
    project.store().putResult({"group", key, value, 0, 0});
    GroupingResult result = groupingFrom(value);
    project.store().putGroupsView(result.groups);
    return result;
}

std::vector<std::vector<std::string>> namedGroupsFrom(const Value& groups) {
    std::vector<std::vector<std::string>> named;
    for (const Value& group : groups.asList()) {
        named.emplace_back();
        for (const Value& name : group.asList()) named.back().push_back(name.asString());
    }
    return named;
}

GroupRequest groupRequestFromStored(const Value& value) {
    GroupRequest request;
    const auto pairs = [&](const char* key) {
        std::vector<std::pair<std::string, std::string>> list;
        for (const Value& pair : value.at(key).asList()) list.emplace_back(pair.asList().at(0).asString(), pair.asList().at(1).asString());
        return list;
    };
    if (const Value& m = value.at("m"); m.isInt()) request.groups = static_cast<int>(m.asInt());
    request.method = value.at("method").asString();
    request.metric = value.at("metric").asString();
    request.mustLink = pairs("must_link");
    request.cannotLink = pairs("cannot_link");
    for (const Value& pin : value.at("pins").asList()) {
        const std::string& text = pin.asString();
        request.pinned.emplace_back(text.substr(0, text.rfind(':')), std::stoi(text.substr(text.rfind(':') + 1)));
    }
    request.minSize = static_cast<int>(value.intOr("min_size", 1));
    if (const Value& most = value.at("max_size"); most.isInt()) request.maxSize = static_cast<int>(most.asInt());
    if (const Value& assigned = value.at("assigned"); assigned.isList()) request.assigned = namedGroupsFrom(assigned);
    return request;
}

std::optional<GroupingResult> currentGrouping(const Project& project) {
    const auto stored = project.store().result("group");
    if (!stored) return std::nullopt;
    GroupingResult result = groupingFrom(stored->value);
    std::multiset<std::string> grouped;
    for (const auto& group : result.groups) grouped.insert(group.begin(), group.end());
    const auto names = project.datasetNames();
    if (grouped != std::multiset<std::string>(names.begin(), names.end())) return std::nullopt;
    return result;
}

}  // namespace consort
