// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>

/// The modules of a QR code, error correction level M, without a border.
class QrSymbol
{
public:
    static constexpr int borderModules = 4; ///< the white quiet zone a scanner needs on each side
    static constexpr int maxBytes = 512; ///< code URLs are about 40; level M would hold 2331

    /// Empty for an empty or overlong text.
    static QrSymbol of(const QString &text);

    bool isEmpty() const { return m_modules.isNull(); }
    int size() const { return m_modules.width(); } ///< modules on a side
    int sizeWithBorder() const { return size() + 2 * borderModules; }
    /// Black on white with its quiet zone, so many pixels to a module.
    QImage image(int pixelsPerModule) const;

private:
    QImage m_modules;
};
