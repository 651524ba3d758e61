// Members beyond the groups' own, and other ways to weigh them: each ends with every system scored again.
#include <QFileInfo>

#include "core/pipeline/adopt_adapter.h"
#include "core/pipeline/combine_members.h"
#include "core/pipeline/evaluate_systems.h"
#include "ui/workbench.h"

namespace consort {
namespace {

/// What the present combination would be asked for with; weights by hand are fitted anew.
CombineRequest presentRequest(const Project& project) {
    CombineRequest request;
    const auto now = currentCombination(project);
    if (!now) return request;
    request.boost = static_cast<std::int64_t>(now->members.size() - now->mixedMembers());
    if (now->method != "manual") request.weights = now->method;
    return request;
}

void combineAgain(Project& project, const CombineRequest& request, JobContext& job) {
    combineMembers(project, request, job);
    evaluateSystems(project, {}, job);
}

}  // namespace

void Workbench::addBoostingMember() {
    run("evaluate", tr("Add a boosting member"), [](Project& project, JobContext& job) {
        CombineRequest request = presentRequest(project);
        if (request.weights == "gate") request.weights = "fitted";  // steps of boosting stand on one weight vector a dataset
        ++request.boost;
        combineAgain(project, request, job);
    });
}

void Workbench::weighByPrompt() {
    run("evaluate", tr("Weigh by the prompt"), [](Project& project, JobContext& job) {
        CombineRequest request;
        request.weights = "gate";
        combineAgain(project, request, job);
    });
}

void Workbench::measureWorth() {
    run("evaluate", tr("Worth of the members"), [](Project& project, JobContext& job) {
        CombineRequest request = presentRequest(project);
        request.worth = true;
        combineAgain(project, request, job);
    });
}

void Workbench::adoptMember(const QString& folder) {
    const bool weighed = snapshot_ && snapshot_->combination && !snapshot_->combinationIsOld;
    run("evaluate", tr("Take in %1").arg(QFileInfo(folder).fileName()), [folder = folder.toStdString(), weighed](Project& project, JobContext& job) {
        adoptAdapter(project, folder, std::nullopt, job);
        if (weighed) combineAgain(project, presentRequest(project), job);
    });
}

void Workbench::dismissMember(const QString& id) {
    const bool weighed = snapshot_ && snapshot_->combination && !snapshot_->combinationIsOld;
    run("evaluate", tr("Remove the member %1").arg(id), [id = id.toStdString(), weighed](Project& project, JobContext& job) {
        dismissAdapter(project, id);
        if (weighed) combineAgain(project, presentRequest(project), job);
    });
}

}  // namespace consort
