#include "core/pipeline/interactive_project.h"

namespace consort {

std::string InteractiveProject::stateOfData() const { return stepKey(projectInputs(*project_, project_->datasetNames())); }

Project& InteractiveProject::project() {
    if (project_ && stateOfData() != dataState_) {
        estimator_.reset();
        project_.reset();
    }
    if (!project_) {
        project_.emplace(Project::open(folder_, compute_));
        dataState_ = stateOfData();
    }
    return *project_;
}

SubsetEstimator& InteractiveProject::estimator(const JobContext& job) {
    Project& open = project();
    const std::string key = requireEstimate(open).key;
    if (!estimator_ || key != estimateKey_) {
        estimator_.emplace(loadEstimator(open, job));
        estimateKey_ = key;
    }
    return *estimator_;
}

}  // namespace consort
