#include "ui/panels/what_if_bench.h"

#include <QHBoxLayout>
#include <QVBoxLayout>
#include <cmath>

#include "ui/group_edits.h"
#include "ui/models/cell_table.h"
#include "ui/number_format.h"
#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/table_view.h"

namespace consort {
namespace {

/// What one dataset gains over an adapter of its own: accuracy where there are choices, else loss. NaN where nothing is predicted.
double gainOver(const Prediction& alone, const Value* now) {
    if (!now) return NAN;
    const double accuracy = now->doubleOr("accuracy", NAN);
    return std::isfinite(accuracy) ? accuracy - alone.accuracy : alone.loss - now->doubleOr("loss", NAN);
}

CellRow benchRow(const QString& name, int group, bool ticked, const Value* now, double gain) {
    const double accuracy = now ? now->doubleOr("accuracy", NAN) : NAN, loss = now ? now->doubleOr("loss", NAN) : NAN;
    const QString ink = ticked ? QString() : QStringLiteral("text2");
    Cell against{.text = kMissing, .ink = QStringLiteral("text2")};
    if (ticked && std::isfinite(gain)) against = Cell{.text = std::isfinite(accuracy) ? signedText(gain * 100, 1) : signedText(-gain), .gain = std::clamp(gain * 10, -1.0, 1.0)};
    return {name, {Cell{.text = name, .group = group, .checked = ticked}, Cell{.text = percentNumber(accuracy), .ink = ink}, Cell{.text = lossText(loss), .ink = ink}, against}};
}

}  // namespace

WhatIfBench::WhatIfBench(Workbench& workbench, QWidget* parent) : QWidget(parent), workbench_(workbench) {
    auto* head = new SectionHead(tr("What-if bench"));
    QToolButton* clear = toolButton(QStringLiteral("reset"), tr("Untick all"));
    head->add(clear);
    head->add(infoMark(tr("What-if bench"), tr("What every dataset would reach after fine-tuning on the ticked ones together: the first-order model, fitted to exactly these datasets (method, section 5). Seconds of regression, nothing is trained.")));
    model_ = new CellTableModel({{tr("Train together")}, {tr("Accuracy %"), Qt::AlignRight}, {tr("Loss"), Qt::AlignRight}, {tr("Vs alone"), Qt::AlignRight, tr("Against an adapter of its own: points of accuracy, or loss where there are no choices")}}, this);
    table_ = new TableView(model_, tr("What-if bench"));
    table_->setColumnUnits({0, 20, 15, 24});
    sum_ = textLabel({}, {}, [] { return theme().strong(); });
    sum_->setWordWrap(true);
    group_ = linkButton(tr("Make this a group"));
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(theme().u(3), theme().u(2), theme().u(3), theme().u(2));
    foot->addWidget(sum_, 1);
    foot->addWidget(group_, 0, Qt::AlignTop);
    auto* column = plainColumn(this);
    column->addWidget(head);
    column->addWidget(table_, 1);
    column->addLayout(foot);
    connect(model_, &CellTableModel::checkedChanged, this, &WhatIfBench::tick);
    connect(&workbench, &Workbench::draftChanged, this, [this] { group_->setEnabled(workbench_.canWrite() && workbench_.draftCandidate()); });
    connect(group_, &QPushButton::clicked, this, &WhatIfBench::makeGroup);
    connect(clear, &QToolButton::clicked, this, [this] {
        ticked_.clear();
        show({});
    });
}

void WhatIfBench::setEstimate(std::shared_ptr<const Estimate> estimate) {
    estimate_ = std::move(estimate);
    ask();
}

void WhatIfBench::tick(const QString& dataset, bool on) {
    if (on) ticked_.insert(dataset);
    else ticked_.remove(dataset);
    ask();
}

void WhatIfBench::ask() {
    if (ticked_.isEmpty()) return show({});
    workbench_.predict(QStringList(ticked_.begin(), ticked_.end()), {this, [this](const Value& predicted) { show(predicted); }});
}

void WhatIfBench::show(const Value& predicted) {
    const auto& snapshot = workbench_.snapshot();
    if (!snapshot || !estimate_) return;
    QVector<CellRow> rows;
    double mean = 0, gained = 0;
    for (std::size_t i = 0; i < estimate_->datasets.size(); ++i) {
        const std::string& dataset = estimate_->datasets[i];
        const QString name = QString::fromStdString(dataset);
        const Value* now = predicted.find("datasets") ? predicted.at("datasets").find(dataset) : nullptr;
        const double gain = gainOver(estimate_->alone[i], now), accuracy = now ? now->doubleOr("accuracy", NAN) : NAN;
        rows.push_back(benchRow(name, snapshot->groupOf(dataset), ticked_.contains(name), now, gain));
        if (!ticked_.contains(name) || !std::isfinite(gain)) continue;
        mean += std::isfinite(accuracy) ? accuracy : now->doubleOr("loss", NAN);
        gained += gain;
    }
    model_->setRows(rows);
    const double count = ticked_.size();
    group_->setVisible(!ticked_.isEmpty());
    group_->setEnabled(workbench_.canWrite() && workbench_.draftCandidate());
    sum_->setText(ticked_.isEmpty() ? tr("Tick datasets to see what training on them together is predicted to give.")
                                    : tr("Ticked: mean %1, %2 against alone").arg(percentText(mean / count), pointsText(gained / count)));
}

void WhatIfBench::makeGroup() {
    const GroupCandidate* now = workbench_.draftCandidate();
    if (!now) return;
    std::vector<std::string> chosen;
    for (const std::string& name : estimate_->datasets) {
        if (ticked_.contains(QString::fromStdString(name))) chosen.push_back(name);
    }
    workbench_.editGroups(withAssigned(workbench_.draft(), groupedTogether(now->groups, chosen)), tr("Make a group of %n datasets", nullptr, static_cast<int>(chosen.size())));
}

}  // namespace consort
