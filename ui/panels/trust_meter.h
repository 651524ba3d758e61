#pragma once
// How far the estimate is to be trusted: what the engine measured about itself.
#include <QWidget>

#include "core/pipeline/estimate_subsets.h"

class QAction;
class QPushButton;

namespace consort {

class AgreementPlot;
class DistancePlot;
class FactList;

class TrustMeter : public QWidget {
    Q_OBJECT
public:
    explicit TrustMeter(QWidget* parent = nullptr);
    void setEstimate(const Estimate& estimate);
    DistancePlot* plot() const { return plot_; }
    AgreementPlot* agreement() const { return agreement_; }
    /// Triggers a command, and is enabled as the command is.
    void bind(QAction* probe);

private:
    FactList* facts_;
    DistancePlot* plot_;
    AgreementPlot* agreement_;
    QPushButton* probe_;
};

}  // namespace consort
