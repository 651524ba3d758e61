#include "ui/panels/export_panel.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QDateTime>
#include <QDrag>
#include <QFileDialog>
#include <QLineEdit>
#include <QMimeData>
#include <QMouseEvent>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QUrl>

#include "core/export/bundle.h"
#include "ui/bundle_view.h"
#include "ui/docks/jobs_dock.h"
#include "ui/number_format.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/table_view.h"

namespace consort {
ExportPanel::ExportPanel(Workbench& workbench, Commands& commands, QWidget* parent) : StagePanel(workbench, commands, parent), pages_(new QStackedWidget), progress_(new ProgressStrip) {
    auto* split = new QSplitter(Qt::Horizontal);
    split->setHandleWidth(1);
    split->setChildrenCollapsible(false);
    QWidget* right = bundlePart();
    auto* empty = new EmptyState(QStringLiteral("export"), tr("No bundle yet"), tr("The bundle holds the merged adapter, every member, the ensemble's weights and a certificate that replays rows from the written files."), tr("Export bundle"));
    empty->bind(commands_.action(QStringLiteral("run.export")));
    pages_->addWidget(empty);
    pages_->addWidget(right);
    split->addWidget(formPart());
    split->addWidget(pages_);
    split->setStretchFactor(1, 1);
    auto* column = plainColumn(this);
    column->addWidget(bar());
    column->addWidget(progress_);
    column->addWidget(split, 1);
    progress_->hide();
    connect(progress_, &ProgressStrip::cancelled, this, [this] {
        workbench_.cancel(QStringLiteral("export"));
        workbench_.cancel(QStringLiteral("verify"));
    });
}

QWidget* ExportPanel::bundlePart() {
    auto* right = new QSplitter(Qt::Vertical);
    right->setHandleWidth(1);
    right->setChildrenCollapsible(false);
    auto* lower = new QSplitter(Qt::Horizontal);
    lower->setHandleWidth(1);
    lower->setChildrenCollapsible(false);
    lower->addWidget(filesPart());
    lower->addWidget(usePart());
    lower->setStretchFactor(1, 1);
    right->addWidget(proofPart());
    right->addWidget(lower);
    return right;
}

QLayout* ExportPanel::folderRow() {
    folder_ = new QLineEdit;
    folder_->setAccessibleName(tr("Folder of the bundle"));
    QToolButton* browse = toolButton(QStringLiteral("folder"), tr("Choose the folder of the bundle"));
    QLabel* label = textLabel(tr("Folder"), QStringLiteral("text2"));
    label->setBuddy(folder_);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(theme().u(3), 0, theme().u(3), theme().u(2));
    row->addWidget(label);
    row->addWidget(folder_, 1);
    row->addWidget(browse);
    connect(folder_, &QLineEdit::textEdited, this, [this](const QString& text) { workbench_.setExportFolder(text.trimmed()); });
    connect(browse, &QToolButton::clicked, this, [this] {
        const QString folder = QFileDialog::getSaveFileName(this, tr("Folder of the bundle"), folder_->text());
        if (folder.isEmpty()) return;
        folder_->setText(folder);
        workbench_.setExportFolder(folder);
    });
    return row;
}

/// One box a format that the engine can write beside the bundle itself.
QLayout* ExportPanel::formatRow() {
    auto* row = new QHBoxLayout;
    row->setContentsMargins(theme().u(3), 0, theme().u(3), theme().u(2));
    for (const Exporter& exporter : exporters()) {
        const QString name = QLatin1String(exporter.name);
        if (name == QLatin1String("bundle")) continue;
        auto* box = new QCheckBox(formatTitle(name));
        box->setAccessibleName(box->text());
        box->setToolTip(QLatin1String(exporter.summary));
        box->setChecked(workbench_.exportFormats().contains(name));
        row->addWidget(box);
        connect(box, &QCheckBox::toggled, this, [this, name](bool on) {
            QStringList formats = workbench_.exportFormats();
            formats.removeAll(name);
            if (on) formats << name;
            workbench_.setExportFormats(formats);
        });
    }
    row->addStretch(1);
    return row;
}

QWidget* ExportPanel::formPart() {
    auto* part = new QFrame;
    part->setProperty("surface", true);
    keepWidth(part, 94, 0);
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, theme().u(3));
    column->setSpacing(theme().u(1));
    QLayout* row = folderRow();
    partsModel_ = new CellTableModel({{tr("Part")}, {tr("Size"), Qt::AlignRight}}, this);
    parts_ = new TableView(partsModel_, tr("Parts of the bundle"));
    parts_->setRowUnits(11);
    parts_->setColumnUnits({0, 24});
    total_ = textLabel({}, {}, [] { return theme().strong(); });
    export_ = pushButton(tr("Export"), QStringLiteral("export"));
    verify_ = pushButton(tr("Verify"), QStringLiteral("certificate"));
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(theme().u(3), 0, theme().u(3), 0);
    total_->setContentsMargins(theme().u(3), theme().u(2), theme().u(3), 0);
    buttons->addStretch(1);
    buttons->addWidget(verify_);
    buttons->addWidget(export_);
    column->addWidget(new SectionHead(tr("Bundle")));
    column->addLayout(row);
    column->addLayout(formatRow());
    column->addWidget(parts_, 1);
    column->addWidget(total_);
    column->addLayout(buttons);
    connect(export_, &QPushButton::clicked, commands_.action(QStringLiteral("run.export")), &QAction::trigger);
    connect(verify_, &QPushButton::clicked, commands_.action(QStringLiteral("run.verify")), &QAction::trigger);
    return part;
}

QWidget* ExportPanel::proofPart() {
    auto* part = new QFrame;
    part->setProperty("surface", true);
    auto* column = plainColumn(part);
    certificateHead_ = new SectionHead(tr("Faithfulness certificate"));
    certificateModel_ = new CellTableModel({{tr("Written artefact")}, {tr("Compared with")}, {tr("Max |Δ logit|"), Qt::AlignRight, tr("Largest difference of a logit over the replayed rows")}, {tr("KL"), Qt::AlignRight, tr("Mean Kullback–Leibler divergence, natural logarithm")},
                                            {tr("Δ accuracy"), Qt::AlignRight, tr("Points, over the replayed rows")}, {tr("Verdict")}}, this);
    certificate_ = new TableView(certificateModel_, tr("Faithfulness certificate"));
    certificate_->setColumnUnits({0, 50, 28, 20, 24, 30});
    column->addWidget(certificateHead_);
    column->addWidget(certificate_, 1);
    return part;
}

QWidget* ExportPanel::filesPart() {
    auto* part = new QFrame;
    part->setProperty("surface", true);
    keepWidth(part, 70, 0);
    auto* column = plainColumn(part);
    filesHead_ = new SectionHead(tr("What was written"));
    auto* handle = new QLabel;
    handle->setPixmap(icon(QStringLiteral("box")).pixmap(theme().u(5)));
    handle->setToolTip(tr("Drag the bundle to a file manager"));
    handle->setAccessibleName(handle->toolTip());
    handle->setCursor(Qt::OpenHandCursor);
    handle->installEventFilter(this);
    filesHead_->add(handle);
    filesModel_ = new CellTableModel({{tr("File")}, {tr("Size"), Qt::AlignRight}}, this);
    files_ = new TableView(filesModel_, tr("Files of the bundle"));
    files_->setColumnUnits({0, 22});
    column->addWidget(filesHead_);
    column->addWidget(files_, 1);
    return part;
}

QWidget* ExportPanel::usePart() {
    auto* part = new QFrame;
    part->setProperty("surface", true);
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, theme().u(3));
    column->setSpacing(theme().u(2));
    auto* head = new SectionHead(tr("Use it"));
    tabs_ = new QTabBar;
    tabs_->setAccessibleName(tr("Where the bundle is used"));
    tabs_->setDrawBase(false);
    for (const auto& [id, title] : {std::pair{"peft", QStringLiteral("PEFT")}, {"ensemble", tr("Ensemble")}, {"vllm", QStringLiteral("vLLM")}}) tabs_->setTabData(tabs_->addTab(title), QString::fromLatin1(id));
    head->addLeft(tabs_);
    QPushButton* copy = pushButton(tr("Copy"), QStringLiteral("copy"));
    copy->setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+C")));
    head->add(copy);
    code_ = new QPlainTextEdit;
    code_->setReadOnly(true);
    code_->setAccessibleName(tr("Lines that load the bundle"));
    code_->setFont(theme().code());
    code_->setLineWrapMode(QPlainTextEdit::NoWrap);
    code_->setTabChangesFocus(true);
    column->addWidget(head);
    auto* inner = new QVBoxLayout;
    inner->setContentsMargins(theme().u(3), 0, theme().u(3), 0);
    inner->addWidget(code_, 1);
    column->addLayout(inner, 1);
    connect(tabs_, &QTabBar::currentChanged, this, [this] { showUsage(); });
    connect(copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(code_->toPlainText()); });
    return part;
}

void ExportPanel::refresh() {
    const ProjectSnapshot* s = snapshot();
    if (!s) return;
    if (!folder_->isModified()) folder_->setText(workbench_.exportFolder());
    const Value* last = s->lastExport();
    pages_->setCurrentIndex(last ? 1 : 0);
    export_->setText(last ? tr("Export again") : tr("Export"));
    verify_->setEnabled(last != nullptr);
    if (last) showBundle(*last);
}

void ExportPanel::showBundle(const Value& bundle) {
    bundle_ = QString::fromStdString(bundle.stringOr("folder", ""));
    certificateModel_->setRows(certificateRows(bundle));
    filesModel_->setRows(fileRows(bundle));
    partsModel_->setRows(partRows(bundle));
    std::int64_t bytes = 0;
    for (const Value& file : bundle.at("files").asList()) bytes += file.at("bytes").asInt();
    total_->setText(byteText(bytes));
    const std::int64_t verified = bundle.intOr("verified", 0);
    const QString when = verified > 0 ? tr("verified %1").arg(QLocale().toString(QDateTime::fromSecsSinceEpoch(verified).time(), QLocale::ShortFormat)) : tr("not verified yet");
    certificateHead_->setSub(tr("rows replayed from the written files, %1").arg(when));
    filesHead_->setSub(QStringLiteral("%1, %2").arg(tr("%n files", nullptr, static_cast<int>(bundle.at("files").asList().size())), bundle_));
    showUsage();
}

void ExportPanel::showUsage() {
    const ProjectSnapshot* s = snapshot();
    if (!s) return;
    const auto names = s->datasetNames();
    code_->setPlainText(usageText(tabs_->tabData(tabs_->currentIndex()).toString(), QString::fromStdString(s->settings.model), bundle_, names.empty() ? QString() : QString::fromStdString(names.front())));
}

void ExportPanel::refreshJobs() {
    const JobRow* job = workbench_.jobs().active(QStringLiteral("export"));
    if (!job) job = workbench_.jobs().active(QStringLiteral("verify"));
    progress_->setVisible(job != nullptr);
    if (job) progress_->show(job->title, job->share(), QStringLiteral("%1 %2").arg(stageOfWork(job->progress.stage), doneOfTotal(job->progress)));
}

void ExportPanel::reveal(const QString& object) { Q_UNUSED(object); }

bool ExportPanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::MouseButtonPress && !bundle_.isEmpty()) {
        dragBundle();
        return true;
    }
    return StagePanel::eventFilter(watched, event);
}

/// The whole folder, as a file manager takes it.
void ExportPanel::dragBundle() {
    auto* data = new QMimeData;
    data->setUrls({QUrl::fromLocalFile(bundle_)});
    auto* drag = new QDrag(this);
    drag->setMimeData(data);
    drag->exec(Qt::CopyAction);
}

}  // namespace consort
