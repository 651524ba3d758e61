#pragma once
// The window's side of the engine: one slot for each thing a person does. Panels call it, it puts pipeline verbs on a lane, and the
// project file tells everybody what came of it.
#include <QObject>
#include <QPointer>
#include <QStringList>
#include <QUndoStack>
#include <filesystem>
#include <functional>
#include <memory>

#include "core/pipeline/ask_systems.h"
#include "core/pipeline/inspect_paths.h"
#include "core/pipeline/interactive_project.h"
#include "core/pipeline/preview_row.h"
#include "core/pipeline/project_snapshot.h"
#include "core/pipeline/project_watch.h"
#include "core/pipeline/select_sources.h"
#include "core/pipeline/train_runs.h"
#include "ui/job_bridge.h"

namespace consort {

/// Something that went wrong, told at the object it is about.
struct Problem {
    QString place;    ///< a stage ("data", "affinity", …) or "project"
    QString title;    ///< what happened, on which object
    QString text;     ///< why and what is safe
    QString fix;      ///< id of a command that mends it, or empty
};

/// A view onto a result that arrives later; dropped where `context` is gone or a newer request of its kind replaced it.
template <typename T>
struct Reply {
    QObject* context;
    std::function<void(const T&)> then;
};

/// Lives on the GUI thread; nothing here computes, opens files or knows SQL.
class Workbench : public QObject {
    Q_OBJECT
public:
    Workbench(ComputeSettings compute, std::filesystem::path resources, QObject* parent = nullptr);
    ~Workbench() override;

    JobBridge& jobs() { return jobs_; }
    QUndoStack& undo() { return undo_; }
    /// Null before the first snapshot of a project has arrived.
    const std::shared_ptr<const ProjectSnapshot>& snapshot() const { return snapshot_; }
    bool isOpen() const { return watch_ != nullptr; }
    QString folder() const { return folder_; }
    bool canWrite() const { return snapshot_ && !snapshot_->readOnly; }

    // The project
    void openProject(const QString& folder);
    /// `datasets` are imported once the project is there.
    void createProject(const QString& folder, const ProjectSettings& settings, const QStringList& datasets = {});
    void openSample(const QString& folder);
    void closeProject();
    void saveCopy(const QString& folder);

    // Data
    /// What paths are; also without an open project.
    void inspectPaths(const QStringList& paths, Reply<std::vector<FoundPath>> reply);
    void addDatasets(const QStringList& paths, const Value& options = {});
    void previewRow(const QString& dataset, Split split, std::int64_t index, Reply<RowPreview> reply);
    /// A row as it would be after reimport(); nothing is stored.
    void previewReimport(const QString& dataset, const Value& changes, Split split, std::int64_t index, Reply<RowPreview> reply);
    /// Reads a dataset's files again with other options of `import`; can be undone.
    void reimport(const QString& dataset, const Value& changes);
    void removeDatasets(const QStringList& datasets);  ///< can be undone
    void findOverlap();

    // Affinity
    void estimate(const EstimateRequest& request);
    void predict(const QStringList& names, Reply<Value> reply);
    /// Rows of `a` that pull `b`, and rows of `b` that are misled: both as `conflicts` prints them.
    void explainConflict(const QString& a, const QString& b, Reply<std::pair<Value, Value>> reply);
    void pairwise(Reply<Matrix> reply);
    /// Holds the present estimate against some real fine-tunings.
    void probe(std::int64_t count);
    void selectSources(const SelectRequest& request);
    /// What every dataset is estimated to bring to the others: as `gains` prints it.
    void gains(Reply<Value> reply);

    // Groups: the draft is what the person sees at once; it is stored behind it
    const GroupRequest& draft() const { return draft_; }
    /// An edit that can be undone; edits with the same id above 0 in a row are one.
    void editGroups(const GroupRequest& draft, const QString& text, int mergeId = 0);
    void priceGroups(const std::vector<std::vector<std::string>>& groups, Reply<GroupCandidate> reply);
    /// What every method makes of the draft's number of groups, in the order of the table of methods.
    struct MethodOutcome {
        std::string method;
        GroupCandidate candidate;
    };
    void compareMethods(Reply<std::vector<MethodOutcome>> reply);
    /// Groups by the present draft where there is an estimate but no grouping yet.
    void ensureGroups();
    /// What the draft gives, where that is known already.
    const GroupCandidate* draftCandidate() const;

    // Train
    /// The groups and both baselines, with the options that are set.
    void trainPlan();
    void train(const TrainRequest& request);
    const TrainRequest& trainRequest() const { return trainRequest_; }
    void setTrainRequest(const TrainRequest& request) { trainRequest_ = request; }
    void stopTraining();
    /// Every run of the plan that is not finished waits with its checkpoint until trainPlan().
    void pauseTraining();
    void pauseRun(const QString& run);
    void resumeRun(const QString& run);
    void orderRuns(const QStringList& runs);
    bool isTraining() const { return jobs_.active(QStringLiteral("train")) != nullptr; }

    // Evaluate
    void combineAndEvaluate();
    /// One boosting member more than there are, and every system scored again.
    void addBoostingMember();
    /// A gate instead of one weight vector a dataset, and every system scored again.
    void weighByPrompt();
    /// Intervals of the weights that there are, and what every member is worth.
    void measureWorth();
    /// A PEFT folder from elsewhere becomes a member; weighs and scores again where that was done before.
    void adoptMember(const QString& folder);
    void dismissMember(const QString& id);

    /// Weights of one dataset by hand; `fit`: those of least validation loss instead.
    void mix(const QString& dataset, const std::vector<double>& weights, bool fit, Reply<MixOutcome> reply);
    /// Validation rows by ascending probability of the right answer.
    void rankedRows(const QString& dataset, const std::vector<double>& weights, Reply<std::vector<RankedRow>> reply);
    /// Stores weights; can be undone.
    void setWeights(const QString& dataset, const std::vector<double>& weights);
    void ask(const QString& dataset, const QString& text, Reply<std::vector<SystemAnswer>> reply);

    // Export
    void exportBundle(const QString& folder);
    /// Formats beside the bundle itself, by their names in the engine's table.
    const QStringList& exportFormats() const { return exportFormats_; }
    void setExportFormats(const QStringList& formats) { exportFormats_ = formats; }
    void verifyBundle(const QString& folder);
    /// Where the next bundle goes unless the person says otherwise.
    QString exportFolder() const;
    void setExportFolder(const QString& folder) { exportFolder_ = folder; }
    /// Every step that is open, in a row.
    void runAll(const QString& folder);

    void cancel(const QString& kind);

Q_SIGNALS:
    void snapshotChanged();
    void opened();                             ///< the first snapshot of a project is there
    void closed();
    void problem(const consort::Problem& problem);
    void problemSolved(const QString& place);  ///< a job of that stage ended well
    void draftChanged();
    void told(const QString& text, bool undoable);  ///< short message, bottom left

private:
    friend class GroupEdit;
    friend class WeightEdit;
    friend class DatasetEdit;
    template <typename T>
    void askInteractive(const char* kind, std::function<T(InteractiveProject&, JobContext&)> work, Reply<T> reply);
    template <typename T>
    void submitQuestion(const char* kind, std::function<T(JobContext&)> work, Reply<T> reply);
    void run(const char* kind, const QString& title, std::function<void(Project&, JobContext&)> work);
    void submitOpening(const QString& title, const QString& folder, std::function<void(JobContext&)> work);
    void onEnded(JobId id);
    void take(std::shared_ptr<const ProjectSnapshot> snapshot);
    void applyDraft(const GroupRequest& draft);
    void storeDraft();
    void storeWeights(const QString& dataset, const std::vector<double>& weights);
    void restoreCombination(const std::string& key);
    void changeWeights(std::function<void(Project&)> change);

    ComputeSettings compute_;
    std::filesystem::path resources_;
    JobBridge jobs_;
    QUndoStack undo_;
    QString folder_;
    std::shared_ptr<const ProjectSnapshot> snapshot_;
    std::shared_ptr<InteractiveProject> desk_;
    GroupRequest draft_;
    TrainRequest trainRequest_;
    std::shared_ptr<TrainControl> control_ = std::make_shared<TrainControl>();
    QString exportFolder_;
    QStringList exportFormats_;
    std::shared_ptr<const GroupCandidate> pricedDraft_;
    std::map<JobId, QString> opening_;  ///< jobs that make a project, and its folder
    QStringList afterOpening_;          ///< datasets to import into it
    bool draftIsStored_ = true;
    std::unique_ptr<ProjectWatch> watch_;
};

/// Puts a question on the interactive lane, where the newest of a kind wins.
template <typename T>
void Workbench::askInteractive(const char* kind, std::function<T(InteractiveProject&, JobContext&)> work, Reply<T> reply) {
    if (!isOpen()) return;
    submitQuestion<T>(kind, [desk = desk_, work = std::move(work)](JobContext& job) { return work(*desk, job); }, std::move(reply));
}

template <typename T>
void Workbench::submitQuestion(const char* kind, std::function<T(JobContext&)> work, Reply<T> reply) {
    QPointer<QObject> context = reply.context;
    auto job = [this, work = std::move(work), context, then = std::move(reply.then)](JobContext& jobContext) {
        auto result = std::make_shared<T>(work(jobContext));
        QMetaObject::invokeMethod(this, [context, then, result] {
            if (context) then(*result);
        }, Qt::QueuedConnection);
    };
    jobs_.submit({kInteractiveLane, kind, std::move(job)}, QString());
}

}  // namespace consort
