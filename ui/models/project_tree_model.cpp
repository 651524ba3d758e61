#include "ui/models/project_tree_model.h"

#include <QFileInfo>
#include <QMimeData>
#include <algorithm>

#include "ui/number_format.h"
#include "ui/run_view.h"

namespace consort {
namespace {

constexpr const char* kDatasetType = "application/x-consort-dataset";

struct RunLook {
    const char *icon, *ink;
};

RunLook lookOf(const std::string& state) {
    if (state == "done" || state == "stopped_early") return {"done", "ok"};
    if (state == "running") return {"running", "accent"};
    if (state == "failed" || state == "diverged") return {"error", "error"};
    if (state == "interrupted" || state == "cancelled") return {"warning", "warn"};
    if (state == "paused") return {"pause", "text2"};
    return {"clock", "text2"};
}

}  // namespace

/// Every group's run and the one for all; those of single datasets together, in the state of the one that needs most attention.
void ProjectTreeModel::addRuns(std::vector<Leaf>& leaves, const ProjectSnapshot& snapshot) {
    std::vector<const RunView*> alone;
    const auto leafOf = [](const RunRecord& record, const QString& title, const QString& note) {
        const RunLook look = lookOf(record.state);
        return Leaf{title, note, QLatin1String(look.icon), QLatin1String(look.ink), QString::fromStdString(record.id), runName(record).group};
    };
    for (const RunView* run : plannedRuns(snapshot)) {
        if (run->record.kind == "per_dataset") alone.push_back(run);
        else leaves.push_back(leafOf(run->record, runName(run->record).text, {}));
    }
    if (alone.empty()) return;
    const auto open = std::find_if(alone.begin(), alone.end(), [](const RunView* run) { return !isFinished(run->record); });
    leaves.push_back(leafOf((open == alone.end() ? alone.front() : *open)->record, tr("One per dataset"), countText(static_cast<std::int64_t>(alone.size()))));
}

ProjectTreeModel::ProjectTreeModel(QObject* parent) : QAbstractItemModel(parent), sections_(sectionsOf(nullptr)) {}

std::vector<ProjectTreeModel::Section> ProjectTreeModel::sectionsOf(const ProjectSnapshot* s) const {
    std::vector<Section> sections = {{tr("Base model"), "model", {}, false}, {tr("Datasets"), "data", {}}, {tr("Groupings"), "groups", {}},
                                     {tr("Runs"), "train", {}},              {tr("Ensembles"), "evaluate", {}}, {tr("Exports"), "export", {}}};
    if (!s) return sections;
    sections[0].leaves.push_back({QString::fromStdString(s->model.name), QString::fromStdString(s->settings.quantize), QStringLiteral("model"), {}, QStringLiteral("model")});
    for (const Value& card : *s->datasets) {
        const QString name = QString::fromStdString(card.at("name").asString());
        const int group = s->groupOf(card.at("name").asString());
        const bool doubt = card.doubleOr("confidence", 1) < 0.8;
        sections[1].leaves.push_back({name, countText(card.at("rows").intOr("train", 0)), group >= 0 ? QString() : doubt ? QStringLiteral("warning") : QStringLiteral("dataset"),
                                      doubt ? QStringLiteral("warn") : QString(), name, group});
    }
    if (s->grouping) {
        sections[2].leaves.push_back({tr("%n groups, %1", nullptr, static_cast<int>(s->grouping->groups.size())).arg(QString::fromStdString(s->grouping->method)), {},
                                      QStringLiteral("groups"), {}, QStringLiteral("grouping")});
    }
    addRuns(sections[3].leaves, *s);
    if (s->combination) {
        sections[4].leaves.push_back({tr("%1, %n members", nullptr, static_cast<int>(s->combination->members.size())).arg(QString::fromStdString(s->combination->method)), {},
                                      QStringLiteral("sliders"), {}, QStringLiteral("ensemble")});
    }
    if (s->exports && s->exports->isList()) {
        for (const Value& one : s->exports->asList()) {
            const QString folder = QString::fromStdString(one.stringOr("folder", ""));
            sections[5].leaves.push_back({QFileInfo(folder).fileName(), {}, QStringLiteral("box"), {}, folder});
        }
    }
    return sections;
}

void ProjectTreeModel::setSnapshot(const ProjectSnapshot* snapshot) {
    std::vector<Section> fresh = sectionsOf(snapshot);
    for (std::size_t s = 0; s < fresh.size(); ++s) {
        const QModelIndex parent = index(static_cast<int>(s), 0);
        auto &now = sections_[s].leaves, &then = fresh[s].leaves;
        if (now == then) continue;
        if (now.size() == then.size()) {
            now = then;
            Q_EMIT dataChanged(index(0, 0, parent), index(static_cast<int>(now.size()) - 1, 0, parent));
        } else {
            if (!now.empty()) {
                beginRemoveRows(parent, 0, static_cast<int>(now.size()) - 1);
                now.clear();
                endRemoveRows();
            }
            if (!then.empty()) {
                beginInsertRows(parent, 0, static_cast<int>(then.size()) - 1);
                now = then;
                endInsertRows();
            }
        }
        Q_EMIT dataChanged(parent, parent);
    }
}

QModelIndex ProjectTreeModel::index(int row, int column, const QModelIndex& parent) const {
    if (column != 0 || row < 0) return {};
    if (!parent.isValid()) return row < static_cast<int>(sections_.size()) ? createIndex(row, 0, quintptr(0)) : QModelIndex();
    if (parent.internalId() != 0) return {};
    const auto& leaves = sections_[static_cast<std::size_t>(parent.row())].leaves;
    return row < static_cast<int>(leaves.size()) ? createIndex(row, 0, quintptr(parent.row() + 1)) : QModelIndex();
}

QModelIndex ProjectTreeModel::parent(const QModelIndex& index) const {
    if (!index.isValid() || index.internalId() == 0) return {};
    return createIndex(static_cast<int>(index.internalId()) - 1, 0, quintptr(0));
}

int ProjectTreeModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid()) return static_cast<int>(sections_.size());
    if (parent.internalId() != 0) return 0;
    return static_cast<int>(sections_[static_cast<std::size_t>(parent.row())].leaves.size());
}

int ProjectTreeModel::columnCount(const QModelIndex&) const { return 1; }

QVariant ProjectTreeModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    if (index.internalId() == 0) {
        const Section& section = sections_[static_cast<std::size_t>(index.row())];
        if (role == Qt::DisplayRole) return section.title;
        if (role == NoteRole) return section.counted ? countText(static_cast<std::int64_t>(section.leaves.size())) : QString();
        if (role == SectionRole) return section.id;
        return {};
    }
    const Leaf& leaf = sections_[index.internalId() - 1].leaves[static_cast<std::size_t>(index.row())];
    switch (role) {
        case Qt::DisplayRole: return leaf.text;
        case Qt::ToolTipRole: return leaf.object;
        case NoteRole: return leaf.note;
        case IconRole: return leaf.icon;
        case InkRole: return leaf.ink;
        case GroupRole: return leaf.group;
        case ObjectRole: return leaf.object;
        case SectionRole: return sections_[index.internalId() - 1].id;
        default: return {};
    }
}

Qt::ItemFlags ProjectTreeModel::flags(const QModelIndex& index) const {
    if (!index.isValid()) return Qt::NoItemFlags;
    if (index.internalId() == 0) return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    const bool dataset = sections_[index.internalId() - 1].id == QLatin1String("data");
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | (dataset ? Qt::ItemIsDragEnabled : Qt::NoItemFlags) | Qt::ItemNeverHasChildren;
}

QStringList ProjectTreeModel::mimeTypes() const { return {QLatin1String(kDatasetType)}; }

QMimeData* ProjectTreeModel::mimeData(const QModelIndexList& indexes) const {
    QStringList names;
    for (const QModelIndex& index : indexes) names << index.data(ObjectRole).toString();
    auto* data = new QMimeData;
    data->setData(QLatin1String(kDatasetType), names.join(QLatin1Char('\n')).toUtf8());
    return data;
}

QModelIndex ProjectTreeModel::find(const QString& object) const {
    for (int s = 0; s < rowCount(); ++s) {
        const QModelIndex parent = index(s, 0);
        for (int r = 0; r < rowCount(parent); ++r) {
            if (index(r, 0, parent).data(ObjectRole).toString() == object) return index(r, 0, parent);
        }
    }
    return {};
}

}  // namespace consort
