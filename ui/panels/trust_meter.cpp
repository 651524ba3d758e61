#include "ui/panels/trust_meter.h"

#include <QVBoxLayout>

#include "ui/number_format.h"
#include "ui/plots/distance_plot.h"
#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"

namespace consort {

TrustMeter::TrustMeter(QWidget* parent) : QWidget(parent), facts_(new FactList), plot_(new DistancePlot) {
    auto* column = plainColumn(this);
    auto* head = new SectionHead(tr("Trust meter"));
    head->add(infoMark(tr("Trust meter"), tr("Predictions follow a linear model of the outputs around the expansion point. The curve shows how wrong that model is at growing distances from it: mean of ((h0 + g·Δ − h) / max(|h|, |h0|))² over training rows (method, section 6). Up to 3 % the model counts as linear; above, the order of the predictions is worth more than their values.")));
    auto* inner = new QVBoxLayout;
    inner->setContentsMargins(theme().u(3), 0, theme().u(3), theme().u(2));
    inner->addWidget(facts_);
    column->addWidget(head);
    column->addLayout(inner);
    column->addWidget(plot_);
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
    facts_->setFacts(facts);
    QVector<QPointF> points;
    for (const FirstOrderPoint& point : estimate.firstOrder) points.push_back({point.distance, point.error});
    plot_->setPoints(points, kLinearError, full ? full->distance : 0);
    plot_->setVisible(!points.isEmpty());
}

}  // namespace consort
