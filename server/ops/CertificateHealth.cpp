// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ops/CertificateHealth.h"

#include <QDateTime>

PartState CertificateHealth::look(const QDateTime &notAfter, const QDateTime &now)
{
    const QJsonObject more{{"not_after", notAfter.toUTC().toString(Qt::ISODate)}};
    if (now > notAfter)
        return {false, QStringLiteral("over"), more};
    return {true, notAfter < now.addDays(soonDays) ? QStringLiteral("ends_soon") : QStringLiteral("valid"), more};
}
