// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/crypto/Base64.h"

std::optional<QByteArray> strictBase64(const QByteArray &text)
{
    auto decoded = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    // Qt's decoder forgives missing padding and loose bits; writing it again does not.
    if (!decoded || decoded.decoded.toBase64() != text)
        return std::nullopt;
    return std::move(decoded.decoded);
}
