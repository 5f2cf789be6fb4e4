// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TillRig.h"
#include "ui/input/TillInput.h"

#include <QKeyEvent>
#include <QWidget>

using namespace std::chrono_literals;

/// Keys as the window gets them, by a scanner and by a hand, through the real filter into the real flow.
class ScanBurstsTest : public QObject
{
    Q_OBJECT

    struct Desk : TillRig
    {
        Desk() : input(clock)
        {
            window.installEventFilter(&input);
            QObject::connect(&input, &TillInput::wished, flow.get(), [this](const Wish &wish) {
                wishes.append(wish);
                flow->wish(wish);
            });
        }
        void key(int code, const QString &text = {})
        {
            QKeyEvent press(QEvent::KeyPress, code, Qt::NoModifier, text);
            QCoreApplication::sendEvent(&window, &press);
            QKeyEvent release(QEvent::KeyRelease, code, Qt::NoModifier, text);
            QCoreApplication::sendEvent(&window, &release);
        }
        void keys(const QString &text, std::chrono::milliseconds gap)
        {
            for (const QChar c : text) {
                key(c.toUpper().unicode(), QString(c));
                pass(gap);
            }
        }
        void enter() { key(Qt::Key_Return, QStringLiteral("\r")); }
        int count(Wish::Kind kind) const
        {
            return int(
                std::count_if(wishes.begin(), wishes.end(), [kind](const Wish &wish) { return wish.kind == kind; }));
        }
        TillInput input;
        QWidget window;
        QList<Wish> wishes;
    };

private slots:
    void aScanWhileWaitingChangesNothing_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("gapMs");
        QTest::addColumn<bool>("enter");
        QTest::addColumn<Notice::Kind>("notice");
        QTest::newRow("bottle, 13 digits") << "6901234567892" << 10 << true << Notice::Kind::GoodsScanned;
        QTest::newRow("bottle, slow scanner") << "6901234567892" << 50 << true << Notice::Kind::GoodsScanned;
        QTest::newRow("bottle, no end key") << "6901234567892" << 10 << false << Notice::Kind::GoodsScanned;
        QTest::newRow("6 digits") << "123456" << 20 << true << Notice::Kind::GoodsScanned;
        QTest::newRow("4 characters") << "1234" << 50 << false << Notice::Kind::GoodsScanned;
        QTest::newRow("letters and dashes") << "AB-12.3" << 5 << true << Notice::Kind::GoodsScanned;
        QTest::newRow("payment code") << "134567890123456789" << 8 << true << Notice::Kind::PaymentCodeScanned;
        QTest::newRow("payment code from 10") << "104567890123456789" << 8 << true << Notice::Kind::PaymentCodeScanned;
        QTest::newRow("18 digits from 16") << "164567890123456789" << 8 << true << Notice::Kind::GoodsScanned;
        QTest::newRow("17 digits from 13") << "13456789012345678" << 8 << true << Notice::Kind::GoodsScanned;
    }
    void aScanWhileWaitingChangesNothing()
    {
        QFETCH(QString, code);
        QFETCH(int, gapMs);
        QFETCH(bool, enter);
        Desk till;
        till.bringUpCode();
        till.keys(code, std::chrono::milliseconds(gapMs));
        if (enter)
            till.enter();
        else
            till.pass(100ms);
        QCOMPARE(till.count(Wish::Kind::Scanned), 1);
        QCOMPARE(till.wishes.back().text, code);
        QTEST(till.notice(), "notice");
        QCOMPARE(till.count(Wish::Kind::Pay), 0);
        QVERIFY(till.view().next.isEmpty());
        QCOMPARE(till.state(), PayState::Waiting);
        till.pass(6s);
        QCOMPARE(till.notice(), Notice::Kind::CodeShown);
    }
    void aScanTakesItsEchoBackFromATypedAmount()
    {
        Desk till;
        till.type("12.5");
        till.keys("6901234567892", 10ms);
        till.enter();
        QCOMPARE(till.view().entry.text, QString("12.5"));
        QCOMPARE(till.count(Wish::Kind::Pay), 0);
        QCOMPARE(till.state(), PayState::Ready);
        till.pass(81ms);
        till.enter(); // and now it is a hand's
        QCOMPARE(till.state(), PayState::Creating);
        QCOMPARE(till.desk->last("place").amount.fen(), 1250);
    }
    void aFastHandIsNoScanner()
    {
        Desk till;
        till.keys("123.45", 120ms);
        QCOMPARE(till.view().entry.text, QString("123.45"));
        QCOMPARE(till.count(Wish::Kind::Scanned), 0);
        till.enter();
        QCOMPARE(till.state(), PayState::Creating);
    }
    void aHandIsEchoedAtOnce()
    {
        Desk till;
        till.key(Qt::Key_7, "7");
        QCOMPARE(till.view().entry.text, QString("7"));
    }
    void noDigitIsLostWhenABurstBreaksOff()
    {
        Desk till;
        till.keys("1234", 20ms); // held from the fourth on
        till.pass(50ms); // 70 ms: too slow for a scanner, no silence yet
        till.keys("5", 200ms);
        QCOMPARE(till.count(Wish::Kind::Scanned), 0);
        QCOMPARE(till.view().entry.text, QString("12345"));
    }
    void anEnterOnTheHeelsOfADigitIsNeverPay()
    {
        Desk till;
        till.keys("12", 80ms);
        till.enter();
        QCOMPARE(till.count(Wish::Kind::Pay), 0);
        QCOMPARE(till.view().entry.text, QString("12"));
        till.pass(1ms);
        till.enter();
        QCOMPARE(till.count(Wish::Kind::Pay), 1);
    }
    void tabEndsAScan()
    {
        Desk till;
        till.keys("690123", 10ms);
        till.key(Qt::Key_Tab, "\t");
        QCOMPARE(till.count(Wish::Kind::Scanned), 1);
    }
    void aStallOfTheWindowMakesNoScan()
    {
        Desk till;
        // Five keys of a hand, 150 ms apart by their own times, all delivered at once after a stall.
        const auto press = [&till](quint64 timestamp, QChar c) {
            QKeyEvent key(QEvent::KeyPress, c.unicode(), Qt::NoModifier, QString(c));
            key.setTimestamp(timestamp);
            QCoreApplication::sendEvent(&till.window, &key);
        };
        press(100'000, u'1');
        till.pass(1s);
        for (int i = 1; i <= 4; ++i)
            press(100'000 + quint64(i) * 150, QChar(u'0' + i));
        till.pass(200ms);
        QCOMPARE(till.count(Wish::Kind::Scanned), 0);
        QCOMPARE(till.view().entry.text, QString("11234"));
    }
    void aHeldKeyIsOneDigit()
    {
        Desk till;
        till.key(Qt::Key_5, "5");
        for (int i = 0; i < 10; ++i) {
            QKeyEvent again(QEvent::KeyPress, Qt::Key_5, Qt::NoModifier, "5", true);
            QCoreApplication::sendEvent(&till.window, &again);
            till.pass(30ms);
        }
        QCOMPARE(till.view().entry.text, QString("5"));
        QCOMPARE(till.count(Wish::Kind::Scanned), 0);
    }
};

QTEST_MAIN(ScanBurstsTest)
#include "tst_scan_bursts.moc"
