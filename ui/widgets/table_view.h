#pragma once
// The table of every panel: one look, one set of keys, copy as TSV, find in it.
#include <QTableView>

class QSortFilterProxyModel;

namespace consort {

class CellTableModel;

class TableView : public QTableView {
    Q_OBJECT
public:
    /// `name` is the accessible name.
    TableView(CellTableModel* model, const QString& name, QWidget* parent = nullptr);
    CellTableModel* cells() const { return cells_; }
    QString currentKey() const;
    void selectKey(const QString& key);
    QStringList selectedKeys() const;
    void setFilter(const QString& text);
    /// Heights: 7 u for one line, 11 u for rows with a second line or an interval.
    void setRowUnits(double units);
    /// Widths in u; 0: stretched.
    void setColumnUnits(const QVector<double>& units);
    /// The selection, or everything, with the head, separated by tabs.
    QString asTsv() const;

Q_SIGNALS:
    void currentKeyChanged(const QString& key);
    void rowActivated(const QString& key);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void applyUnits();
    CellTableModel* cells_;
    QSortFilterProxyModel* proxy_;
    double rowUnits_ = 7;
    QVector<double> columnUnits_;
    QString wanted_;
};

}  // namespace consort
