// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/BearerToken.h"

std::optional<QString> bearerToken(const HttpRequest &request)
{
    const QByteArray value = request.headers.value("Authorization");
    constexpr QByteArrayView scheme("Bearer ");
    if (value.size() <= scheme.size() || scheme.compare(value.first(scheme.size()), Qt::CaseInsensitive) != 0)
        return std::nullopt;
    return QString::fromLatin1(value.sliced(scheme.size()));
}
