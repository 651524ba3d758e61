#include "ui/stage_bar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

#include "ui/commands.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"

namespace consort {

StageTab::StageTab(Stage stage, QWidget* parent) : QAbstractButton(parent), stage_(stage) {
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::TabFocus);
    setText(stageTitle(stage));
    setState(StageState::Open);
}

void StageTab::setState(StageState state) {
    state_ = state;
    setAccessibleName(tr("%1, %2").arg(stageTitle(stage_), stateText(state)));
    setToolTip(tr("%1: %2 (Ctrl+%3)").arg(stageTitle(stage_), stateText(state)).arg(static_cast<int>(stage_) + 1));
    update();
}

QSize StageTab::sizeHint() const { return {QFontMetrics(theme().strong()).horizontalAdvance(text()) + theme().u(13), theme().u(11)}; }

void StageTab::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() && !isChecked()) painter.fillRect(rect().adjusted(0, theme().u(1.5), 0, -theme().u(1.5)), inks().hover);
    const QColor ink = state_ == StageState::Done        ? inks().ok
                       : state_ == StageState::Running   ? inks().accent
                       : state_ == StageState::Attention ? inks().warn
                                                         : inks().text2;
    drawIcon(painter, QLatin1String(stateIcon(state_)), ink, QRectF(theme().u(2.5), height() / 2.0 - theme().u(2), theme().u(4), theme().u(4)));
    painter.setFont(isChecked() ? theme().strong() : theme().body());
    painter.setPen(isChecked() ? inks().text : inks().text2);
    painter.drawText(rect().adjusted(theme().u(8.5), 0, -theme().u(2), 0), Qt::AlignVCenter | Qt::AlignLeft, text());
    if (isChecked()) painter.fillRect(QRect(0, height() - 2, width(), 2), inks().accent);
    if (hasFocus()) {
        painter.setPen(QPen(inks().accent, 2));
        painter.drawRoundedRect(rect().adjusted(2, theme().u(1.5), -2, -theme().u(1.5)), theme().u(), theme().u());
    }
}

StageBar::StageBar(Workbench& workbench, Commands& commands, QWidget* parent)
    : QWidget(parent), workbench_(workbench), commands_(commands), project_(new QToolButton), search_(pushButton(tr("Search commands   Ctrl+Shift+P"), QStringLiteral("search"))),
      next_(primaryButton(tr("Open sample"))) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme().u(3), 0, theme().u(3), 0);
    row->setSpacing(theme().u());
    project_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    project_->setIcon(icon(QStringLiteral("folder")));
    project_->setAccessibleName(tr("Project"));
    project_->setFocusPolicy(Qt::TabFocus);
    project_->setPopupMode(QToolButton::InstantPopup);
    keepWidth(project_, 0, 40);
    for (const char* id : {"file.new", "file.open", "file.copy", "file.close"}) project_->addAction(commands.action(QLatin1String(id)));
    row->addWidget(project_);
    for (const char* id : {"edit.undo", "edit.redo"}) {
        QToolButton* button = toolButton(QLatin1String(id).mid(5), plainText(*commands.action(QLatin1String(id))));
        button->setDefaultAction(commands.action(QLatin1String(id)));
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        row->addWidget(button);
    }
    row->addSpacing(theme().u(2));
    for (const Stage stage : kStages) {
        auto* tab = new StageTab(stage);
        connect(tab, &QAbstractButton::clicked, this, [this, stage] { Q_EMIT chosen(stage); });
        tabs_.push_back(tab);
        row->addWidget(tab);
    }
    row->addStretch();
    row->addWidget(search_);
    row->addWidget(next_);
    search_->setToolTip(commands.action(QStringLiteral("tools.palette"))->toolTip());
    connect(search_, &QPushButton::clicked, commands.action(QStringLiteral("tools.palette")), &QAction::trigger);
    connect(next_, &QPushButton::clicked, this, [this] {
        if (QAction* action = commands_.action(nextStep(current_, workbench_).command)) action->trigger();
    });
    search_->setAccessibleName(tr("Search commands"));
    setCurrent(Stage::Data);
    textWhereRoom(this, search_, tr("Search commands   Ctrl+Shift+P"));
}

void StageBar::setCurrent(Stage stage) {
    current_ = stage;
    tabs_[static_cast<std::size_t>(stage)]->setChecked(true);
    refresh();
}

void StageBar::refresh() {
    for (StageTab* tab : tabs_) tab->setState(stateOf(tab->stage(), workbench_));
    const NextStep step = nextStep(current_, workbench_);
    next_->setText(step.text);
    next_->setIcon(icon(step.icon, step.primary));
    next_->setAccessibleName(step.text);
    next_->setEnabled(step.enabled);
    next_->setToolTip(step.enabled ? step.text : step.reason);
    setLook(next_, "primary", step.primary);
    const auto& snapshot = workbench_.snapshot();
    const QString name = snapshot ? QString::fromStdString(snapshot->name()) : tr("Opening");
    project_->setText(QFontMetrics(project_->font()).elidedText(name, Qt::ElideMiddle, theme().u(30)));
    project_->setToolTip(workbench_.folder());
}

void StageBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), inks().window);
    painter.fillRect(QRect(0, height() - 1, width(), 1), inks().line);
}

void StageBar::keyPressEvent(QKeyEvent* event) {
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (step == 0) return QWidget::keyPressEvent(event);
    const int now = static_cast<int>(current_) + step;
    if (now < 0 || now >= static_cast<int>(tabs_.size())) return;
    Q_EMIT chosen(static_cast<Stage>(now));
    tabs_[static_cast<std::size_t>(now)]->setFocus();
}

}  // namespace consort
