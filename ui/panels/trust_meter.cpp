#include "ui/panels/trust_meter.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "ui/number_format.h"
#include "ui/plots/agreement_plot.h"
#include "ui/plots/distance_plot.h"
#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"

namespace consort {

namespace {

/// What real fine-tunings say, once there are any.
void addProbes(const Estimate& estimate, QVector<FactList::Fact>& facts) {
    const Agreement& inside = estimate.agreement.inside;
    if (estimate.probes.empty()) return;
    facts.push_back({TrustMeter::tr("Probes"), TrustMeter::tr("%n real fine-tunings", nullptr, static_cast<int>(estimate.probes.size())), {}, TrustMeter::tr("Sets of datasets that were really trained on, by equal steps; the estimate is held against them")});
    facts.push_back({TrustMeter::tr("Estimation error"), percentText(inside.error), {}, TrustMeter::tr("Σ(f̂ − f)² / Σf² over the datasets inside the probed sets; membership alone: %1").arg(percentText(inside.trivialError))});
    facts.push_back({TrustMeter::tr("R² over membership"), shortNumber(inside.r2), inside.r2 > 0 ? QStringLiteral("ok") : QStringLiteral("warn"), TrustMeter::tr("Above 0: better than knowing only which datasets are inside")});
    const QString ceiling = std::isfinite(inside.ceiling) ? shortNumber(inside.ceiling) : QStringLiteral("–");
    facts.push_back({TrustMeter::tr("Rank correlation"), shortNumber(inside.spearman), {}, TrustMeter::tr("Of estimated and measured losses over the probed sets, mean over the datasets; the same trainings with another seed reach %1").arg(ceiling)});
}

QString setText(const Estimate& estimate, const Subset& subset) {
    QStringList names;
    for (const int i : subset) names << QString::fromStdString(estimate.datasets[static_cast<std::size_t>(i)]);
    return names.join(QStringLiteral(", "));
}

QVector<AgreementPoint> agreementPoints(const Estimate& estimate) {
    QVector<AgreementPoint> points;
    for (const ProbeOutcome& probe : estimate.probes) {
        for (std::size_t i = 0; i < probe.measured.size(); ++i) {
            const bool inside = std::find(probe.subset.begin(), probe.subset.end(), static_cast<int>(i)) != probe.subset.end();
            const double estimated = probe.estimated[i].loss, measured = probe.measured[i].loss;
            points.push_back({estimated, measured, inside,
                              TrustMeter::tr("%1 after fine-tuning on %2: estimated %3, measured %4").arg(QString::fromStdString(estimate.datasets[i]), setText(estimate, probe.subset), lossText(estimated), lossText(measured))});
        }
    }
    return points;
}

}  // namespace

TrustMeter::TrustMeter(QWidget* parent) : QWidget(parent), facts_(new FactList), plot_(new DistancePlot), agreement_(new AgreementPlot), probe_(linkButton(tr("Check by fine-tuning"))) {
    auto* column = plainColumn(this);
    auto* head = new SectionHead(tr("Trust meter"));
    head->add(infoMark(tr("Trust meter"), tr("Predictions follow a linear model of the outputs around the expansion point. The curve shows how wrong that model is at growing distances from it: mean of ((h0 + g·Δ − h) / max(|h|, |h0|))² over training rows (method, section 6). Up to 3 % the model counts as linear; above, the order of the predictions is worth more than their values.")));
    auto* inner = new QVBoxLayout;
    inner->setContentsMargins(theme().u(3), 0, theme().u(3), theme().u(2));
    inner->addWidget(facts_);
    column->addWidget(head);
    column->addLayout(inner);
    column->addWidget(plot_);
    column->addWidget(agreement_);
    agreement_->hide();
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(theme().u(3), 0, theme().u(3), theme().u(2));
    foot->addWidget(probe_);
    foot->addStretch(1);
    column->addLayout(foot);
}

void TrustMeter::bind(QAction* probe) {
    const auto follow = [this, probe] {
        probe_->setEnabled(probe->isEnabled());
        probe_->setToolTip(probe->toolTip());
    };
    connect(probe_, &QPushButton::clicked, probe, &QAction::trigger);
    connect(probe, &QAction::changed, this, follow);
    follow();
}

void TrustMeter::setEstimate(const Estimate& estimate) {
    const FirstOrderPoint* full = estimate.atFullDisplacement();
    const bool linear = full && full->error <= kLinearError;
    QVector<FactList::Fact> facts;
    if (full) {
        facts.push_back({tr("Verdict"), linear ? tr("Reliable") : tr("Stretched: rank, do not quote"), linear ? QStringLiteral("ok") : QStringLiteral("warn"), tr("The first-order model counts as linear up to an error of 3 %")});
        facts.push_back({tr("First-order error"), percentText(full->error), linear ? QString() : QStringLiteral("warn"), tr("mean of ((h0 + g·Δ − h) / max(|h|, |h0|))² where fine-tuning on everything would go (method, section 6)")});
    }
    facts.push_back({tr("Expansion point"), QString::fromStdString(estimate.expand), {}, tr("fresh: the new adapter; warmed: after a short joint training")});
    facts.push_back({tr("Lambda"), shortNumber(estimate.lambda), {}, tr("chosen by validation loss")});
    facts.push_back({tr("Subsets"), countText(estimate.subsets), {}, tr("Mixtures of datasets that were fitted, in %1").arg(durationText(estimate.seconds()))});
    addProbes(estimate, facts);
    facts_->setFacts(facts);
    agreement_->setPoints(agreementPoints(estimate));
    agreement_->setVisible(!agreement_->points().isEmpty());
    QVector<QPointF> points;
    for (const FirstOrderPoint& point : estimate.firstOrder) points.push_back({point.distance, point.error});
    plot_->setPoints(points, kLinearError, full ? full->distance : 0);
    plot_->setVisible(!points.isEmpty());
}

}  // namespace consort
