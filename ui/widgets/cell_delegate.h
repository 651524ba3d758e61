#pragma once
// Paints every cell of every table: text, chips, bars, intervals, in the inks of the theme.
#include <QStyledItemDelegate>

namespace consort {

struct Cell;

class CellDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option, const QModelIndex& index) override;
};

/// Ink by its name in a cell.
QColor inkNamed(const QString& name);

}  // namespace consort
