#pragma once
// Faders for the members' weights of one dataset.
#include <QWidget>

class QSlider;
class QLabel;
class QHBoxLayout;

namespace consort {

/// Emits at every move; weights are shares of 1 after normalising.
class WeightFaders : public QWidget {
    Q_OBJECT
public:
    explicit WeightFaders(QWidget* parent = nullptr);
    /// One fader a member; `names` are said by a screen reader.
    void setMembers(const QStringList& names);
    void setWeights(const std::vector<double>& weights);
    std::vector<double> weights() const;
    /// A word below each number, and what it means; empty: none.
    void setNotes(const QStringList& notes, const QStringList& tips);
    const std::vector<QSlider*>& faders() const { return faders_; }

Q_SIGNALS:
    void moved();      ///< while a fader is dragged
    void released();   ///< a move has ended

private:
    void addStrip(int member);
    void showNumbers();
    QHBoxLayout* row_;
    std::vector<QSlider*> faders_;
    std::vector<QLabel*> numbers_, notes_;
    QStringList names_;
    bool filling_ = false;
};

}  // namespace consort
