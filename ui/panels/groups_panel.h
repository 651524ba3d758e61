#pragma once
// The stage Groups: how many, at what price, and which dataset where.
#include "ui/panels/stage_panel.h"
#include "ui/widgets/group_card.h"

class QStackedWidget;
class QHBoxLayout;

namespace consort {

class ChoiceCurve;
class GroupProperties;
class TableView;

class GroupsPanel : public StagePanel {
    Q_OBJECT
public:
    GroupsPanel(Workbench& workbench, Commands& commands, QWidget* parent = nullptr);
    void refresh() override;
    QWidget* properties() override;
    void reveal(const QString& object) override;
    ChoiceCurve* curve() const { return curve_; }
    const std::vector<GroupCard*>& cards() const { return cards_; }
    /// The text of the price shown beside the pointer; empty where none is shown.
    QString dropPrice() const;

private:
    QWidget* choicePart();
    QWidget* upper();
    QWidget* lower();
    void showCurve();
    void showPrice(const GroupCandidate& candidate);
    void showCards(const GroupCandidate& candidate);
    GroupCard* newCard();
    void move(const QString& dataset, int to);
    void showDropPrice(const QString& dataset, int to);
    void tellDropPrice(const QString& dataset, int to, const GroupCandidate& now, const GroupCandidate& then);
    void openMenu(const QString& dataset, const QPoint& place);
    bool usesLoss() const { return workbench_.draft().metric == "loss"; }

    QStackedWidget* pages_;
    GroupProperties* properties_;
    ChoiceCurve* curve_;
    SectionHead *curveHead_, *priceHead_;
    QLabel* knee_;
    CellTableModel* twinModel_;
    TableView* price_;
    QHBoxLayout* cardRow_;
    std::vector<GroupCard*> cards_;
    QFrame* dropCard_;
    QLabel *dropTitle_, *dropText_;
    QPushButton* best_;
    bool filling_ = false;
};

}  // namespace consort
