// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/voice/Announcement.h"
#include "ui/voice/ClipWords.h"

#include <QTest>

using Tender = Announcement::Tender;
using Tongue = Language::Tongue;

/// What is said of a payment, and in which order.
class AnnouncementTest : public QObject
{
    Q_OBJECT
private slots:
    void says_data()
    {
        QTest::addColumn<Announcement>("payment");
        QTest::addColumn<QString>("chinese");
        QTest::addColumn<QString>("english");
        const Money amount = *Money::fromFen(3650);
        QTest::newRow("live") << Announcement{.amount = amount} << QStringLiteral("微信收款，三十六元五角")
                              << QStringLiteral("WeChat payment, thirty six point five yuan");
        QTest::newRow("practice") << Announcement{.amount = amount, .training = true}
                                  << QStringLiteral("练习，微信收款，三十六元五角")
                                  << QStringLiteral("practice, WeChat payment, thirty six point five yuan");
        QTest::newRow("cash") << Announcement{.amount = amount, .tender = Tender::Cash}
                              << QStringLiteral("现金收款，三十六元五角")
                              << QStringLiteral("cash payment, thirty six point five yuan");
        QTest::newRow("other") << Announcement{.amount = amount, .tender = Tender::Other}
                               << QStringLiteral("其他收款，三十六元五角")
                               << QStringLiteral("other payment, thirty six point five yuan");
        QTest::newRow("parked") << Announcement{.amount = amount, .parked = true}
                                << QStringLiteral("上一单，微信收款，三十六元五角")
                                << QStringLiteral("previous sale, WeChat payment, thirty six point five yuan");
        QTest::newRow("one of several tills")
            << Announcement{.amount = amount, .till = 1} << QStringLiteral("一号收银台，微信收款，三十六元五角")
            << QStringLiteral("till one, WeChat payment, thirty six point five yuan");
        QTest::newRow("all of it")
            << Announcement{.amount = amount, .tender = Tender::Cash, .training = true, .parked = true, .till = 12}
            << QStringLiteral("练习，十二号收银台，上一单，现金收款，三十六元五角")
            << QStringLiteral("practice, till twelve, previous sale, cash payment, thirty six point five yuan");
    }
    void says()
    {
        QFETCH(Announcement, payment);
        QFETCH(QString, chinese);
        QFETCH(QString, english);
        QCOMPARE(ClipWords::of(Tongue::Chinese).sentence(payment.phrase(Tongue::Chinese)), chinese);
        QCOMPARE(ClipWords::of(Tongue::English).sentence(payment.phrase(Tongue::English)), english);
    }
    void theTestPhraseIsNoPayment()
    {
        QCOMPARE(ClipWords::of(Tongue::Chinese).sentence(Announcement::test(Tongue::Chinese)),
                 QStringLiteral("这是试音，一元两角三分"));
        QCOMPARE(ClipWords::of(Tongue::English).sentence(Announcement::test(Tongue::English)),
                 QStringLiteral("this is a test, one point two three yuan"));
    }
    void aTillsNumberIsInItsName_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("number");
        QTest::newRow("usual") << QStringLiteral("1 号收银台") << 1;
        QTest::newRow("two digits") << QStringLiteral("前台12号") << 12;
        QTest::newRow("English") << QStringLiteral("Till 3") << 3;
        QTest::newRow("none") << QStringLiteral("吧台") << 0;
        QTest::newRow("too long to be one") << QStringLiteral("POS 20261") << 0;
    }
    void aTillsNumberIsInItsName()
    {
        QFETCH(QString, name);
        QFETCH(int, number);
        QCOMPARE(Announcement::numberOf(name), number);
    }
};

Q_DECLARE_METATYPE(Announcement)
QTEST_GUILESS_MAIN(AnnouncementTest)
#include "tst_announcement.moc"
