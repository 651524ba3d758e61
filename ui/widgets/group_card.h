#pragma once
// One group as a card: its datasets can be dragged to another card, with the price shown before the drop.
#include <QFrame>

#include "ui/models/cell_table.h"

class QLabel;

namespace consort {

class MiniMatrix;
class TableView;

inline const QString kDatasetMime = QStringLiteral("application/x-consort-dataset");

struct GroupCardContent {
    int group = 0;
    QString title = {}, rows = {}, gain = {}, time = {}, score = {};
    QVector<CellRow> datasets;
    QVector<double> affinity;  ///< (k, k) gains inside, for the small matrix
    double scale = 1;          ///< largest |gain| of the whole matrix
};

class GroupCard : public QFrame {
    Q_OBJECT
public:
    explicit GroupCard(int group, QWidget* parent = nullptr);
    void setContent(const GroupCardContent& content);
    TableView* table() const { return table_; }

Q_SIGNALS:
    void hovered(const QString& dataset, int group);  ///< a dataset hangs over this card
    void left();
    void dropped(const QString& dataset, int group);
    void moveWanted(const QString& dataset, int direction);  ///< by keyboard: −1, +1
    void menuWanted(const QString& dataset, const QPoint& place);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    static QString datasetOf(const QMimeData* data);
    int group_;
    bool target_ = false;
    QLabel *title_, *rows_, *gain_, *time_, *score_;
    CellTableModel* model_;
    TableView* table_;
    MiniMatrix* matrix_;
};

/// The gains inside a group as a few squares.
class MiniMatrix : public QWidget {
    Q_OBJECT
public:
    explicit MiniMatrix(QWidget* parent = nullptr) : QWidget(parent) {}
    void setValues(const QVector<double>& values, double scale);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QVector<double> values_;
    double scale_ = 1;
};

}  // namespace consort
