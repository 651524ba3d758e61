#pragma once
// How the window writes numbers: the person's locale, true minus, units that people read (1.4 GB, 2 min 14 s, +2.7 points).
#include <QString>
#include <cstdint>

namespace consort {

inline const QString kMissing = QStringLiteral("–");

QString countText(std::int64_t count);                      ///< "7,467"
QString byteText(std::int64_t bytes);                       ///< "1.4 GB", "340 kB": decimal units
QString durationText(double seconds);                       ///< "2 min 14 s", "3.1 s", "4 h 12 min"
QString flopText(double flops);                             ///< "13.3 PFLOP"
QString lossText(double loss);                              ///< "0.282"; missing where not finite
QString percentText(double share, int decimals = 1);        ///< "88.9 %"; missing where not finite
QString percentNumber(double share);                        ///< "88.9"
QString signedText(double value, int decimals = 3);         ///< "+0.031", "−0.013"
QString pointsText(double share);                           ///< "+2.7 points" of a difference of shares
QString plusMinusText(double half, int decimals = 3);       ///< "± 0.006"
QString rateText(double perSecond, const QString& unit);    ///< "3,140 rows/s"
QString shortNumber(double value);                          ///< "1.1e-4", "0.44", "9,410"

}  // namespace consort
