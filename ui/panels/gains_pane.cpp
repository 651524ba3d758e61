#include "ui/panels/gains_pane.h"

#include <QLabel>
#include <QVBoxLayout>
#include <cmath>

#include "ui/models/cell_table.h"
#include "ui/number_format.h"
#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/table_view.h"

namespace consort {
namespace {

Cell gainCell(double value, const QString& ink = {}) { return Cell{.text = std::isfinite(value) ? signedText(value) : kMissing, .ink = ink, .sort = std::isfinite(value) ? value : -INFINITY}; }

/// Green where the whole interval helps, red where it harms.
QString inkOf(double low, double high) { return low > 0 ? QStringLiteral("ok") : high < 0 ? QStringLiteral("error") : QString(); }

}  // namespace

GainsPane::GainsPane(Workbench& workbench, QWidget* parent) : QWidget(parent), workbench_(workbench) {
    auto* column = plainColumn(this);
    sentence_ = textLabel({}, QStringLiteral("text2"));
    sentence_->setWordWrap(true);
    sentence_->setContentsMargins(theme().u(3), theme().u(2), theme().u(3), theme().u(2));
    model_ = new CellTableModel({{tr("Dataset")},
                                 {tr("Brings"), Qt::AlignRight, tr("By how many nats it lowers the validation loss of the others, on average over all orders in which datasets could be added (Shapley value); estimated")},
                                 {tr("95 % interval"), Qt::AlignRight},
                                 {tr("Added last"), Qt::AlignRight, tr("The same if everything else is there already (leave-one-out)")},
                                 {tr("Rows"), Qt::AlignRight},
                                 {tr("Tokens"), Qt::AlignRight},
                                 {tr("Training time"), Qt::AlignRight, tr("What three epochs over its rows take here")}},
                                this);
    table_ = new TableView(model_, tr("What every dataset brings"));
    table_->setColumnUnits({0, 18, 32, 22, 16, 18, 26});
    column->addWidget(sentence_);
    column->addWidget(ruler());
    column->addWidget(table_, 1);
}

void GainsPane::refresh(const ProjectSnapshot& snapshot) {
    if (!snapshot.estimate || snapshot.estimate == asked_) return;
    asked_ = snapshot.estimate;
    model_->setRows({});
    sentence_->setText(tr("Every order in which the datasets could be added is being compared…"));
    workbench_.gains({this, [this](const Value& gains) { show(gains); }});
}

void GainsPane::show(const Value& gains) {
    sentence_->setText(tr("What each dataset is estimated to bring to the others, in nats of their validation loss: above 0 helps. Nothing was trained for it."));
    QVector<CellRow> rows;
    for (const Value& entry : gains.at("brings").asList()) {
        const QString name = QString::fromStdString(entry.at("dataset").asString());
        const double low = entry.doubleOr("low", NAN), high = entry.doubleOr("high", NAN), seconds = entry.at("cost").doubleOr("seconds", NAN);
        const auto count = [&](const char* key) {
            const double value = entry.at("cost").doubleOr(key, 0);
            return Cell{.text = countText(static_cast<std::int64_t>(value)), .sort = value};
        };
        const QString interval = std::isfinite(low) && std::isfinite(high) ? tr("%1 to %2").arg(signedText(low), signedText(high)) : kMissing;
        rows.push_back({name, {Cell{.text = name, .strong = true}, gainCell(entry.doubleOr("shapley", NAN), inkOf(low, high)), Cell{.text = interval, .ink = QStringLiteral("text2"), .sort = low},
                               gainCell(entry.doubleOr("leave_one_out", NAN)), count("rows"), count("tokens"), Cell{.text = durationText(seconds), .sort = seconds}}});
    }
    model_->setRows(rows);
}

}  // namespace consort
