#include "ui/panels/groups_panel.h"

#include <QMenu>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <cmath>

#include "ui/group_edits.h"
#include "ui/group_view.h"
#include "ui/number_format.h"
#include "ui/panels/group_properties.h"
#include "ui/plots/choice_curve.h"
#include "ui/plots/plot_file.h"
#include "ui/theme/theme.h"
#include "ui/widgets/export_button.h"
#include "ui/widgets/table_view.h"

namespace consort {

constexpr std::size_t kCardsATurn = 4;  ///< cards made at a time, so that many groups do not hold the window up
GroupsPanel::GroupsPanel(Workbench& workbench, Commands& commands, QWidget* parent) : StagePanel(workbench, commands, parent), pages_(new QStackedWidget), properties_(new GroupProperties(workbench)) {
    auto* empty = new EmptyState(QStringLiteral("groups"), tr("No groups yet"), tr("Groups are chosen from the affinity. Estimate it first: seconds, nothing is trained."), tr("Estimate"));
    empty->bind(commands.action(QStringLiteral("run.estimate")));
    auto* split = new QSplitter(Qt::Vertical);
    split->setHandleWidth(1);
    split->setChildrenCollapsible(false);
    split->addWidget(upper());
    split->addWidget(lower());
    split->setStretchFactor(1, 1);
    pages_->addWidget(empty);
    pages_->addWidget(split);
    auto* column = plainColumn(this);
    column->addWidget(bar());
    column->addWidget(pages_, 1);
    dropCard_ = new QFrame(this);
    dropCard_->setProperty("card", true);
    dropCard_->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto* inner = new QVBoxLayout(dropCard_);
    dropTitle_ = textLabel({}, {}, [] { return theme().strong(); });
    dropText_ = textLabel({});
    dropText_->setTextFormat(Qt::PlainText);
    inner->addWidget(dropTitle_);
    inner->addWidget(dropText_);
    dropCard_->hide();
}

QWidget* GroupsPanel::choicePart() {
    auto* part = new QWidget;
    auto* left = plainColumn(part);
    curveHead_ = new SectionHead(tr("How many groups"));
    curve_ = new ChoiceCurve;
    twinModel_ = new CellTableModel({{tr("Groups")}, {tr("Mean"), Qt::AlignRight}, {tr("Interval"), Qt::AlignRight}, {tr("Worst"), Qt::AlignRight}, {tr("Training"), Qt::AlignRight}, {tr("Time"), Qt::AlignRight}, {tr("Σ rank"), Qt::AlignRight}}, this);
    auto* twinTable = new TableView(twinModel_, tr("Every number of groups as a table"));
    twinTable->setColumnUnits({0, 22, 34, 22, 30, 30, 20});
    auto* pages = new QStackedWidget;
    pages->addWidget(curve_);
    pages->addWidget(twinTable);
    QToolButton* twin = toolButton(QStringLiteral("table"), tr("View as table"));
    twin->setCheckable(true);
    auto* save = new ExportButton(tr("Export the plot"), QStringLiteral("how-many-groups.png"), [this](const QString& file) { return savePlot(*curve_, choiceAsCsv(curve_->points()), file); });
    curveHead_->add(twin);
    curveHead_->add(save);
    left->addWidget(curveHead_);
    left->addWidget(pages, 1);
    connect(twin, &QToolButton::toggled, pages, &QStackedWidget::setCurrentIndex);
    connect(twinTable, &TableView::rowActivated, this, [this](const QString& m) { curve_->setValue(m.toInt()); });
    connect(save, &ExportButton::failed, this, &StagePanel::tellUnwritable);
    return part;
}

QWidget* GroupsPanel::upper() {
    auto* part = new QFrame;
    part->setProperty("surface", true);
    auto* row = plainRow(part);
    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    priceHead_ = new SectionHead(tr("Price"));
    knee_ = textLabel(tr("Knee"), QStringLiteral("accent"), [] { return theme().small(); });
    knee_->setToolTip(tr("The smallest number of groups whose mean is within one standard error of the best"));
    priceHead_->add(knee_);
    price_ = new TableView(new CellTableModel({{tr("Predicted")}, {{}, Qt::AlignRight}, {tr("vs one adapter"), Qt::AlignRight}}, this), tr("Price of the grouping"));
    price_->setColumnUnits({0, 34, 26});
    keepWidth(price_, 94, 100);
    right->addWidget(priceHead_);
    right->addWidget(price_, 1);
    row->addWidget(choicePart(), 1);
    row->addWidget(ruler(Qt::Vertical));
    row->addLayout(right);
    connect(curve_, &QSlider::valueChanged, this, [this](int m) {
        if (!filling_) workbench_.editGroups(withGroups(workbench_.draft(), m), tr("%n groups", nullptr, m), 1);
    });
    return part;
}

QWidget* GroupsPanel::lower() {
    auto* part = new QWidget;
    auto* column = plainColumn(part);
    auto* head = new SectionHead(tr("Groups"));
    head->setSub(tr("Drag a dataset to see the price before you let go"));
    best_ = pushButton(tr("Back to the best"), QStringLiteral("reset"));
    head->add(best_);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget;
    cardRow_ = new QHBoxLayout(content);
    cardRow_->setContentsMargins(theme().u(3), 0, theme().u(3), theme().u(3));
    cardRow_->setSpacing(theme().u(3));
    scroll->setWidget(content);
    column->addWidget(head);
    column->addWidget(scroll, 1);
    connect(best_, &QPushButton::clicked, this, [this] {
        if (const GroupCandidate* now = workbench_.draftCandidate()) workbench_.editGroups(withGroups(workbench_.draft(), now->m()), tr("Back to the best %1").arg(now->m()));
    });
    return part;
}

QWidget* GroupsPanel::properties() { return properties_; }

void GroupsPanel::reveal(const QString& object) {
    for (GroupCard* card : cards_) {
        card->table()->selectKey(object);
        if (card->table()->currentKey() == object) card->table()->setFocus();
    }
}

void GroupsPanel::refresh() {
    const ProjectSnapshot* s = snapshot();
    if (!s) return;
    pages_->setCurrentIndex(s->estimate ? 1 : 0);
    if (!s->estimate) return;
    workbench_.ensureGroups();
    properties_->refresh();
    showCurve();
    best_->setEnabled(workbench_.draft().assigned.has_value());
    if (const GroupCandidate* candidate = workbench_.draftCandidate()) {
        showPrice(*candidate);
        showCards(*candidate);
    }
}

void GroupsPanel::showCurve() {
    const ProjectSnapshot* s = snapshot();
    if (!s->groupTable) return;
    QVector<ChoicePoint> points;
    for (const GroupCandidate& row : s->groupTable->rows) {
        if (row.m() > 1 || s->groupTable->rows.size() < 3) points.push_back({row.m(), row.mean, row.low, row.high, row.knee});
    }
    const GroupCandidate* one = s->groupTable->find(1);
    const bool loss = usesLoss();
    filling_ = true;
    curve_->setPoints(points, one ? one->mean : NAN, one ? tr("one adapter for all: %1").arg(scoreText(one->mean, loss)) : QString(), [loss](double value) { return loss ? QLocale().toString(value, 'f', 2) : percentText(value, 0); });
    if (const GroupCandidate* candidate = workbench_.draftCandidate()) curve_->setValue(candidate->m());
    filling_ = false;
    twinModel_->setRows(choiceRows(*s->groupTable, loss));
    curveHead_->setSub(loss ? tr("Predicted mean loss, band: 95 % interval") : tr("Predicted mean accuracy, band: 95 % interval"));
}

void GroupsPanel::showPrice(const GroupCandidate& candidate) {
    const GroupTable* table = snapshot()->groupTable.get();
    priceHead_->setTitle(tr("%n groups", nullptr, candidate.m()));
    knee_->setVisible(candidate.knee);
    price_->cells()->setRows(priceRows(candidate, table ? table->find(1) : nullptr, usesLoss(), snapshot()->memory.cpu.training));
}

GroupCard* GroupsPanel::newCard() {
    auto* card = new GroupCard(static_cast<int>(cards_.size()));
    cards_.push_back(card);
    cardRow_->addWidget(card);
    connect(card, &GroupCard::hovered, this, &GroupsPanel::showDropPrice);
    connect(card, &GroupCard::left, dropCard_, &QWidget::hide);
    connect(card, &GroupCard::dropped, this, &GroupsPanel::move);
    connect(card, &GroupCard::menuWanted, this, &GroupsPanel::openMenu);
    connect(card, &GroupCard::moveWanted, this, [this](const QString& dataset, int direction) {
        const GroupCandidate* now = workbench_.draftCandidate();
        if (now) move(dataset, groupOf(now->groups, dataset.toStdString()) + direction);
    });
    return card;
}

void GroupsPanel::showCards(const GroupCandidate& candidate) {
    const auto wanted = static_cast<std::size_t>(candidate.m()) + 1;  // the last one is empty and takes a dataset out of its group
    const std::size_t now = std::min(wanted, cards_.size() + kCardsATurn);
    while (cards_.size() < now) newCard();
    if (now < wanted) {
        QTimer::singleShot(0, this, [this] {
            if (const GroupCandidate* shown = workbench_.draftCandidate()) showCards(*shown);
        });
    }
    double scale = 0;
    for (const double gain : snapshot()->estimate->affinity.gain.values) scale = std::max(scale, std::isfinite(gain) ? std::abs(gain) : 0);
    for (std::size_t g = 0; g < cards_.size(); ++g) {
        cards_[g]->setVisible(g + 1 < wanted || (g + 1 == wanted && workbench_.canWrite()));
        if (g + 1 < wanted) cards_[g]->setContent(groupContent(*snapshot(), workbench_.draft(), candidate, static_cast<int>(g), scale));
        if (g + 1 == wanted) cards_[g]->setContent(emptyContent(static_cast<int>(g)));
    }
}

void GroupsPanel::move(const QString& dataset, int to) {
    const GroupCandidate* now = workbench_.draftCandidate();
    if (!now || to < 0 || to > now->m() || !workbench_.canWrite()) return;
    const NamedGroups groups = movedTo(now->groups, dataset.toStdString(), to);
    if (groups != now->groups) workbench_.editGroups(withAssigned(workbench_.draft(), groups), tr("Move %1 to group %2").arg(dataset).arg(to + 1));
}

void GroupsPanel::showDropPrice(const QString& dataset, int to) {
    const GroupCandidate* now = workbench_.draftCandidate();
    if (!now || to > now->m()) return;
    const NamedGroups groups = movedTo(now->groups, dataset.toStdString(), to);
    dropTitle_->setText(tr("%1 to group %2").arg(dataset).arg(to + 1));
    dropText_->setText(groups == now->groups ? tr("It is here already") : tr("Computing the price"));
    GroupCard* card = cards_[static_cast<std::size_t>(to)];
    dropCard_->adjustSize();
    dropCard_->move(card->mapTo(this, QPoint(theme().u(4), card->height() / 2)));
    dropCard_->raise();
    dropCard_->show();
    if (groups == now->groups) return;
    workbench_.priceGroups(groups, {dropCard_, [this, dataset, to, before = *now](const GroupCandidate& then) { tellDropPrice(dataset, to, before, then); }});
}

void GroupsPanel::tellDropPrice(const QString& dataset, int to, const GroupCandidate& now, const GroupCandidate& then) {
    if (dropTitle_->text() != tr("%1 to group %2").arg(dataset).arg(to + 1)) return;
    const Cell gain = gainCell(then.mean, now.mean, usesLoss());
    QStringList lines{usesLoss() ? tr("Mean loss: %1").arg(gain.text) : tr("Mean accuracy: %1").arg(gain.text)};
    if (then.m() != now.m()) lines << tr("Groups: %1 → %2").arg(now.m()).arg(then.m());
    if (then.price.rank != now.price.rank) lines << tr("Σ rank: %1 → %2").arg(now.price.rank).arg(then.price.rank);
    setLook(dropText_, "ink", gain.ink.isEmpty() ? QStringLiteral("text2") : gain.ink);
    dropText_->setText(lines.join(QLatin1Char('\n')));
    dropCard_->adjustSize();
}

QString GroupsPanel::dropPrice() const { return dropCard_->isVisible() ? dropText_->text() : QString(); }

void GroupsPanel::openMenu(const QString& dataset, const QPoint& place) {
    const GroupCandidate* now = workbench_.draftCandidate();
    if (!now || !workbench_.canWrite()) return;
    const std::string name = dataset.toStdString();
    QMenu menu(this);
    QMenu* to = menu.addMenu(tr("&Move to"));
    for (int g = 0; g < now->m(); ++g) to->addAction(tr("Group &%1").arg(g + 1), this, [this, dataset, g] { move(dataset, g); })->setEnabled(groupOf(now->groups, name) != g);
    to->addAction(tr("&New group"), this, [this, dataset, m = now->m()] { move(dataset, m); });
    const int own = groupOf(now->groups, name) + 1;
    menu.addAction(tr("&Pin to group %1").arg(own), this, [this, name, dataset, own] { workbench_.editGroups(withPin(workbench_.draft(), name, own), tr("Pin %1 to group %2").arg(dataset).arg(own)); });
    QMenu *together = menu.addMenu(tr("&Keep with")), *apart = menu.addMenu(tr("Keep &apart from"));
    for (const std::string& other : snapshot()->datasetNames()) {
        if (other == name) continue;
        const QString text = QString::fromStdString(other);
        together->addAction(text, this, [this, name, other, dataset, text] { workbench_.editGroups(withPair(workbench_.draft(), name, other, true), tr("Keep %1 with %2").arg(dataset, text)); });
        apart->addAction(text, this, [this, name, other, dataset, text] { workbench_.editGroups(withPair(workbench_.draft(), name, other, false), tr("Keep %1 apart from %2").arg(dataset, text)); });
    }
    menu.exec(place);
}

}  // namespace consort
