#include "ui/panels/target_pane.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <algorithm>
#include <cmath>

#include "ui/models/cell_table.h"
#include "ui/number_format.h"
#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/table_view.h"

namespace consort {
namespace {

QComboBox* choice(const QString& name, const QVector<QPair<QString, QString>>& entries) {
    auto* box = new QComboBox;
    box->setAccessibleName(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(6);
    for (const auto& [id, text] : entries) box->addItem(text, id);
    return box;
}

QString joined(const Value& names) {
    QStringList list;
    for (const Value& name : names.asList()) list << QString::fromStdString(name.asString());
    return list.isEmpty() ? kMissing : list.join(QStringLiteral(", "));
}

/// A figure of {valid: {loss, accuracy}, test: {…}}; NaN where it is not there.
double figure(const Value& trained, const char* split, const char* name) {
    if (!trained.isObject()) return NAN;
    const Value* scores = trained.find(split);
    return scores && scores->isObject() ? scores->doubleOr(name, NAN) : NAN;
}

Cell lossCell(double loss) { return Cell{.text = lossText(loss), .sort = std::isfinite(loss) ? loss : INFINITY}; }

CellRow outcomeRow(const QString& name, const Value& sources, double estimated, const Value& trained, bool own) {
    const double accuracy = figure(trained, "test", "accuracy");
    return {name, {Cell{.text = name, .strong = own}, Cell{.text = joined(sources), .ink = QStringLiteral("text2"), .tip = joined(sources)}, lossCell(estimated),
                   lossCell(figure(trained, "valid", "loss")), lossCell(figure(trained, "test", "loss")), Cell{.text = percentNumber(accuracy), .sort = accuracy}}};
}

QString baselineTitle(const std::string& name) {
    if (name == "all") return TargetPane::tr("All sources");
    if (name == "none") return TargetPane::tr("The target alone");
    if (name == "gradient_cosine") return TargetPane::tr("Nearest by gradient");
    if (name == "representation") return TargetPane::tr("Nearest by representation");
    return TargetPane::tr("Random sources");
}

}  // namespace

TargetPane::TargetPane(Workbench& workbench, QWidget* parent) : QWidget(parent), workbench_(workbench), pages_(new QStackedWidget) {
    auto* column = plainColumn(this);
    column->addWidget(head());
    column->addWidget(ruler());
    empty_ = new EmptyState(QStringLiteral("matrix"), tr("Which sources help one dataset?"),
                            tr("One adapter is trained on everything for a start; from there the gradients of the other datasets rank them as sources of the target, and the base is trained once on those that help."), tr("Choose sources"));
    connect(empty_->button(), &QPushButton::clicked, start_, &QPushButton::click);
    pages_->addWidget(empty_);
    pages_->addWidget(result());
    column->addWidget(pages_, 1);
}

QWidget* TargetPane::head() {
    auto* head = new QWidget;
    auto* grid = new QGridLayout(head);
    grid->setContentsMargins(theme().u(3), theme().u(2), theme().u(3), theme().u(2));
    grid->setHorizontalSpacing(theme().u(2));
    grid->setVerticalSpacing(theme().u(2));
    target_ = choice(tr("Target"), {});
    strategy_ = choice(tr("Strategy"), {{QStringLiteral("ensemble"), tr("Random ensemble")}, {QStringLiteral("forward"), tr("Forward")}, {QStringLiteral("backward"), tr("Backward")}});
    baselines_ = choice(tr("Baselines"), {{QStringLiteral("no"), tr("Train the selection")}, {QStringLiteral("yes"), tr("Train the baselines too")}});
    start_ = primaryButton(tr("Choose sources"), QStringLiteral("play"));
    for (QComboBox* box : {target_, strategy_, baselines_}) box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);  // as wide as there is room
    grid->addWidget(textLabel(tr("Target"), QStringLiteral("text2")), 0, 0);
    grid->addWidget(target_, 0, 1);
    grid->addWidget(start_, 0, 2, Qt::AlignLeft);
    grid->addWidget(textLabel(tr("Strategy"), QStringLiteral("text2")), 1, 0);
    grid->addWidget(strategy_, 1, 1);
    grid->addWidget(baselines_, 1, 2);
    grid->addWidget(infoMark(tr("Target mode"), tr("GradEx: gradients at an adapter that was trained on all sources estimate the target's loss for sets of sources. Random ensemble: a source's score is the mean over the drawn sets that hold it. Forward and backward add or drop the best or worst source as long as the estimate falls (method, section 10).")), 1, 3);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    connect(start_, &QPushButton::clicked, this, [this] { workbench_.selectSources(request()); });
    connect(target_, &QComboBox::currentIndexChanged, this, [this] { show(); });
    return head;
}

QWidget* TargetPane::result() {
    auto* page = new QWidget;
    auto* column = plainColumn(page);
    rankingModel_ = new CellTableModel({{tr("Source")}, {tr("Rows"), Qt::AlignRight}, {tr("Score"), Qt::AlignRight, tr("Estimated: larger helps the target more")}, {tr("Chosen")}}, this);
    ranking_ = new TableView(rankingModel_, tr("Sources by their help"));
    ranking_->setColumnUnits({0, 18, 24, 24});
    outcomeModel_ = new CellTableModel({{tr("Trained on")}, {tr("Sources")}, {tr("Estimated loss"), Qt::AlignRight}, {tr("Validation loss"), Qt::AlignRight}, {tr("Test loss"), Qt::AlignRight}, {tr("Test accuracy %"), Qt::AlignRight}}, this);
    outcomes_ = new TableView(outcomeModel_, tr("Selection and baselines"));
    outcomes_->setColumnUnits({48, 0, 30, 30, 22, 30});
    sentence_ = textLabel({}, QStringLiteral("text2"));
    sentence_->setWordWrap(true);
    sentence_->setContentsMargins(theme().u(3), theme().u(2), theme().u(3), theme().u(2));
    column->addWidget(ranking_, 1);
    column->addWidget(sentence_);
    column->addWidget(ruler());
    column->addWidget(outcomes_, 1);
    return page;
}

SelectRequest TargetPane::request() const {
    SelectRequest request;
    request.target = target_->currentText().toStdString();
    request.strategy = strategy_->currentData().toString().toStdString();
    request.trainBaselines = baselines_->currentData().toString() == QLatin1String("yes");
    return request;
}

void TargetPane::setTarget(const QString& dataset) { target_->setCurrentIndex(target_->findText(dataset)); }

void TargetPane::refresh(const ProjectSnapshot& snapshot) {
    QStringList names;
    for (const std::string& name : snapshot.datasetNames()) names << QString::fromStdString(name);
    if (names != names_) {
        const QString chosen = target_->currentText();
        names_ = names;
        const QSignalBlocker quiet(target_);
        target_->clear();
        target_->addItems(names);
        setTarget(names.contains(chosen) ? chosen : names.value(0));
    }
    if (selection_ != snapshot.selection && snapshot.selection) {
        const QSignalBlocker quiet(target_);
        setTarget(QString::fromStdString(snapshot.selection->stringOr("target", "")));
    }
    selection_ = snapshot.selection;
    start_->setEnabled(workbench_.canWrite() && names.size() > 1 && !workbench_.jobs().active(QStringLiteral("select")));
    empty_->button()->setEnabled(start_->isEnabled());
    show();
}

void TargetPane::show() {
    const bool known = selection_ && QString::fromStdString(selection_->stringOr("target", "")) == target_->currentText();
    pages_->setCurrentIndex(known ? 1 : 0);
    if (!known) return;
    const Value& selection = *selection_;
    const auto& selected = selection.at("selected").asList();
    QVector<CellRow> sources, outcomes;
    for (const Value& entry : selection.at("ranking").asList()) {
        const Value& source = entry.at("source");
        const QString name = QString::fromStdString(source.asString());
        const bool chosen = std::find(selected.begin(), selected.end(), source) != selected.end();
        const double score = entry.at("score").asDouble();
        const std::int64_t rows = selection.at("sources").at(source.asString()).intOr("rows", 0);
        sources.push_back({name, {Cell{.text = name, .strong = chosen}, Cell{.text = countText(rows), .sort = static_cast<double>(rows)}, Cell{.text = signedText(score), .sort = score},
                                  Cell{.text = chosen ? tr("Chosen") : QString(), .ink = QStringLiteral("ok"), .icon = chosen ? QStringLiteral("done") : QString()}}});
    }
    rankingModel_->setRows(sources);
    outcomes.push_back(outcomeRow(tr("Selection"), selection.at("selected"), selection.doubleOr("estimated", NAN), selection.at("trained"), true));
    for (const auto& [name, entry] : selection.at("baselines").asObject()) {
        outcomes.push_back(outcomeRow(baselineTitle(name), entry.at("sources"), entry.doubleOr("estimated", NAN), entry.at("trained"), false));
    }
    outcomeModel_->setRows(outcomes);
    sentence_->setText(tr("%1 of %2 sources chosen for %3 in %4; the estimate took %5 sets of sources.")
                           .arg(countText(static_cast<std::int64_t>(selected.size())), countText(static_cast<std::int64_t>(selection.at("ranking").asList().size())), target_->currentText(),
                                durationText(selection.doubleOr("seconds", 0)), countText(static_cast<std::int64_t>(selection.at("estimates").asList().size()))));
}

}  // namespace consort
