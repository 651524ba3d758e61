#include "ui/widgets/parts.h"

#include <QEvent>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QWhatsThis>
#include <QStyle>
#include <QVBoxLayout>

#include "ui/number_format.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

namespace consort {

void setLook(QWidget* widget, const char* property, const QVariant& value) {
    if (widget->property(property) == value) return;
    widget->setProperty(property, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

QLabel* textLabel(const QString& text, const QString& ink, std::function<QFont()> font) {
    auto* label = new QLabel(text);
    label->setProperty("ink", ink);
    label->setTextFormat(Qt::PlainText);
    if (font) {
        label->setFont(font());
        QObject::connect(&theme(), &Theme::changed, label, [label, font] { label->setFont(font()); });
    }
    return label;
}

QPushButton* pushButton(const QString& text, const QString& iconName) {
    auto* button = new QPushButton(text);
    if (!iconName.isEmpty()) button->setIcon(icon(iconName));
    button->setAccessibleName(text);
    return button;
}

QPushButton* linkButton(const QString& text) {
    QPushButton* button = pushButton(text);
    button->setProperty("link", true);
    button->setFlat(true);
    return button;
}

QPushButton* primaryButton(const QString& text, const QString& iconName) {
    QPushButton* button = pushButton(text);
    if (!iconName.isEmpty()) button->setIcon(icon(iconName, true));
    button->setProperty("primary", true);
    return button;
}

QToolButton* toolButton(const QString& iconName, const QString& name) {
    auto* button = new QToolButton;
    setUpToolButton(button, iconName, name);
    return button;
}

void setUpToolButton(QToolButton* button, const QString& iconName, const QString& name) {
    button->setIcon(icon(iconName));
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setFocusPolicy(Qt::TabFocus);
    const auto size = [button] { button->setIconSize(QSize(theme().u(4), theme().u(4))); };
    size();
    QObject::connect(&theme(), &Theme::changed, button, size);
}

void textWhereRoom(QWidget* row, QAbstractButton* button, const QString& text) {
    class Fitter : public QObject {
    public:
        Fitter(QWidget* row, QAbstractButton* button, const QString& text) : QObject(button), row_(row), button_(button), text_(text) {
            row->installEventFilter(this);
            connect(&theme(), &Theme::changed, this, [this] { fit(); });
            fit();
        }
        bool eventFilter(QObject*, QEvent* event) override {
            if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest) fit();
            return false;
        }

    private:
        void fit() {
            button_->setMinimumWidth(theme().u(8));
            const int others = row_->layout()->sizeHint().width() - button_->sizeHint().width();
            const int full = QFontMetrics(button_->font()).horizontalAdvance(text_) + theme().u(13);
            const QString shown = others + full <= row_->width() ? text_ : QString();
            if (button_->text() != shown) button_->setText(shown);
        }
        QWidget* row_;
        QAbstractButton* button_;
        QString text_;
    };
    new Fitter(row, button, text);
}

void keepWidth(QWidget* widget, double least, double most) {
    const auto keep = [widget, least, most] {
        if (least > 0) widget->setMinimumWidth(theme().u(least));
        if (most > 0) widget->setMaximumWidth(theme().u(most));
    };
    keep();
    QObject::connect(&theme(), &Theme::changed, widget, keep);
}

QVBoxLayout* plainColumn(QWidget* widget) {
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    return column;
}

QHBoxLayout* plainRow(QWidget* widget) {
    auto* row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    return row;
}

QToolButton* infoMark(const QString& about, const QString& text) {
    QToolButton* mark = toolButton(QStringLiteral("info"), FactList::tr("About %1").arg(about));
    mark->setToolTip(text);
    mark->setWhatsThis(text);
    mark->setIconSize(QSize(theme().u(3.5), theme().u(3.5)));
    QObject::connect(mark, &QToolButton::clicked, mark, [mark, text] { QWhatsThis::showText(mark->mapToGlobal(QPoint(0, mark->height())), text, mark); });
    return mark;
}

QFrame* ruler(Qt::Orientation orientation) {
    auto* line = new QFrame;
    const auto look = [line] { line->setStyleSheet(QStringLiteral("background: %1; border: none;").arg(inks().line.name())); };
    look();
    QObject::connect(&theme(), &Theme::changed, line, look);
    if (orientation == Qt::Horizontal) line->setFixedHeight(1);
    else line->setFixedWidth(1);
    return line;
}

SectionHead::SectionHead(const QString& title, QWidget* parent)
    : QWidget(parent), title_(textLabel(title, {}, [] { return theme().section(); })), sub_(textLabel({}, QStringLiteral("text2"))), row_(new QHBoxLayout(this)) {
    row_->setContentsMargins(theme().u(3), theme().u(), theme().u(3), theme().u());
    row_->setSpacing(theme().u(2));
    sub_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row_->addWidget(title_);
    row_->addWidget(sub_, 1);
}

void SectionHead::setTitle(const QString& title) { title_->setText(title); }

void SectionHead::setSub(const QString& text) {
    sub_->setText(text);
    sub_->setToolTip(text);
}

void SectionHead::add(QWidget* widget) { row_->addWidget(widget); }
void SectionHead::addLeft(QWidget* widget) { row_->insertWidget(2, widget); }
QSize SectionHead::minimumSizeHint() const { return {QWidget::minimumSizeHint().width(), theme().u(11)}; }

Segments::Segments(const QString& name, const QVector<QPair<QString, QString>>& choices, QWidget* parent) : QWidget(parent), group_(new QButtonGroup(this)) {
    auto* row = plainRow(this);
    setAccessibleName(name);
    for (const auto& [id, text] : choices) {
        QPushButton* button = pushButton(text);
        button->setCheckable(true);
        button->setProperty("segment", true);
        button->setMinimumWidth(QFontMetrics(theme().strong()).horizontalAdvance(text) + theme().u(7));
        button->setObjectName(id);
        button->setAccessibleName(name + QStringLiteral(": ") + text);
        group_->addButton(button);
        row->addWidget(button);
    }
    group_->buttons().first()->setChecked(true);
    connect(group_, &QButtonGroup::buttonClicked, this, [this](QAbstractButton* button) { Q_EMIT chosen(button->objectName()); });
}

QString Segments::current() const { return group_->checkedButton()->objectName(); }

void Segments::setCurrent(const QString& id) {
    for (QAbstractButton* button : group_->buttons()) {
        if (button->objectName() == id) button->setChecked(true);
    }
}

ProgressStrip::ProgressStrip(QWidget* parent)
    : QWidget(parent), title_(textLabel({}, {}, [] { return theme().strong(); })), detail_(textLabel({}, QStringLiteral("text2"))), bar_(new QProgressBar), cancel_(linkButton(tr("Cancel"))) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme().u(3), theme().u(2), theme().u(3), theme().u(2));
    row->setSpacing(theme().u(3));
    bar_->setTextVisible(false);
    bar_->setRange(0, 1000);
    bar_->setAccessibleName(tr("Progress"));
    row->addWidget(title_);
    row->addWidget(bar_, 1);
    row->addWidget(detail_);
    row->addWidget(cancel_);
    connect(cancel_, &QPushButton::clicked, this, &ProgressStrip::cancelled);
}

void ProgressStrip::show(const QString& title, double share, const QString& detail, bool cancellable) {
    title_->setText(title);
    bar_->setValue(static_cast<int>(1000 * share));
    bar_->setAccessibleDescription(percentText(share, 0));
    detail_->setText(detail);
    cancel_->setVisible(cancellable);
}

FactList::FactList(QWidget* parent) : QWidget(parent), column_(new QVBoxLayout(this)) {
    column_->setContentsMargins(0, 0, 0, 0);
    column_->setSpacing(theme().u(1.5));
}

void FactList::setFacts(const QVector<Fact>& facts) {
    if (facts == facts_) return;
    facts_ = facts;
    while (QLayoutItem* item = column_->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const Fact& fact : facts) column_->addWidget(lineOf(fact));
}

QWidget* FactList::lineOf(const Fact& fact) {
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme().u(1));
    const bool heading = fact.value.isEmpty();
    QLabel* name = textLabel(fact.name, heading ? QString() : QStringLiteral("text2"), heading ? std::function<QFont()>([] { return theme().strong(); }) : std::function<QFont()>());
    QLabel* value = textLabel(fact.value, fact.ink);
    value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    value->setToolTip(fact.tip.isEmpty() ? fact.value : fact.tip);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    value->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(name);
    if (!fact.tip.isEmpty()) row->addWidget(infoMark(fact.name, fact.tip));
    row->addWidget(value, 1);
    return line;
}

}  // namespace consort
