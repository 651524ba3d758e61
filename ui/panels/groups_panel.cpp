#include "ui/panels/groups_panel.h"

#include <QMenu>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <cmath>

#include "ui/group_edits.h"
#include "ui/number_format.h"
#include "ui/panels/group_properties.h"
#include "ui/plots/choice_curve.h"
#include "ui/theme/theme.h"
#include "ui/widgets/table_view.h"

namespace consort {
namespace {

QString scoreText(double value, bool loss) { return loss ? lossText(value) : percentText(value); }

/// Difference of two scores as it is; green where it is for the better: less loss, more accuracy.
Cell gainCell(double value, double reference, bool loss) {
    const double gain = loss ? reference - value : value - reference;
    if (!std::isfinite(gain)) return Cell{.text = kMissing, .ink = QStringLiteral("text2")};
    return Cell{.text = loss ? signedText(value - reference) : pointsText(gain), .ink = gain > 0 ? QStringLiteral("ok") : gain < 0 ? QStringLiteral("error") : QString()};
}

CellRow priceRow(const QString& name, const QString& value, const Cell& against, const QString& tip) {
    Cell first{name};
    first.ink = QStringLiteral("text2");
    first.tip = tip;
    return {name, {first, Cell{.text = value, .strong = true}, against}};
}

Cell quiet(const QString& text) { return Cell{.text = text, .ink = QStringLiteral("text2")}; }

double meanAffinity(const QVector<double>& values) {
    const int side = static_cast<int>(std::lround(std::sqrt(values.size())));
    double sum = 0;
    for (int r = 0; r < side; ++r) {
        for (int c = 0; c < side; ++c) sum += r == c || !std::isfinite(values[r * side + c]) ? 0 : values[r * side + c];
    }
    return side > 1 ? sum / (side * (side - 1)) : 0;
}

}  // namespace

QVector<CellRow> priceRows(const GroupCandidate& candidate, const GroupCandidate* one, bool loss) {
    const auto tr = [](const char* text) { return GroupsPanel::tr(text); };
    const double half = (candidate.high - candidate.low) / 2;
    const QString mean = scoreText(candidate.mean, loss) + QLatin1Char(' ') + (loss ? plusMinusText(half) : plusMinusText(half * 100, 1));
    const Cell none = quiet(kMissing);
    const auto more = [&](double now, double then, auto text) {
        return one && std::abs(now - then) > 0.005 * std::abs(then) ? quiet((now > then ? QStringLiteral("+") : QStringLiteral("−")) + text(std::abs(now - then))) : none;
    };
    const GroupPrice& price = candidate.price;
    const GroupPrice base = one ? one->price : price;
    QVector<CellRow> rows;
    rows << priceRow(loss ? tr("Mean loss") : tr("Mean accuracy"), mean, one ? gainCell(candidate.mean, one->mean, loss) : none, tr("Mean over the datasets of what each is predicted to reach in its own group, with the 95 % interval over validation rows"));
    rows << priceRow(GroupsPanel::tr("Worst, %1").arg(QString::fromStdString(candidate.worstDataset)), scoreText(candidate.worst, loss), one ? gainCell(candidate.worst, one->worst, loss) : none, tr("The dataset that is predicted to do worst"));
    rows << priceRow(tr("Training"), flopText(price.flops), more(price.flops, base.flops, flopText), tr("3 epochs over every group's tokens: tokens × (4 × weights of the blocks + 6 × adapter parameters)"));
    rows << priceRow(tr("Time"), durationText(price.seconds), more(price.seconds, base.seconds, durationText), tr("At the speed of the runs already trained here, else at 20 GFLOP/s a core"));
    rows << priceRow(tr("Disk"), byteText(price.bytes), more(static_cast<double>(price.bytes), static_cast<double>(base.bytes), [](double bytes) { return byteText(static_cast<std::int64_t>(bytes)); }), tr("Adapters of all groups, float32"));
    rows << priceRow(tr("Σ rank"), countText(price.rank), more(static_cast<double>(price.rank), static_cast<double>(base.rank), [](double rank) { return countText(static_cast<std::int64_t>(rank)); }), tr("Σ rank: sum of the members' ranks. vLLM accepts up to 512."));
    return rows;
}

GroupsPanel::GroupsPanel(Workbench& workbench, Commands& commands, QWidget* parent) : StagePanel(workbench, commands, parent), pages_(new QStackedWidget), properties_(new GroupProperties(workbench)) {
    auto* empty = new EmptyState(QStringLiteral("groups"), tr("No groups yet"), tr("Groups are chosen from the affinity. Estimate it first: seconds, nothing is trained."), tr("Estimate"));
    connect(empty->button(), &QPushButton::clicked, commands.action(QStringLiteral("run.estimate")), &QAction::trigger);
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

QWidget* GroupsPanel::upper() {
    auto* part = new QFrame;
    part->setProperty("surface", true);
    auto* row = plainRow(part);
    auto* left = new QVBoxLayout;
    left->setSpacing(0);
    curveHead_ = new SectionHead(tr("How many groups"));
    curve_ = new ChoiceCurve;
    left->addWidget(curveHead_);
    left->addWidget(curve_, 1);
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
    row->addLayout(left, 1);
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
    curveHead_->setSub(loss ? tr("Predicted mean loss, band: 95 % interval") : tr("Predicted mean accuracy, band: 95 % interval"));
}

void GroupsPanel::showPrice(const GroupCandidate& candidate) {
    const GroupTable* table = snapshot()->groupTable.get();
    priceHead_->setTitle(tr("%n groups", nullptr, candidate.m()));
    knee_->setVisible(candidate.knee);
    price_->cells()->setRows(priceRows(candidate, table ? table->find(1) : nullptr, usesLoss()));
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
    while (cards_.size() < wanted) newCard();
    double scale = 0;
    for (const double gain : snapshot()->estimate->affinity.gain.values) scale = std::max(scale, std::isfinite(gain) ? std::abs(gain) : 0);
    for (std::size_t g = 0; g < cards_.size(); ++g) {
        cards_[g]->setVisible(g + 1 < wanted || (g + 1 == wanted && workbench_.canWrite()));
        if (g + 1 < wanted) cards_[g]->setContent(contentOf(candidate, static_cast<int>(g), scale));
        if (g + 1 == wanted) cards_[g]->setContent({static_cast<int>(g), tr("New group"), {}, tr("Drop a dataset here to give it a group of its own"), {}, {}, {}, 1});
    }
}

GroupCardContent GroupsPanel::contentOf(const GroupCandidate& candidate, int group, double scale) const {
    const ProjectSnapshot* s = snapshot();
    const auto names = s->datasetNames();
    const bool loss = usesLoss();
    GroupCardContent content;
    content.group = group;
    content.title = tr("Group %1").arg(group + 1);
    std::vector<std::size_t> members;
    for (const std::string& name : candidate.groups[static_cast<std::size_t>(group)]) {
        const auto at = std::find(names.begin(), names.end(), name);
        if (at != names.end()) members.push_back(static_cast<std::size_t>(at - names.begin()));
    }
    std::int64_t rows = 0;
    double mean = 0;
    for (const std::size_t i : members) {
        const Prediction& own = candidate.outcome[i];
        const Prediction& alone = s->estimate->alone[i];
        const double value = loss ? own.loss : own.accuracy, reference = loss ? alone.loss : alone.accuracy;
        rows += (*s->datasets)[i].at("rows").intOr("train", 0);
        mean += value / static_cast<double>(members.size());
        Cell against = gainCell(value, reference, loss);
        if (!loss && std::isfinite(value)) against.text = signedText((value - reference) * 100, 1);
        const QString name = QString::fromStdString(names[i]);
        const bool pinned = std::any_of(workbench_.draft().pinned.begin(), workbench_.draft().pinned.end(), [&](const auto& pin) { return pin.first == names[i]; });
        content.datasets.push_back({name, {Cell{.text = name, .icon = pinned ? QStringLiteral("pin") : QStringLiteral("grip")}, Cell{.text = loss ? lossText(value) : percentNumber(value), .sort = value}, against}});
        for (const std::size_t j : members) content.affinity << s->estimate->affinity.gain.row(static_cast<std::int64_t>(i))[j];
    }
    content.scale = scale;
    content.rows = tr("%1 rows").arg(countText(rows));
    content.gain = members.size() > 1 ? tr("Mean gain inside %1").arg(signedText(meanAffinity(content.affinity))) : tr("Alone");
    content.score = scoreText(mean, loss);
    return content;
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
