#pragma once
// The one table model of the window: rows of cells made by pure functions from a snapshot, painted by one delegate.
#include <QAbstractTableModel>
#include <QMimeData>
#include <QStringList>
#include <QVector>
#include <optional>

namespace consort {

/// What a cell shows. `ink` is a name: "", "text2", "ok", "warn", "error", "accent".
struct Cell {
    QString text;
    QString ink = {};
    QString icon = {};          ///< before the text
    QString chip = {};          ///< "plain", "ok", "warn", "error": the text stands on a chip
    QString second = {};        ///< smaller line below
    int group = -1;             ///< numbered chip before the text, or the ink of the bar
    bool strong = false;
    std::optional<double> progress = {};  ///< bar, 0 … 1
    QVector<double> shares = {};     ///< label balance
    QVector<double> histogram = {};  ///< token lengths
    QVector<double> interval = {};   ///< low, value, high, scale low, scale high
    std::optional<double> gain = {}; ///< bar around a zero line, −1 … 1
    std::optional<bool> checked = {};
    std::optional<double> sort = {}; ///< what sorting looks at; default: the text
    QString tip = {};
    bool operator==(const Cell&) const = default;
};

struct CellRow {
    QString key;             ///< what selection is kept by
    QVector<Cell> cells;
    bool ruled = false;      ///< a stronger line above
    QString tone = {};       ///< "error": the row is tinted
    bool operator==(const CellRow&) const = default;
};

struct CellColumn {
    QString title;
    Qt::Alignment align = Qt::AlignLeft;
    QString tip = {};
};

class CellTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role { CellRole = Qt::UserRole + 1, KeyRole, RuledRole, ToneRole, SortRole };

    explicit CellTableModel(QVector<CellColumn> columns, QObject* parent = nullptr);
    /// Rows that keep their keys are changed in place, so that selection and scroll position stay.
    void setRows(QVector<CellRow> rows);
    void setColumns(QVector<CellColumn> columns);
    const QVector<CellRow>& rowsShown() const { return rows_; }
    int rowOf(const QString& key) const;
    /// Rows can be dragged as this type ("application/x-consort-dataset" with keys), empty: not at all.
    void setDragType(const QString& type) { dragType_ = type; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    QStringList mimeTypes() const override;

Q_SIGNALS:
    void checkedChanged(const QString& key, bool checked);

private:
    QVector<CellColumn> columns_;
    QVector<CellRow> rows_;
    QString dragType_;
};

}  // namespace consort

Q_DECLARE_METATYPE(consort::Cell)
