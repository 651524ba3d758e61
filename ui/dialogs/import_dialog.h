#pragma once
// How a dataset is read: schema, columns, answer words, template and limits, with its rows as they would become.
#include <QDialog>

#include "ui/workbench.h"

namespace consort {

class OptionsForm;
class RowPreviewPane;

class ImportDialog : public QDialog {
    Q_OBJECT
public:
    ImportDialog(Workbench& workbench, const Value& card, QWidget* parent = nullptr);
    /// The options that are set, those that were taken back as null.
    Value changes() const;
    OptionsForm* form() const { return form_; }
    RowPreviewPane* preview() const { return preview_; }

private:
    Value before_;
    OptionsForm* form_;
    RowPreviewPane* preview_;
    class InlineBar* bar_;
};

}  // namespace consort
