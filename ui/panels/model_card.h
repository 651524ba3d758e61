#pragma once
// The base model at a glance: what it is, what is adapted, and the memory that each stage will take.
#include <QFrame>
#include <array>

#include "core/pipeline/project_snapshot.h"

class QLabel;
class QProgressBar;

namespace consort {

class ModelCard : public QFrame {
    Q_OBJECT
public:
    explicit ModelCard(QWidget* parent = nullptr);
    void show(const ProjectSnapshot& snapshot);

private:
    struct Forecast {
        QLabel *name = nullptr, *value = nullptr;
        QProgressBar* bar = nullptr;
    };
    QWidget* forecastPart(Forecast& part, const QString& name, const QString& about);
    static void fill(const Forecast& part, double bytes, double total);

    QLabel *name_, *facts_, *shape_, *verdict_;
    std::array<Forecast, 3> forecasts_;  ///< gradients, training, evaluation
};

}  // namespace consort
