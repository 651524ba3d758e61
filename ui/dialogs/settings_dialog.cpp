#include "ui/dialogs/settings_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeySequenceEdit>
#include <QSpinBox>
#include <QVBoxLayout>

#include "ui/commands.h"
#include "ui/models/cell_table.h"
#include "ui/settings.h"
#include "ui/translations.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/table_view.h"

namespace consort {

SettingsDialog::SettingsDialog(Commands& commands, QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("Settings"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme().u(6), theme().u(6), theme().u(6), theme().u(6));
    column->setSpacing(theme().u(3));
    column->addWidget(viewPart());
    column->addWidget(textLabel(tr("Shortcuts"), {}, [] { return theme().section(); }));
    column->addWidget(shortcutPart(commands), 1);
    auto* buttons = new QHBoxLayout;
    QPushButton* reset = pushButton(tr("Reset all settings"));
    QPushButton* close = primaryButton(tr("Close"));
    buttons->addWidget(reset);
    buttons->addStretch();
    buttons->addWidget(close);
    column->addLayout(buttons);
    connect(reset, &QPushButton::clicked, this, [] {
        Settings::reset();
        theme().setMode(ThemeMode::System);
        theme().setPointSize(0);
    });
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    resize(theme().u(130), theme().u(140));
}

QWidget* SettingsDialog::viewPart() {
    auto* part = new QWidget;
    auto* form = new QFormLayout(part);
    form->setContentsMargins(0, 0, 0, 0);
    auto* language = new QComboBox;
    language->setAccessibleName(tr("Language"));
    language->addItem(tr("Language of the system"), QString());
    for (const QString& code : languages()) language->addItem(languageTitle(code), code);
    language->setCurrentIndex(std::max(0, language->findData(Settings::language())));
    connect(language, &QComboBox::currentIndexChanged, this, [language] { Settings::setLanguage(language->currentData().toString()); });
    auto* size = new QSpinBox;
    size->setAccessibleName(tr("Text size"));
    size->setRange(8, 20);
    size->setSuffix(tr(" pt"));
    size->setValue(static_cast<int>(theme().body().pointSizeF() + 0.5));
    connect(size, &QSpinBox::valueChanged, this, [](int points) {
        Settings::setPointSize(points);
        theme().setPointSize(points);
    });
    auto* motion = new QCheckBox(tr("Less motion"));
    motion->setAccessibleName(motion->text());
    motion->setChecked(theme().reducedMotion());
    connect(motion, &QCheckBox::toggled, this, [](bool on) {
        Settings::setReducedMotion(on);
        theme().setReducedMotion(on);
    });
    form->addRow(tr("Language"), language);
    form->addRow({}, textLabel(tr("The language changes at the next start."), QStringLiteral("text2")));
    form->addRow(tr("Text size"), size);
    form->addRow({}, motion);
    return part;
}

QWidget* SettingsDialog::shortcutPart(Commands& commands) {
    auto* part = new QWidget;
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    auto* model = new CellTableModel({{tr("Command")}, {tr("Keys"), Qt::AlignRight}}, part);
    auto* table = new TableView(model, tr("Shortcuts"));
    table->setColumnUnits({0, 40});
    const auto fill = [model, &commands] {
        QVector<CellRow> rows;
        for (QAction* action : commands.all()) rows.push_back({action->objectName(), {Cell{plainText(*action)}, Cell{action->shortcut().toString(QKeySequence::NativeText)}}});
        model->setRows(rows);
    };
    fill();
    auto* keys = new QKeySequenceEdit;
    keys->setAccessibleName(tr("New keys for the selected command"));
    QLabel* why = textLabel({}, QStringLiteral("error"));
    column->addWidget(table, 1);
    column->addWidget(keys);
    column->addWidget(why);
    connect(table, &TableView::currentKeyChanged, this, [keys, &commands](const QString& id) {
        if (QAction* action = commands.action(id)) keys->setKeySequence(action->shortcut());
    });
    connect(keys, &QKeySequenceEdit::editingFinished, this, [keys, table, why, fill, &commands] {
        if (!commands.action(table->currentKey())) return;
        const QString taken = commands.setKeys(table->currentKey(), keys->keySequence());
        why->setText(taken.isEmpty() ? QString() : tr("These keys belong to \"%1\". Choose others.").arg(taken));
        fill();
    });
    return part;
}

}  // namespace consort
