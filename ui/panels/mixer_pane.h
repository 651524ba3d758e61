#pragma once
// The mixer, the examples and the try-it box below the ledger: one dataset's members at work.
#include <QWidget>

#include "ui/workbench.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace consort {

class CellTableModel;
class Commands;
class FactList;
class Segments;
class SectionHead;
class TableView;
class WeightFaders;

class MixerPane : public QWidget {
    Q_OBJECT
public:
    MixerPane(Workbench& workbench, Commands& commands, QWidget* parent = nullptr);
    void refresh();
    WeightFaders* faders() const { return faders_; }
    TableView* examples() const { return examples_; }
    QLineEdit* question() const { return question_; }
    TableView* answers() const { return answers_; }
    FactList* facts() const { return facts_; }

private:
    QWidget* mixerPart(Commands& commands);
    void connectMixer(QPushButton* fit, QPushButton* owner, QPushButton* equal);
    QWidget* examplesPart();
    QWidget* askPart();
    QString dataset() const;
    std::vector<double> stored() const;
    void showDataset();
    void showWorth();
    void tryWeights(const std::vector<double>& weights, bool fit);
    void showOutcome(const MixOutcome& outcome);
    void askExamples();
    void ask();

    Workbench& workbench_;
    QComboBox* dataset_;
    WeightFaders* faders_;
    FactList* facts_;
    Segments* end_;
    CellTableModel *examplesModel_, *answersModel_;
    TableView *examples_, *answers_;
    QLineEdit* question_;
    std::vector<RankedRow> ranked_;
    std::shared_ptr<const Combination> shown_;
    bool filling_ = false, keeps_ = false;
};

}  // namespace consort
