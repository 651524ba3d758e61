#pragma once
// The options of training and the baselines, from the engine's own list.
#include <QDialog>

#include "core/pipeline/train_runs.h"

class QCheckBox;

namespace consort {

class OptionsForm;

class TrainOptionsDialog : public QDialog {
    Q_OBJECT
public:
    explicit TrainOptionsDialog(const TrainRequest& request, QWidget* parent = nullptr);
    /// Only where the form has no complaint: the dialog cannot be accepted with one.
    TrainRequest request() const;

private:
    OptionsForm* form_;
    QCheckBox *single_, *alone_;
    TrainRequest before_;
};

}  // namespace consort
