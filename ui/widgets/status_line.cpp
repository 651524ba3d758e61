#include "ui/widgets/status_line.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

#include "ui/number_format.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"
#include "ui/workbench.h"

namespace consort {

constexpr int kToastMs = 6000;

StatusLine::StatusLine(Workbench& workbench, QWidget* parent)
    : QWidget(parent), workbench_(workbench), device_(textLabel({}, QStringLiteral("text2"))), jobs_(textLabel({}, QStringLiteral("text2"))),
      left_(textLabel({}, QStringLiteral("text2"))), saved_(textLabel({}, QStringLiteral("text2"))), bar_(new QProgressBar),
      jobsButton_(toolButton(QStringLiteral("list"), tr("Jobs"))), logButton_(toolButton(QStringLiteral("text"), tr("Log"))) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme().u(3), 0, theme().u(3), 0);
    row->setSpacing(theme().u(3));
    bar_->setTextVisible(false);
    bar_->setRange(0, 1000);
    keepWidth(bar_, 28, 28);
    bar_->setAccessibleName(tr("Progress of the running job"));
    for (QToolButton* button : {jobsButton_, logButton_}) {
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setCheckable(true);
        button->setText(button->accessibleName());
    }
    for (QWidget* widget : std::initializer_list<QWidget*>{device_, jobs_, bar_, left_}) row->addWidget(widget);
    row->addStretch();
    for (QWidget* widget : std::initializer_list<QWidget*>{saved_, jobsButton_, logButton_}) row->addWidget(widget);
    refresh();
}

void StatusLine::refresh() {
    const JobRow* running = nullptr;
    int active = 0;
    for (const JobRow& row : workbench_.jobs().rows()) {
        if (!row.isActive() || row.title.isEmpty()) continue;
        ++active;
        if (row.state == JobState::Running) running = &row;
    }
    device_->setText(tr("CPU"));
    jobs_->setText(active > 0 ? tr("%n jobs", nullptr, active) : QString());
    bar_->setVisible(running != nullptr);
    if (running) bar_->setValue(static_cast<int>(1000 * running->share()));
    left_->setText(running && running->left() >= 0 ? tr("%1 left").arg(durationText(running->left())) : QString());
    const auto& snapshot = workbench_.snapshot();
    saved_->setText(!snapshot ? QString() : snapshot->readOnly ? tr("Read-only") : tr("Every change is saved"));
}

Toast::Toast(QWidget* parent) : QWidget(parent), text_(textLabel({})), undo_(linkButton(tr("Undo"))), timer_(new QTimer(this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme().u(4), theme().u(2), theme().u(2), theme().u(2));
    row->addWidget(text_);
    row->addWidget(undo_);
    QToolButton* close = toolButton(QStringLiteral("close"), tr("Dismiss"));
    row->addWidget(close);
    timer_->setSingleShot(true);
    timer_->setInterval(kToastMs);
    connect(timer_, &QTimer::timeout, this, &QWidget::hide);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    connect(undo_, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT undoWanted();
    });
    hide();
}

void Toast::say(const QString& text, bool undoable) {
    text_->setText(text);
    setAccessibleName(text);
    undo_->setVisible(undoable);
    adjustSize();
    move(theme().u(4), parentWidget()->height() - height() - theme().u(11));
    show();
    raise();
    timer_->start();
}

QString Toast::text() const { return text_->text(); }

void Toast::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(inks().edge, 1));
    painter.setBrush(inks().surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme().u(1.5), theme().u(1.5));
}

}  // namespace consort
