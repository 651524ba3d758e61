#pragma once
// The heat map of who helps whom: cluster order, numbers where there is room, hover sentence, keyboard cursor.
#include <QImage>
#include <QStringList>
#include <QVector>
#include <QWidget>
#include <functional>

namespace consort {

struct MatrixData {
    QStringList names;
    QVector<double> value;      ///< (n, n) row-major; NaN where undefined
    QVector<double> low, high;  ///< 95 % interval; empty where there is none
    QVector<int> order;         ///< shown position → dataset; empty: as it is
    QVector<int> group;         ///< by dataset; −1: none
    QString caption;            ///< over the row heads
    bool diverging = true;      ///< centred at zero; else shares from 0 to 1
    bool operator==(const MatrixData&) const = default;
};

class MatrixPlot : public QWidget {
    Q_OBJECT
public:
    explicit MatrixPlot(QWidget* parent = nullptr);
    void setData(const MatrixData& data);
    const MatrixData& data() const { return data_; }
    void setNumbers(bool shown);
    /// How a cell is said: "clinc_domain helps clinc_work by 0.055 ± 0.009". Row and column are datasets.
    std::function<QString(int row, int column)> sentence;
    /// Further lines of the hover card.
    std::function<QString(int row, int column)> details;
    int currentRow() const { return row_; }        ///< dataset; −1: none
    int currentColumn() const { return column_; }
    void setCurrent(int row, int column);
    QRectF cellRect(int row, int column) const;    ///< of two datasets

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void currentChanged(int row, int column);
    void activated(int row, int column);
    void ticked(int dataset);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    struct Layout {
        double left = 0, top = 0, cell = 0, gap = 0;
        QVector<double> starts;  ///< by shown position, relative to left or top
        double extent = 0;       ///< of all cells
        double view = 0;         ///< of what is in sight
        QPointF scroll;
        QRectF area() const { return {left, top, std::min(extent, view), std::min(extent, view)}; }
        QRectF cellAt(int row, int column) const { return {left + starts[column] - scroll.x(), top + starts[row] - scroll.y(), cell, cell}; }  ///< of two positions
    };
    Layout layoutNow() const;
    int shown(int position) const { return data_.order.isEmpty() ? position : data_.order[position]; }
    int positionOf(int dataset) const;
    QPoint cellAt(const QPointF& place) const;  ///< (column, row) as datasets; (−1, −1) outside
    QColor shadeOf(double share) const;
    double shareOf(double value) const;
    QColor colourOf(double value) const;
    int groupAt(int position) const { return data_.group.isEmpty() ? -1 : data_.group[shown(position)]; }
    void zoomAt(const QPointF& place, double factor);
    void showCurrent();
    void drawHeads(QPainter& painter, const Layout& layout) const;
    void drawRowHead(QPainter& painter, const Layout& layout, int position) const;
    void drawColumnHead(QPainter& painter, const Layout& layout, int position) const;
    void drawCells(QPainter& painter, const Layout& layout) const;
    void drawOverview(QPainter& painter, const Layout& layout) const;
    void drawCurrent(QPainter& painter) const;
    void drawScale(QPainter& painter, const Layout& layout) const;
    void drawHover(QPainter& painter) const;
    int count() const { return static_cast<int>(data_.names.size()); }

    MatrixData data_;
    bool numbers_ = true;
    double zoom_ = 1, largest_ = 1;
    QPointF scroll_;            ///< asked for; the layout bounds it
    mutable QImage overview_;   ///< one pixel a cell; made when first drawn
    int row_ = -1, column_ = -1, hoverRow_ = -1, hoverColumn_ = -1;
};

}  // namespace consort
