// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/voice/AmountSpeech.h"

#include "ui/voice/ClipWords.h"

namespace {

const QString twoOfSomething = QStringLiteral("liang");

QString digit(qint64 value)
{
    return QString::number(value);
}

/// 1 to 9999 without what is said for its place. inFront: nothing stands before it, so that 十 and 两 may begin it.
QStringList fourDigits(qint64 value, bool inFront)
{
    static const std::pair<qint64, QString> places[] = {{1000, "qian"}, {100, "bai"}, {10, "shi"}, {1, {}}};
    QStringList clips;
    bool skipped = false;
    for (const auto &[worth, name] : places) {
        const qint64 at = value / worth % 10;
        if (at == 0) {
            skipped = !clips.isEmpty();
            continue;
        }
        if (std::exchange(skipped, false))
            clips << digit(0);
        const bool bare = worth == 10 && at == 1 && clips.isEmpty() && inFront; // 十二, and 一百一十二
        if (worth == 1000 && at == 2 && clips.isEmpty() && inFront)
            clips << twoOfSomething;
        else if (!bare)
            clips << digit(at);
        if (!name.isEmpty())
            clips << name;
    }
    return clips;
}

QStringList chineseNumber(qint64 number)
{
    static const std::pair<qint64, QString> groups[] = {{100'000'000, "yi"}, {10'000, "wan"}, {1, {}}};
    if (number == 0)
        return {digit(0)};
    QStringList clips;
    for (const auto &[worth, name] : groups) {
        const qint64 at = number / worth % 10'000;
        if (at == 0)
            continue;
        if (!clips.isEmpty() && at < 1000)
            clips << digit(0); // 一万零二百, also over a group that is missing
        const bool two = at == 2 && worth > 1 && clips.isEmpty();
        clips += two ? QStringList{twoOfSomething} : fourDigits(at, clips.isEmpty());
        if (!name.isEmpty())
            clips << name;
    }
    return clips;
}

QStringList chineseAmount(Money amount)
{
    const qint64 yuan = amount.fen() / 100;
    const qint64 jiao = amount.fen() / 10 % 10;
    const qint64 fen = amount.fen() % 10;
    QStringList clips;
    if (yuan > 0 || amount.isZero())
        clips << (yuan == 2 ? QStringList{twoOfSomething} : chineseNumber(yuan)) << QStringLiteral("yuan");
    if (jiao > 0)
        clips << (jiao == 2 ? twoOfSomething : digit(jiao)) << QStringLiteral("jiao");
    if (fen > 0) {
        if (yuan > 0 && jiao == 0)
            clips << digit(0);
        clips << (fen == 2 && clips.isEmpty() ? twoOfSomething : digit(fen)) << QStringLiteral("fen");
    }
    return clips;
}

/// 1 to 999.
QStringList threeDigits(qint64 value)
{
    QStringList clips;
    if (value >= 100)
        clips << digit(value / 100) << QStringLiteral("hundred");
    const qint64 rest = value % 100;
    if (rest >= 20) {
        clips << digit(rest / 10 * 10);
        if (rest % 10 > 0)
            clips << digit(rest % 10);
    } else if (rest > 0) {
        clips << digit(rest);
    }
    return clips;
}

QStringList englishNumber(qint64 number)
{
    static const std::pair<qint64, QString> groups[] = {{1'000'000, "million"}, {1000, "thousand"}, {1, {}}};
    if (number == 0)
        return {digit(0)};
    QStringList clips;
    for (const auto &[worth, name] : groups) {
        if (number / worth % 1000 == 0)
            continue;
        clips += threeDigits(number / worth % 1000);
        if (!name.isEmpty())
            clips << name;
    }
    return clips;
}

QStringList englishAmount(Money amount)
{
    const qint64 part = amount.fen() % 100;
    QStringList clips = englishNumber(amount.fen() / 100);
    if (part > 0)
        clips << QStringLiteral("point") << digit(part / 10);
    if (part % 10 > 0)
        clips << digit(part % 10);
    return clips << QStringLiteral("yuan");
}

} // namespace

QStringList AmountSpeech::clips(Money amount, Language::Tongue tongue)
{
    return tongue == Language::Tongue::Chinese ? chineseAmount(amount) : englishAmount(amount);
}

QString AmountSpeech::words(Money amount, Language::Tongue tongue)
{
    return ClipWords::of(tongue).sentence(clips(amount, tongue));
}

QStringList AmountSpeech::number(qint64 number, Language::Tongue tongue)
{
    return tongue == Language::Tongue::Chinese ? chineseNumber(number) : englishNumber(number);
}
