#include "ui/panels/model_card.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QProgressBar>

#include "ui/number_format.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"

namespace consort {

ModelCard::ModelCard(QWidget* parent) : QFrame(parent) {
    setProperty("surface", true);
    auto* picture = new QLabel;
    picture->setPixmap(icon(QStringLiteral("model")).pixmap(theme().u(6)));
    name_ = textLabel({}, {}, [] { return theme().section(); });
    facts_ = textLabel({}, QStringLiteral("text2"));
    shape_ = textLabel({}, QStringLiteral("text2"), [] { return theme().small(); });
    for (QLabel* label : {facts_, shape_}) label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    verdict_ = textLabel({}, {}, [] { return theme().small(); });
    auto* first = new QHBoxLayout;
    first->addWidget(name_);
    first->addWidget(facts_, 1);
    auto* texts = new QVBoxLayout;
    texts->addLayout(first);
    texts->addWidget(shape_);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme().u(3), theme().u(2), theme().u(3), theme().u(2));
    row->setSpacing(theme().u(3));
    row->addWidget(picture);
    row->addLayout(texts, 1);
    row->addWidget(forecastPart(forecasts_[0], tr("Gradients"), tr("Peak memory of the estimate: the base, the activations of a batch of rows on every compute thread, and one sketch per row.")));
    row->addWidget(forecastPart(forecasts_[1], tr("Training"), tr("Peak memory of one training run: the base, the activations of a batch of the longest rows, the adapter and the moments of its optimiser.")));
    row->addWidget(forecastPart(forecasts_[2], tr("Evaluation"), tr("Peak memory of measuring all systems: the base, one block's activations of a batch, and the kept states of the members.")));
    row->addWidget(verdict_);
}

QWidget* ModelCard::forecastPart(Forecast& part, const QString& name, const QString& about) {
    auto* box = new QWidget;
    keepWidth(box, 22, 0);
    box->setToolTip(about);
    box->setWhatsThis(about);
    auto* head = new QHBoxLayout;
    part.name = textLabel(name, QStringLiteral("text2"), [] { return theme().small(); });
    part.value = textLabel({}, {}, [] { return theme().small(); });
    head->addWidget(part.name, 1);
    head->addWidget(part.value);
    part.bar = new QProgressBar;
    part.bar->setTextVisible(false);
    part.bar->setRange(0, 1000);
    part.bar->setAccessibleName(tr("Memory for: %1").arg(name));
    auto* column = plainColumn(box);
    column->setSpacing(theme().u(1));
    column->addLayout(head);
    column->addWidget(part.bar);
    return box;
}

void ModelCard::fill(const Forecast& part, double bytes, double total) {
    part.value->setText(byteText(static_cast<std::int64_t>(bytes)));
    part.bar->setValue(static_cast<int>(1000 * std::min(1.0, bytes / std::max(1.0, total))));
    part.bar->setAccessibleDescription(tr("%1 of %2").arg(part.value->text(), byteText(static_cast<std::int64_t>(total))));
}

void ModelCard::show(const ProjectSnapshot& snapshot) {
    const ModelInfo& model = snapshot.model;
    name_->setText(QString::fromStdString(model.name));
    facts_->setText(tr("%1, %2 M parameters, %3").arg(QString::fromStdString(model.family), QLocale().toString(static_cast<double>(model.parameters) / 1e6, 'f', 1), QString::fromStdString(snapshot.settings.quantize)));
    QStringList targets;
    for (const std::string& target : snapshot.settings.adapter.targets) targets << QString::fromStdString(target);
    shape_->setText(tr("LoRA rank %1, alpha %2 on %3; %4 layers of width %5").arg(snapshot.settings.adapter.rank).arg(snapshot.settings.adapter.alpha).arg(targets.join(QStringLiteral(", "))).arg(model.layers).arg(model.hiddenSize));
    shape_->setToolTip(shape_->text());
    const MemoryForecast& memory = snapshot.memory;
    const auto total = static_cast<double>(memory.total);
    fill(forecasts_[0], memory.cpu.gradients, total);
    fill(forecasts_[1], memory.cpu.training, total);
    fill(forecasts_[2], memory.cpu.evaluation, total);
    const bool fits = std::max({memory.cpu.gradients, memory.cpu.training, memory.cpu.evaluation}) <= total;
    verdict_->setText(fits ? tr("Fits in %1").arg(byteText(memory.total)) : tr("More than %1").arg(byteText(memory.total)));
    setLook(verdict_, "ink", fits ? QStringLiteral("ok") : QStringLiteral("warn"));
    verdict_->setToolTip(fits ? QString() : tr("Shorter rows (token limit), a smaller batch or nf4 need less"));
}

}  // namespace consort
