// The mixer of the stage Evaluate: weights by hand, tried at once, stored as an edit that can be undone.
#include <QUndoCommand>
#include <algorithm>

#include "ui/workbench.h"

namespace consort {

class WeightEdit : public QUndoCommand {
public:
    WeightEdit(Workbench& workbench, QString dataset, std::vector<double> before, std::vector<double> after)
        : workbench_(workbench), dataset_(std::move(dataset)), before_(std::move(before)), after_(std::move(after)) {}
    /// The combination whose gate this edit replaces.
    void replacesGate(std::string key) { gate_ = std::move(key); }
    void undo() override { gate_.empty() ? workbench_.storeWeights(dataset_, before_) : workbench_.restoreCombination(gate_); }
    void redo() override { workbench_.storeWeights(dataset_, after_); }

private:
    Workbench& workbench_;
    QString dataset_;
    std::vector<double> before_, after_;
    std::string gate_;
};

void Workbench::mix(const QString& dataset, const std::vector<double>& weights, bool fit, Reply<MixOutcome> reply) {
    askInteractive<MixOutcome>("mix", [name = dataset.toStdString(), weights, fit](InteractiveProject& desk, JobContext& job) {
        const WeightMixer& mixer = desk.mixer(name, job);
        return mixer.outcome(fit ? mixer.fit() : weights);
    }, std::move(reply));
}

void Workbench::rankedRows(const QString& dataset, const std::vector<double>& weights, Reply<std::vector<RankedRow>> reply) {
    askInteractive<std::vector<RankedRow>>("examples", [name = dataset.toStdString(), weights](InteractiveProject& desk, JobContext& job) {
        return desk.mixer(name, job).rankedRows(weights);
    }, std::move(reply));
}

void Workbench::setWeights(const QString& dataset, const std::vector<double>& weights) {
    if (!snapshot_ || !snapshot_->combination || !canWrite()) return;
    const auto& names = snapshot_->combination->datasets;
    const auto at = std::find(names.begin(), names.end(), dataset.toStdString());
    if (at == names.end()) return;
    auto* edit = new WeightEdit(*this, dataset, snapshot_->combination->weights[static_cast<std::size_t>(at - names.begin())], weights);
    if (snapshot_->combination->gate) edit->replacesGate(snapshot_->combination->key);
    edit->setText(tr("weights of %1").arg(dataset));
    undo_.push(edit);
}

void Workbench::storeWeights(const QString& dataset, const std::vector<double>& weights) {
    changeWeights([name = dataset.toStdString(), weights](Project& project) { consort::setWeights(project, name, weights); });
}

void Workbench::restoreCombination(const std::string& key) {
    changeWeights([key](Project& project) { consort::restoreCombination(project, key); });
}

void Workbench::changeWeights(std::function<void(Project&)> change) {
    struct Stored {};
    askInteractive<Stored>("weights", [change = std::move(change)](InteractiveProject& desk, JobContext&) {
        change(desk.project());
        return Stored{};
    }, {this, [this](const Stored&) {
        if (watch_) watch_->refresh();
    }});
}

void Workbench::ask(const QString& dataset, const QString& text, Reply<std::vector<SystemAnswer>> reply) {
    askInteractive<std::vector<SystemAnswer>>("ask", [name = dataset.toStdString(), text = text.toStdString()](InteractiveProject& desk, JobContext& job) {
        return askSystems(desk.project(), name, text, job);
    }, std::move(reply));
}

}  // namespace consort
