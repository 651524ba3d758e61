#include "ui/panels/row_preview_pane.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QTextCursor>
#include <QTextEdit>

#include "ui/models/cell_table.h"
#include "ui/number_format.h"
#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/table_view.h"

namespace consort {
namespace {

QString shown(QString piece) {
    piece.replace(QLatin1Char('\n'), QStringLiteral("↵")).replace(QLatin1Char('\t'), QStringLiteral("⇥"));
    if (piece.startsWith(QLatin1Char(' '))) piece.replace(0, 1, QStringLiteral("␣"));
    return piece;
}

}  // namespace

RowPreviewPane::RowPreviewPane(Workbench& workbench, QWidget* parent)
    : QWidget(parent), workbench_(workbench), head_(new SectionHead(tr("Preview"))), text_(new QTextEdit),
      tokens_(new CellTableModel({{tr("Token")}, {tr("Id"), Qt::AlignRight}, {tr("Loss")}}, this)), tokenTable_(new TableView(tokens_, tr("Tokens of the row"))) {
    text_->setReadOnly(true);
    text_->setFrameShape(QFrame::NoFrame);
    text_->setAccessibleName(tr("Row as the model sees it"));
    text_->setTabChangesFocus(true);
    tokenTable_->setColumnUnits({0, 20, 14});
    keepWidth(tokenTable_, 62, 62);
    auto* split = new QComboBox;
    split->setAccessibleName(tr("Split shown"));
    const QString names[] = {tr("Train"), tr("Valid"), tr("Test")};
    for (const QString& name : names) split->addItem(name);
    QToolButton *back = toolButton(QStringLiteral("up"), tr("Row before")), *next = toolButton(QStringLiteral("down"), tr("Next row"));
    back->setShortcut(QKeySequence(QStringLiteral("Alt+Up")));
    next->setShortcut(QKeySequence(QStringLiteral("Alt+Down")));
    for (QWidget* widget : std::initializer_list<QWidget*>{split, back, next}) head_->add(widget);
    auto* body = new QHBoxLayout;
    body->setSpacing(0);
    body->addWidget(text_, 1);
    body->addWidget(ruler(Qt::Vertical));
    body->addWidget(tokenTable_);
    auto* column = plainColumn(this);
    column->addWidget(head_);
    column->addLayout(body, 1);
    connect(back, &QToolButton::clicked, this, [this] { step(-1); });
    connect(next, &QToolButton::clicked, this, [this] { step(1); });
    connect(split, &QComboBox::currentIndexChanged, this, [this](int at) {
        split_ = static_cast<Split>(at);
        index_ = 0;
        ask();
    });
}

void RowPreviewPane::showDataset(const QString& name) {
    if (name == dataset_ || name.isEmpty()) return;
    dataset_ = name;
    index_ = 0;
    ask();
}

void RowPreviewPane::step(int rows) {
    index_ = std::max<std::int64_t>(0, index_ + rows);
    ask();
}

void RowPreviewPane::ask() {
    if (dataset_.isEmpty()) return;
    const Reply<RowPreview> reply{this, [this](const RowPreview& preview) { show(preview); }};
    if (changes_) workbench_.previewReimport(dataset_, *changes_, split_, index_, reply);
    else workbench_.previewRow(dataset_, split_, index_, reply);
}

void RowPreviewPane::showChanges(const Value& changes) {
    changes_ = changes;
    ask();
}

void RowPreviewPane::show(const RowPreview& preview) {
    index_ = preview.index;
    const auto kept = static_cast<std::int64_t>(preview.tokens.size()) - preview.cutTokens;
    QString sub = tr("%1, row %2 of %3, %4 tokens").arg(dataset_, countText(preview.index + 1), countText(preview.count), countText(kept));
    if (preview.cutTokens > 0) sub += tr(", %1 cut").arg(countText(preview.cutTokens));
    head_->setSub(preview.count > 0 ? sub : tr("%1 has no rows in this split").arg(dataset_));
    paintText(preview);
    QVector<CellRow> rows;
    for (std::size_t k = 0; k < preview.tokens.size(); ++k) {
        const PreviewToken& token = preview.tokens[k];
        Cell piece{shown(QString::fromStdString(token.text))}, id{QString::number(token.id)}, loss;
        if (!token.trained) piece.ink = id.ink = QStringLiteral("text2");
        if (token.trained) loss = Cell{.text = {}, .ink = QStringLiteral("ok"), .icon = QStringLiteral("check"), .tip = tr("The loss counts this token")};
        if (token.cut) loss = Cell{.text = tr("cut"), .ink = QStringLiteral("warn")};
        rows.push_back({QString::number(k), {piece, id, loss}});
    }
    tokens_->setRows(rows);
    if (!rows.isEmpty()) tokenTable_->scrollToBottom();
}

void RowPreviewPane::paintText(const RowPreview& preview) {
    text_->clear();
    text_->setFont(theme().code());
    QTextCursor cursor(text_->document());
    for (const PreviewToken& token : preview.tokens) {
        QTextCharFormat format;
        format.setForeground(token.trained ? inks().trained : inks().text);
        if (token.trained) format.setBackground(inks().trainedBack);
        if (token.cut) {
            format.setBackground(inks().cutBack);
            format.setFontStrikeOut(true);
        }
        cursor.insertText(QString::fromStdString(token.text), format);
    }
    text_->setAccessibleDescription(text_->toPlainText().left(400));
}

QString RowPreviewPane::shownText() const { return text_->toPlainText(); }

}  // namespace consort
