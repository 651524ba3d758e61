#include "ui/panels/group_properties.h"

#include <QComboBox>
#include <QFormLayout>
#include <QSpinBox>

#include "core/affinity/grouping.h"
#include "core/pipeline/group_table.h"
#include "ui/group_edits.h"
#include "ui/number_format.h"
#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"

namespace consort {
namespace {

QComboBox* choiceBox(const QString& name, const QString& tip) {
    auto* box = new QComboBox;
    box->setAccessibleName(name);
    box->setToolTip(tip);
    box->setWhatsThis(tip);
    return box;
}

QSpinBox* sizeBox(const QString& name, const QString& tip, int least) {
    auto* box = new QSpinBox;
    box->setRange(least, 1000);
    box->setAccessibleName(name);
    box->setToolTip(tip);
    box->setWhatsThis(tip);
    box->setKeyboardTracking(false);
    return box;
}

}  // namespace

GroupProperties::GroupProperties(Workbench& workbench, QWidget* parent) : QWidget(parent), workbench_(workbench), quality_(new FactList), methods_(new FactList) {
    method_ = choiceBox(tr("Method"), tr("How groups are found: refined starts from the semidefinite relaxation and climbs the predicted score"));
    for (const Clusterer& clusterer : clusterers()) method_->addItem(QString::fromUtf8(clusterer.name));
    metric_ = choiceBox(tr("Optimise"), tr("What the curve and the price tag show, and what refined climbs"));
    metric_->addItem(tr("Accuracy"), QStringLiteral("accuracy"));
    metric_->addItem(tr("Loss"), QStringLiteral("loss"));
    smallest_ = sizeBox(tr("Smallest"), tr("Datasets a group has at least"), 1);
    largest_ = sizeBox(tr("Largest"), tr("Datasets a group has at most"), 0);
    largest_->setSpecialValueText(tr("any"));
    auto* form = new QFormLayout;
    form->addRow(tr("Method"), method_);
    form->addRow(tr("Optimise"), metric_);
    form->addRow(tr("Smallest"), smallest_);
    form->addRow(tr("Largest"), largest_);
    constraints_ = new QVBoxLayout;
    constraints_->setSpacing(theme().u(1));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme().u(3), theme().u(3), theme().u(3), theme().u(3));
    column->setSpacing(theme().u(3));
    column->addLayout(form);
    column->addWidget(ruler());
    column->addWidget(textLabel(tr("Constraints"), {}, [] { return theme().strong(); }));
    column->addLayout(constraints_);
    column->addWidget(ruler());
    column->addWidget(quality_);
    column->addWidget(ruler());
    compare_ = linkButton(tr("Compare the methods"));
    compare_->setToolTip(tr("Groups the datasets by every method, for the number of groups chosen, and shows what each is predicted to reach"));
    column->addWidget(compare_, 0, Qt::AlignLeft);
    column->addWidget(methods_);
    connect(compare_, &QPushButton::clicked, this, [this] {
        workbench_.compareMethods({this, [this](const std::vector<Workbench::MethodOutcome>& outcomes) { showMethods(outcomes); }});
    });
    column->addStretch(1);
    connectFields();
}

void GroupProperties::connectFields() {
    connect(method_, &QComboBox::currentTextChanged, this, [this](const QString& name) {
        edit([&](GroupRequest& draft) { draft.method = name.toStdString(), draft.assigned.reset(); }, tr("Group by %1").arg(name));
    });
    connect(metric_, &QComboBox::currentIndexChanged, this, [this] {
        edit([&](GroupRequest& draft) { draft.metric = metric_->currentData().toString().toStdString(); }, tr("Optimise %1").arg(metric_->currentText()));
    });
    connect(smallest_, &QSpinBox::valueChanged, this, [this](int size) {
        edit([&](GroupRequest& draft) { draft.minSize = size, draft.assigned.reset(); }, tr("Groups of at least %1").arg(size));
    });
    connect(largest_, &QSpinBox::valueChanged, this, [this](int size) {
        edit([&](GroupRequest& draft) { draft.maxSize = size > 0 ? std::optional(size) : std::nullopt, draft.assigned.reset(); }, tr("Groups of at most %1").arg(size));
    });
}

void GroupProperties::edit(const std::function<void(GroupRequest&)>& change, const QString& text) {
    if (filling_ || !workbench_.canWrite()) return;
    GroupRequest draft = workbench_.draft();
    change(draft);
    workbench_.editGroups(draft, text);
}

void GroupProperties::refresh() {
    const GroupRequest& draft = workbench_.draft();
    filling_ = true;
    method_->setCurrentText(QString::fromStdString(draft.method));
    metric_->setCurrentIndex(metric_->findData(QString::fromStdString(draft.metric)));
    smallest_->setValue(draft.minSize);
    largest_->setValue(draft.maxSize.value_or(0));
    filling_ = false;
    refreshConstraints();
    QVector<FactList::Fact> facts{{tr("Quality"), {}, {}, {}}};
    if (const GroupCandidate* candidate = workbench_.draftCandidate()) {
        facts.push_back({tr("Density"), QLocale().toString(candidate->density, 'f', 3), {}, tr("Sum over groups of the affinity inside, by group size (method, section 8)")});
        facts.push_back({tr("Made by"), draft.assigned ? tr("hand") : QString::fromStdString(draft.method), {}, {}});
        facts.push_back({tr("Interval"), draft.metric == "loss" ? QStringLiteral("%1 … %2").arg(lossText(candidate->low), lossText(candidate->high)) : QStringLiteral("%1 … %2").arg(percentNumber(candidate->low), percentText(candidate->high)), {}, tr("95 % over validation rows, the datasets fixed")});
    }
    quality_->setFacts(facts);
    if (comparedDraft_ != toText(draft)) methods_->setFacts({});
}

QString GroupProperties::toText(const GroupRequest& draft) {
    return QString::fromStdString(toJson(tableRequestValue(draft))) + QString::number(draft.groups.value_or(0));
}

void GroupProperties::showMethods(const std::vector<Workbench::MethodOutcome>& outcomes) {
    const GroupRequest& draft = workbench_.draft();
    const bool loss = draft.metric == "loss";
    comparedDraft_ = toText(draft);
    QVector<FactList::Fact> facts{{tr("By other methods, %n groups", nullptr, outcomes.empty() ? 0 : outcomes.front().candidate.m()), {}, {}, {}}};
    for (const auto& [method, candidate] : outcomes) {
        const QString density = tr("density %1").arg(QLocale().toString(candidate.density, 'f', 3));
        facts.push_back({QString::fromStdString(method), loss ? lossText(candidate.mean) : percentText(candidate.mean), {}, density});
    }
    methods_->setFacts(facts);
}

void GroupProperties::refreshConstraints() {
    while (QLayoutItem* item = constraints_->takeAt(0)) {
        if (item->widget()) item->widget()->deleteLater();
        delete item;
    }
    const auto lines = constraintLines(workbench_.draft());
    if (lines.empty()) {
        QLabel* none = textLabel(tr("None. Press M on a dataset to pin it, or to keep it with or apart from another."), QStringLiteral("text2"), [] { return theme().small(); });
        none->setWordWrap(true);
        constraints_->addWidget(none);
    }
    for (const ConstraintLine& line : lines) {
        auto* row = new QWidget;
        auto* inner = new QHBoxLayout(row);
        inner->setContentsMargins(0, 0, 0, 0);
        const QString a = QString::fromStdString(line.a), b = QString::fromStdString(line.b);
        const QString text = line.kind == ConstraintLine::Kind::Together ? tr("%1 with %2").arg(a, b) : line.kind == ConstraintLine::Kind::Apart ? tr("%1 apart from %2").arg(a, b) : tr("%1 in group %2").arg(a).arg(line.group);
        QLabel* label = textLabel(text);
        label->setWordWrap(true);
        QToolButton* remove = toolButton(QStringLiteral("close"), tr("Remove the constraint: %1").arg(text));
        inner->addWidget(label, 1);
        inner->addWidget(remove);
        constraints_->addWidget(row);
        connect(remove, &QToolButton::clicked, this, [this, line, text] { workbench_.editGroups(withoutConstraint(workbench_.draft(), line), tr("Remove %1").arg(text)); });
    }
}

}  // namespace consort
