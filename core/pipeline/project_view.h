#pragma once
// The verb `show`: what is in a project, its state and its price.
#include <string>

#include "core/pipeline/project.h"

namespace consort {

/// Section "datasets", "overlap", "affinity", "groups", "runs", "scores" or "log" as one object; throws Error{InvalidInput} naming
/// the sections, or the step to run first.
Value projectView(Project& project, const std::string& section);

}  // namespace consort
