#pragma once
// The offline manual: pages of resources/manual in a window of their own.
#include <QDialog>

class QTextBrowser;

namespace consort {

class HelpViewer : public QDialog {
    Q_OBJECT
public:
    explicit HelpViewer(QWidget* parent = nullptr);
    /// page: "index", "affinity", …; "affinity#gain" goes to an anchor.
    void showPage(const QString& page);
    static HelpViewer* open(QWidget* parent, const QString& page);

private:
    QTextBrowser* view_;
};

}  // namespace consort
