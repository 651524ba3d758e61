#include "ui/widgets/callout.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"

namespace consort {

Callout::Callout(QWidget* window, std::vector<CalloutStep> steps)
    : QFrame(window), steps_(std::move(steps)), title_(textLabel({}, {}, [] { return theme().strong(); })), text_(textLabel({})), next_(pushButton(tr("Next"))), leave_(linkButton(tr("Leave the tour"))) {
    setAccessibleName(tr("Tour"));
    text_->setWordWrap(true);
    keepWidth(this, 80, 80);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(leave_);
    buttons->addStretch();
    buttons->addWidget(next_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme().u(4), theme().u(3), theme().u(4), theme().u(3));
    column->addWidget(title_);
    column->addWidget(text_);
    column->addLayout(buttons);
    connect(next_, &QPushButton::clicked, this, &Callout::next);
    connect(leave_, &QPushButton::clicked, this, &Callout::finished);
    connect(this, &Callout::finished, this, [this] {
        hide();
        deleteLater();
    });
    window->installEventFilter(this);
    hide();
}

void Callout::start() { next(); }

void Callout::next() {
    target_ = nullptr;
    while (!target_ && ++step_ < static_cast<int>(steps_.size())) target_ = steps_[static_cast<std::size_t>(step_)].target();
    if (!target_) {
        Q_EMIT finished();
        return;
    }
    const CalloutStep& step = steps_[static_cast<std::size_t>(step_)];
    title_->setText(step.title);
    text_->setText(step.text);
    next_->setText(step_ + 1 < static_cast<int>(steps_.size()) ? tr("Next") : tr("Done"));
    show();
    place();
    raise();
    next_->setFocus();
}

/// Below its target where there is room, else above it, always whole inside the window.
void Callout::place() {
    if (!target_) return;
    adjustSize();
    const QWidget* window = parentWidget();
    const QRect at(target_->mapTo(window, QPoint()), target_->size());
    const int gap = theme().u(2);
    int y = at.bottom() + gap;
    if (y + height() > window->height()) y = at.top() - gap - height();
    if (y < 0) y = at.center().y();
    move(std::clamp(at.left(), gap, std::max(gap, window->width() - width() - gap)), std::clamp(y, gap, std::max(gap, window->height() - height() - gap)));
}

void Callout::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) Q_EMIT finished();
    else QFrame::keyPressEvent(event);
}

bool Callout::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize) place();
    return QFrame::eventFilter(watched, event);
}

void Callout::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(inks().surface);
    painter.setPen(QPen(inks().accent, 2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), theme().u(1.5), theme().u(1.5));
}

}  // namespace consort
