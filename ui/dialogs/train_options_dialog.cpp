#include "ui/dialogs/train_options_dialog.h"

#include <QCheckBox>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

#include "core/pipeline/verb_options.h"
#include "ui/options_form.h"
#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"

namespace consort {
namespace {

const QStringList kShown{QStringLiteral("epochs"), QStringLiteral("steps"), QStringLiteral("lr"),       QStringLiteral("batch"),       QStringLiteral("micro-batch"), QStringLiteral("warmup"),
                         QStringLiteral("schedule"), QStringLiteral("weight-decay"), QStringLiteral("clip"), QStringLiteral("valid-every"), QStringLiteral("patience"), QStringLiteral("start")};

bool has(const std::vector<std::string>& list, const char* name) { return std::find(list.begin(), list.end(), name) != list.end(); }

void fill(OptionsForm& form, const TrainRequest& request) {
    const TrainOptions &o = request.options, defaults;
    const auto number = [&form](const char* name, double value, double standard) {
        if (value != standard) form.setText(QLatin1String(name), QString::number(value));
    };
    number("epochs", o.epochs, defaults.epochs);
    number("batch", static_cast<double>(o.batch), static_cast<double>(defaults.batch));
    number("micro-batch", static_cast<double>(o.microBatch), 0);
    number("warmup", o.warmup, defaults.warmup);
    number("weight-decay", o.weightDecay, defaults.weightDecay);
    number("clip", o.clip, defaults.clip);
    number("valid-every", static_cast<double>(o.validEvery), 0);
    number("patience", static_cast<double>(o.patience), 0);
    if (o.steps) form.setText(QStringLiteral("steps"), QString::number(*o.steps));
    if (request.learningRate) form.setText(QStringLiteral("lr"), QString::number(*request.learningRate));
    if (request.start != TrainRequest{}.start) form.setText(QStringLiteral("start"), QString::fromStdString(request.start));
    if (o.schedule != defaults.schedule) form.setText(QStringLiteral("schedule"), QString::fromStdString(o.schedule));
}

}  // namespace

TrainOptionsDialog::TrainOptionsDialog(const TrainRequest& request, QWidget* parent)
    : QDialog(parent), form_(new OptionsForm(trainOptions(), kShown)), single_(new QCheckBox(tr("One adapter for all datasets"))), alone_(new QCheckBox(tr("One adapter per dataset"))), before_(request) {
    setWindowTitle(tr("Training options"));
    fill(*form_, request);
    single_->setChecked(has(request.baselines, "single"));
    alone_->setChecked(has(request.baselines, "per-dataset"));
    for (QCheckBox* box : {single_, alone_}) box->setAccessibleName(box->text());
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(form_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme().u(6), theme().u(6), theme().u(6), theme().u(6));
    column->setSpacing(theme().u(2));
    column->addWidget(scroll, 1);
    column->addWidget(ruler());
    column->addWidget(textLabel(tr("Baselines, to compare with"), {}, [] { return theme().section(); }));
    column->addWidget(single_);
    column->addWidget(alone_);
    auto* buttons = new QHBoxLayout;
    QPushButton *cancel = pushButton(tr("Cancel")), *keep = primaryButton(tr("Keep options"));
    buttons->addWidget(cancel);
    buttons->addStretch();
    buttons->addWidget(keep);
    column->addLayout(buttons);
    keep->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(keep, &QPushButton::clicked, this, &QDialog::accept);
    connect(form_, &OptionsForm::edited, this, [this, keep] {
        keep->setEnabled(form_->complaint().isEmpty());
        keep->setToolTip(form_->complaint());
    });
    resize(theme().u(130), theme().u(150));
}

TrainRequest TrainOptionsDialog::request() const {
    TrainRequest request = trainRequestFrom(checkedOptions(trainOptions(), form_->given()));
    request.group = before_.group;
    request.baselines.clear();
    if (single_->isChecked()) request.baselines.push_back("single");
    if (alone_->isChecked()) request.baselines.push_back("per-dataset");
    return request;
}

}  // namespace consort
