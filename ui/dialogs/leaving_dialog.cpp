#include "ui/dialogs/leaving_dialog.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/number_format.h"
#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"
#include "ui/workbench.h"

namespace consort {

LeavingDialog::LeavingDialog(Workbench& workbench, QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("Work is going on"));
    int active = 0;
    double left = -1;
    for (const JobRow& row : workbench.jobs().rows()) {
        if (!row.isActive() || row.title.isEmpty()) continue;
        ++active;
        left = std::max(left, row.left());
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme().u(6), theme().u(6), theme().u(6), theme().u(6));
    column->setSpacing(theme().u(2));
    column->addWidget(textLabel(tr("%n jobs are still running", nullptr, active), {}, [] { return theme().section(); }));
    QString text = tr("The window can go on with them out of sight, or stop within one step and keep what was reached. The next start resumes.");
    if (left >= 0) text = tr("They need about %1 more.").arg(durationText(left)) + QLatin1Char(' ') + text;
    QLabel* body = textLabel(text, QStringLiteral("text2"));
    body->setWordWrap(true);
    column->addWidget(body);
    auto* buttons = new QHBoxLayout;
    QPushButton *cancel = pushButton(tr("Stay here")), *stop = pushButton(tr("Stop and save")), *keep = primaryButton(tr("Keep running"));
    buttons->addWidget(cancel);
    buttons->addStretch();
    buttons->addWidget(stop);
    buttons->addWidget(keep);
    column->addSpacing(theme().u(2));
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(stop, &QPushButton::clicked, this, [this] { choose(Choice::StopAndSave); });
    connect(keep, &QPushButton::clicked, this, [this] { choose(Choice::KeepRunning); });
    keep->setDefault(true);
    keepWidth(this, 110, 0);
}

void LeavingDialog::choose(Choice choice) {
    choice_ = choice;
    accept();
}

}  // namespace consort
