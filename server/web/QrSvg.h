// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// A QR code as inline SVG with the id "qr": error correction M, whole modules of 6 CSS pixels, black on white with a
/// border of four modules. Empty for a text that is empty or longer than maxQrBytes of UTF-8.
QString qrSvg(const QString &text);

constexpr int maxQrBytes = 512;
