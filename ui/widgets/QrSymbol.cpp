// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/QrSymbol.h"

#include <qrcodegen/qrcodegen.hpp>

QrSymbol QrSymbol::of(const QString &text)
{
    QrSymbol symbol;
    const QByteArray bytes = text.toUtf8();
    if (bytes.isEmpty() || bytes.size() > maxBytes)
        return symbol;
    const auto code = qrcodegen::QrCode::encodeText(bytes.constData(), qrcodegen::QrCode::Ecc::MEDIUM);
    symbol.m_modules = QImage(code.getSize(), code.getSize(), QImage::Format_RGB32);
    for (int y = 0; y < code.getSize(); ++y)
        for (int x = 0; x < code.getSize(); ++x)
            symbol.m_modules.setPixel(x, y, code.getModule(x, y) ? 0xFF000000U : 0xFFFFFFFFU);
    return symbol;
}

QImage QrSymbol::image(int pixelsPerModule) const
{
    const int side = sizeWithBorder() * pixelsPerModule;
    QImage image(side, side, QImage::Format_RGB32);
    image.fill(Qt::white);
    for (int y = 0; y < size() * pixelsPerModule; ++y) {
        const auto *from = reinterpret_cast<const QRgb *>(m_modules.constScanLine(y / pixelsPerModule));
        auto *to = reinterpret_cast<QRgb *>(image.scanLine(y + borderModules * pixelsPerModule))
                   + borderModules * pixelsPerModule;
        for (int x = 0; x < size() * pixelsPerModule; ++x)
            to[x] = from[x / pixelsPerModule];
    }
    return image;
}
