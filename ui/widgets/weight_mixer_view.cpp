#include "ui/widgets/weight_mixer_view.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QSlider>
#include <numeric>

#include "ui/theme/group_ink.h"
#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"

namespace consort {
namespace {

class GroupMark : public QWidget {
public:
    explicit GroupMark(int group) : group_(group) { setFixedSize(theme().u(6), theme().u(6)); }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        drawGroupChip(painter, QRectF(rect()).adjusted(1, 1, -1, -1), group_);
    }

private:
    int group_;
};

}  // namespace

WeightFaders::WeightFaders(QWidget* parent) : QWidget(parent), row_(new QHBoxLayout(this)) { row_->setContentsMargins(0, 0, 0, 0); }

void WeightFaders::setMembers(const QStringList& names) {
    if (names == names_) return;
    names_ = names;
    while (QLayoutItem* item = row_->takeAt(0)) {
        if (item->widget()) item->widget()->deleteLater();
        delete item;
    }
    faders_.clear();
    numbers_.clear();
    notes_.clear();
    for (int k = 0; k < names.size(); ++k) addStrip(k);
    row_->addStretch(1);
}

void WeightFaders::addStrip(int member) {
    auto* strip = new QWidget;
    auto* column = new QVBoxLayout(strip);
    column->setContentsMargins(0, 0, 0, 0);
    auto* fader = new QSlider(Qt::Vertical);
    fader->setRange(0, 100);
    fader->setPageStep(10);
    fader->setAccessibleName(tr("Weight of %1").arg(names_[member]));
    fader->setMinimumHeight(theme().u(24));
    QLabel* number = textLabel({}, {}, [] { return theme().strong(); });
    QLabel* note = textLabel({}, QStringLiteral("text2"), [] { return theme().small(); });
    for (QLabel* label : {number, note}) label->setAlignment(Qt::AlignCenter);
    keepWidth(number, 10, 0);
    note->hide();
    column->addWidget(new GroupMark(member), 0, Qt::AlignHCenter);
    column->addWidget(fader, 1, Qt::AlignHCenter);
    column->addWidget(number);
    column->addWidget(note);
    row_->addWidget(strip);
    faders_.push_back(fader);
    numbers_.push_back(number);
    notes_.push_back(note);
    connect(fader, &QSlider::valueChanged, this, [this, fader] {
        if (filling_) return;
        showNumbers();
        Q_EMIT moved();
        if (!fader->isSliderDown()) Q_EMIT released();
    });
    connect(fader, &QSlider::sliderReleased, this, &WeightFaders::released);
}

void WeightFaders::setWeights(const std::vector<double>& weights) {
    filling_ = true;
    for (std::size_t k = 0; k < faders_.size() && k < weights.size(); ++k) {
        if (!faders_[k]->isSliderDown()) faders_[k]->setValue(static_cast<int>(weights[k] * 100 + 0.5));
    }
    filling_ = false;
    showNumbers();
}

std::vector<double> WeightFaders::weights() const {
    std::vector<double> weights;
    for (const QSlider* fader : faders_) weights.push_back(fader->value());
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    for (double& weight : weights) weight = sum > 0 ? weight / sum : 1.0 / static_cast<double>(weights.size());
    return weights;
}

void WeightFaders::setNotes(const QStringList& notes, const QStringList& tips) {
    for (std::size_t k = 0; k < notes_.size(); ++k) {
        const auto at = static_cast<qsizetype>(k);
        notes_[k]->setText(notes.value(at));
        notes_[k]->setVisible(!notes.value(at).isEmpty());
        for (QWidget* part : {static_cast<QWidget*>(notes_[k]), static_cast<QWidget*>(numbers_[k]), static_cast<QWidget*>(faders_[k])}) part->setToolTip(tips.value(at));
        faders_[k]->setAccessibleDescription(tips.value(at));
    }
}

void WeightFaders::showNumbers() {
    const auto now = weights();
    for (std::size_t k = 0; k < numbers_.size(); ++k) numbers_[k]->setText(QLocale().toString(now[k], 'f', 2));
}

}  // namespace consort
