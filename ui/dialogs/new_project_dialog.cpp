#include "ui/dialogs/new_project_dialog.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include "core/pipeline/verb_options.h"
#include "ui/options_form.h"
#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"

namespace consort {

NewProjectDialog::NewProjectDialog(const QString& folder, const QString& model, QWidget* parent)
    : QDialog(parent), folder_(new QLineEdit(folder)), model_(new QLineEdit(model)),
      form_(new OptionsForm(newOptions(), {QStringLiteral("quantize"), QStringLiteral("dtype"), QStringLiteral("precision"), QStringLiteral("rank"), QStringLiteral("alpha"), QStringLiteral("dropout"), QStringLiteral("targets")})),
      why_(textLabel({}, QStringLiteral("error"))), create_(primaryButton(tr("Create project"))) {
    setWindowTitle(tr("New project"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme().u(6), theme().u(6), theme().u(6), theme().u(6));
    column->setSpacing(theme().u(2));
    column->addWidget(pathField(folder_, tr("Folder of the project"), tr("Choose the folder of the project")));
    column->addWidget(pathField(model_, tr("Folder of the base model"), tr("Choose the folder of the base model")));
    QLabel* hint = textLabel(tr("A Hugging Face folder with config.json, *.safetensors and tokenizer.json. It stays where it is."), QStringLiteral("text2"), [] { return theme().small(); });
    hint->setWordWrap(true);
    column->addWidget(hint);
    column->addWidget(ruler());
    column->addWidget(textLabel(tr("Adapters"), {}, [] { return theme().section(); }));
    column->addWidget(form_);
    column->addWidget(why_);
    column->addStretch();
    auto* buttons = new QHBoxLayout;
    QPushButton* cancel = pushButton(tr("Cancel"));
    buttons->addWidget(cancel);
    buttons->addStretch();
    buttons->addWidget(create_);
    column->addLayout(buttons);
    create_->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(create_, &QPushButton::clicked, this, &QDialog::accept);
    connect(folder_, &QLineEdit::textChanged, this, &NewProjectDialog::check);
    connect(model_, &QLineEdit::textChanged, this, &NewProjectDialog::check);
    connect(form_, &OptionsForm::edited, this, &NewProjectDialog::check);
    resize(theme().u(130), theme().u(120));
    check();
}

QWidget* NewProjectDialog::pathField(QLineEdit* line, const QString& title, const QString& name) {
    auto* field = new QWidget;
    auto* column = new QVBoxLayout(field);
    column->setContentsMargins(0, 0, 0, 0);
    QLabel* label = textLabel(title, QStringLiteral("text2"));
    label->setBuddy(line);
    line->setAccessibleName(title);
    auto* row = new QHBoxLayout;
    row->addWidget(line, 1);
    QToolButton* browse = toolButton(QStringLiteral("folder"), name);
    row->addWidget(browse);
    column->addWidget(label);
    column->addLayout(row);
    connect(browse, &QToolButton::clicked, this, [this, line, name] {
        const QString folder = QFileDialog::getExistingDirectory(this, name, line->text());
        if (!folder.isEmpty()) line->setText(folder);
    });
    return field;
}

void NewProjectDialog::check() {
    QString why = form_->complaint();
    if (folder_->text().trimmed().isEmpty()) why = tr("The project needs a folder that does not exist yet.");
    else if (model_->text().trimmed().isEmpty()) why = tr("Choose the folder of a base model.");
    why_->setText(why);
    create_->setEnabled(why.isEmpty());
    create_->setToolTip(why);
}

QString NewProjectDialog::folder() const { return folder_->text().trimmed(); }

ProjectSettings NewProjectDialog::settings() const {
    Value given = form_->given();
    given.set("model", model_->text().trimmed().toStdString());
    return projectSettingsFrom(checkedOptions(newOptions(), given));
}

}  // namespace consort
