#include "ui/dialogs/about_dialog.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QSysInfo>
#include <QTextBrowser>
#include <QThread>
#include <QVBoxLayout>

#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"
#include "ui/workbench.h"

namespace consort {
namespace {

struct Library {
    const char *name, *licence, *use;
};

constexpr Library kLibraries[] = {
    {"Qt", "LGPL-3.0", "window"},           {"QCustomPlot", "GPL-3.0", "plots"},       {"LibTorch", "BSD-3-Clause", "tensors"},
    {"Apache Arrow", "Apache-2.0", "files"}, {"SQLite", "public domain", "project"},    {"Eigen", "MPL-2.0", "linear algebra"},
    {"spdlog, fmt", "MIT", "log"},          {"nlohmann-json", "MIT", "JSON"},          {"CLI11", "BSD-3-Clause", "command line"},
    {"PCRE2", "BSD-3-Clause", "tokenizers"}, {"ICU", "Unicode-3.0", "text"},            {"yaml-cpp", "MIT", "templates"},
    {"OpenSSL", "Apache-2.0", "hashes"},    {"mimalloc", "MIT", "memory"},             {"Inter", "OFL-1.1", "font"},
};

}  // namespace

AboutDialog::AboutDialog(QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("About Consort"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme().u(6), theme().u(6), theme().u(6), theme().u(6));
    column->addWidget(textLabel(QStringLiteral("Consort %1").arg(QCoreApplication::applicationVersion()), {}, [] { return theme().price(); }));
    column->addWidget(textLabel(tr("Groups datasets by how they help each other, trains one adapter per group, exports the weighted ensemble."), QStringLiteral("text2")));
    auto* text = new QTextBrowser;
    text->setAccessibleName(tr("Licences"));
    QString html = tr("<p>Consort is free software under the GNU General Public License, version 3 or later.</p><p>After EnsembleLoRA (ACL 2025, arXiv 2505.21930) and GradEx (EMNLP Findings 2024, arXiv 2409.19458).</p>");
    html += QStringLiteral("<table cellpadding='3'>");
    for (const Library& one : kLibraries) html += QStringLiteral("<tr><td>%1</td><td>%2</td></tr>").arg(QLatin1String(one.name), QLatin1String(one.licence));
    html += QStringLiteral("</table><p>Qt %1</p>").arg(QLatin1String(qVersion()));
    text->setHtml(html);
    column->addWidget(text, 1);
    QPushButton* close = primaryButton(tr("Close"));
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    column->addWidget(close, 0, Qt::AlignRight);
    resize(theme().u(130), theme().u(120));
}

QString diagnosticsText(const Workbench& workbench, const QString& log) {
    QStringList lines;
    lines << QStringLiteral("Consort %1, Qt %2, %3").arg(QCoreApplication::applicationVersion(), QLatin1String(qVersion()), QGuiApplication::platformName());
    lines << QStringLiteral("%1, %2 cores").arg(QSysInfo::prettyProductName()).arg(QThread::idealThreadCount());
    if (const auto& s = workbench.snapshot()) {
        lines << QStringLiteral("model %1, %2 parameters, %3, rank %4").arg(QString::fromStdString(s->model.family)).arg(s->model.parameters).arg(QString::fromStdString(s->settings.quantize)).arg(s->settings.adapter.rank);
        lines << QStringLiteral("%1 datasets, %2 runs").arg(s->datasets->size()).arg(s->runs.size());
        for (const RunView& run : s->runs) lines << QStringLiteral("run %1: %2, %3 steps").arg(QString::fromStdString(run.record.kind), QString::fromStdString(run.record.state)).arg(run.record.steps);
    }
    lines << QString() << log;
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

}  // namespace consort
