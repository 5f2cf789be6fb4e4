// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/SimulatorRig.h"

#include <QTest>

/// Every field of a Native order at and beyond its limits (reference 2.1, 12.3).
class GatewayFieldsTest : public QObject
{
    Q_OBJECT
private slots:
    void judges_data()
    {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QJsonValue>("value"); // undefined: the member is left out
        QTest::addColumn<bool>("good");
        const auto row = [](const char *name, const char *pointer, const QJsonValue &value, bool good) {
            QTest::newRow(name) << QString::fromLatin1(pointer) << value << good;
        };
        const auto text = [](qsizetype length) { return QJsonValue(QString(length, u'茶')); };
        const QJsonValue absent(QJsonValue::Undefined);
        const QJsonValue null(QJsonValue::Null);
        for (const char *required : {"/appid", "/mchid", "/description", "/out_trade_no", "/notify_url", "/amount"}) {
            QTest::addRow("absent %s", required) << QString::fromLatin1(required) << absent << false;
            QTest::addRow("null %s", required) << QString::fromLatin1(required) << null << false;
            QTest::addRow("a number for %s", required) << QString::fromLatin1(required) << QJsonValue(123456) << false;
        }
        row("null optional", "/attach", null, false);
        row("unknown member", "/colour", "red", false);
        row("unknown nested member", "/amount/payer_total", 1, false);
        row("description 127", "/description", text(127), true);
        row("description 128", "/description", text(128), false);
        row("description of four-byte characters", "/description", QStringLiteral("茶🍵"), false);
        row("number 6", "/out_trade_no", "aZ_-|*", true);
        row("number 5", "/out_trade_no", "12345", false);
        row("number 32", "/out_trade_no", QString(32, u'9'), true);
        row("number 33", "/out_trade_no", QString(33, u'9'), false);
        row("number with a space", "/out_trade_no", "1234 6", false);
        row("attach 128", "/attach", text(128), true);
        row("attach 129", "/attach", text(129), false);
        row("goods_tag 33", "/goods_tag", QString(33, u'x'), false);
        row("total 1", "/amount/total", 1, true);
        row("total 0", "/amount/total", 0, false);
        row("total below zero", "/amount/total", -1, false);
        row("total with a fraction", "/amount/total", 19.9, false);
        row("total as text", "/amount/total", "1990", false);
        row("largest total", "/amount/total", 1'000'000'000, true);
        row("too large a total", "/amount/total", 1'000'000'001, false);
        row("total absent", "/amount/total", absent, false);
        row("currency absent", "/amount/currency", absent, true);
        row("dollars", "/amount/currency", "USD", false);
        row("time_expire", "/time_expire", "2026-01-01T08:30:00+08:00", true);
        row("time_expire in UTC", "/time_expire", "2026-01-01T00:30:00Z", true);
        row("time_expire without offset", "/time_expire", "2026-01-01T08:30:00", false);
        row("time_expire with a fraction", "/time_expire", "2026-01-01T08:30:00.5+08:00", false);
        row("time_expire in v2 form", "/time_expire", "20260101083000", false);
        row("time_expire on no day", "/time_expire", "2026-02-30T08:30:00+08:00", false);
        row("time_expire with a line break", "/time_expire", "2026-01-01T08:30:00+08:00\n", false);
        const QString base = QStringLiteral("https://shop.example.test/");
        row("notify_url 255", "/notify_url", base + QString(255 - base.size(), u'n'), true);
        row("notify_url 256", "/notify_url", base + QString(256 - base.size(), u'n'), false);
        row("notify_url with a query", "/notify_url", "https://shop.example.test/n?a=1", false);
        row("notify_url of a file", "/notify_url", "file:///etc/passwd", false);
        row("notify_url with a login", "/notify_url", "https://me:pw@shop.example.test/n", false);
        row("notify_url without scheme", "/notify_url", "shop.example.test/n", false);
        row("support_fapiao", "/support_fapiao", true, true);
        row("support_fapiao as text", "/support_fapiao", "true", false);
        row("limit_pay", "/limit_pay", QJsonArray{"no_credit"}, true);
        row("limit_pay as text", "/limit_pay", "no_credit", false);
        row("settle_info", "/settle_info", QJsonObject{{"profit_sharing", true}}, true);
        row("settle_info as number", "/settle_info/profit_sharing", 1, false);
        nested(row);
    }
    void judges()
    {
        QFETCH(QString, pointer);
        QFETCH(QJsonValue, value);
        QFETCH(bool, good);
        SimulatorRig rig;
        const HttpReply reply = rig.create(with(SimulatorRig::order("A00001"), pointer.mid(1).split('/'), value));
        QCOMPARE(reply.status, good ? 200 : 400);
        QCOMPARE(rig.signatureFault(reply.headers, reply.body), QString());
        if (good)
            return;
        const QJsonObject error = objectIn(reply.body);
        QCOMPARE(error["code"].toString(), "PARAM_ERROR");
        const QJsonObject detail = error["detail"].toObject();
        QVERIFY2(detail["field"].toString().startsWith(pointer), qPrintable(detail["field"].toString()));
        QCOMPARE(detail["location"].toString(), "body");
        QVERIFY(!detail["issue"].toString().isEmpty());
    }

    void anUnknownFieldHasItsOwnNumber()
    {
        SimulatorRig rig;
        QJsonObject body = SimulatorRig::order("A00001");
        body["colour"] = "red";
        QVERIFY(rig.create(body).headers.value("Request-ID").endsWith("-270924358"));
    }

    void theBodyMustBeAnObject_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("nothing") << QByteArray(" ");
        QTest::newRow("list") << QByteArray("[]");
        QTest::newRow("torn") << QByteArray("{\"appid\":");
        QTest::newRow("not UTF-8") << QByteArray("{\"appid\":\"\xff\xfe\"}");
    }
    void theBodyMustBeAnObject()
    {
        QFETCH(QByteArray, body);
        SimulatorRig rig;
        auto future = rig.send(rig.merchantRequest("POST", "/v3/pay/transactions/native", body));
        QCOMPARE(future.result().status, 400);
    }

    void anotherMerchantOrApp()
    {
        SimulatorRig rig;
        QJsonObject merchant = SimulatorRig::order("A00001");
        merchant["mchid"] = "1900000110";
        QCOMPARE(objectIn(rig.create(merchant).body)["code"].toString(), "MCH_NOT_EXISTS");
        QJsonObject app = SimulatorRig::order("A00001");
        app["appid"] = "wx0000000000000000";
        const HttpReply reply = rig.create(app);
        QCOMPARE(reply.status, 400);
        QCOMPARE(objectIn(reply.body)["code"].toString(), "APPID_MCHID_NOT_MATCH");
        QVERIFY(reply.headers.value("Request-ID").endsWith("-268445527"));
    }

    void limitPayIsASwitch()
    {
        SimulatorRig rig(SimulatorSwitches{.limitPayAccepted = false});
        QJsonObject body = SimulatorRig::order("A00001");
        body["limit_pay"] = QJsonArray{"no_credit"};
        QCOMPARE(rig.create(body).status, 400);
    }

private:
    template <class Row> static void nested(const Row &row)
    {
        const QJsonObject goods{{"merchant_goods_id", "1"}, {"quantity", 1}, {"unit_price", 1990}};
        const auto list = [](const QJsonObject &one) { return QJsonArray{one}; };
        const auto but = [](QJsonObject object, const char *name, const QJsonValue &value) {
            object[QLatin1String(name)] = value;
            return object;
        };
        row("detail", "/detail", QJsonObject{{"cost_price", 1990}, {"invoice_id", "1"}, {"goods_detail", list(goods)}},
            true);
        row("no goods", "/detail/goods_detail", QJsonArray(), false);
        row("goods with codepay's name", "/detail/goods_detail", list(but(goods, "wxpay_goods_id", "1")), false);
        row("goods without quantity", "/detail/goods_detail", list({{"merchant_goods_id", "1"}, {"unit_price", 1}}),
            false);
        row("goods that are none", "/detail/goods_detail", QJsonArray{1}, false);
        row("goods' price as text", "/detail/goods_detail", list(but(goods, "unit_price", "1")), false);
        QJsonArray many;
        for (int i = 0; i < 6000; ++i)
            many.append(goods);
        row("6000 goods", "/detail/goods_detail", many, true);
        many.append(goods);
        row("6001 goods", "/detail/goods_detail", many, false);
        const QJsonObject store{{"id", "1"}, {"name", QStringLiteral("晨光咖啡")}};
        const QJsonObject scene{{"payer_client_ip", "203.0.113.7"}, {"device_id", "1"}, {"store_info", store}};
        row("scene_info", "/scene_info", scene, true);
        row("scene_info over IPv6", "/scene_info", but(scene, "payer_client_ip", "2001:db8::1"), true);
        row("scene_info with no address", "/scene_info", QJsonObject{{"device_id", "1"}}, false);
        row("scene_info with half an address", "/scene_info", but(scene, "payer_client_ip", "203.0"), false);
        row("device_id 33", "/scene_info", but(scene, "device_id", QString(33, u'x')), false);
        row("store without id", "/scene_info", but(scene, "store_info", QJsonObject{{"name", "x"}}), false);
        row("store address 513", "/scene_info", but(scene, "store_info", but(store, "address", QString(513, u'x'))),
            false);
    }
    static QJsonObject with(QJsonObject object, QStringList path, const QJsonValue &value)
    {
        const QString name = path.takeFirst();
        object[name] = path.isEmpty() ? value : QJsonValue(with(object[name].toObject(), path, value));
        return object;
    }
};

QTEST_GUILESS_MAIN(GatewayFieldsTest)
#include "tst_gateway_fields.moc"
