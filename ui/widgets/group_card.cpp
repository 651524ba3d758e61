#include "ui/widgets/group_card.h"

#include <QContextMenuEvent>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <cmath>

#include "ui/theme/group_ink.h"
#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/table_view.h"

namespace consort {

GroupCard::GroupCard(int group, QWidget* parent) : QFrame(parent), group_(group), matrix_(new MiniMatrix) {
    setAcceptDrops(true);
    keepWidth(this, 58, 90);
    title_ = textLabel({}, {}, [] { return theme().section(); });
    rows_ = textLabel({}, QStringLiteral("text2"), [] { return theme().small(); });
    gain_ = textLabel({}, QStringLiteral("text2"), [] { return theme().small(); });
    score_ = textLabel({}, {}, [] { return theme().strong(); });
    model_ = new CellTableModel({{tr("Dataset")}, {tr("Predicted"), Qt::AlignRight}, {tr("Vs alone"), Qt::AlignRight, tr("Against an adapter of its own, predicted")}}, this);
    model_->setDragType(kDatasetMime);
    table_ = new TableView(model_, tr("Datasets of group %1").arg(group + 1));
    table_->setDragEnabled(true);
    table_->setDragDropMode(QAbstractItemView::DragOnly);
    table_->setColumnUnits({0, 19, 18});
    gain_->setWordWrap(true);
    table_->installEventFilter(this);
    table_->viewport()->installEventFilter(this);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(theme().u(9), 0, theme().u(1), theme().u(2));
    head->addWidget(title_, 1);
    head->addWidget(rows_);
    auto* foot = new QHBoxLayout;
    time_ = textLabel({}, QStringLiteral("text2"), [] { return theme().small(); });
    time_->setToolTip(tr("Time that training this group takes"));
    foot->addWidget(time_, 1);
    foot->addWidget(score_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme().u(2), theme().u(2), theme().u(2), theme().u(2));
    column->setSpacing(theme().u(1));
    column->addLayout(head);
    column->addWidget(table_, 1);
    column->addWidget(gain_);
    column->addWidget(matrix_);
    column->addWidget(ruler());
    column->addLayout(foot);
}

void GroupCard::setContent(const GroupCardContent& content) {
    title_->setText(content.title);
    rows_->setText(content.rows);
    gain_->setText(content.gain);
    time_->setText(content.time);
    score_->setText(content.score);
    model_->setRows(content.datasets);
    matrix_->setValues(content.affinity, content.scale);
    setAccessibleName(content.title);
    update();
}

QString GroupCard::datasetOf(const QMimeData* data) { return QString::fromUtf8(data->data(kDatasetMime)).section(QLatin1Char('\n'), 0, 0); }

void GroupCard::dragEnterEvent(QDragEnterEvent* event) {
    if (!event->mimeData()->hasFormat(kDatasetMime)) return;
    event->acceptProposedAction();
    target_ = true;
    update();
    Q_EMIT hovered(datasetOf(event->mimeData()), group_);
}

void GroupCard::dragLeaveEvent(QDragLeaveEvent*) {
    target_ = false;
    update();
    Q_EMIT left();
}

void GroupCard::dropEvent(QDropEvent* event) {
    target_ = false;
    update();
    event->acceptProposedAction();
    Q_EMIT left();
    Q_EMIT dropped(datasetOf(event->mimeData()), group_);
}

bool GroupCard::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ContextMenu && watched == table_->viewport()) {
        const QModelIndex index = table_->indexAt(static_cast<QContextMenuEvent*>(event)->pos());
        if (index.isValid()) Q_EMIT menuWanted(index.data(CellTableModel::KeyRole).toString(), static_cast<QContextMenuEvent*>(event)->globalPos());
        return index.isValid();
    }
    if (event->type() == QEvent::KeyPress && watched == table_) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const QString dataset = table_->currentKey();
        const bool move = key->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier) && (key->key() == Qt::Key_Left || key->key() == Qt::Key_Right);
        if (move && !dataset.isEmpty()) {
            Q_EMIT moveWanted(dataset, key->key() == Qt::Key_Left ? -1 : 1);
            return true;
        }
        if ((key->key() == Qt::Key_M || key->key() == Qt::Key_Menu) && !dataset.isEmpty()) {
            Q_EMIT menuWanted(dataset, table_->viewport()->mapToGlobal(table_->visualRect(table_->currentIndex()).bottomLeft()));
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void GroupCard::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(inks().surface);
    painter.setPen(target_ ? QPen(inks().accent, 2) : QPen(inks().line, 1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), theme().u(1.5), theme().u(1.5));
    drawGroupChip(painter, QRectF(theme().u(3), title_->y() + (title_->height() - theme().u(5)) / 2.0, theme().u(5), theme().u(5)), group_);
    painter.setPen(Qt::NoPen);
    painter.setBrush(groupInk(group_));
    painter.drawRect(QRectF(theme().u(3), title_->geometry().bottom() + theme().u(1), width() - theme().u(6), theme().u(0.7)));
}

void MiniMatrix::setValues(const QVector<double>& values, double scale) {
    values_ = values;
    scale_ = scale > 0 ? scale : 1;
    updateGeometry();
    update();
}

QSize MiniMatrix::sizeHint() const {
    const int side = static_cast<int>(std::lround(std::sqrt(values_.size())));
    return {theme().u(20), std::min(theme().u(20), side * theme().u(5))};
}

void MiniMatrix::paintEvent(QPaintEvent*) {
    const int side = static_cast<int>(std::lround(std::sqrt(values_.size())));
    if (side < 2) return;
    QPainter painter(this);
    const double cell = std::min<double>(theme().u(5), static_cast<double>(height()) / side);
    for (int r = 0; r < side; ++r) {
        for (int c = 0; c < side; ++c) {
            const double value = values_[r * side + c];
            painter.fillRect(QRectF(c * cell, r * cell, cell - 1, cell - 1), r == c || !std::isfinite(value) ? inks().header : between(inks().affinity, (value / scale_ + 1) / 2));
        }
    }
}

}  // namespace consort
