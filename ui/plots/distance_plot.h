#pragma once
// How the first-order error grows with the distance from the expansion point, against the limit up to which the model counts as linear.
#include <QPointF>
#include <QVector>
#include <QWidget>

namespace consort {

class DistancePlot : public QWidget {
    Q_OBJECT
public:
    explicit DistancePlot(QWidget* parent = nullptr);
    /// (distance, error) by ascending distance; errors above 0 are on a logarithmic axis. `reached`: the distance that fine-tuning goes.
    void setPoints(const QVector<QPointF>& points, double limit, double reached);
    const QVector<QPointF>& points() const { return points_; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QRectF area() const;
    QPointF at(const QPointF& point) const;
    void drawAxes(QPainter& painter) const;
    void drawLimit(QPainter& painter) const;
    void drawPoints(QPainter& painter) const;

    QVector<QPointF> points_;
    double limit_ = 0, reached_ = 0;
    int lowest_ = -3, highest_ = 0;  ///< powers of ten at the ends of the axis
};

}  // namespace consort
