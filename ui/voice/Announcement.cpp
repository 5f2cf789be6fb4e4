// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/voice/Announcement.h"

#include "ui/voice/AmountSpeech.h"

#include <QRegularExpression>

namespace {

QString clipOf(Announcement::Tender tender)
{
    switch (tender) {
    case Announcement::Tender::WeChat:
        return QStringLiteral("wechat");
    case Announcement::Tender::Cash:
        return QStringLiteral("cash");
    case Announcement::Tender::Other:
        break;
    }
    return QStringLiteral("other");
}

} // namespace

QStringList Announcement::phrase(Language::Tongue tongue) const
{
    const QString comma = QLatin1String(pause);
    QStringList clips;
    if (training)
        clips << QStringLiteral("practice") << comma;
    if (till > 0) {
        const QStringList number = AmountSpeech::number(till, tongue);
        const QStringList word{QStringLiteral("till")};
        clips += (tongue == Language::Tongue::Chinese ? number + word : word + number) << comma;
    }
    if (parked)
        clips << QStringLiteral("parked") << comma;
    return clips << clipOf(tender) << comma << AmountSpeech::clips(amount, tongue);
}

QStringList Announcement::test(Language::Tongue tongue)
{
    constexpr qint64 testFen = 123;
    return QStringList{QStringLiteral("test"), QLatin1String(pause)}
           << AmountSpeech::clips(*Money::fromFen(testFen), tongue);
}

int Announcement::numberOf(const QString &till)
{
    static const QRegularExpression number(QStringLiteral("(?<![0-9])([1-9][0-9]?)(?![0-9])"));
    return number.match(till).captured(1).toInt();
}
