// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/ProcessShop.h"
#include "tests/system/Reckoning.h"
#include "ui/models/TillView.h"

#include <QTest>

/// "An owner's first ten minutes", part 5 (product.md): the plug is pulled (kill -9 of all the shop has) while the
/// customer is at it; then money goes back, and somebody pays with a coupon. At the end all books agree to the fen.
class WindowPowerCutTest : public QObject
{
    Q_OBJECT

    static constexpr qint64 usableMs = 15'000;

    /// The till's screen says so; false when it does not in time.
    static bool comesTo(ProcessShop &shop, const QList<PayState> &wanted, qint64 withinMs = usableMs)
    {
        QElapsedTimer since;
        since.start();
        while (since.elapsed() < withinMs && shop.server.isRunning()) {
            const auto line = shop.server.nextLine(int(withinMs - since.elapsed()));
            const int state = QJsonDocument::fromJson(line).object()["state"].toInt(-1);
            if (std::any_of(wanted.begin(), wanted.end(), [state](PayState one) { return int(one) == state; }))
                return true;
        }
        return false;
    }
    static QString sell(ProcessShop &shop, const QByteArray &amount)
    {
        shop.server.say("type " + amount);
        QTest::qWait(500);
        shop.server.say("enter");
        if (!comesTo(shop, {PayState::Waiting}))
            return {};
        return shop.orders().at(0).toObject()["out_trade_no"].toString();
    }
    static qsizetype announcements(const ProcessShop &shop)
    {
        QFile file(shop.path("announced.txt"));
        return file.open(QIODevice::ReadOnly) ? file.readAll().count('\n') : 0;
    }

private slots:
    void fromThePowerCutToTheReckoning()
    {
        ProcessShop shop(300, QStringLiteral(WINDOW_TILL));
        QVERIFY2(shop.startTwin() && shop.startServer(), shop.server.log().constData());
        QVERIFY(comesTo(shop, {PayState::Ready}));
        const QString number = sell(shop, "22");
        QVERIFY(!number.isEmpty());

        QVERIFY(shop.server.killHard());
        QCOMPARE(shop.pay(number).status, 200); // nobody is there to be notified
        QElapsedTimer sincePower;
        sincePower.start();
        QVERIFY(shop.startServer());
        QVERIFY2(comesTo(shop, {PayState::Paid, PayState::Ready}, usableMs - sincePower.elapsed()),
                 shop.server.log().constData());
        QTRY_COMPARE_WITH_TIMEOUT(shop.state(number), QStringLiteral("SUCCESS"), int(usableMs));
        QTRY_COMPARE(announcements(shop), 1);

        QVERIFY(shop.server.killHard()); // while it is green
        QVERIFY(shop.startServer());
        QVERIFY(comesTo(shop, {PayState::Ready}));
        QTest::qWait(1000);
        QCOMPARE(announcements(shop), 1);

        const auto refund = shop.post("/api/v1/orders/" + number + "/refunds", {{"amount", 800}, {"reason", "cold"}});
        QVERIFY2(refund.status == 201, refund.body.constData());
        const auto refundNumber = ServerTalk::json(refund)["out_refund_no"].toString();
        QTRY_COMPARE_WITH_TIMEOUT(ServerTalk::json(shop.get("/api/v1/refunds/" + refundNumber))["status"].toString(),
                                  QStringLiteral("SUCCESS"), 20'000);
        QCOMPARE(shop.order(number)["refunded"].toInt(), 800);
        QCOMPARE(shop.state(number), QStringLiteral("REFUND"));

        const QString coupon = sell(shop, "36.5");
        QCOMPARE(shop.simulator("POST", "/sim/pay", {{"out_trade_no", coupon}, {"payer_total", 3450}}).status, 200);
        QVERIFY(comesTo(shop, {PayState::Paid}));
        QCOMPARE(shop.order(coupon)["amount"].toObject()["payer_total"].toInt(), 3450);
        QVERIFY(comesTo(shop, {PayState::Ready}));

        Reckoning reckoning(shop);
        reckoning.comparePayments();
        QCOMPARE(shop.server.terminate(), -2); // a till has no handler: that is a power cut too
        reckoning.checkLog(shop.books());
        reckoning.checkJournal(shop.path("till-0.jsonl"));
        reckoning.checkAnnouncements(shop.path("announced.txt"));
        QVERIFY2(reckoning.problems.isEmpty(), qPrintable(reckoning.problems.join('\n')));
        QCOMPARE(announcements(shop), 2);
    }
};

QTEST_GUILESS_MAIN(WindowPowerCutTest)
#include "tst_window_power_cut.moc"
