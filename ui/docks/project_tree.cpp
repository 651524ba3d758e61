#include "ui/docks/project_tree.h"

#include <QLineEdit>
#include <QPainter>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

#include "ui/models/project_tree_model.h"
#include "ui/theme/group_ink.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/cell_delegate.h"

namespace consort {
namespace {

class TreeDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const bool section = !index.parent().isValid();
        if (option.state & QStyle::State_Selected) painter->fillRect(option.rect, inks().selected);
        else if (option.state & QStyle::State_MouseOver) painter->fillRect(option.rect, inks().hover);
        QRectF place = QRectF(option.rect).adjusted(theme().u(), 0, -theme().u(2.5), 0);
        const double side = theme().u(4);
        const QRectF square(place.left(), place.center().y() - side / 2, side, side);
        const int group = index.data(ProjectTreeModel::GroupRole).toInt();
        const QString icon = index.data(ProjectTreeModel::IconRole).toString();
        if (!section) {
            if (group >= 0) drawGroupChip(*painter, square, group);
            else drawIcon(*painter, icon, inkNamed(index.data(ProjectTreeModel::InkRole).toString()), square);
            place.setLeft(place.left() + side + theme().u(1.5));
        }
        if (!section && group >= 0 && hasIcon(icon)) {
            drawIcon(*painter, icon, inkNamed(index.data(ProjectTreeModel::InkRole).toString()), QRectF(place.right() - side, square.top(), side, side));
            place.setRight(place.right() - side - theme().u());
        }
        painter->setFont(theme().small());
        painter->setPen(inks().text2);
        const QString note = index.data(ProjectTreeModel::NoteRole).toString();
        painter->drawText(place, Qt::AlignRight | Qt::AlignVCenter, note);
        place.setRight(place.right() - QFontMetricsF(theme().small()).horizontalAdvance(note) - theme().u());
        painter->setFont(section ? theme().strong() : theme().body());
        painter->setPen(inks().text);
        painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter, QFontMetricsF(painter->font()).elidedText(index.data().toString(), Qt::ElideRight, place.width()));
        painter->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {theme().u(40), theme().u(6)}; }
};

}  // namespace

ProjectTree::ProjectTree(QWidget* parent) : QWidget(parent), model_(new ProjectTreeModel(this)), proxy_(new QSortFilterProxyModel(this)), view_(new QTreeView) {
    proxy_->setSourceModel(model_);
    proxy_->setRecursiveFilteringEnabled(true);
    proxy_->setFilterCaseSensitivity(Qt::CaseInsensitive);
    auto* filter = new QLineEdit;
    filter->setPlaceholderText(tr("Filter"));
    filter->setAccessibleName(tr("Filter the project"));
    filter->setClearButtonEnabled(true);
    view_->setModel(proxy_);
    view_->setHeaderHidden(true);
    view_->setAccessibleName(tr("Project"));
    view_->setProperty("sidebar", true);
    view_->setItemDelegate(new TreeDelegate(view_));
    view_->setIndentation(theme().u(4));
    view_->setMouseTracking(true);
    view_->setDragEnabled(true);
    view_->setFrameShape(QFrame::NoFrame);
    view_->expandAll();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme().u(2), theme().u(), theme().u(2), 0);
    column->addWidget(filter);
    column->addWidget(view_, 1);
    connect(filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        proxy_->setFilterFixedString(text);
        view_->expandAll();
    });
    connect(proxy_, &QAbstractItemModel::rowsInserted, this, [this] { view_->expandAll(); });
    const auto tell = [this](const QModelIndex& index) {
        if (index.isValid()) Q_EMIT chosen(index.data(ProjectTreeModel::SectionRole).toString(), index.data(ProjectTreeModel::ObjectRole).toString());
    };
    connect(view_, &QTreeView::clicked, this, tell);
    connect(view_, &QTreeView::activated, this, tell);
}

void ProjectTree::setSnapshot(const ProjectSnapshot* snapshot) { model_->setSnapshot(snapshot); }

}  // namespace consort
