#include "ui/group_view.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "ui/number_format.h"

namespace consort {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("Groups", text); }

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

/// What the time of a training goes by.
double trainTokens(const Value& card) { return card.at("rows").doubleOr("train", 0) * card.at("tokens").doubleOr("mean", 0); }

}  // namespace

QString scoreText(double value, bool loss) { return loss ? lossText(value) : percentText(value); }

Cell gainCell(double value, double reference, bool loss) {
    const double gain = loss ? reference - value : value - reference;
    if (!std::isfinite(gain)) return Cell{.text = kMissing, .ink = QStringLiteral("text2")};
    return Cell{.text = loss ? signedText(value - reference) : pointsText(gain), .ink = gain > 0 ? QStringLiteral("ok") : gain < 0 ? QStringLiteral("error") : QString()};
}

QVector<CellRow> choiceRows(const GroupTable& table, bool loss) {
    QVector<CellRow> rows;
    for (const GroupCandidate& row : table.rows) {
        const Cell mean{.text = scoreText(row.mean, loss), .strong = row.knee, .sort = row.mean}, worst{.text = scoreText(row.worst, loss), .sort = row.worst, .tip = QString::fromStdString(row.worstDataset)};
        const Cell groups{.text = row.knee ? tr("%1, knee").arg(row.m()) : QString::number(row.m()), .strong = row.knee, .sort = row.m()};
        rows.push_back({QString::number(row.m()), {groups, mean, Cell{.text = QStringLiteral("%1 … %2").arg(scoreText(row.low, loss), scoreText(row.high, loss))}, worst, Cell{.text = flopText(row.price.flops), .sort = row.price.flops},
                                                   Cell{.text = durationText(row.price.seconds), .sort = row.price.seconds}, Cell{.text = countText(row.price.rank), .sort = static_cast<double>(row.price.rank)}}});
    }
    return rows;
}

QString choiceAsCsv(const QVector<ChoicePoint>& points) {
    QString csv = QStringLiteral("groups,mean,low,high,knee\n");
    for (const ChoicePoint& point : points) csv += QStringLiteral("%1,%2,%3,%4,%5\n").arg(point.choice).arg(point.value, 0, 'g', 9).arg(point.low, 0, 'g', 9).arg(point.high, 0, 'g', 9).arg(point.knee ? 1 : 0);
    return csv;
}

QVector<CellRow> priceRows(const GroupCandidate& candidate, const GroupCandidate* one, bool loss, double memory) {
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
    rows << priceRow(tr("Worst, %1").arg(QString::fromStdString(candidate.worstDataset)), scoreText(candidate.worst, loss), one ? gainCell(candidate.worst, one->worst, loss) : none, tr("The dataset that is predicted to do worst"));
    rows << priceRow(tr("Training"), flopText(price.flops), more(price.flops, base.flops, flopText), tr("3 epochs over every group's tokens: tokens × (4 × weights of the blocks + 6 × adapter parameters)"));
    rows << priceRow(tr("Time"), durationText(price.seconds), more(price.seconds, base.seconds, durationText), tr("At the speed of the runs already trained here, else at 20 GFLOP/s a core"));
    rows << priceRow(tr("Memory"), byteText(static_cast<std::int64_t>(memory)), none, tr("Forecast of the peak while one adapter is trained; groups are trained one after another"));
    rows << priceRow(tr("Disk"), byteText(price.bytes), more(static_cast<double>(price.bytes), static_cast<double>(base.bytes), [](double bytes) { return byteText(static_cast<std::int64_t>(bytes)); }), tr("Adapters of all groups, float32"));
    rows << priceRow(tr("Σ rank"), countText(price.rank), more(static_cast<double>(price.rank), static_cast<double>(base.rank), [](double rank) { return countText(static_cast<std::int64_t>(rank)); }), tr("Σ rank: sum of the members' ranks. vLLM accepts up to 512."));
    return rows;
}

GroupCardContent emptyContent(int group) {
    GroupCardContent content;
    content.group = group;
    content.title = tr("New group");
    content.gain = tr("Drop a dataset here to give it a group of its own");
    return content;
}

GroupCardContent groupContent(const ProjectSnapshot& snapshot, const GroupRequest& draft, const GroupCandidate& candidate, int group, double scale) {
    const auto names = snapshot.datasetNames();
    const bool loss = draft.metric == "loss";
    GroupCardContent content;
    content.group = group;
    content.title = tr("Group %1").arg(group + 1);
    std::vector<std::size_t> members;
    for (const std::string& name : candidate.groups[static_cast<std::size_t>(group)]) {
        const auto at = std::find(names.begin(), names.end(), name);
        if (at != names.end()) members.push_back(static_cast<std::size_t>(at - names.begin()));
    }
    std::int64_t rows = 0;
    double mean = 0, tokens = 0;
    for (const std::size_t i : members) {
        const Prediction& own = candidate.outcome[i];
        const Prediction& alone = snapshot.estimate->alone[i];
        const double value = loss ? own.loss : own.accuracy, reference = loss ? alone.loss : alone.accuracy;
        rows += (*snapshot.datasets)[i].at("rows").intOr("train", 0);
        tokens += trainTokens((*snapshot.datasets)[i]);
        mean += value / static_cast<double>(members.size());
        Cell against = gainCell(value, reference, loss);
        if (!loss && std::isfinite(value)) against.text = signedText((value - reference) * 100, 1);
        const QString name = QString::fromStdString(names[i]);
        const bool pinned = std::any_of(draft.pinned.begin(), draft.pinned.end(), [&](const auto& pin) { return pin.first == names[i]; });
        content.datasets.push_back({name, {Cell{.text = name, .icon = pinned ? QStringLiteral("pin") : QStringLiteral("grip")}, Cell{.text = loss ? lossText(value) : percentNumber(value), .sort = value}, against}});
        for (const std::size_t j : members) content.affinity << snapshot.estimate->affinity.gain.row(static_cast<std::int64_t>(i))[j];
    }
    content.scale = scale;
    content.rows = tr("%1 rows").arg(countText(rows));
    content.gain = members.size() > 1 ? tr("Mean gain inside %1").arg(signedText(meanAffinity(content.affinity))) : tr("Alone");
    content.score = scoreText(mean, loss);
    double all = 0;
    for (const Value& card : *snapshot.datasets) all += trainTokens(card);
    if (all > 0) content.time = durationText(candidate.price.seconds * tokens / all);
    return content;
}

}  // namespace consort
