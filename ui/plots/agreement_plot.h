#pragma once
// Estimated against measured losses of really fine-tuned sets: on the diagonal the estimate is right.
#include <QVector>
#include <QWidget>

namespace consort {

struct AgreementPoint {
    double estimated = 0, measured = 0;
    bool inside = true;  ///< the dataset is in the set
    QString tip;
};

class AgreementPlot : public QWidget {
    Q_OBJECT
public:
    explicit AgreementPlot(QWidget* parent = nullptr);
    /// Losses above 0, on logarithmic axes of one range.
    void setPoints(const QVector<AgreementPoint>& points);
    const QVector<AgreementPoint>& points() const { return points_; }
    /// The point nearest to a place of the widget; −1 where none is within reach.
    int pointAt(const QPointF& place) const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    QRectF area() const;
    QPointF at(double estimated, double measured) const;
    void drawAxes(QPainter& painter) const;

    QVector<AgreementPoint> points_;
    double least_ = 0.1, most_ = 1;
};

}  // namespace consort
