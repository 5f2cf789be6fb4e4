// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/input/HistoryQuery.h"

#include <QStringList>
#include <algorithm>

namespace {

constexpr qsizetype shortestNumber = 4; ///< digits
constexpr qsizetype longestYuan = 8; ///< digits: Money's range

bool isDigits(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// From a moment as far as it is typed: its first second of the day, and how many it covers.
struct Span
{
    int from = -1; ///< -1: there is no such time
    int seconds = 0;
};

/// "10" with two digits, or fewer with what may follow: "4" is 40 to 49.
Span partOf(const QString &text, int most, int unit)
{
    if (text.isEmpty())
        return {0, most * unit};
    if (!isDigits(text) || text.size() > 2)
        return {};
    const int value = text.toInt() * (text.size() == 1 ? 10 : 1);
    return value < most ? Span{value * unit, text.size() == 1 ? 10 * unit : unit} : Span{};
}

Span spanOf(const QString &text)
{
    const QStringList parts = text.split(u':');
    const QString hour = parts.value(0);
    if (parts.size() < 2 || parts.size() > 3 || hour.isEmpty() || hour.size() > 2 || !isDigits(hour)
        || hour.toInt() > 23)
        return {};
    const bool isMinute = parts[1].size() == 2;
    const Span minutes = partOf(parts[1], 60, 60);
    const Span seconds = parts.size() == 3 && isMinute ? partOf(parts[2], 60, 1) : Span{0, minutes.seconds};
    if (minutes.from < 0 || seconds.from < 0 || (parts.size() == 3 && !isMinute))
        return {};
    return {hour.toInt() * 3600 + minutes.from + seconds.from, seconds.seconds};
}

} // namespace

HistoryQuery HistoryQuery::typed(const QString &text)
{
    HistoryQuery query;
    if (text.isEmpty())
        return query;
    query.m_kind = Kind::NotUnderstood;
    if (text.size() > longest)
        return query;
    if (text.contains(u':'))
        return timeOf(text);
    if (text.startsWith(u'¥'))
        return amountOf(text.mid(1));
    if (isDigits(text) && text.size() >= shortestNumber) {
        query.m_kind = Kind::Number;
        query.m_number = text;
        return query;
    }
    return amountOf(text);
}

HistoryQuery HistoryQuery::scanned(const QString &text)
{
    HistoryQuery query;
    if (isPaymentCode(text)) {
        query.m_kind = Kind::PaymentCode;
        return query;
    }
    const bool isNumber =
        text.size() >= shortestNumber && text.size() <= longest && std::all_of(text.begin(), text.end(), [](QChar c) {
            return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_'
                   || c == u'-' || c == u'|' || c == u'*';
        });
    query.m_kind = isNumber ? Kind::Number : Kind::NotUnderstood;
    query.m_number = isNumber ? text : QString();
    return query;
}

bool HistoryQuery::isPaymentCode(const QString &text)
{
    const int head = text.left(2).toInt();
    return text.size() == 18 && isDigits(text) && head >= 10 && head <= 15;
}

HistoryQuery HistoryQuery::amountOf(QString yuan)
{
    HistoryQuery query;
    query.m_kind = yuan.isEmpty() || yuan == QLatin1String(".") ? Kind::Unfinished : Kind::NotUnderstood;
    const auto point = yuan.indexOf(u'.');
    const QString cents = point < 0 ? QString() : yuan.mid(point + 1);
    if (point >= 0)
        yuan.truncate(point);
    if (query.m_kind == Kind::Unfinished || yuan.size() > longestYuan || cents.size() > 2 || !isDigits(yuan)
        || !isDigits(cents))
        return query;
    const auto amount = Money::fromFen(yuan.toLongLong() * 100 + cents.leftJustified(2, u'0').toLongLong());
    if (!amount)
        return query;
    query.m_kind = Kind::Amount;
    query.m_amount = *amount;
    return query;
}

HistoryQuery HistoryQuery::timeOf(const QString &text)
{
    HistoryQuery query;
    query.m_kind = Kind::NotUnderstood;
    const QStringList ends = text.split(u'-');
    const Span first = spanOf(ends[0]);
    if (ends.size() > 2 || first.from < 0)
        return query;
    Span last = first;
    if (ends.size() == 2 && !ends[1].contains(u':')) {
        const bool mayBecome = ends[1].size() <= 2 && isDigits(ends[1]) && ends[1].toInt() <= 23;
        query.m_kind = mayBecome ? Kind::Unfinished : Kind::NotUnderstood;
        return query;
    }
    if (ends.size() == 2)
        last = spanOf(ends[1]);
    if (last.from < first.from)
        return query;
    query.m_kind = Kind::Time;
    query.m_from = QTime::fromMSecsSinceStartOfDay(first.from * 1000);
    query.m_seconds = last.from + last.seconds - first.from;
    return query;
}
