// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/QrReader.h"

#include <ZXing/ReadBarcode.h>

QrReader::Reading QrReader::read(const QImage &picture)
{
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    const ZXing::ImageView view(grey.constBits(), grey.width(), grey.height(), ZXing::ImageFormat::Lum,
                                int(grey.bytesPerLine()));
#if __has_include(<ZXing/ReaderOptions.h>)
    ZXing::ReaderOptions options;
#else
    ZXing::DecodeHints options;
#endif
    options.setFormats(ZXing::BarcodeFormat::QRCode);
    const auto result = ZXing::ReadBarcode(view, options);
    if (!result.isValid())
        return {};
    const auto corners = result.position();
    return {QString::fromStdString(result.text()), QRectF(QPointF(corners.topLeft().x, corners.topLeft().y),
                                                          QPointF(corners.bottomRight().x, corners.bottomRight().y))};
}
