#include "ui/dialogs/help_viewer.h"

#include <QFile>
#include <QHBoxLayout>
#include <QLocale>
#include <QTextBrowser>
#include <QVBoxLayout>

#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"

namespace consort {
namespace {

/// The page in the language of the window where there is one, else in English.
QString pathOf(const QString& page) {
    const QString own = QStringLiteral(":/manual/%1.%2.html").arg(page, QLocale().name().left(2));
    return QFile::exists(own) ? own : QStringLiteral(":/manual/%1.html").arg(page);
}

}  // namespace

HelpViewer::HelpViewer(QWidget* parent) : QDialog(parent), view_(new QTextBrowser) {
    setWindowTitle(tr("Manual"));
    setAttribute(Qt::WA_DeleteOnClose);
    view_->setAccessibleName(tr("Manual"));
    view_->setOpenLinks(false);
    view_->setFrameShape(QFrame::NoFrame);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(theme().u(3), theme().u(2), theme().u(3), 0);
    QPushButton* home = linkButton(tr("Contents"));
    head->addWidget(home);
    head->addStretch();
    column->addLayout(head);
    column->addWidget(view_, 1);
    connect(home, &QPushButton::clicked, this, [this] { showPage(QStringLiteral("index")); });
    connect(view_, &QTextBrowser::anchorClicked, this, [this](const QUrl& url) { showPage(url.toString()); });
    resize(theme().u(190), theme().u(170));
}

void HelpViewer::showPage(const QString& page) {
    const QString name = page.section(QLatin1Char('#'), 0, 0), anchor = page.section(QLatin1Char('#'), 1);
    QFile file(pathOf(name));
    if (!file.open(QIODevice::ReadOnly)) return;
    view_->document()->setDefaultStyleSheet(QStringLiteral("body { margin: %1px; } h1, h2 { color: %2; } a { color: %3; } code { background: %4; } .formula { color: %2; background: %4; }")
                                                .arg(theme().u(6)).arg(inks().text.name(), inks().accent.name(), inks().header.name()));
    view_->setHtml(QString::fromUtf8(file.readAll()));
    if (!anchor.isEmpty()) view_->scrollToAnchor(anchor);
}

HelpViewer* HelpViewer::open(QWidget* parent, const QString& page) {
    auto* viewer = new HelpViewer(parent);
    viewer->showPage(page);
    viewer->show();
    return viewer;
}

}  // namespace consort
