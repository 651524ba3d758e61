#include "core/pipeline/interactive_project.h"

namespace consort {

std::string InteractiveProject::stateOfData() const { return stepKey(projectInputs(*project_, project_->datasetNames())); }

Project& InteractiveProject::project() {
    if (project_ && stateOfData() != dataState_) {
        estimator_.reset();
        mixer_.reset();
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

WeightMixer& InteractiveProject::mixer(const std::string& dataset, const JobContext& job) {
    Project& open = project();
    if (!mixer_ || mixer_->key() != mixerKey(open, dataset)) {
        mixer_.reset();
        mixer_.emplace(WeightMixer::open(open, dataset, job));
    }
    return *mixer_;
}

}  // namespace consort
