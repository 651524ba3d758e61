#include "ui/ledger_view.h"

#include <QCoreApplication>
#include <cmath>
#include <map>

#include "ui/number_format.h"

namespace consort {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("Ledger", text); }

struct Scale {
    double low = INFINITY, high = -INFINITY, best = NAN;
};

double numberIn(const Value& score, const std::string& metric) { return score.doubleOr(metric, NAN); }

bool isMember(const std::string& system) { return system.size() > 1 && system[0] == 'g' && system.find_first_not_of("0123456789", 1) == std::string::npos; }

QString scoreText(double value, bool loss) { return loss ? lossText(value) : percentNumber(value); }

/// One scale a column; the best system of it.
std::map<std::string, Scale> scalesOf(const Value& scores, const std::string& metric) {
    std::map<std::string, Scale> scales;
    const auto take = [&](const std::string& column, double value, double low, double high) {
        Scale& scale = scales[column];
        if (!std::isfinite(value)) return;
        scale.low = std::min(scale.low, std::isfinite(low) ? low : value);
        scale.high = std::max(scale.high, std::isfinite(high) ? high : value);
        const bool better = metric == "loss" ? value < scale.best : value > scale.best;
        if (!std::isfinite(scale.best) || better) scale.best = value;
    };
    for (const Value& system : scores.at("systems").asList()) {
        if (system.at("name").asString() == "best_member") continue;
        take("", numberIn(system.at("mean"), metric), NAN, NAN);
        for (const auto& [dataset, score] : system.at("datasets").asObject()) {
            const bool interval = metric == "accuracy";
            take(dataset, numberIn(score, metric), interval ? score.doubleOr("low", NAN) : NAN, interval ? score.doubleOr("high", NAN) : NAN);
        }
    }
    return scales;
}

Cell scoreCell(double value, const Value* score, const Scale& scale, bool loss, bool member) {
    if (!std::isfinite(value)) return Cell{.text = kMissing, .ink = QStringLiteral("text2")};
    Cell cell{.text = scoreText(value, loss), .ink = member ? QStringLiteral("text2") : QString(), .strong = value == scale.best, .sort = value};
    if (score && score->doubleOr("low", NAN) == score->doubleOr("low", NAN)) {
        cell.interval = {score->doubleOr("low", NAN), value, score->doubleOr("high", NAN), scale.low, scale.high};
        cell.tip = QCoreApplication::translate("Ledger", "%1 … %2, 95 % bootstrap over the test rows").arg(percentNumber(score->doubleOr("low", NAN)), percentText(score->doubleOr("high", NAN)));
    }
    return cell;
}

Cell differenceCell(double value, double reference, bool loss) {
    if (!std::isfinite(value) || !std::isfinite(reference) || value == reference) return Cell{.text = kMissing, .ink = QStringLiteral("text2")};
    const double gain = loss ? reference - value : value - reference;
    return Cell{.text = loss ? signedText(value - reference) : signedText(gain * 100, 1), .ink = gain > 0 ? QStringLiteral("ok") : QStringLiteral("error"), .sort = gain};
}

QString iconOf(const std::string& system) {
    if (system == "frozen") return QStringLiteral("model");
    if (system == "ensemble") return QStringLiteral("sliders");
    if (system == "merged_cat") return QStringLiteral("box");
    return QStringLiteral("layers");
}

}  // namespace

QString systemTitle(const std::string& system) {
    static const std::map<std::string, const char*> titles = {{"frozen", QT_TRANSLATE_NOOP("Ledger", "Frozen base")},      {"single", QT_TRANSLATE_NOOP("Ledger", "One for all")},
                                                              {"per_dataset", QT_TRANSLATE_NOOP("Ledger", "One per dataset")}, {"ensemble", QT_TRANSLATE_NOOP("Ledger", "Ensemble, logits")},
                                                              {"merged_cat", QT_TRANSLATE_NOOP("Ledger", "Merged, cat")},  {"best_member", QT_TRANSLATE_NOOP("Ledger", "Best member")}};
    if (const auto found = titles.find(system); found != titles.end()) return tr(found->second);
    return isMember(system) ? tr("Group %1").arg(QString::fromStdString(system.substr(1))) : QString::fromStdString(system);
}

QVector<CellColumn> ledgerColumns(const Value& scores) {
    QVector<CellColumn> columns{{tr("System")}, {tr("Mean"), Qt::AlignRight, tr("Mean over the datasets")}, {tr("Vs one for all"), Qt::AlignRight, tr("Mean against one adapter for all datasets")}};
    const auto& systems = scores.at("systems").asList();
    if (!systems.empty()) {
        for (const auto& [dataset, score] : systems.front().at("datasets").asObject()) columns.push_back({QString::fromStdString(dataset), Qt::AlignRight, {}});
    }
    columns << CellColumn{tr("FLOP"), Qt::AlignRight, tr("Estimation and training that the system needed")} << CellColumn{tr("Time"), Qt::AlignRight} << CellColumn{tr("Memory"), Qt::AlignRight};
    return columns;
}

QVector<CellRow> ledgerRows(const Value& scores, const std::string& metric) {
    const bool loss = metric == "loss";
    auto scales = scalesOf(scores, metric);
    double reference = NAN;
    for (const Value& system : scores.at("systems").asList()) {
        if (system.at("name").asString() == "single") reference = numberIn(system.at("mean"), metric);
    }
    QVector<CellRow> rows, members;
    for (const Value& system : scores.at("systems").asList()) {
        const std::string& name = system.at("name").asString();
        if (name == "best_member") continue;
        const bool member = isMember(name);
        Cell first{.text = systemTitle(name), .icon = member ? QString() : iconOf(name), .group = member ? std::atoi(name.c_str() + 1) - 1 : -1, .strong = true};
        const double mean = numberIn(system.at("mean"), metric);
        QVector<Cell> cells{first, scoreCell(mean, nullptr, scales[""], loss, member), member ? Cell{.text = kMissing, .ink = QStringLiteral("text2")} : differenceCell(mean, reference, loss)};
        for (const auto& [dataset, score] : system.at("datasets").asObject()) cells << scoreCell(numberIn(score, metric), metric == "accuracy" ? &score : nullptr, scales[dataset], loss, member);
        cells << Cell{.text = flopText(system.doubleOr("flops", 0)), .ink = QStringLiteral("text2")} << Cell{.text = durationText(system.doubleOr("seconds", 0)), .ink = QStringLiteral("text2")}
              << Cell{.text = system.intOr("peak_bytes", 0) > 0 ? byteText(system.intOr("peak_bytes", 0)) : kMissing, .ink = QStringLiteral("text2")};
        (member ? members : rows).push_back({QString::fromStdString(name), cells});
    }
    // Baselines, members, then what is made of the members.
    QVector<CellRow> ordered, combined;
    for (const CellRow& row : rows) (row.key == QLatin1String("ensemble") || row.key == QLatin1String("merged_cat") ? combined : ordered).push_back(row);
    if (!members.isEmpty()) members.first().ruled = true;
    if (!combined.isEmpty()) combined.first().ruled = true;
    return ordered + members + combined;
}

}  // namespace consort
