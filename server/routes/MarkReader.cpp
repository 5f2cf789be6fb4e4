// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/MarkReader.h"

#include <QJsonArray>

namespace {

constexpr qsizetype mostMarks = 32;
constexpr qint64 oldestMs = 86'400'000;
constexpr qint64 aheadMs = 600'000;

Result<OrderMark> readMark(QJsonObject json, const OutTradeNo &number, const QDateTime &now)
{
    const auto at = QDateTime::fromString(json.take(QLatin1String("at")).toString(), Qt::ISODateWithMs);
    if (!at.isValid() || at.timeSpec() == Qt::LocalTime)
        return wrongInput("at must be an RFC 3339 time with an offset");
    const qint64 agoMs = at.msecsTo(now);
    if (agoMs > oldestMs || agoMs < -aheadMs)
        return wrongInput("at must be within the last day");
    const QString what = json.take(QLatin1String("what")).toString();
    if (!OrderMark::isName(what))
        return wrongInput("what must be 1 to 32 of a-z and _");
    const auto detail = MarkDetail::fromJson(json);
    if (!detail)
        return detail.error();
    return OrderMark{.number = number, .at = at, .source = QStringLiteral("till"), .what = what, .detail = *detail};
}

} // namespace

Result<QList<OrderMark>> readMarks(const QJsonObject &body, const OutTradeNo &number, const QDateTime &now)
{
    const QJsonArray listed = body["marks"].toArray();
    if (listed.isEmpty() || listed.size() > mostMarks)
        return wrongInput("marks must be a list of 1 to 32");
    QList<OrderMark> marks;
    for (const QJsonValue one : listed) {
        const auto mark = readMark(one.toObject(), number, now);
        if (!mark)
            return mark.error();
        marks.append(*mark);
    }
    return marks;
}
