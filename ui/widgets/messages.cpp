// The parts of parts.h that speak: inline bars and empty states.
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/parts.h"

namespace consort {

InlineBar::InlineBar(QWidget* parent)
    : QFrame(parent), title_(textLabel({}, {}, [] { return theme().strong(); })), text_(textLabel({})), fix_(pushButton({})), log_(linkButton(tr("Show in log"))),
      copy_(linkButton(tr("Copy details"))), close_(linkButton(tr("Dismiss"))) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme().u(7), theme().u(2), theme().u(3), theme().u(2));
    column->setSpacing(theme().u());
    fix_->setAccessibleName(tr("Mend it"));
    text_->setWordWrap(true);
    title_->setWordWrap(true);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme().u(2));
    for (QPushButton* button : {fix_, log_, copy_, close_}) buttons->addWidget(button);
    buttons->addStretch();
    column->addWidget(title_);
    column->addWidget(text_);
    column->addLayout(buttons);
    connect(fix_, &QPushButton::clicked, this, [this] {
        if (action_) action_();
    });
    connect(log_, &QPushButton::clicked, this, &InlineBar::logWanted);
    connect(copy_, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(details_); });
    connect(close_, &QPushButton::clicked, this, &InlineBar::clear);
    hide();
}

void InlineBar::tell(const QString& kind, const QString& title, const QString& text, const QString& fix, std::function<void()> action) {
    kind_ = kind;
    details_ = title + QLatin1Char('\n') + text;
    title_->setText(title);
    setLook(title_, "ink", kind == QLatin1String("info") ? QString() : kind);
    text_->setText(text);
    text_->setVisible(!text.isEmpty());
    fix_->setText(fix);
    if (!fix.isEmpty()) fix_->setAccessibleName(fix);
    fix_->setVisible(!fix.isEmpty());
    log_->setVisible(kind == QLatin1String("error"));
    copy_->setVisible(kind == QLatin1String("error"));
    action_ = std::move(action);
    setLook(this, "bar", kind);
    setAccessibleName(title);
    setAccessibleDescription(text);
    setVisible(true);
}

void InlineBar::setDetails(const QString& details) { details_ = details; }

void InlineBar::clear() {
    title_->clear();
    setVisible(false);
}

void InlineBar::paintEvent(QPaintEvent* event) {
    QFrame::paintEvent(event);
    QPainter painter(this);
    const char* name = kind_ == QLatin1String("error") ? "error" : kind_ == QLatin1String("warn") ? "warning" : kind_ == QLatin1String("ok") ? "done" : "info";
    drawIcon(painter, QLatin1String(name), inkNamed(kind_), QRectF(theme().u(2), theme().u(2), theme().u(4), theme().u(4)));
}

EmptyState::EmptyState(const QString& iconName, const QString& title, const QString& text, const QString& button, QWidget* parent)
    : QWidget(parent), icon_(iconName), title_(textLabel(title, {}, [] { return theme().price(); })), text_(textLabel(text, QStringLiteral("text2"))), button_(primaryButton(button)) {
    auto* column = new QVBoxLayout(this);
    column->setSpacing(theme().u(2));
    title_->setAlignment(Qt::AlignCenter);
    text_->setAlignment(Qt::AlignCenter);
    text_->setWordWrap(true);
    keepWidth(text_, 60, 90);
    column->addStretch(3);
    column->addSpacing(theme().u(14));
    column->addWidget(title_, 0, Qt::AlignHCenter);
    auto* middle = new QHBoxLayout;  // not an alignment: the label must be asked how tall it is at its width
    middle->addStretch(1);
    middle->addWidget(text_, 4);
    middle->addStretch(1);
    column->addLayout(middle);
    column->addSpacing(theme().u(2));
    column->addWidget(button_, 0, Qt::AlignHCenter);
    column->addStretch(4);
    button_->setVisible(!button.isEmpty());
}

void EmptyState::bind(QAction* action) {
    connect(button_, &QPushButton::clicked, action, &QAction::trigger);
    const auto follow = [this, action] { button_->setEnabled(action->isEnabled()); };
    connect(action, &QAction::changed, this, follow);
    follow();
}

void EmptyState::setText(const QString& text) { text_->setText(text); }
void EmptyState::setTitle(const QString& title) { title_->setText(title); }

void EmptyState::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), inks().surface);
    const double side = theme().u(12);
    drawIcon(painter, icon_, inks().axis, QRectF(width() / 2.0 - side / 2, title_->y() - side - theme().u(2), side, side));
}

}  // namespace consort
