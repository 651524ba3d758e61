#pragma once
// The Project dock: the tree, with a filter over it.
#include <QWidget>

#include "core/pipeline/project_snapshot.h"

class QSortFilterProxyModel;
class QTreeView;

namespace consort {

class ProjectTreeModel;

class ProjectTree : public QWidget {
    Q_OBJECT
public:
    explicit ProjectTree(QWidget* parent = nullptr);
    void setSnapshot(const ProjectSnapshot* snapshot);
    ProjectTreeModel* model() const { return model_; }
    QTreeView* view() const { return view_; }

Q_SIGNALS:
    /// section: "data", "groups", …; object: a dataset's name, a run's id, a folder.
    void chosen(const QString& section, const QString& object);
    void addWanted();

private:
    ProjectTreeModel* model_;
    QSortFilterProxyModel* proxy_;
    QTreeView* view_;
};

}  // namespace consort
