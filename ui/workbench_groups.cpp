// The draft of the groups: edits that can be undone, shown at once, stored behind the person's back.
#include <QUndoCommand>

#include "core/affinity/grouping.h"
#include "core/pipeline/group_datasets.h"
#include "ui/workbench.h"

namespace consort {

/// One edit of the groups. Slider moves in a row merge into one.
class GroupEdit : public QUndoCommand {
public:
    GroupEdit(Workbench& workbench, GroupRequest before, GroupRequest after, int mergeId)
        : workbench_(workbench), before_(std::move(before)), after_(std::move(after)), mergeId_(mergeId) {}
    void undo() override { workbench_.applyDraft(before_); }
    void redo() override { workbench_.applyDraft(after_); }
    int id() const override { return mergeId_ > 0 ? mergeId_ : -1; }
    bool mergeWith(const QUndoCommand* later) override {
        after_ = static_cast<const GroupEdit*>(later)->after_;
        setText(later->text());
        return true;
    }

private:
    Workbench& workbench_;
    GroupRequest before_, after_;
    int mergeId_;
};

void Workbench::editGroups(const GroupRequest& draft, const QString& text, int mergeId) {
    auto* edit = new GroupEdit(*this, draft_, draft, mergeId);
    edit->setText(text);
    undo_.push(edit);
    if (mergeId == 0) Q_EMIT told(text, true);
}

void Workbench::applyDraft(const GroupRequest& draft) {
    draft_ = draft;
    draftIsStored_ = false;
    pricedDraft_.reset();
    Q_EMIT draftChanged();
    storeDraft();
}

void Workbench::storeDraft() {
    struct Stored {
        std::shared_ptr<const GroupCandidate> candidate;
    };
    askInteractive<Stored>("group", [request = draft_](InteractiveProject& desk, JobContext& job) {
        SubsetEstimator& estimator = desk.estimator(job);
        Stored stored;
        if (request.assigned) {
            stored.candidate = std::make_shared<const GroupCandidate>(consort::priceGroups(desk.project(), estimator, request, *request.assigned, job));
        }
        if (!desk.project().store().readOnly()) groupDatasets(desk.project(), request, job, &estimator);
        return stored;
    }, {this, [this](const Stored& stored) {
        draftIsStored_ = true;
        pricedDraft_ = stored.candidate;
        if (watch_) watch_->refresh();
        Q_EMIT draftChanged();
    }});
}

void Workbench::ensureGroups() {
    if (snapshot_ && snapshot_->estimate && (!snapshot_->groupTable || !snapshot_->grouping) && draftIsStored_) storeDraft();
}

void Workbench::priceGroups(const std::vector<std::vector<std::string>>& groups, Reply<GroupCandidate> reply) {
    askInteractive<GroupCandidate>("price", [groups, request = draft_](InteractiveProject& desk, JobContext& job) {
        SubsetEstimator& estimator = desk.estimator(job);
        return consort::priceGroups(desk.project(), estimator, request, groups, job);
    }, std::move(reply));
}

void Workbench::compareMethods(Reply<std::vector<MethodOutcome>> reply) {
    const GroupCandidate* now = draftCandidate();
    if (!now) return;
    askInteractive<std::vector<MethodOutcome>>("methods", [request = draft_, m = now->m()](InteractiveProject& desk, JobContext& job) {
        SubsetEstimator& estimator = desk.estimator(job);
        std::vector<MethodOutcome> outcomes;
        for (const Clusterer& clusterer : clusterers()) {
            if (static_cast<int>(desk.project().datasetNames().size()) > clusterer.largest) continue;
            GroupRequest one = request;
            one.method = clusterer.name;
            outcomes.push_back({clusterer.name, groupInto(desk.project(), estimator, one, m, job)});
        }
        return outcomes;
    }, std::move(reply));
}

const GroupCandidate* Workbench::draftCandidate() const {
    if (draft_.assigned) return pricedDraft_.get();
    if (!snapshot_ || !snapshot_->groupTable) return nullptr;
    return draft_.groups ? snapshot_->groupTable->find(*draft_.groups) : snapshot_->groupTable->knee();
}

}  // namespace consort
