#include "ui/options_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

#include "core/base/error.h"
#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"

namespace consort {
namespace {

const std::string kTemplate = "template";  ///< the option whose value may have several lines

/// The nearest value that a number field takes, or an empty text.
QString nearest(const OptionSpec& spec, const QString& text) {
    bool isNumber = false;
    const double value = text.toDouble(&isNumber);
    if (!isNumber || (!spec.low && !spec.high)) return {};
    double near = value;
    if (spec.low) near = std::max(near, *spec.low);
    if (spec.high) near = std::min(near, *spec.high);
    if (spec.kind == OptionKind::Integer) near = std::round(near);
    return near == value ? QString() : QString::number(near, 'g', 12);
}

}  // namespace

QString optionTitle(const std::string& name) {
    static const std::map<std::string, const char*> titles = {
        {"model", QT_TRANSLATE_NOOP("Options", "Base model")},      {"quantize", QT_TRANSLATE_NOOP("Options", "Base held as")},
        {"dtype", QT_TRANSLATE_NOOP("Options", "Computed in")},     {"rank", QT_TRANSLATE_NOOP("Options", "Rank")},
        {"alpha", QT_TRANSLATE_NOOP("Options", "Alpha")},           {"dropout", QT_TRANSLATE_NOOP("Options", "Dropout")},
        {"targets", QT_TRANSLATE_NOOP("Options", "Adapted layers")}, {"rows", QT_TRANSLATE_NOOP("Options", "Rows a dataset")},
        {"subsets", QT_TRANSLATE_NOOP("Options", "Subsets")},       {"subset-size", QT_TRANSLATE_NOOP("Options", "Subset size")},
        {"dim", QT_TRANSLATE_NOOP("Options", "Sketch size")},       {"lambda", QT_TRANSLATE_NOOP("Options", "Lambda")},
        {"expand", QT_TRANSLATE_NOOP("Options", "Expand at")},      {"row-mode", QT_TRANSLATE_NOOP("Options", "Row output")},
        {"epochs", QT_TRANSLATE_NOOP("Options", "Epochs")},         {"steps", QT_TRANSLATE_NOOP("Options", "Steps")},
        {"lr", QT_TRANSLATE_NOOP("Options", "Learning rate")},      {"batch", QT_TRANSLATE_NOOP("Options", "Batch")},
        {"baselines", QT_TRANSLATE_NOOP("Options", "Baselines")},   {"schema", QT_TRANSLATE_NOOP("Options", "Schema")},
        {"template", QT_TRANSLATE_NOOP("Options", "Template")},     {"prompt-field", QT_TRANSLATE_NOOP("Options", "Prompt field")},
        {"target-field", QT_TRANSLATE_NOOP("Options", "Target field")}, {"choices", QT_TRANSLATE_NOOP("Options", "Answer words")},
        {"max-tokens", QT_TRANSLATE_NOOP("Options", "Token limit")}, {"max-rows", QT_TRANSLATE_NOOP("Options", "Row limit")}, {"valid-share", QT_TRANSLATE_NOOP("Options", "Validation share")}, {"test-share", QT_TRANSLATE_NOOP("Options", "Test share")},
        {"method", QT_TRANSLATE_NOOP("Options", "Method")},         {"metric", QT_TRANSLATE_NOOP("Options", "Metric")},
        {"micro-batch", QT_TRANSLATE_NOOP("Options", "Micro-batch")}, {"patience", QT_TRANSLATE_NOOP("Options", "Patience")},
        {"weight-decay", QT_TRANSLATE_NOOP("Options", "Weight decay")}, {"clip", QT_TRANSLATE_NOOP("Options", "Gradient clip")},
        {"valid-every", QT_TRANSLATE_NOOP("Options", "Validate every")},
        {"warmup", QT_TRANSLATE_NOOP("Options", "Warm-up share")},  {"schedule", QT_TRANSLATE_NOOP("Options", "Schedule")},
        {"precision", QT_TRANSLATE_NOOP("Options", "Precision")},   {"start", QT_TRANSLATE_NOOP("Options", "Begin at")},
        {"chat", QT_TRANSLATE_NOOP("Options", "Chat template")},
    };
    const auto found = titles.find(name);
    return found == titles.end() ? QString::fromStdString(name) : QCoreApplication::translate("Options", found->second);
}

OptionsForm::OptionsForm(const std::vector<OptionSpec>& specs, const QStringList& shown, QWidget* parent) : QWidget(parent) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(theme().u(2));
    grid->setVerticalSpacing(theme().u(1.5));
    grid->setColumnStretch(1, 1);
    for (const QString& name : shown) {
        for (const OptionSpec& spec : specs) {
            if (QString::fromStdString(spec.name) == name) addField(spec);
        }
    }
}

QString OptionsForm::defaultText(const OptionSpec& spec) {
    if (spec.fallback.isNull()) return {};
    if (spec.fallback.isString()) return QString::fromStdString(spec.fallback.asString());
    const QString text = QString::fromStdString(toJson(spec.fallback));
    return text.endsWith(QStringLiteral(".0")) ? text.chopped(2) : text;
}

/// A prompt template has lines; the keyboard's Tab still leaves it.
QWidget* OptionsForm::templateEditor(const OptionSpec& spec) {
    auto* edit = new QPlainTextEdit(defaultText(spec));
    edit->setPlaceholderText(tr("decided by the engine"));
    edit->setTabChangesFocus(true);
    edit->setFont(theme().code());
    edit->setFixedHeight(theme().u(30));
    connect(edit, &QPlainTextEdit::textChanged, this, [this, name = QString::fromStdString(spec.name)] { check(fields_[name]); });
    return edit;
}

QWidget* OptionsForm::editorFor(const OptionSpec& spec) {
    if (spec.kind == OptionKind::Flag) {
        auto* box = new QCheckBox;
        connect(box, &QCheckBox::toggled, this, [this, name = QString::fromStdString(spec.name)] { check(fields_[name]); });
        return box;
    }
    if (!spec.choices.empty()) {
        auto* box = new QComboBox;
        if (spec.fallback.isNull()) box->addItem(tr("detected"), QString());
        for (const std::string& choice : spec.choices) box->addItem(QString::fromStdString(choice).replace(QLatin1Char('_'), QLatin1Char(' ')), QString::fromStdString(choice));
        box->setCurrentIndex(std::max(0, box->findData(defaultText(spec))));
        connect(box, &QComboBox::currentIndexChanged, this, [this, name = QString::fromStdString(spec.name)] { check(fields_[name]); });
        return box;
    }
    if (spec.name == kTemplate) return templateEditor(spec);
    auto* line = new QLineEdit(defaultText(spec));
    line->setPlaceholderText(spec.alternative.empty() ? tr("decided by the engine") : QString::fromStdString(spec.alternative));
    connect(line, &QLineEdit::textChanged, this, [this, name = QString::fromStdString(spec.name)] { check(fields_[name]); });
    return line;
}

void OptionsForm::addField(const OptionSpec& spec) {
    auto* grid = static_cast<QGridLayout*>(layout());
    const int row = grid->rowCount();
    Field field;
    field.spec = spec;
    field.editor = editorFor(spec);
    QLabel* label = textLabel(optionTitle(spec.name), QStringLiteral("text2"));
    label->setBuddy(field.editor);
    const QString help = QString::fromStdString(spec.help);
    for (QWidget* widget : {static_cast<QWidget*>(label), field.editor}) {
        widget->setToolTip(help);
        widget->setWhatsThis(help);
    }
    field.editor->setAccessibleName(optionTitle(spec.name));
    field.editor->setAccessibleDescription(help);
    field.why = textLabel({}, QStringLiteral("error"), [] { return theme().small(); });
    field.why->setWordWrap(true);
    field.why->hide();
    field.reset = linkButton(tr("Reset"));
    field.reset->setAccessibleName(tr("Reset %1").arg(optionTitle(spec.name)));
    field.reset->hide();
    field.fix = linkButton(tr("Mend it"));
    field.fix->hide();
    const QString name = QString::fromStdString(spec.name);
    connect(field.reset, &QPushButton::clicked, this, [this, name] { setText(name, defaultText(fields_[name].spec)); });
    connect(field.fix, &QPushButton::clicked, this, [this, name] { setText(name, fields_[name].fix->property("value").toString()); });
    grid->addWidget(label, row, 0);
    grid->addWidget(field.editor, row, 1);
    grid->addWidget(field.reset, row, 2);
    grid->addWidget(field.why, row + 1, 1);
    grid->addWidget(field.fix, row + 1, 2);
    fields_[name] = field;
    order_ << name;
}

QString OptionsForm::textOf(const Field& field) {
    if (const auto* box = qobject_cast<QComboBox*>(field.editor)) return box->currentData().toString();
    if (const auto* box = qobject_cast<QCheckBox*>(field.editor)) return box->isChecked() ? QStringLiteral("true") : QString();
    if (const auto* edit = qobject_cast<QPlainTextEdit*>(field.editor)) return edit->toPlainText().trimmed();
    return static_cast<QLineEdit*>(field.editor)->text().trimmed();
}

void OptionsForm::setText(const QString& option, const QString& text) {
    Field& field = fields_[option];
    if (auto* box = qobject_cast<QComboBox*>(field.editor)) box->setCurrentIndex(std::max(0, box->findData(text)));
    else if (auto* flag = qobject_cast<QCheckBox*>(field.editor)) flag->setChecked(!text.isEmpty());
    else if (auto* edit = qobject_cast<QPlainTextEdit*>(field.editor)) edit->setPlainText(text);
    else static_cast<QLineEdit*>(field.editor)->setText(text);
}

/// The engine's own check decides; its sentence is shown at the field.
void OptionsForm::check(Field& field) {
    const QString text = textOf(field);
    QString why;
    if (!text.isEmpty() && field.spec.kind != OptionKind::Flag) {
        try {
            Value given;
            given.set(field.spec.name, text.toStdString());
            checkedOptions({field.spec}, given);
        } catch (const Error& e) {
            why = QString::fromUtf8(e.what());
        }
    }
    setLook(field.editor, "wrong", !why.isEmpty());
    field.why->setText(why);
    field.why->setVisible(!why.isEmpty());
    const QString near = why.isEmpty() ? QString() : nearest(field.spec, text);
    field.fix->setVisible(!near.isEmpty());
    field.fix->setText(tr("Use %1").arg(near));
    field.fix->setAccessibleName(field.fix->text());
    field.fix->setProperty("value", near);
    field.reset->setVisible(text != defaultText(field.spec));
    Q_EMIT edited();
}

Value OptionsForm::given() const {
    Value given = Value::Object{};
    for (const QString& name : order_) {
        const Field& field = fields_.at(name);
        const QString text = textOf(field);
        if (text.isEmpty() || text == defaultText(field.spec)) continue;
        if (field.spec.kind == OptionKind::Flag) given.set(field.spec.name, true);
        else given.set(field.spec.name, text.toStdString());
    }
    return given;
}

QString OptionsForm::complaint() const {
    for (const QString& name : order_) {
        const Field& field = fields_.at(name);
        if (field.why->text().isEmpty()) continue;
        return field.why->text();
    }
    return {};
}

}  // namespace consort
