// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/OrderMark.h"

#include "server/domain/Json.h"

namespace {

constexpr qsizetype longestWord = 32;
constexpr qint64 longestMs = 86'400'000;

Error wrongMember(const QString &member)
{
    return {ErrorCode::InvalidInput, QStringLiteral("unknown or impossible: %1").arg(member)};
}

bool isOf(const QString &text, char16_t first, char16_t last)
{
    return !text.isEmpty() && text.size() <= longestWord
           && std::all_of(text.begin(), text.end(), [=](QChar c) { return c == u'_' || (c >= first && c <= last); });
}

/// The member's number, or less than least where it has none that fits.
qint64 numberOf(const QJsonValue &value, qint64 least, qint64 most)
{
    const qint64 number = value.toInteger(least - 1);
    return number > most ? least - 1 : number;
}

} // namespace

QJsonObject MarkDetail::toJson() const
{
    QJsonObject json;
    if (tookMs >= 0)
        json["took_ms"] = tookMs;
    if (!outcome.isEmpty())
        json["outcome"] = outcome;
    if (count > 1) {
        json["count"] = count;
        json["last_at"] = Json::fromTime(lastAt);
    }
    if (seq > 0)
        json["seq"] = seq;
    return json;
}

Result<MarkDetail> MarkDetail::fromJson(const QJsonObject &json)
{
    static const QStringList known{"took_ms", "outcome", "count", "last_at", "seq"};
    for (const QString &member : json.keys()) {
        if (!known.contains(member))
            return wrongMember(member.left(longestWord));
    }
    MarkDetail detail;
    if (json.contains(QLatin1String("took_ms")) && (detail.tookMs = numberOf(json["took_ms"], 0, longestMs)) < 0)
        return wrongMember(QStringLiteral("took_ms"));
    if (json.contains(QLatin1String("outcome")) && !OrderMark::isWord(detail.outcome = json["outcome"].toString()))
        return wrongMember(QStringLiteral("outcome"));
    if (json.contains(QLatin1String("count")) && (detail.count = int(numberOf(json["count"], 1, mostCount))) < 1)
        return wrongMember(QStringLiteral("count"));
    if (json.contains(QLatin1String("seq")) && (detail.seq = numberOf(json["seq"], 1, mostCount)) < 1)
        return wrongMember(QStringLiteral("seq"));
    if (json.contains(QLatin1String("last_at"))) {
        detail.lastAt = QDateTime::fromString(json["last_at"].toString(), Qt::ISODateWithMs);
        if (!detail.lastAt.isValid())
            return wrongMember(QStringLiteral("last_at"));
    }
    return detail;
}

bool OrderMark::isWord(const QString &text)
{
    return isOf(text, u'a', u'z') || isOf(text, u'A', u'Z');
}

bool OrderMark::isName(const QString &text)
{
    return isOf(text, u'a', u'z');
}
