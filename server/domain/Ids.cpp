// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/Ids.h"

#include "server/domain/Clock.h"
#include "server/domain/Random.h"

namespace {

bool isOrderCharacter(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_' || c == u'-'
           || c == u'|' || c == u'*';
}

bool fits(const QString &text, qsizetype shortest, qsizetype longest)
{
    return text.size() >= shortest && text.size() <= longest && std::all_of(text.begin(), text.end(), isOrderCharacter);
}

} // namespace

Result<OutTradeNo> OutTradeNo::parse(const QString &text)
{
    if (!fits(text, 6, 32))
        return Error{ErrorCode::InvalidInput,
                     QStringLiteral("out_trade_no must be 6 to 32 of: digits, letters, _ - | *")};
    return OutTradeNo(text);
}

OutTradeNo OutTradeNo::make(const Clock &clock, Random &random)
{
    static constexpr char digits[] = "0123456789abcdefghjkmnpqrstvwxyz";
    QByteArray time(9, '0'); // 45 bits of milliseconds: until the year 3084
    qint64 rest = clock.nowMs();
    for (qsizetype i = time.size() - 1; i >= 0; --i, rest >>= 5)
        time[i] = digits[rest & 31];
    return OutTradeNo(QString::fromLatin1(time + random.base32(14) + random.text(4, "0123456789")));
}

Result<WatchKey> WatchKey::parse(const QString &text)
{
    if (!fits(text, 1, 64))
        return Error{ErrorCode::InvalidInput,
                     QStringLiteral("a watch key must be 1 to 64 of: digits, letters, _ - | *")};
    return WatchKey(text);
}
