// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QRectF>
#include <QString>

/// Reads the one QR code in a picture the way a phone would; the only user of ZXing, whose API changed between 1.4
/// and 2.
class QrReader
{
public:
    struct Reading
    {
        QString text; ///< empty when there is no readable code
        QRectF where; ///< of the modules, without the quiet zone
    };
    static Reading read(const QImage &picture);
};
