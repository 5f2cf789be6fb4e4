// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TillRig.h"

#include <QJsonArray>

using namespace std::chrono_literals;

/// A sale is told of once when its money is there, whatever way it came.
class FlowSoldTest : public QObject
{
    Q_OBJECT

    struct Rig : TillRig
    {
        Rig() { listen(); }
        void listen()
        {
            QObject::connect(flow.get(), &SaleFlow::sold, flow.get(), [this](const Order &order, const auto &terms) {
                wasMarked = journal->wasAnnounced(order.outTradeNo);
                sold.append(order.outTradeNo.tail() + u' ' + toText(terms.tender));
                drawersThen = drawers;
                lines = terms.bill["lines"].toArray().size();
            });
        }
        QStringList sold;
        bool wasMarked = false;
        int drawersThen = -1;
        qsizetype lines = 0;
    };

private slots:
    void onceAndMarkedFirst()
    {
        Rig till;
        till.bringUpCode("8+6.5");
        QVERIFY(till.sold.isEmpty());
        const Order paid = till.order(TradeState::Success, 3);
        till.desk->push(paid);
        till.desk->push(paid);
        till.pass(10s);
        till.desk->push(paid);
        QCOMPARE(till.sold, QStringList{paid.outTradeNo.tail() + " wechatpay"});
        QVERIFY(till.wasMarked);
        QCOMPARE(till.lines, 2);
    }
    void aCrashAfterTheMarkTellsNothing()
    {
        Rig till;
        till.bringUpCode();
        Order paid = till.order();
        QVERIFY(till.journal->announced(paid.outTradeNo));
        paid.state = TradeState::Success;
        till.powerCut();
        till.listen();
        till.desk->answer("order", paid);
        QVERIFY(till.sold.isEmpty());
    }
    void aParkedOneIsToldOf()
    {
        Rig till;
        till.bringUpCode();
        const auto parked = till.desk->last("place");
        till.cancelTwice();
        till.pass(10s);
        till.powerCut();
        till.listen();
        till.desk->answer("close", till.order(parked.number, parked.amount, TradeState::Success, 3));
        QCOMPARE(till.sold, QStringList{parked.number.tail() + " wechatpay"});
    }
    void cashIsToldOfBeforeItsDrawer()
    {
        Rig till;
        till.type("36.5");
        till.wish(Wish::Kind::Cash);
        till.type("50");
        till.pay();
        QVERIFY(till.sold.isEmpty());
        till.desk->answer("place", till.order(TradeState::Success, 2));
        QCOMPARE(till.sold, QStringList{till.desk->last("place").number.tail() + " cash"});
        QCOMPARE(till.drawersThen, 0);
        QCOMPARE(till.drawers, 1);
    }
    void moneyThatDoesNotFitIsNoSale()
    {
        Rig till;
        till.bringUpCode();
        Order odd = till.order(TradeState::Success, 3);
        odd.total = *Money::fromFen(1);
        till.desk->push(odd);
        QCOMPARE(till.state(), PayState::CallManager);
        QVERIFY(till.sold.isEmpty());
    }
};

QTEST_GUILESS_MAIN(FlowSoldTest)
#include "tst_flow_sold.moc"
