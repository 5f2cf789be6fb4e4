// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/Gb18030.h"

#define WIN32_LEAN_AND_MEAN
#include <windows.h>

/// Qt for Windows is without ICU, and asks Windows; where that is without the whole, there is GBK, the most of it.
std::optional<QString> fromGb18030(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return QString();
    constexpr UINT gb18030 = 54936;
    constexpr UINT gbk = 936;
    for (const UINT page : {gb18030, gbk}) {
        const auto decode = [&](wchar_t *into, int room) {
            return MultiByteToWideChar(page, MB_ERR_INVALID_CHARS, bytes.constData(), int(bytes.size()), into, room);
        };
        const int length = decode(nullptr, 0);
        if (length > 0) {
            QString text(length, Qt::Uninitialized);
            decode(reinterpret_cast<wchar_t *>(text.data()), length);
            return text;
        }
        if (GetLastError() == ERROR_NO_UNICODE_TRANSLATION)
            return std::nullopt;
    }
    return std::nullopt;
}
