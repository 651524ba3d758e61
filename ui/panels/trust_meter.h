#pragma once
// How far the estimate is to be trusted: what the engine measured about itself.
#include <QWidget>

#include "core/pipeline/estimate_subsets.h"

namespace consort {

class DistancePlot;
class FactList;

class TrustMeter : public QWidget {
    Q_OBJECT
public:
    explicit TrustMeter(QWidget* parent = nullptr);
    void setEstimate(const Estimate& estimate);
    DistancePlot* plot() const { return plot_; }

private:
    FactList* facts_;
    DistancePlot* plot_;
};

}  // namespace consort
