// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ops/OpsRoutes.h"
#include "tests/http/RawClient.h"
#include "tests/support/VirtualClock.h"

#include <QTest>

/// Readiness and turnover are for who sits on this machine, or who reaches the operator's own port.
class OpsRoutesTest : public QObject
{
    Q_OBJECT

    struct Rig
    {
        explicit Rig(OpsRoutes::For whom)
        {
            const OpsRoutes routes{[] {
                                       return ready(HttpReply::json(503, QJsonObject{{"ready", false}}));
                                   },
                                   [] { return ready(HttpReply::text(200, "text/plain", "figures")); }};
            routes.addTo(http, whom);
            port = http.listen(QHostAddress::LocalHost, 0).value();
        }
        RawClient::Reply get(const QByteArray &path, const QByteArray &fields = {})
        {
            RawClient client(port);
            client.get(path, fields);
            return client.reply();
        }

        VirtualClock clock;
        HttpListener http{{}, clock};
        quint16 port = 0;
    };

private slots:
    void whoSitsHereIsAnswered()
    {
        Rig rig(OpsRoutes::For::ThisMachine);
        QCOMPARE(rig.get("/metrics").body, QByteArray("figures"));
        QCOMPARE(rig.get("/readyz").status, 503);
        QCOMPARE(rig.get("/healthz").status, 200);
    }
    void whoeverAProxyAsksForIsNot_data()
    {
        QTest::addColumn<QByteArray>("field");
        for (const char *field : {"Forwarded: for=203.0.113.9", "X-Forwarded-For: 203.0.113.9",
                                  "X-Real-IP: 203.0.113.9", "Via: 1.1 proxy", "X-Forwarded-Host: shop"})
            QTest::newRow(field) << QByteArray(field) + "\r\n";
    }
    void whoeverAProxyAsksForIsNot()
    {
        QFETCH(QByteArray, field);
        Rig rig(OpsRoutes::For::ThisMachine);
        QCOMPARE(rig.get("/metrics", field).status, 404);
        QCOMPARE(rig.get("/readyz", field).status, 404);
        QCOMPARE(rig.get("/healthz", field).status, 200);
    }
    void theOperatorsPortAsksNobodyWhereTheyComeFrom()
    {
        Rig rig(OpsRoutes::For::Everybody);
        QCOMPARE(rig.get("/metrics", "Via: 1.1 proxy\r\n").body, QByteArray("figures"));
    }
};

QTEST_GUILESS_MAIN(OpsRoutesTest)
#include "tst_ops_routes.moc"
