#include "ui/panels/data_panel.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QSplitter>
#include <QStackedWidget>

#include "ui/docks/jobs_dock.h"
#include "ui/models/cell_table.h"
#include "ui/number_format.h"
#include "ui/panels/dataset_properties.h"
#include "ui/panels/model_card.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/table_view.h"

namespace consort {
namespace {

QVector<double> sharesOf(const Value& card) {
    QVector<double> shares;
    const Value* balance = card.find("balance");
    if (!balance || !balance->find("train")) return shares;
    for (const auto& [label, count] : balance->at("train").asObject()) shares << count.asDouble();
    return shares;
}

/// The largest share of a dataset's rows that another dataset has too.
Cell sharedCell(const ProjectSnapshot& snapshot, std::size_t dataset) {
    if (!snapshot.overlap) return {.text = kMissing, .ink = QStringLiteral("text2")};
    const auto& shares = snapshot.overlap->at("near").asList()[dataset].asList();
    double most = 0;
    std::size_t with = dataset;
    for (std::size_t other = 0; other < shares.size(); ++other) {
        if (other == dataset || shares[other].asDouble() <= most) continue;
        most = shares[other].asDouble();
        with = other;
    }
    const bool much = most > 0.05;
    const QString name = QString::fromStdString((*snapshot.datasets)[with].at("name").asString());
    return {.text = percentText(most), .ink = much ? QStringLiteral("warn") : QStringLiteral("text2"), .strong = much, .sort = most, .tip = most > 0 ? DataPanel::tr("%1 of the rows are also in %2").arg(percentText(most), name) : QString()};
}

CellRow rowOf(const Value& card, int group, const Cell& shared) {
    const Value &rows = card.at("rows"), &tokens = card.at("tokens");
    const double confidence = card.doubleOr("confidence", 1), total = rows.doubleOr("train", 0) + rows.doubleOr("valid", 0) + rows.doubleOr("test", 0);
    const double cut = total > 0 ? card.doubleOr("truncated", 0) / total : 0;
    const bool doubt = confidence < 0.8;
    Cell name{QString::fromStdString(card.at("name").asString())}, schema{QString::fromStdString(card.at("schema").asString()).replace(QLatin1Char('_'), QLatin1Char(' '))};
    name.group = group;
    if (group < 0) name.icon = QStringLiteral("dataset");
    schema.chip = doubt ? QStringLiteral("warn") : QStringLiteral("plain");
    if (doubt) schema.icon = QStringLiteral("warning");
    const auto number = [](double value) { return Cell{.text = countText(static_cast<std::int64_t>(value)), .sort = value}; };
    Cell match{percentText(confidence, 0)}, balance, mean{QString::number(tokens.doubleOr("mean", 0), 'f', 0)}, most = number(tokens.doubleOr("max", 0)), lost{percentText(cut)};
    match.ink = doubt ? QStringLiteral("warn") : QString();
    match.sort = confidence;
    balance.shares = sharesOf(card);
    balance.ink = QStringLiteral("text2");
    balance.text = balance.shares.isEmpty() ? DataPanel::tr("free text") : DataPanel::tr("%n labels", nullptr, static_cast<int>(balance.shares.size()));
    if (const Value* histogram = tokens.find("histogram")) {
        for (const Value& bin : histogram->asList()) mean.histogram << bin.asDouble();
    }
    mean.sort = tokens.doubleOr("mean", 0);
    most.ink = QStringLiteral("text2");
    lost.ink = cut > 0.01 ? QStringLiteral("warn") : QStringLiteral("text2");
    lost.strong = cut > 0.01;
    lost.sort = cut;
    return {name.text, {name, schema, match, number(rows.doubleOr("train", 0)), number(rows.doubleOr("valid", 0)), number(rows.doubleOr("test", 0)), balance, mean, most, lost, shared}};
}

}  // namespace

QVector<CellRow> datasetRows(const ProjectSnapshot& snapshot) {
    QVector<CellRow> rows;
    for (std::size_t i = 0; i < snapshot.datasets->size(); ++i) {
        const Value& card = (*snapshot.datasets)[i];
        rows.push_back(rowOf(card, snapshot.groupOf(card.at("name").asString()), sharedCell(snapshot, i)));
    }
    return rows;
}

DataPanel::DataPanel(Workbench& workbench, Commands& commands, QWidget* parent) : StagePanel(workbench, commands, parent), card_(new ModelCard), progress_(new ProgressStrip), pages_(new QStackedWidget) {
    properties_ = new DatasetProperties(workbench);
    preview_ = new RowPreviewPane(workbench);
    auto* column = plainColumn(this);
    column->addWidget(card_);
    column->addWidget(ruler());
    column->addWidget(bar());
    column->addWidget(progress_);
    auto* split = new QSplitter(Qt::Vertical);
    split->setHandleWidth(1);
    split->addWidget(datasetsPart());
    split->addWidget(preview_);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    split->setChildrenCollapsible(false);
    auto* empty = new EmptyState(QStringLiteral("dataset"), tr("No datasets yet"), tr("Drop files or folders anywhere in this window: jsonl, json, csv, tsv, parquet, arrow or txt. Schema and splits are found for you."), tr("Add datasets"));
    empty->bind(commands.action(QStringLiteral("data.add")));
    pages_->addWidget(empty);
    pages_->addWidget(split);
    column->addWidget(pages_, 1);
    progress_->hide();
    connect(progress_, &ProgressStrip::cancelled, this, [this] {
        workbench_.cancel(QStringLiteral("import"));
        workbench_.cancel(QStringLiteral("overlap"));
    });
}

QWidget* DataPanel::datasetsPart() {
    auto* part = new QFrame;
    part->setProperty("surface", true);
    auto* column = plainColumn(part);
    head_ = new SectionHead(tr("Datasets"));
    auto* find = new QLineEdit;
    find->setPlaceholderText(tr("Find in table"));
    find->setAccessibleName(tr("Find in the table of datasets"));
    find->setClearButtonEnabled(true);
    keepWidth(find, 0, 44);
    QPushButton* add = pushButton(tr("Add datasets"), QStringLiteral("plus"));
    findings_ = linkButton({});
    findings_->setIcon(icon(QStringLiteral("warning")));
    head_->add(findings_);
    head_->add(find);
    head_->add(add);
    connect(findings_, &QPushButton::clicked, this, &DataPanel::nextFinding);
    connect(add, &QPushButton::clicked, commands_.action(QStringLiteral("data.add")), &QAction::trigger);
    model_ = new CellTableModel({{tr("Dataset")}, {tr("Schema")}, {tr("Match"), Qt::AlignRight, tr("How sure the detected schema is")}, {tr("Train"), Qt::AlignRight}, {tr("Valid"), Qt::AlignRight},
                                 {tr("Test"), Qt::AlignRight}, {tr("Label balance"), Qt::AlignRight}, {tr("Tokens"), Qt::AlignRight, tr("Mean tokens a row, prompt and target")},
                                 {tr("Longest"), Qt::AlignRight}, {tr("Cut"), Qt::AlignRight, tr("Share of rows whose prompt lost tokens at its left end")},
                                 {tr("Shared"), Qt::AlignRight, tr("Largest share of the rows that are near duplicates of rows of another dataset")}}, this);
    table_ = new TableView(model_, tr("Datasets"));
    table_->setColumnUnits({0, 33, 15, 15, 14, 14, 36, 17, 15, 14, 16});
    model_->setDragType(QStringLiteral("application/x-consort-dataset"));
    table_->setDragEnabled(true);
    table_->setSortingEnabled(true);
    table_->sortByColumn(-1, Qt::AscendingOrder);
    column->addWidget(head_);
    column->addWidget(table_, 1);
    table_->setContextMenuPolicy(Qt::ActionsContextMenu);
    for (const char* command : {"data.change", "data.reread", "data.remove"}) table_->addAction(commands_.action(QLatin1String(command)));
    connect(table_, &TableView::rowActivated, commands_.action(QStringLiteral("data.change")), &QAction::trigger);
    connect(find, &QLineEdit::textChanged, table_, &TableView::setFilter);
    connect(table_, &TableView::currentKeyChanged, this, [this](const QString& name) {
        preview_->showDataset(name);
        properties_->showDataset(name);
    });
    return part;
}

QWidget* DataPanel::properties() { return properties_; }

QStringList DataPanel::chosen() const { return table_->selectedKeys(); }

void DataPanel::reveal(const QString& object) {
    if (object != QLatin1String("model")) table_->selectKey(object);
}

void DataPanel::refresh() {
    const ProjectSnapshot* s = snapshot();
    if (!s) return;
    card_->show(*s);
    model_->setRows(datasetRows(*s));
    double rows = 0, tokens = 0;
    for (const Value& card : *s->datasets) {
        rows += card.at("rows").doubleOr("train", 0);
        tokens += card.at("rows").doubleOr("train", 0) * card.at("tokens").doubleOr("mean", 0);
    }
    head_->setSub(tr("%1 training rows, %2 tokens").arg(countText(static_cast<std::int64_t>(rows)), countText(static_cast<std::int64_t>(tokens))));
    pages_->setCurrentIndex(s->datasets->empty() ? 0 : 1);
    if (table_->currentKey().isEmpty() && !s->datasets->empty()) table_->selectKey(QString::fromStdString(s->datasets->front().at("name").asString()));
    properties_->refresh();
    const auto findings = static_cast<int>(datasetsWithFindings().size());
    findings_->setText(tr("%n with findings", nullptr, findings));
    findings_->setVisible(findings > 0);
    if (s->datasets != shown_) {
        const auto names = s->datasetNames();
        const bool stays = std::find(names.begin(), names.end(), preview_->dataset().toStdString()) != names.end();
        if (shown_ && stays) preview_->askAgain();
        shown_ = s->datasets;
        if (!s->overlap && s->datasets->size() > 1 && workbench_.canWrite() && !workbench_.jobs().active(QStringLiteral("import"))) workbench_.findOverlap();
    }
    tellChangedFiles(*s);
}

QStringList DataPanel::datasetsWithFindings() const {
    QStringList names;
    for (const Value& card : *snapshot()->datasets) {
        const Value* warnings = card.find("warnings");
        if (warnings && warnings->isList() && !warnings->asList().empty()) names << QString::fromStdString(card.at("name").asString());
    }
    return names;
}

/// Chooses the next dataset about which something was found; the Properties say what.
void DataPanel::nextFinding() {
    const QStringList names = datasetsWithFindings();
    if (names.isEmpty()) return;
    table_->selectKey(names[(names.indexOf(table_->currentKey()) + 1) % names.size()]);
}

void DataPanel::tellChangedFiles(const ProjectSnapshot& snapshot) {
    if (snapshot.changedSources == told_ || !snapshot.changedSources) return;
    told_ = snapshot.changedSources;
    if (told_->empty()) return;
    QStringList names, files;
    for (const auto& [name, changed] : *told_) {
        names << QString::fromStdString(name);
        for (const std::string& file : changed) files << QString::fromStdString(file);
    }
    bar()->tell(QStringLiteral("warn"), tr("Files of %1 changed on disk").arg(names.mid(0, 4).join(QStringLiteral(", "))), tr("The project keeps the rows as they were read. %1").arg(files.mid(0, 3).join(QStringLiteral(", "))), tr("Read again"),
                [this, names] {
                    for (const QString& name : names) workbench_.reimport(name, Value(Value::Object{}));
                });
}

void DataPanel::refreshJobs() {
    const JobRow* job = workbench_.jobs().active(QStringLiteral("import"));
    if (!job) job = workbench_.jobs().active(QStringLiteral("overlap"));
    progress_->setVisible(job != nullptr);
    if (job) progress_->show(job->title, job->share(), doneOfTotal(job->progress));
}

}  // namespace consort
