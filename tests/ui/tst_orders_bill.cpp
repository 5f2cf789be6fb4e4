// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Await.h"
#include "tests/support/ClientRig.h"
#include "ui/selling/SaleBill.h"

#include <QJsonArray>

/// The words of an order call (API.md, "Orders").
class OrdersBillTest : public QObject
{
    Q_OBJECT

    static QJsonObject sent(const SaleTerms &terms)
    {
        LoopbackServer server;
        OrdersApi api(server.url(), "terminal-token");
        server.answer = [](const LoopbackServer::Request &) {
            return LoopbackServer::Reply{201, ClientRig::body(ClientRig::order(1))};
        };
        (void)await(api.place({ClientRig::number(), "SALE1", *Money::fromFen(1250), QStringLiteral("茶"), terms}));
        return server.requests.back().body;
    }
    static QJsonObject plain()
    {
        return {{"out_trade_no", "NUMBER1"}, {"sale", "SALE1"}, {"amount", 1250}, {"description", "茶"}};
    }

private slots:
    void aPlainSaleSaysNothingMore() { QCOMPARE(sent({}), plain()); }
    void billAndPickup()
    {
        SaleBill bill;
        bill.lines = {{"A1", "拿铁", *Money::fromFen(1450), 1}};
        bill.discounts = {{Discount::Kind::Minus, 0, *Money::fromFen(200)}};
        QJsonObject wanted = plain();
        wanted["bill"] = QJsonObject{
            {"lines", QJsonArray{QJsonObject{{"goods", "A1"}, {"name", "拿铁"}, {"price", 1450}, {"quantity", 1}}}},
            {"discounts", QJsonArray{QJsonObject{{"kind", "minus"}, {"amount", 200}}}}};
        wanted["pickup"] = true;
        QCOMPARE(sent({.bill = bill.toJson(), .pickup = true}), wanted);
    }
    void cashAndOther()
    {
        QJsonObject cash = plain();
        cash["tender"] = "cash";
        cash["received"] = 2000;
        QCOMPARE(sent({.tender = Tender::Cash, .received = *Money::fromFen(2000)}), cash);
        QJsonObject other = plain();
        other["tender"] = "other";
        other["tender_name"] = "支付宝";
        QCOMPARE(sent({.tender = Tender::Other, .tenderName = "支付宝"}), other);
    }
    void whatIsWrittenComesBackAsItWas()
    {
        for (const SaleTerms &terms : {SaleTerms{}, SaleTerms{.bill = {{"lines", 1}}, .pickup = true},
                                       SaleTerms{.tender = Tender::Cash, .received = *Money::fromFen(5)},
                                       SaleTerms{.tender = Tender::Other, .tenderName = "银行卡"}})
            QCOMPARE(SaleTerms::fromJson(terms.toJson()).toJson(), terms.toJson());
    }
};

QTEST_GUILESS_MAIN(OrdersBillTest)
#include "tst_orders_bill.moc"
