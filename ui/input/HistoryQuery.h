// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Money.h"

#include <QString>
#include <QTime>

/// What the search line of the orders means, as far as it has been typed. Pure: text goes in, Money and QTime come out.
///
/// Four digits and more are the end of a number, up to three are an amount; `36.5`, `1200.` and `¥1200` are amounts;
/// `10:42` is that minute, `10:42-11:00` from the one to the end of the other, `10:` the hour, `10:4` its ten minutes,
/// `10:42:07` the second. A customer's bill that is scanned is a whole number.
class HistoryQuery
{
public:
    enum class Kind {
        Everything, ///< nothing is typed
        Number,
        Amount,
        Time, ///< from, before
        Unfinished, ///< so far it is none of these, but may yet become one
        PaymentCode, ///< 18 digits from 10 to 15 in a scan: whoever knows it can be paid with it
        NotUnderstood,
    };
    static constexpr qsizetype longest = 64;

    static HistoryQuery typed(const QString &text);
    static HistoryQuery scanned(const QString &text);
    /// Eighteen digits that begin with 10 to 15.
    static bool isPaymentCode(const QString &text);

    Kind kind() const { return m_kind; }
    const QString &number() const { return m_number; }
    Money amount() const { return m_amount; }
    QTime from() const { return m_from; }
    int seconds() const { return m_seconds; } ///< of the span that begins at from()

private:
    static HistoryQuery amountOf(QString yuan);
    static HistoryQuery timeOf(const QString &text);

    Kind m_kind = Kind::Everything;
    QString m_number;
    Money m_amount;
    QTime m_from;
    int m_seconds = 0;
};
