#include "ui/widgets/table_view.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QSortFilterProxyModel>

#include "ui/models/cell_table.h"
#include "ui/theme/theme.h"
#include "ui/widgets/cell_delegate.h"

namespace consort {

TableView::TableView(CellTableModel* model, const QString& name, QWidget* parent) : QTableView(parent), cells_(model), proxy_(new QSortFilterProxyModel(this)) {
    if (!model->parent()) model->setParent(this);
    proxy_->setSourceModel(model);
    proxy_->setSortRole(CellTableModel::SortRole);
    proxy_->setFilterCaseSensitivity(Qt::CaseInsensitive);
    proxy_->setFilterKeyColumn(-1);
    setModel(proxy_);
    setItemDelegate(new CellDelegate(this));
    setAccessibleName(name);
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setMouseTracking(true);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(false);
    horizontalHeader()->setMinimumSectionSize(theme().u(8));
    applyUnits();
    connect(&theme(), &Theme::changed, this, &TableView::applyUnits);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) {
        if (now.isValid()) wanted_ = now.data(CellTableModel::KeyRole).toString();
        Q_EMIT currentKeyChanged(now.data(CellTableModel::KeyRole).toString());
    });
    connect(proxy_, &QAbstractItemModel::modelReset, this, [this] {
        if (!wanted_.isEmpty()) selectKey(wanted_);
    });
    connect(this, &QTableView::activated, this, [this](const QModelIndex& index) { Q_EMIT rowActivated(index.data(CellTableModel::KeyRole).toString()); });
}

QString TableView::currentKey() const { return currentIndex().data(CellTableModel::KeyRole).toString(); }

void TableView::selectKey(const QString& key) {
    const int row = cells_->rowOf(key);
    if (row < 0) return;
    wanted_ = key;
    const QModelIndex index = proxy_->mapFromSource(cells_->index(row, 0));
    if (index != currentIndex()) setCurrentIndex(index);
}

QStringList TableView::selectedKeys() const {
    QStringList keys;
    for (const QModelIndex& index : selectionModel()->selectedRows()) keys << index.data(CellTableModel::KeyRole).toString();
    return keys;
}

void TableView::setFilter(const QString& text) { proxy_->setFilterFixedString(text); }

void TableView::setRowUnits(double units) {
    rowUnits_ = units;
    applyUnits();
}

void TableView::setColumnUnits(const QVector<double>& units) {
    columnUnits_ = units;
    applyUnits();
}

void TableView::applyUnits() {
    verticalHeader()->setDefaultSectionSize(theme().u(rowUnits_));
    verticalHeader()->setMinimumSectionSize(theme().u(rowUnits_));
    horizontalHeader()->setFont(theme().small());
    for (int c = 0; c < columnUnits_.size() && c < proxy_->columnCount(); ++c) {
        if (columnUnits_[c] > 0) {
            horizontalHeader()->setSectionResizeMode(c, QHeaderView::Interactive);
            const QString head = proxy_->headerData(c, Qt::Horizontal).toString();
            const int needed = QFontMetrics(theme().body()).horizontalAdvance(head) + theme().u(5);
            setColumnWidth(c, std::max(theme().u(columnUnits_[c]), needed));
        } else {
            horizontalHeader()->setSectionResizeMode(c, QHeaderView::Stretch);
        }
    }
    viewport()->update();
}

QString TableView::asTsv() const {
    const auto chosen = selectionModel()->selectedRows();
    QStringList lines, head;
    for (int c = 0; c < proxy_->columnCount(); ++c) head << proxy_->headerData(c, Qt::Horizontal).toString();
    lines << head.join(QLatin1Char('\t'));
    const int count = chosen.isEmpty() ? proxy_->rowCount() : static_cast<int>(chosen.size());
    for (int k = 0; k < count; ++k) {
        const int row = chosen.isEmpty() ? k : chosen[k].row();
        QStringList texts;
        for (int c = 0; c < proxy_->columnCount(); ++c) texts << proxy_->index(row, c).data().toString().replace(QLatin1Char('\n'), QLatin1Char(' '));
        lines << texts.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n'));
}

void TableView::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) {
        QApplication::clipboard()->setText(asTsv());
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (currentIndex().isValid()) Q_EMIT rowActivated(currentKey());
        return;
    }
    QTableView::keyPressEvent(event);
}

void TableView::changeEvent(QEvent* event) {
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange && proxy_) applyUnits();
}

}  // namespace consort
