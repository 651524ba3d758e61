#include "ui/dialogs/command_palette.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

#include "ui/commands.h"
#include "ui/models/cell_table.h"
#include "ui/models/project_tree_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/table_view.h"

namespace consort {

CommandPalette::CommandPalette(Commands& commands, const ProjectSnapshot* snapshot, QWidget* parent)
    : QDialog(parent, Qt::Popup), commands_(commands), snapshot_(snapshot), line_(new QLineEdit),
      model_(new CellTableModel({{tr("Command")}, {tr("Keys"), Qt::AlignRight}}, this)), table_(new TableView(model_, tr("Commands and objects"))) {
    setAccessibleName(tr("Command palette"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme().u(2), theme().u(2), theme().u(2), theme().u(2));
    line_->setPlaceholderText(tr("Type a command or the name of a dataset, group or run"));
    line_->setAccessibleName(tr("Search commands and objects"));
    line_->installEventFilter(this);
    table_->horizontalHeader()->hide();
    table_->setColumnUnits({0, 40});
    table_->setFocusPolicy(Qt::NoFocus);
    column->addWidget(line_);
    column->addWidget(table_, 1);
    connect(line_, &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(table_, &QTableView::clicked, this, [this](const QModelIndex& index) { choose(index.data(CellTableModel::KeyRole).toString()); });
    resize(theme().u(120), theme().u(90));
    if (parent) move(parent->mapToGlobal(QPoint((parent->width() - width()) / 2, theme().u(22))));
    search({});
    line_->setFocus();
}

void CommandPalette::search(const QString& text) {
    QVector<CellRow> rows;
    const auto matches = [&](const QString& name) { return text.isEmpty() || name.contains(text, Qt::CaseInsensitive); };
    for (QAction* action : commands_.all()) {
        if (!matches(plainText(*action)) || action->objectName() == QLatin1String("tools.palette")) continue;
        Cell name{plainText(*action)}, keys{action->shortcut().toString(QKeySequence::NativeText)};
        name.ink = action->isEnabled() ? QString() : QStringLiteral("text2");
        keys.ink = QStringLiteral("text2");
        rows.push_back({QStringLiteral("command/") + action->objectName(), {name, keys}});
    }
    ProjectTreeModel tree;
    tree.setSnapshot(snapshot_);
    for (int s = 0; s < tree.rowCount(); ++s) {
        const QModelIndex parent = tree.index(s, 0);
        for (int r = 0; r < tree.rowCount(parent); ++r) {
            const QModelIndex leaf = tree.index(r, 0, parent);
            if (text.isEmpty() || !matches(leaf.data().toString())) continue;
            Cell name{leaf.data().toString()}, kind{parent.data().toString()};
            name.group = leaf.data(ProjectTreeModel::GroupRole).toInt();
            kind.ink = QStringLiteral("text2");
            rows.push_back({QStringLiteral("%1/%2").arg(leaf.data(ProjectTreeModel::SectionRole).toString(), leaf.data(ProjectTreeModel::ObjectRole).toString()), {name, kind}});
        }
    }
    model_->setRows(rows);
    if (!rows.isEmpty()) table_->selectKey(rows.first().key);
}

void CommandPalette::choose(const QString& key) {
    if (key.isEmpty()) return;
    const int slash = static_cast<int>(key.indexOf(QLatin1Char('/')));
    section_ = key.left(slash);
    object_ = key.mid(slash + 1);
    if (section_ == QLatin1String("command")) action_ = object_;
    accept();
}

QAction* CommandPalette::chosenAction() const { return action_.isEmpty() ? nullptr : commands_.action(action_); }

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress) return QDialog::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    const int row = table_->currentIndex().row(), step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
    if (step != 0) {
        const QModelIndex next = table_->model()->index(row + step, 0);
        if (next.isValid()) table_->setCurrentIndex(next);
        return true;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        choose(table_->currentKey());
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

}  // namespace consort
