#pragma once
// Internal to the pipeline: an estimate as the JSON document of `consort estimate`, and back.
#include <string>
#include <vector>

#include "core/pipeline/estimate_subsets.h"

namespace consort {

/// A number, or null where it is none.
Value finiteOrNull(double number);

/// [{loss, accuracy, macro_f1}], null where not a number; and back.
Value predictionsValue(const std::vector<Prediction>& predictions);
std::vector<Prediction> predictionsFrom(const Value& list);

Estimate estimateFrom(const Value& value, const std::string& key);
/// The request that a stored estimate answered, to load its gradients again.
EstimateRequest requestFrom(const Value& stored);

}  // namespace consort
