// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/OrderRows.h"
#include "tests/checkout/OpenShop.h"

#include <QSemaphore>

using namespace std::chrono_literals;

/// Whenever the server is killed, its next start finds what it needs in the books.
class TakenUpAgainTest : public QObject
{
    Q_OBJECT
private slots:
    void writtenDownButNotAskedFor()
    {
        OpenShop shop;
        shop.wechat.hangs = true;
        shop.place();
        shop.wechat.hangs = false;
        shop.restart();
        QCOMPARE(shop.wechat.words(), (QStringList{"create T00001", "create T00001"}));
        QCOMPARE(shop.now().codeUrl, QStringLiteral("weixin://T00001"));
        shop.wechat.pay("T00001");
        shop.pass(4s);
        QCOMPARE(shop.now().state, TradeState::Success);
    }
    void writtenDownAndItsTimeIsUp()
    {
        OpenShop shop;
        shop.wechat.isDown = true;
        shop.place();
        shop.kill();
        shop.pass(400s, 100s);
        shop.wechat.isDown = false;
        shop.restart();
        // WeChat has never heard of it and no code was shown: nobody can pay it.
        QCOMPARE(shop.wechat.words().count("create T00001"), 1);
        QCOMPARE(shop.now().state, TradeState::Closed);
    }
    void paidWhileTheServerWasAway_data()
    {
        QTest::addColumn<int>("awaySeconds");
        QTest::newRow("its QR is up still") << 20;
        QTest::newRow("its time is up") << 4000;
    }
    void paidWhileTheServerWasAway()
    {
        QFETCH(int, awaySeconds);
        OpenShop shop;
        shop.place();
        shop.kill();
        shop.wechat.pay("T00001");
        shop.pass(std::chrono::seconds(awaySeconds), 1000s);
        shop.restart(); // at once, not at its turn
        QCOMPARE(shop.told.last(), QStringLiteral("SUCCESS 3"));
        QVERIFY(!shop.wechat.words().contains("close T00001"));
    }
    void unpaidAndItsTimeIsUp()
    {
        OpenShop shop;
        shop.place();
        shop.kill();
        shop.pass(4000s, 1000s);
        shop.restart();
        QCOMPARE(shop.wechat.words().mid(1), (QStringList{"query T00001", "close T00001", "query T00001"}));
        QCOMPARE(shop.told.last(), QStringLiteral("CLOSED 3"));
    }
    void aCancelGoesOn_data()
    {
        QTest::addColumn<bool>("closedThere");
        QTest::newRow("WeChat has not heard of it") << false;
        QTest::newRow("WeChat has closed it") << true;
    }
    void aCancelGoesOn()
    {
        QFETCH(bool, closedThere);
        OpenShop shop;
        shop.place();
        shop.wechat.hangs = true;
        const auto closing = shop.checkout->close(Orders::number());
        shop.settleDown();
        if (closedThere)
            shop.wechat.states["T00001"] = TradeState::Closed;
        shop.wechat.hangs = false;
        shop.restart();
        QCOMPARE(shop.now().state, TradeState::Closed);
        QCOMPARE(shop.wechat.words().contains("close T00001"), !closedThere);
    }
    void aCancelOfWhatHasNoCodeAsksForNone()
    {
        OpenShop shop;
        shop.wechat.hangs = true;
        shop.place();
        const auto closing = shop.checkout->close(Orders::number());
        shop.settleDown();
        shop.wechat.hangs = false;
        shop.restart();
        QCOMPARE(shop.wechat.words().count("create T00001"), 1);
        QCOMPARE(shop.now().state, TradeState::Closed);
    }
    void atWhateverMomentItDies_data()
    {
        QTest::addColumn<bool>("isPaid");
        QTest::addColumn<int>("diesAfterMs");
        for (int ms = 50; ms <= 2500; ms += 150) {
            QTest::addRow("paid, killed after %d ms", ms) << true << ms;
            QTest::addRow("cancelled, killed after %d ms", ms) << false << ms;
        }
    }
    void atWhateverMomentItDies()
    {
        QFETCH(bool, isPaid);
        QFETCH(int, diesAfterMs);
        OpenShop shop;
        shop.wechat.delay = 300ms; // each step of the way has its own moment
        const auto placing = shop.checkout->place(shop.wanted());
        shop.settleDown();
        const auto run = [&shop, isPaid, diesAfterMs](int atMs) {
            shop.pass(std::chrono::milliseconds(std::min(atMs, diesAfterMs) - shop.elapsedMs()), 50ms);
            if (diesAfterMs <= atMs)
                return false;
            isPaid ? shop.wechat.pay("T00001") : void(shop.checkout->close(Orders::number()));
            return true;
        };
        if (run(600))
            shop.pass(std::chrono::milliseconds(diesAfterMs - 600), 50ms);
        shop.restart();
        if (diesAfterMs <= 600) // it died before the customer or the cashier did anything
            isPaid ? shop.wechat.pay("T00001") : void(shop.checkout->close(Orders::number()));
        shop.pass(8s);
        QCOMPARE(shop.now().state, isPaid ? TradeState::Success : TradeState::Closed);
        QVERIFY(!shop.now().closing);
        int ends = 0;
        const auto history = await(shop.store.history(Orders::number(), 0));
        for (const auto &event : history->events)
            ends += event.type == EventType::Success || event.type == EventType::Closed;
        QCOMPARE(ends, 1);
    }
    void booksThatCannotBeReadYetAreReadLater()
    {
        OpenShop shop;
        shop.place();
        shop.kill();
        // As many jobs as the store takes wait behind one that stands still: the first try is refused.
        QSemaphore gate;
        (void)shop.database->run<bool>([&gate](SqlConnection &) {
            gate.acquire();
            return Result<bool>(true);
        });
        while (!shop.database->run<bool>([](SqlConnection &) { return Result<bool>(true); }).isFinished()) {}
        shop.open();
        shop.checkout->start();
        gate.release();
        shop.wechat.pay("T00001");
        shop.pass(2500ms);
        QCOMPARE(shop.now().state, TradeState::Success);
    }
    void tenThousandAreTakenUpInTurn()
    {
        OpenShop shop;
        shop.kill();
        QVERIFY(await(shop.database->run<bool>([](SqlConnection &database) -> Result<bool> {
            const QString shopId = QStringLiteral("1900000001");
            OrderRows rows(database, shopId);
            for (int i = 0; i < 10'000; ++i) {
                Order order = Orders::fresh(qPrintable(QStringLiteral("T%1").arg(i, 6, 10, QLatin1Char('0'))));
                order.createdAt = Orders::start.addMSecs(-i);
                order.expiresAt = order.createdAt.addSecs(i % 2 ? 300 : -300);
                order.codeUrl = QStringLiteral("weixin://x");
                if (const auto inserted = rows.insert(order); !inserted)
                    return inserted.error();
            }
            return true;
        }),
                      60'000));
        shop.open();
        shop.checkout->start();
        shop.pass(10s, 200ms);
        const auto asked = shop.wechat.words().filter("query").size();
        QVERIFY2(asked >= 400 && asked <= 500, qPrintable(QString::number(asked)));
        // A till is served meanwhile as on any other day.
        shop.place("NEWONE");
        QCOMPARE(shop.now("NEWONE").codeUrl, QStringLiteral("weixin://NEWONE"));
        shop.wechat.pay("NEWONE");
        shop.pass(5s, 200ms);
        QCOMPARE(shop.now("NEWONE").state, TradeState::Success);
    }
};

QTEST_GUILESS_MAIN(TakenUpAgainTest)
#include "tst_taken_up_again.moc"
