#pragma once
// The project as a tree: base model, datasets, groupings, runs, ensembles, exports.
#include <QAbstractItemModel>
#include <memory>
#include <vector>

#include "core/pipeline/project_snapshot.h"

namespace consort {

class ProjectTreeModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Role { NoteRole = Qt::UserRole + 1, IconRole, InkRole, GroupRole, ObjectRole, SectionRole };

    explicit ProjectTreeModel(QObject* parent = nullptr);
    void setSnapshot(const ProjectSnapshot* snapshot);

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    QStringList mimeTypes() const override;
    QModelIndex find(const QString& object) const;

private:
    struct Leaf {
        QString text, note, icon, ink, object;
        int group = -1;
        bool operator==(const Leaf&) const = default;
    };
    struct Section {
        QString title, id;
        std::vector<Leaf> leaves;
        bool counted = true;
    };
    static void addRuns(std::vector<Leaf>& leaves, const ProjectSnapshot& snapshot);
    std::vector<Section> sectionsOf(const ProjectSnapshot* snapshot) const;
    std::vector<Section> sections_;
};

}  // namespace consort
