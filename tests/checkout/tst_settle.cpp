// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Shop.h"

#include <QSignalSpy>

/// What is told is in the books already, and is told once.
class SettleTest : public QObject
{
    Q_OBJECT
private slots:
    void tellsOnceAfterTheCommit()
    {
        Shop shop;
        (void)shop.placed();
        TradeState inTheBooks = TradeState::NotPay;
        connect(&shop.checkout, &Checkout::happened, this, [&](const Order &order, const OrderEvent &event) {
            // A second connection sees it: it is committed, not only on its way.
            auto other = *Database::open(shop.folder.filePath("books.sqlite"));
            OrderStore books(*other, "1900000001");
            inTheBooks = await(books.load(order.outTradeNo))->state;
            QCOMPARE(event.type, EventType::Success);
        });
        QVERIFY(await(shop.checkout.settle(Orders::payment())));
        QCOMPARE(inTheBooks, TradeState::Success);
        QVERIFY(await(shop.checkout.settle(Orders::payment())));
        QCOMPARE(shop.told, (QStringList{"CREATED 1", "CODE_READY 2", "SUCCESS 3"}));
    }
    void aMisfitIsToldAsACase()
    {
        Shop shop;
        (void)shop.placed();
        const QSignalSpy cases(&shop.checkout, &Checkout::caseOpened);
        QVERIFY(await(shop.checkout.settle(Orders::payment("T00001", 1))));
        QVERIFY(await(shop.checkout.settle(Orders::payment("T99999"))));
        QCOMPARE(cases.size(), 2);
        QCOMPARE(shop.told.last(), QStringLiteral("CASE 3"));
        QCOMPARE(await(shop.checkout.cases("open"))->size(), 2);
    }
};

QTEST_GUILESS_MAIN(SettleTest)
#include "tst_settle.moc"
