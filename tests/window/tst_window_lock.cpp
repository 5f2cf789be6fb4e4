// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/Handset.h"
#include "tests/window/TillUnderTest.h"

#include <QAbstractButton>

/// F8, and the ways back in: the PIN, and a phone that reads the code from the screen.
class WindowLockTest : public QObject
{
    Q_OBJECT

    static const LockView &lock(const TillUnderTest &till) { return till.view().lock; }
    /// Locked, with the practice people on the screen, and the hand allowed to touch it.
    static void press(TillUnderTest &till)
    {
        QTRY_COMPARE_WITH_TIMEOUT(ShopServer::json(till.server.get("/api/v1/people"))["people"].toArray().size(), 3,
                                  TillUnderTest::patienceMs); // they are made after the start
        till.hand().press(Qt::Key_F8);
        QVERIFY(lock(till).locked); // at once
        QTRY_COMPARE_WITH_TIMEOUT(lock(till).people.size(), 3, TillUnderTest::patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(lock(till).phone, LockView::Phone::Waiting, TillUnderTest::patienceMs);
        QTest::qWait(HandGuard::pointerMs);
    }
    static QByteArray buttonOf(TillUnderTest &till, const QString &name)
    {
        for (const auto *button : till.window().findChildren<QAbstractButton *>()) {
            if (button->isVisible() && button->text() == name)
                return button->objectName().toLatin1();
        }
        return {};
    }
    static void choose(TillUnderTest &till, const QString &name)
    {
        const QByteArray button = buttonOf(till, name);
        QVERIFY2(till.hand().tap(button.constData()), qPrintable(name));
    }
    static bool comesIn(TillUnderTest &till)
    {
        return QTest::qWaitFor([&till] { return !lock(till).locked; }, TillUnderTest::patienceMs);
    }
    static QString idOf(TillUnderTest &till, const QString &name)
    {
        const auto people = ShopServer::json(till.server.get("/api/v1/people"))["people"].toArray();
        for (const auto &person : people) {
            if (person.toObject()["name"].toString() == name)
                return person.toObject()["id"].toString();
        }
        return {};
    }

private slots:
    void thePinOpensItInItsOwnersName()
    {
        TillUnderTest till;
        QVERIFY(!lock(till).locked); // practice begins open
        press(till);
        QCOMPARE(till.words("lockSays"), QStringLiteral("练习：大家的密码都是 135790"));
        choose(till, QStringLiteral("林晓"));
        till.hand().type(QStringLiteral("135791"));
        QTRY_COMPARE_WITH_TIMEOUT(till.words("lockSays"), QStringLiteral("密码不对，还可以试 4 次"),
                                  TillUnderTest::patienceMs);
        QVERIFY(lock(till).locked);
        till.hand().type(QStringLiteral("135790"));
        QVERIFY(comesIn(till));
        QCOMPARE(lock(till).operatorName, QStringLiteral("林晓"));
        QTRY_VERIFY(till.words("lockButton").contains(QStringLiteral("林晓")));
        QCOMPARE(till.words("amount"), QStringLiteral("¥0.00"));

        QVERIFY(till.bringUpCode(QStringLiteral("12.5")));
        const QString number = till.server.newestNumber();
        QCOMPARE(till.server.order(number)["operator"].toString(), idOf(till, QStringLiteral("林晓")));
    }
    void aPaymentIsTakenBehindTheLock()
    {
        TillUnderTest till;
        QVERIFY(till.bringUpCode(QStringLiteral("36.5")));
        const QString number = till.server.newestNumber();
        press(till);
        QCOMPARE(till.words("underWayPill"), QStringLiteral("正在收款 ¥36.50 · 等待付款"));
        QVERIFY(till.code().contains(QStringLiteral("/m/login/")));
        QCOMPARE(till.server.pay(number).status, 200);
        QTRY_COMPARE_WITH_TIMEOUT(till.announced, QStringList(QStringLiteral("36.50 ") + number),
                                  TillUnderTest::patienceMs);
        QVERIFY(lock(till).locked);
        choose(till, QStringLiteral("陈静"));
        till.hand().type(QStringLiteral("135790"));
        QVERIFY(comesIn(till));
        QVERIFY(till.comesTo(PayState::Ready));
        QVERIFY(till.words("stripLastSale").contains(QStringLiteral("¥36.50")));
    }
    void aStrangePhoneIsBoundByAManagerAndOpensIt()
    {
        TillUnderTest till;
        press(till);
        QTRY_VERIFY(!till.code().isEmpty());
        const QString code = till.code(); // what the screen says, not what the program knows
        Handset phone;
        QCOMPARE(phone.open(code).status, 200);
        QVERIFY(phone.text().contains(QStringLiteral("1 号收银台")));
        QCOMPARE(lock(till).phone, LockView::Phone::Waiting); // looking scans nothing
        (void)phone.press("scan");
        QTRY_COMPARE_WITH_TIMEOUT(lock(till).phone, LockView::Phone::Strange, TillUnderTest::patienceMs);
        QTRY_COMPARE(till.code(), QString());

        choose(till, QStringLiteral("陈静"));
        till.hand().type(QStringLiteral("135790"));
        QTRY_VERIFY_WITH_TIMEOUT(lock(till).binding, TillUnderTest::patienceMs);
        QTest::qWait(HandGuard::pointerMs);
        choose(till, QStringLiteral("林晓"));
        QTRY_COMPARE_WITH_TIMEOUT(lock(till).phone, LockView::Phone::Scanned, TillUnderTest::patienceMs);
        QVERIFY(lock(till).locked && !lock(till).binding);
        const QString number = till.words("loginNumber");
        (void)phone.open(code);
        QVERIFY(phone.text().contains(QStringLiteral("林晓")));
        QVERIFY(phone.numbers().contains(number));
        (void)phone.press("confirm", "number=" + number.toLatin1());
        QVERIFY(comesIn(till));
        QCOMPARE(lock(till).operatorName, QStringLiteral("林晓"));

        press(till); // from now on that phone is known
        QTRY_VERIFY(!till.code().isEmpty());
        (void)phone.open(till.code());
        (void)phone.press("scan");
        QTRY_COMPARE_WITH_TIMEOUT(lock(till).phone, LockView::Phone::Scanned, TillUnderTest::patienceMs);
        (void)phone.press("confirm", phone.wrongNumber(lock(till).number));
        QTRY_COMPARE_WITH_TIMEOUT(lock(till).phone, LockView::Phone::Cancelled, TillUnderTest::patienceMs);
        QVERIFY(lock(till).locked);
        QTRY_COMPARE_WITH_TIMEOUT(lock(till).phone, LockView::Phone::Waiting, TillUnderTest::patienceMs);
    }
    void aSessionThatIsEndedElsewhereLocksIt()
    {
        TillUnderTest till;
        press(till);
        choose(till, QStringLiteral("林晓"));
        till.hand().type(QStringLiteral("135790"));
        QVERIFY(comesIn(till));
        const auto changed =
            till.server.send("PUT", till.server.at().http + "/api/v1/people/" + idOf(till, QStringLiteral("林晓")),
                             R"({"pin":"864209"})", till.server.terminal());
        QCOMPARE(changed.status, 200); // a new PIN ends the sessions
        till.hand().type(QStringLiteral("12.5"));
        till.hand().press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(lock(till).locked, TillUnderTest::patienceMs);
        QCOMPARE(till.words("lockSays"), QStringLiteral("登录已失效，请重新登录"));
        QTRY_COMPARE_WITH_TIMEOUT(lock(till).people.size(), 3, TillUnderTest::patienceMs);
        till.hand().type(QStringLiteral("864209"));
        QVERIFY(comesIn(till));
        QVERIFY(till.comesTo(PayState::Waiting)); // the sale that was begun goes on
        QCOMPARE(till.server.order(till.server.newestNumber())["amount"].toObject()["total"].toInt(), 1250);
    }
};

QTEST_MAIN(WindowLockTest)
#include "tst_window_lock.moc"
