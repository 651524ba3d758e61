#include "ui/docks/jobs_dock.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

#include "ui/models/cell_table.h"
#include "ui/number_format.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/table_view.h"

namespace consort {
namespace {

struct StateLook {
    const char *icon, *ink;
};

StateLook lookOf(JobState state) {
    switch (state) {
        case JobState::Queued: return {"clock", "text2"};
        case JobState::Running: return {"running", "accent"};
        case JobState::Done: return {"done", "ok"};
        case JobState::Failed: return {"error", "error"};
        default: return {"stop", "text2"};
    }
}

}  // namespace

QString stageOfWork(const std::string& stage) {
    static const std::map<std::string, const char*> words = {
        {"gradients", QT_TRANSLATE_NOOP("Work", "gradients")}, {"fits", QT_TRANSLATE_NOOP("Work", "subset fits")},   {"import", QT_TRANSLATE_NOOP("Work", "reading")},
        {"group", QT_TRANSLATE_NOOP("Work", "grouping")},      {"combine", QT_TRANSLATE_NOOP("Work", "weights")},    {"evaluate", QT_TRANSLATE_NOOP("Work", "scoring")},
        {"export", QT_TRANSLATE_NOOP("Work", "writing")},      {"copy", QT_TRANSLATE_NOOP("Work", "copying")},       {"range test", QT_TRANSLATE_NOOP("Work", "learning-rate test")},
        {"warm-up", QT_TRANSLATE_NOOP("Work", "warm-up")},     {"verify", QT_TRANSLATE_NOOP("Work", "checking")},
        {"probes", QT_TRANSLATE_NOOP("Work", "real fine-tunings")}, {"length", QT_TRANSLATE_NOOP("Work", "step length")},        {"select", QT_TRANSLATE_NOOP("Work", "training on the selection")},
    };
    const auto found = words.find(stage);
    return found == words.end() ? QString::fromStdString(stage) : QCoreApplication::translate("Work", found->second);
}

QString doneOfTotal(const Progress& progress) {
    if (progress.total <= 0) return progress.done > 0 ? countText(progress.done) : QString();
    return QCoreApplication::translate("Work", "%1 of %2").arg(countText(progress.done), countText(progress.total));
}

JobsDock::JobsDock(Workbench& workbench, QWidget* parent) : QWidget(parent), workbench_(workbench) {
    model_ = new CellTableModel({{tr("Job")}, {tr("Stage")}, {tr("Progress")}, {tr("Rate"), Qt::AlignRight}, {tr("Left"), Qt::AlignRight}}, this);
    table_ = new TableView(model_, tr("Jobs"));
    table_->setColumnUnits({70, 0, 60, 36, 32});
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(table_, 1);
    auto* column = new QVBoxLayout;
    column->setContentsMargins(8, 8, 8, 8);
    QPushButton* cancel = pushButton(tr("Cancel job"), QStringLiteral("close"));
    QPushButton* clear = pushButton(tr("Clear ended"));
    column->addWidget(cancel);
    column->addWidget(clear);
    column->addStretch();
    row->addLayout(column);
    connect(cancel, &QPushButton::clicked, this, [this] {
        if (!table_->currentKey().isEmpty()) workbench_.jobs().cancel(table_->currentKey().toLongLong());
    });
    connect(clear, &QPushButton::clicked, this, [this] { workbench_.jobs().forgetEnded(); });
}

void JobsDock::refresh() {
    QVector<CellRow> rows;
    active_ = 0;
    const auto& jobs = workbench_.jobs().rows();
    for (auto job = jobs.rbegin(); job != jobs.rend(); ++job) {
        if (job->title.isEmpty()) continue;
        active_ += job->isActive() ? 1 : 0;
        const StateLook look = lookOf(job->state);
        Cell name{job->title}, stage, progress, rate, left;
        name.icon = QLatin1String(look.icon);
        name.tip = job->message;
        stage.text = job->state == JobState::Running   ? stageOfWork(job->progress.stage)
                     : job->state == JobState::Queued  ? tr("waiting")
                     : job->state == JobState::Failed  ? job->message
                     : job->state == JobState::Done    ? tr("finished %1").arg(QLocale().toString(job->ended.time(), QLocale::ShortFormat))
                                                       : tr("stopped");
        stage.ink = job->state == JobState::Failed ? QStringLiteral("error") : QStringLiteral("text2");
        stage.tip = job->message;
        progress.progress = job->state == JobState::Done ? 1.0 : job->share();
        progress.text = doneOfTotal(job->progress);
        if (job->rate > 0) rate.text = rateText(job->rate, QString::fromStdString(job->progress.unit));
        if (job->state == JobState::Running && job->left() >= 0) left.text = durationText(job->left());
        if (job->state == JobState::Done && job->started.isValid()) left.text = durationText(static_cast<double>(job->started.msecsTo(job->ended)) / 1000);
        rows.push_back({QString::number(job->id), {name, stage, progress, rate, left}, false, job->state == JobState::Failed ? QStringLiteral("error") : QString()});
    }
    model_->setRows(rows);
}

}  // namespace consort
