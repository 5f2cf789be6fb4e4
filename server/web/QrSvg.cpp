// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/web/QrSvg.h"

#include <qrcodegen/qrcodegen.hpp>

namespace {

constexpr int border = 4; ///< modules, as the standard asks for
constexpr int pixelsPerModule = 6;

/// The dark runs of a row, one rectangle each.
QString rowPath(const qrcodegen::QrCode &code, int y)
{
    QString path;
    for (int x = 0, begin = -1; x <= code.getSize(); ++x) {
        const bool dark = x < code.getSize() && code.getModule(x, y);
        if (dark && begin < 0)
            begin = x;
        if (!dark && begin >= 0)
            path += QStringLiteral("M%1 %2h%3v1h-%3z")
                        .arg(begin + border)
                        .arg(y + border)
                        .arg(x - std::exchange(begin, -1));
    }
    return path;
}

} // namespace

QString qrSvg(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    if (bytes.isEmpty() || bytes.size() > maxQrBytes)
        return {};
    const auto code = qrcodegen::QrCode::encodeText(bytes.constData(), qrcodegen::QrCode::Ecc::MEDIUM);
    const int side = code.getSize() + 2 * border;
    QString path;
    for (int y = 0; y < code.getSize(); ++y)
        path += rowPath(code, y);
    return QStringLiteral("<svg id=\"qr\" xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"%1\" height=\"%1\" "
                          "viewBox=\"0 0 %2 %2\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" "
                          "d=\"M0 0h%2v%2h-%2z\"/><path fill=\"#000\" d=\"%3\"/></svg>")
        .arg(side * pixelsPerModule)
        .arg(side)
        .arg(path);
}
