#include "ui/dialogs/import_dialog.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include "core/pipeline/dataset_source.h"
#include "core/pipeline/verb_options.h"
#include "ui/options_form.h"
#include "ui/panels/row_preview_pane.h"
#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"

namespace consort {
namespace {

const QStringList kShown{QStringLiteral("schema"), QStringLiteral("prompt-field"), QStringLiteral("target-field"), QStringLiteral("choices"), QStringLiteral("template"), QStringLiteral("chat"), QStringLiteral("max-tokens"),
                         QStringLiteral("max-rows"), QStringLiteral("valid-share"), QStringLiteral("test-share")};

QString asText(const Value& value) { return QString::fromStdString(value.isString() ? value.asString() : toJson(value)); }

}  // namespace

ImportDialog::ImportDialog(Workbench& workbench, const Value& card, QWidget* parent)
    : QDialog(parent), before_(sourceOptions(card)), form_(new OptionsForm(importOptions(), kShown)), preview_(new RowPreviewPane(workbench)), bar_(new InlineBar) {
    const QString name = QString::fromStdString(card.at("name").asString());
    setWindowTitle(tr("How %1 is read").arg(name));
    for (const auto& [option, value] : before_.asObject()) form_->setText(QString::fromStdString(option), asText(value));
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(form_);
    keepWidth(scroll, 84, 0);
    auto* split = new QSplitter(Qt::Horizontal);
    split->setHandleWidth(1);
    split->addWidget(scroll);
    split->addWidget(preview_);
    split->setStretchFactor(1, 1);
    auto* buttons = new QHBoxLayout;
    QPushButton *cancel = pushButton(tr("Cancel")), *apply = primaryButton(tr("Read again"));
    buttons->addWidget(cancel);
    buttons->addStretch();
    buttons->addWidget(apply);
    apply->setDefault(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme().u(4), theme().u(4), theme().u(4), theme().u(4));
    column->addWidget(bar_);
    column->addWidget(split, 1);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(apply, &QPushButton::clicked, this, &QDialog::accept);
    connect(form_, &OptionsForm::edited, this, [this, apply] {
        apply->setEnabled(form_->complaint().isEmpty());
        apply->setToolTip(form_->complaint());
        bar_->clear();
        if (form_->complaint().isEmpty()) preview_->showChanges(changes());
    });
    connect(&workbench, &Workbench::problem, this, [this](const Problem& problem) {
        if (problem.place == QLatin1String("data")) bar_->tell(QStringLiteral("warn"), tr("These options do not fit the rows"), problem.text);
    });
    resize(theme().u(240), theme().u(150));
    preview_->showDataset(name);
    preview_->showChanges(changes());
}

Value ImportDialog::changes() const {
    Value changes = form_->given();
    if (!changes.isObject()) changes = Value(Value::Object{});
    for (const auto& [option, value] : before_.asObject()) {
        if (!changes.find(option)) changes.set(option, Value());
    }
    return changes;
}

}  // namespace consort
