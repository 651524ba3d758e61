#include "ui/panels/mixer_pane.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>
#include <algorithm>
#include <cmath>

#include "core/ensemble/weight_fit.h"
#include "ui/commands.h"
#include "ui/ledger_view.h"
#include "ui/number_format.h"
#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/weight_mixer_view.h"

namespace consort {

MixerPane::MixerPane(Workbench& workbench, Commands& commands, QWidget* parent) : QWidget(parent), workbench_(workbench), dataset_(new QComboBox), faders_(new WeightFaders), facts_(new FactList) {
    auto* row = plainRow(this);
    row->addWidget(mixerPart(commands), 3);
    row->addWidget(ruler(Qt::Vertical));
    row->addWidget(examplesPart(), 5);
    row->addWidget(ruler(Qt::Vertical));
    row->addWidget(askPart(), 3);
}

QWidget* MixerPane::mixerPart(Commands& commands) {
    auto* part = new QFrame;
    part->setProperty("surface", true);
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, theme().u(3));
    column->setSpacing(0);
    auto* head = new SectionHead(tr("Weight mixer"));
    dataset_->setAccessibleName(tr("Dataset that is mixed for"));
    dataset_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    dataset_->setMinimumContentsLength(10);
    head->add(dataset_);
    QToolButton* more = toolButton(QStringLiteral("more"), tr("More about the members"));
    auto* menu = new QMenu(more);
    for (const char* id : {"run.gate", "run.worth", "run.boost", "members.adopt", "members.dismiss"}) menu->addAction(commands.action(QLatin1String(id)));
    more->setMenu(menu);
    more->setPopupMode(QToolButton::InstantPopup);
    head->add(more);
    auto* inner = new QVBoxLayout;
    inner->setContentsMargins(theme().u(3), 0, theme().u(3), 0);
    auto* buttons = new QHBoxLayout;
    QPushButton *fit = pushButton(tr("Fit"), QStringLiteral("wand")), *owner = pushButton(tr("Owner only")), *equal = pushButton(tr("Equal"));
    fit->setShortcut(QKeySequence(QStringLiteral("F")));
    for (QPushButton* button : {fit, owner, equal}) buttons->addWidget(button);
    buttons->addStretch(1);
    inner->addWidget(faders_, 1);
    inner->addWidget(facts_);
    inner->addLayout(buttons);
    column->addWidget(head);
    column->addLayout(inner, 1);
    connectMixer(fit, owner, equal);
    return part;
}

void MixerPane::connectMixer(QPushButton* fit, QPushButton* owner, QPushButton* equal) {
    connect(dataset_, &QComboBox::currentIndexChanged, this, [this] {
        if (!filling_) showDataset();
    });
    connect(faders_, &WeightFaders::moved, this, [this] { tryWeights(faders_->weights(), false); });
    connect(faders_, &WeightFaders::released, this, [this] {
        workbench_.setWeights(dataset(), faders_->weights());
        askExamples();
    });
    connect(fit, &QPushButton::clicked, this, [this] {
        keeps_ = true;
        tryWeights({}, true);
    });
    connect(owner, &QPushButton::clicked, this, [this] {
        const auto& snapshot = workbench_.snapshot();
        const int group = snapshot ? snapshot->groupOf(dataset().toStdString()) : -1;
        if (group < 0 || group >= static_cast<int>(faders_->faders().size())) return;
        keeps_ = true;
        tryWeights(ownerWeights(faders_->faders().size(), static_cast<std::size_t>(group)), false);
    });
    connect(equal, &QPushButton::clicked, this, [this] {
        if (faders_->faders().empty()) return;
        keeps_ = true;
        tryWeights(uniformWeights(faders_->faders().size()), false);
    });
}

QWidget* MixerPane::examplesPart() {
    auto* part = new QFrame;
    part->setProperty("surface", true);
    auto* column = plainColumn(part);
    auto* head = new SectionHead(tr("Examples"));
    end_ = new Segments(tr("Which examples"), {{QStringLiteral("worst"), tr("Worst")}, {QStringLiteral("best"), tr("Best")}});
    head->addLeft(end_);
    examplesModel_ = new CellTableModel({{tr("Validation row")}, {tr("Right answer")}, {tr("Ensemble says")}, {tr("p(right)"), Qt::AlignRight, tr("Probability of the right answer among the choices; free text: a token")}}, this);
    examples_ = new TableView(examplesModel_, tr("Examples"));
    examples_->setColumnUnits({0, 32, 32, 18});
    column->addWidget(head);
    column->addWidget(examples_, 1);
    connect(end_, &Segments::chosen, this, [this] { askExamples(); });
    return part;
}

QWidget* MixerPane::askPart() {
    auto* part = new QFrame;
    part->setProperty("surface", true);
    auto* column = plainColumn(part);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(theme().u(3), 0, theme().u(3), theme().u(2));
    question_ = new QLineEdit;
    question_->setPlaceholderText(tr("Write a text of this dataset"));
    question_->setAccessibleName(tr("Text to try"));
    QPushButton* button = pushButton(tr("Ask"));
    row->addWidget(question_, 1);
    row->addWidget(button);
    answersModel_ = new CellTableModel({{tr("Answer")}, {tr("p"), Qt::AlignRight}, {}}, this);
    answers_ = new TableView(answersModel_, tr("Answers"));
    answers_->setColumnUnits({0, 14, 22});
    column->addWidget(new SectionHead(tr("Try it")));
    column->addLayout(row);
    column->addWidget(answers_, 1);
    connect(button, &QPushButton::clicked, this, &MixerPane::ask);
    connect(question_, &QLineEdit::returnPressed, this, &MixerPane::ask);
    return part;
}

QString MixerPane::dataset() const { return dataset_->currentText(); }

std::vector<double> MixerPane::stored() const {
    if (!shown_) return {};
    const auto at = std::find(shown_->datasets.begin(), shown_->datasets.end(), dataset().toStdString());
    if (at == shown_->datasets.end()) return {};
    std::vector<double> weights = shown_->weights[static_cast<std::size_t>(at - shown_->datasets.begin())];
    weights.resize(shown_->mixedMembers());  // boosting members keep their steps
    return weights;
}

void MixerPane::refresh() {
    const auto& snapshot = workbench_.snapshot();
    if (!snapshot || !snapshot->combination || snapshot->combinationIsOld || snapshot->combination == shown_) return;
    shown_ = snapshot->combination;
    QStringList datasets, members;
    for (const std::string& name : shown_->datasets) datasets << QString::fromStdString(name);
    for (const CombinedMember& member : shown_->members) {
        if (member.kind != "boost") members << systemTitle(member.id);
    }
    faders_->setMembers(members);
    QStringList present;
    for (int k = 0; k < dataset_->count(); ++k) present << dataset_->itemText(k);
    if (present != datasets) {
        filling_ = true;
        dataset_->clear();
        dataset_->addItems(datasets);
        filling_ = false;
    }
    showDataset();
}

void MixerPane::showDataset() {
    const auto weights = stored();
    if (weights.empty()) return;
    faders_->setWeights(weights);
    showWorth();
    tryWeights(weights, false);
    askExamples();
}

/// Interval and worth of every member's weight, where they were measured.
void MixerPane::showWorth() {
    QStringList notes, tips;
    const Value* list = shown_->worth.isNull() ? nullptr : shown_->worth.find(dataset().toStdString());
    for (std::size_t k = 0; list && k < list->asList().size(); ++k) {
        const Value& entry = list->asList()[k];
        const double worth = entry.doubleOr("worth", NAN);
        notes << (std::isfinite(worth) ? signedText(worth) : QString());
        QString tip = tr("Without this member the others, fitted again, lose %1 nats of validation loss.").arg(lossText(worth));
        const Value& interval = entry.at("interval");
        if (!interval.isNull()) tip += QLatin1Char('\n') + tr("95 % interval of the weight: %1 to %2").arg(QLocale().toString(interval.asList()[0].asDouble(), 'f', 2), QLocale().toString(interval.asList()[1].asDouble(), 'f', 2));
        tips << tip;
    }
    faders_->setNotes(notes, tips);
}

void MixerPane::tryWeights(const std::vector<double>& weights, bool fit) {
    workbench_.mix(dataset(), weights, fit, {this, [this](const MixOutcome& outcome) { showOutcome(outcome); }});
}

void MixerPane::showOutcome(const MixOutcome& outcome) {
    faders_->setWeights(outcome.weights);
    QVector<FactList::Fact> facts{{tr("Validation loss"), lossText(outcome.loss), {}, tr("mean cross-entropy of the targets, natural logarithm")}};
    if (outcome.accuracy) {
        const double half = outcome.low && outcome.high ? (*outcome.high - *outcome.low) / 2 : NAN;
        facts.push_back({tr("Accuracy"), percentText(*outcome.accuracy) + (std::isfinite(half) ? QLatin1Char(' ') + plusMinusText(half * 100, 1) : QString()), {}, tr("share of validation rows answered right, 95 % bootstrap")});
    }
    if (shown_ && shown_->gate) facts.push_back({tr("Weights"), tr("by the prompt"), {}, tr("A gate weighs every prompt anew; the faders show the mean over the validation rows. Moving one puts fixed weights in the place of the gate.")});
    facts_->setFacts(facts);
    if (std::exchange(keeps_, false)) {
        workbench_.setWeights(dataset(), outcome.weights);
        askExamples();
    }
}

void MixerPane::askExamples() {
    if (faders_->faders().empty()) return;
    workbench_.rankedRows(dataset(), faders_->weights(), {this, [this](const std::vector<RankedRow>& ranked) {
        constexpr std::size_t kShown = 50;
        QVector<CellRow> rows;
        const bool worst = end_->current() != QLatin1String("best");
        for (std::size_t k = 0; k < std::min(kShown, ranked.size()); ++k) {
            const RankedRow& row = worst ? ranked[k] : ranked[ranked.size() - 1 - k];
            const bool right = row.right == row.answer;
            const QString text = QString::fromStdString(row.text).simplified();
            rows.push_back({QString::fromStdString(row.id), {Cell{.text = text, .tip = text}, Cell{.text = QString::fromStdString(row.right).trimmed(), .ink = QStringLiteral("ok")},
                            Cell{.text = QString::fromStdString(row.answer).trimmed(), .ink = right ? QStringLiteral("ok") : QStringLiteral("error"), .icon = row.right.empty() ? QString() : right ? QStringLiteral("check") : QStringLiteral("close")},
                            Cell{.text = QLocale().toString(row.probability, 'f', 2), .sort = row.probability}}});
        }
        examplesModel_->setRows(rows);
    }});
}

void MixerPane::ask() {
    if (question_->text().trimmed().isEmpty() || dataset().isEmpty()) return;
    workbench_.ask(dataset(), question_->text(), {this, [this](const std::vector<SystemAnswer>& answers) {
        QVector<CellRow> rows;
        for (const SystemAnswer& answer : answers) {
            const QString system = QString::fromStdString(answer.system);
            rows.push_back({system, {Cell{.text = systemTitle(answer.system), .strong = true}, Cell{}, Cell{}}, !rows.isEmpty()});
            if (answer.choices.empty()) {
                const QString text = QString::fromStdString(answer.text).simplified();
                rows.push_back({system + QStringLiteral("/text"), {Cell{.text = text, .tip = text}, Cell{}, Cell{}}});
            }
            for (std::size_t k = 0; k < std::min<std::size_t>(3, answer.choices.size()); ++k) {
                const auto& choice = answer.choices[k];
                rows.push_back({system + QString::number(k), {Cell{.text = QString::fromStdString(choice.text).trimmed(), .ink = k ? QStringLiteral("text2") : QString()}, Cell{.text = QLocale().toString(choice.probability, 'f', 2)}, Cell{.text = {}, .progress = choice.probability}}});
            }
        }
        answersModel_->setRows(rows);
    }});
}

}  // namespace consort
