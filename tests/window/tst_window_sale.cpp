// SPDX-License-Identifier: GPL-3.0-or-later
// Run once for each scale factor (CMakeLists.txt).
#include "tests/window/OwnTime.h"
#include "tests/window/Phone.h"
#include "tests/window/TillUnderTest.h"

#include <QAbstractEventDispatcher>

/// One sale as people have it: the keys, the code on the screen, the customer's phone, green, the next one.
class WindowSaleTest : public QObject
{
    Q_OBJECT

    static bool isScaled() { return qEnvironmentVariable("QT_SCALE_FACTOR") != QLatin1String("1"); }

private slots:
    void goesFromTheKeysToGreenAndBack_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("1366x768") << QSize(1366, 768);
        if (!isScaled())
            QTest::newRow("1920x1080") << QSize(1920, 1080);
    }
    void goesFromTheKeysToGreenAndBack()
    {
        QFETCH(QSize, size);
        TillUnderTest till(size);
        QVERIFY(till.comesTo(PayState::Ready));
        till.hand().type(QStringLiteral("12.5"));
        QTRY_COMPARE(till.words("amount"), QStringLiteral("¥12.50"));
        till.hand().press(Qt::Key_Return);
        QVERIFY(till.comesTo(PayState::Waiting));
        QTRY_COMPARE(till.words("statePill"), QStringLiteral("等待顾客付款"));
        QCOMPARE(till.words("amount"), QStringLiteral("¥12.50"));
        QTRY_VERIFY(!till.code().isEmpty());
        QCOMPARE(till.picture().size().width(), qRound(till.window().width() * till.window().devicePixelRatioF()));

        Phone phone;
        QVERIFY(phone.open(till.code())); // what the screen says, not what the program knows
        QVERIFY(phone.body().contains(QStringLiteral("12.50")));
        QVERIFY(phone.pay());
        QVERIFY(till.comesTo(PayState::Paid));
        QCOMPARE(till.words("paidTitle"), QStringLiteral("练习收款成功 · 没有真的收钱"));
        QCOMPARE(till.words("amount"), QStringLiteral("¥12.50"));
        QTRY_VERIFY(till.isPaidInPicture());
        QCOMPARE(till.code(), QString());

        QVERIFY(till.comesTo(PayState::Ready)); // by itself
        const QString number = till.server.newestNumber();
        QCOMPARE(till.server.state(number), QStringLiteral("SUCCESS"));
        const QString last = till.words("stripLastSale");
        QVERIFY2(last.contains(QStringLiteral("¥12.50")) && last.contains(QStringLiteral("尾号 ") + number.right(4)),
                 qPrintable(last));
        QCOMPARE(till.announced, QStringList(QStringLiteral("12.50 ") + number));
        QCOMPARE(till.words("amount"), QStringLiteral("¥0.00"));
        const QList<PayState> way{PayState::Ready, PayState::Creating, PayState::Waiting, PayState::Paid,
                                  PayState::Ready};
        QCOMPARE(till.states, way);
    }
    void theCodeIsGoneAtOnce_data()
    {
        QTest::addColumn<bool>("paid");
        QTest::newRow("paid") << true;
        QTest::newRow("cancelled") << false;
    }
    /// The first picture after the news has no code, whatever the machine does. That it comes within 100 ms of our own
    /// time is asked of the best of three, of eight where the machine is busy.
    void theCodeIsGoneAtOnce()
    {
        QFETCH(bool, paid);
        TillUnderTest till;
        constexpr qint64 limitMs = 100;
        qint64 bestMs = 10'000;
        for (int round = 0; round < 3 || (bestMs >= limitMs && round < 8); ++round) {
            QVERIFY(till.bringUpCode(QStringLiteral("3")));
            OwnTime sinceAwake; // the till's thread woke up to the news
            const auto awake = QObject::connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::awake,
                                                &till.flow(), [&] { sinceAwake.start(); });
            OwnTime sinceTold;
            qint64 paintedMs = -1;
            QString seen = QStringLiteral("nothing was painted");
            const auto told = QObject::connect(&till.flow(), &SaleFlow::changed, &till.flow(), [&] {
                if (till.flow().view().codeUrl.isEmpty() && !sinceTold.isValid())
                    sinceTold = sinceAwake;
            });
            till.paints().painted = [&] {
                if (!sinceTold.isValid() || paintedMs >= 0)
                    return;
                paintedMs = sinceTold.elapsedMs();
                seen = till.code();
            };
            if (paid) {
                QCOMPARE(till.server.pay(till.server.newestNumber()).status, 200);
            } else {
                till.hand().press(Qt::Key_Escape);
                till.hand().press(Qt::Key_Escape);
            }
            QTRY_VERIFY_WITH_TIMEOUT(paintedMs >= 0, TillUnderTest::patienceMs);
            QObject::disconnect(told);
            QObject::disconnect(awake);
            till.paints().painted = {};
            QCOMPARE(seen, QString());
            bestMs = std::min(bestMs, paintedMs);
            QVERIFY(till.comesTo(paid ? PayState::Paid : PayState::Cancelled));
            QVERIFY(till.comesTo(PayState::Ready));
            till.hand().press(Qt::Key_Delete); // after a cancel the amount is back
        }
        QVERIFY2(bestMs < limitMs, qPrintable(QString::number(bestMs)));
    }
};

QTEST_MAIN(WindowSaleTest)
#include "tst_window_sale.moc"
