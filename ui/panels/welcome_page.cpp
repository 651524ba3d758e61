#include "ui/panels/welcome_page.h"

#include <QAction>
#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/commands.h"
#include "ui/settings.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"

namespace consort {
namespace {

QString shownTime(const QString& iso) {
    const QDateTime time = QDateTime::fromString(iso, Qt::ISODate);
    if (!time.isValid()) return {};
    const qint64 days = time.date().daysTo(QDate::currentDate());
    if (days == 0) return WelcomePage::tr("today %1").arg(QLocale().toString(time.time(), QLocale::ShortFormat));
    if (days == 1) return WelcomePage::tr("yesterday");
    return QLocale().toString(time.date(), QLocale::ShortFormat);
}

}  // namespace

ActionCard::ActionCard(QAction* action, const QString& text, bool primary, QWidget* parent) : QWidget(parent), action_(action), text_(text), primary_(primary) {
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(plainText(*action));
    setAccessibleDescription(text);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &ActionCard::clicked, action, &QAction::trigger);
}

QSize ActionCard::sizeHint() const { return {theme().u(80), theme().u(15)}; }

void ActionCard::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor back = primary_ ? (hovered_ ? inks().fillHover : inks().fill) : hovered_ ? inks().hover : inks().surface;
    painter.setPen(QPen(hasFocus() ? inks().accent : primary_ ? back : inks().line, hasFocus() ? 2 : 1));
    painter.setBrush(back);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), theme().u(1.5), theme().u(1.5));
    const QColor ink = primary_ ? inks().onFill : inks().text, quiet = primary_ ? inks().onFill : inks().text2;
    const double side = theme().u(6);
    static const QHash<QString, QString> icons = {{"file.sample", "flask"}, {"file.new", "folder-plus"}, {"file.open", "folder"}};
    drawIcon(painter, icons.value(action_->objectName()), ink, QRectF(theme().u(4), height() / 2.0 - side / 2, side, side));
    const QRectF text = QRectF(rect()).adjusted(theme().u(14), theme().u(2.5), -theme().u(4), -theme().u(2.5));
    painter.setFont(theme().section());
    painter.setPen(ink);
    painter.drawText(text, Qt::AlignTop | Qt::AlignLeft, plainText(*action_));
    painter.setFont(theme().body());
    painter.setPen(quiet);
    const QString keys = action_->shortcut().toString(QKeySequence::NativeText);
    const double keysWidth = QFontMetricsF(theme().body()).horizontalAdvance(keys) + theme().u(2);
    painter.drawText(text.adjusted(0, 0, -keysWidth, 0), Qt::AlignBottom | Qt::AlignLeft, QFontMetricsF(theme().body()).elidedText(text_, Qt::ElideRight, text.width() - keysWidth));
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignRight, keys);
}

void ActionCard::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && rect().contains(event->pos())) Q_EMIT clicked();
}

void ActionCard::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space) Q_EMIT clicked();
    else if (event->key() == Qt::Key_Down) focusNextChild();
    else if (event->key() == Qt::Key_Up) focusPreviousChild();
    else QWidget::keyPressEvent(event);
}

void ActionCard::enterEvent(QEnterEvent*) {
    hovered_ = true;
    update();
}

void ActionCard::leaveEvent(QEvent*) {
    hovered_ = false;
    update();
}

WelcomePage::WelcomePage(Commands& commands, QWidget* parent) : QWidget(parent), bar_(new InlineBar), filter_(new QLineEdit), recent_(new QVBoxLayout) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme().u(20), theme().u(8), theme().u(20), theme().u(4));
    column->addWidget(bar_);
    column->addStretch(2);
    auto* top = new QHBoxLayout;
    top->setSpacing(theme().u(14));
    top->addWidget(leftColumn(commands), 9);
    top->addWidget(recentColumn(), 16);
    column->addLayout(top);
    column->addSpacing(theme().u(8));
    auto* how = new HowItWorks;
    auto* link = linkButton(tr("What is dataset affinity?"));
    link->setIcon(icon(QStringLiteral("book")));
    connect(link, &QPushButton::clicked, commands.action(QStringLiteral("help.affinity")), &QAction::trigger);
    auto* inside = new QHBoxLayout(how);
    inside->setContentsMargins(0, theme().u(4), theme().u(8), 0);
    inside->addStretch();
    inside->addWidget(link, 0, Qt::AlignTop);
    column->addWidget(how);
    column->addStretch(3);
    auto* foot = new QHBoxLayout;
    foot->addWidget(textLabel(QStringLiteral("Consort %1").arg(QCoreApplication::applicationVersion()), QStringLiteral("text2"), [] { return theme().small(); }));
    foot->addStretch();
    foot->addWidget(textLabel(tr("Works offline. Sends nothing."), QStringLiteral("text2"), [] { return theme().small(); }));
    column->addLayout(foot);
    refreshRecent();
}

QWidget* WelcomePage::leftColumn(Commands& commands) {
    auto* left = new QWidget;
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme().u(2));
    column->addWidget(textLabel(QStringLiteral("Consort"), {}, [] { return theme().welcome(); }));
    QLabel* motto = textLabel(tr("Find out which of your datasets help each other, train one adapter per group, and export one ensemble."), QStringLiteral("text2"));
    motto->setWordWrap(true);
    column->addWidget(motto);
    column->addSpacing(theme().u(4));
    column->addWidget(new ActionCard(commands.action(QStringLiteral("file.sample")), tr("10 datasets, small model, whole loop in 5 min"), true));
    column->addWidget(new ActionCard(commands.action(QStringLiteral("file.new")), tr("Choose a folder and a base model"), false));
    column->addWidget(new ActionCard(commands.action(QStringLiteral("file.open")), tr("A folder with a project.sqlite"), false));
    auto* hint = new QHBoxLayout;
    auto* mark = new QLabel;
    mark->setPixmap(icon(QStringLiteral("import")).pixmap(theme().u(4), theme().u(4)));
    QLabel* drop = textLabel(tr("Or drop datasets and a model folder anywhere in this window."), QStringLiteral("text2"));
    drop->setWordWrap(true);
    hint->addWidget(mark);
    hint->addWidget(drop, 1);
    column->addLayout(hint);
    column->addStretch();
    return left;
}

QWidget* WelcomePage::recentColumn() {
    auto* right = new QWidget;
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    auto* head = new QHBoxLayout;
    head->addWidget(textLabel(tr("Recent projects"), {}, [] { return theme().section(); }));
    head->addStretch();
    filter_->setPlaceholderText(tr("Filter"));
    filter_->setAccessibleName(tr("Filter recent projects"));
    keepWidth(filter_, 48, 48);
    head->addWidget(filter_);
    QPushButton* clear = linkButton(tr("Clear list"));
    head->addWidget(clear);
    column->addLayout(head);
    auto* card = new QFrame;
    card->setProperty("card", true);
    card->setLayout(recent_);
    recent_->setContentsMargins(1, 1, 1, 1);
    recent_->setSpacing(0);
    column->addWidget(card);
    column->addStretch();
    connect(clear, &QPushButton::clicked, this, [this] {
        Settings::clearRecent();
        refreshRecent();
    });
    connect(filter_, &QLineEdit::textChanged, this, [this](const QString& text) {
        for (const auto& [folder, row] : rows_) row->setVisible(folder.contains(text, Qt::CaseInsensitive));
    });
    return right;
}

void WelcomePage::refreshRecent() {
    while (QLayoutItem* item = recent_->takeAt(0)) {
        if (item->widget()) item->widget()->deleteLater();
        delete item;
    }
    rows_.clear();
    const QStringList folders = Settings::recent();
    if (folders.isEmpty()) {
        QLabel* none = textLabel(tr("Projects that you open appear here."), QStringLiteral("text2"));
        none->setContentsMargins(theme().u(4), theme().u(4), theme().u(4), theme().u(4));
        recent_->addWidget(none);
    }
    for (const QString& folder : folders) {
        auto* row = new QWidget;
        auto* line = new QHBoxLayout(row);
        line->setContentsMargins(theme().u(3), theme().u(1.5), theme().u(3), theme().u(1.5));
        const bool there = QFileInfo::exists(folder + QStringLiteral("/project.sqlite"));
        QPushButton* open = linkButton(QFileInfo(folder).completeBaseName());
        open->setIcon(icon(there ? QStringLiteral("folder") : QStringLiteral("unlink")));
        open->setEnabled(there);
        open->setAccessibleDescription(folder);
        open->setToolTip(folder);
        QLabel* place = textLabel(QDir::toNativeSeparators(folder), QStringLiteral("text2"), [] { return theme().small(); });
        place->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        line->addWidget(open);
        line->addWidget(place, 1);
        line->addWidget(textLabel(there ? Settings::recentState(folder) : tr("Not found"), there ? QString() : QStringLiteral("error")));
        line->addWidget(textLabel(shownTime(Settings::recentTime(folder)), QStringLiteral("text2")));
        connect(open, &QPushButton::clicked, this, [this, folder] { Q_EMIT openWanted(folder, false); });
        if (!there) {
            QPushButton* locate = linkButton(tr("Locate"));
            connect(locate, &QPushButton::clicked, this, [this, folder] { Q_EMIT locateWanted(folder); });
            line->addWidget(locate);
        }
        recent_->addWidget(row);
        rows_.push_back({folder, row});
    }
}

}  // namespace consort
