#pragma once
// The options of every verb, described once: for command-line flags, forms and the stored configuration.
#include <vector>

#include "core/base/options.h"
#include "core/data/import.h"
#include "core/pipeline/combine_members.h"
#include "core/pipeline/estimate_subsets.h"
#include "core/pipeline/evaluate_systems.h"
#include "core/pipeline/group_datasets.h"
#include "core/pipeline/project.h"
#include "core/pipeline/select_sources.h"
#include "core/pipeline/train_runs.h"

namespace consort {

const std::vector<OptionSpec>& newOptions();
const std::vector<OptionSpec>& importOptions();
const std::vector<OptionSpec>& estimateOptions();
const std::vector<OptionSpec>& groupOptions();
const std::vector<OptionSpec>& trainOptions();
const std::vector<OptionSpec>& combineOptions();
const std::vector<OptionSpec>& evaluateOptions();
const std::vector<OptionSpec>& selectOptions();

/// Requests from checked options (checkedOptions of the list above). Each throws Error{InvalidInput} for what only the verb can tell.
ProjectSettings projectSettingsFrom(const Value& options);
ImportOptions importOptionsFrom(const Value& options);
EstimateRequest estimateRequestFrom(const Value& options);
GroupRequest groupRequestFrom(const Value& options);
CombineRequest combineRequestFrom(const Value& options);
EvaluateRequest evaluateRequestFrom(const Value& options);
SelectRequest selectRequestFrom(const Value& options);
TrainRequest trainRequestFrom(const Value& options);

}  // namespace consort
