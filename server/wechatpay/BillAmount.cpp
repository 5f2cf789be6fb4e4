// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/wechatpay/BillAmount.h"

#include <QStringView>
#include <algorithm>

namespace {

constexpr qsizetype maxDigits = 12; // of whole yuan: far above Money's range, far below an overflow
constexpr qsizetype feeDecimals = 5;

Error noAmount()
{
    return {ErrorCode::InvalidInput, QStringLiteral("the bill has an amount that is none")};
}

bool isDigits(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// Hundred-thousandths of a yuan, which are thousandths of a fen. Text without a sign.
Result<qint64> unitsIn(QStringView text)
{
    const qsizetype dot = text.indexOf(u'.');
    const QStringView whole = dot < 0 ? text : text.first(dot);
    const QStringView decimals = dot < 0 ? QStringView() : text.sliced(dot + 1);
    if (whole.isEmpty() || whole.size() > maxDigits || !isDigits(whole) || !isDigits(decimals)
        || (dot >= 0 && (decimals.isEmpty() || decimals.size() > maxDigits)))
        return noAmount();
    const QStringView beyond = decimals.size() > feeDecimals ? decimals.sliced(feeDecimals) : QStringView();
    if (std::any_of(beyond.begin(), beyond.end(), [](QChar c) { return c != u'0'; }))
        return noAmount();
    const QString kept = decimals.first(std::min(decimals.size(), feeDecimals)).toString();
    return whole.toLongLong() * 100'000 + kept.leftJustified(feeDecimals, u'0').toLongLong();
}

} // namespace

Result<Money> BillAmount::money(const QString &yuan)
{
    const auto units = unitsIn(yuan);
    if (!units || *units % 1000 != 0)
        return noAmount();
    return Money::fromFen(*units / 1000);
}

Result<qint64> BillAmount::thousandthsOfFen(const QString &yuan)
{
    const bool negative = yuan.startsWith(u'-');
    const auto units = unitsIn(QStringView(yuan).sliced(negative ? 1 : 0));
    if (!units)
        return units.error();
    return negative ? -*units : *units;
}
