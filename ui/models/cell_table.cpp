#include "ui/models/cell_table.h"

#include <algorithm>

namespace consort {

CellTableModel::CellTableModel(QVector<CellColumn> columns, QObject* parent) : QAbstractTableModel(parent), columns_(std::move(columns)) {}

void CellTableModel::setColumns(QVector<CellColumn> columns) {
    beginResetModel();
    columns_ = std::move(columns);
    rows_.clear();
    endResetModel();
}

void CellTableModel::setRows(QVector<CellRow> rows) {
    for (CellRow& row : rows) row.cells.resize(columns_.size());
    const bool same = rows.size() == rows_.size() && std::equal(rows.begin(), rows.end(), rows_.begin(), [](const auto& a, const auto& b) { return a.key == b.key; });
    if (!same) {
        beginResetModel();
        rows_ = std::move(rows);
        endResetModel();
        return;
    }
    for (int r = 0; r < rows.size(); ++r) {
        if (rows[r] == rows_[r]) continue;
        rows_[r] = rows[r];
        Q_EMIT dataChanged(index(r, 0), index(r, columnCount() - 1));
    }
}

int CellTableModel::rowOf(const QString& key) const {
    for (int r = 0; r < rows_.size(); ++r) {
        if (rows_[r].key == key) return r;
    }
    return -1;
}

int CellTableModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(rows_.size()); }
int CellTableModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(columns_.size()); }

QVariant CellTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rows_.size() || index.column() >= columns_.size()) return {};
    const CellRow& row = rows_[index.row()];
    const Cell& cell = row.cells[index.column()];
    switch (role) {
        case Qt::DisplayRole: return cell.second.isEmpty() ? cell.text : cell.text + QStringLiteral("\n") + cell.second;
        case Qt::AccessibleTextRole: return columns_[index.column()].title + QStringLiteral(" ") + cell.text;
        case Qt::ToolTipRole: return cell.tip;
        case Qt::TextAlignmentRole: return QVariant::fromValue(columns_[index.column()].align | Qt::AlignVCenter);
        case Qt::CheckStateRole: return cell.checked ? QVariant(*cell.checked ? Qt::Checked : Qt::Unchecked) : QVariant();
        case CellRole: return QVariant::fromValue(cell);
        case KeyRole: return row.key;
        case RuledRole: return row.ruled;
        case ToneRole: return row.tone;
        case SortRole: return cell.sort ? QVariant(*cell.sort) : QVariant(cell.text);
        default: return {};
    }
}

QVariant CellTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columns_.size()) return {};
    const CellColumn& column = columns_[section];
    if (role == Qt::DisplayRole) return column.title;
    if (role == Qt::TextAlignmentRole) return QVariant::fromValue(column.align | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole || role == Qt::WhatsThisRole) return column.tip;
    return {};
}

Qt::ItemFlags CellTableModel::flags(const QModelIndex& index) const {
    if (!index.isValid()) return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (rows_[index.row()].cells[index.column()].checked) flags |= Qt::ItemIsUserCheckable;
    if (!dragType_.isEmpty()) flags |= Qt::ItemIsDragEnabled;
    return flags;
}

bool CellTableModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::CheckStateRole || !index.isValid() || !rows_[index.row()].cells[index.column()].checked) return false;
    const bool checked = value.toInt() == Qt::Checked;
    rows_[index.row()].cells[index.column()].checked = checked;
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole, CellRole});
    Q_EMIT checkedChanged(rows_[index.row()].key, checked);
    return true;
}

QStringList CellTableModel::mimeTypes() const { return dragType_.isEmpty() ? QStringList{} : QStringList{dragType_, QStringLiteral("text/plain")}; }

QMimeData* CellTableModel::mimeData(const QModelIndexList& indexes) const {
    QStringList keys;
    for (const QModelIndex& index : indexes) {
        if (!keys.contains(rows_[index.row()].key)) keys << rows_[index.row()].key;
    }
    auto* data = new QMimeData;
    data->setData(dragType_, keys.join(QLatin1Char('\n')).toUtf8());
    data->setText(keys.join(QLatin1Char('\n')));
    return data;
}

}  // namespace consort
