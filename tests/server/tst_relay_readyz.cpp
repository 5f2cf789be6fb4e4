// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/relay/ShopEnd.h"
#include "tests/server/RunningRelay.h"
#include "tests/support/HeldBooks.h"
#include "tests/support/VirtualClock.h"

/// A relay's /readyz tells the truth, and to whom it may.
class RelayReadyzTest : public QObject
{
    Q_OBJECT
private slots:
    void aRelayThatIsWell()
    {
        RunningRelay relay;
        const auto answer = relay.ops("/readyz");
        QCOMPARE(answer.status, 200);
        const auto parts = QJsonDocument::fromJson(answer.body).object()["parts"].toObject();
        QCOMPARE(parts.keys(), (QStringList{"listeners", "server", "store"}));
        QCOMPARE(relay.part("store")["state"], QJsonValue("written"));
        QCOMPARE(relay.part("listeners")["state"], QJsonValue("listening"));
        QCOMPARE(relay.part("server")["state"], QJsonValue("running"));
    }
    void booksThatCannotBeWritten()
    {
        RunningRelay relay;
        {
            HeldBooks held(relay.path("relay.sqlite"));
            const auto answer = HeldBooks::answerInTime([&] { return relay.ops("/readyz"); });
            QVERIFY2(answer, "it waited for the store");
            QCOMPARE(answer->status, 503);
            QCOMPARE(relay.part("store")["ready"], QJsonValue(false));
            QCOMPARE(relay.part("server")["ready"], QJsonValue(true));
            QCOMPARE(relay.ops("/healthz").status, 200);
            (void)held.letGoInTime();
        }
        QTRY_COMPARE(relay.ops("/readyz").status, 200);
    }
    void aCertificateNearItsEnd()
    {
        VirtualClock clock(QDateTime::currentMSecsSinceEpoch());
        RunningRelay relay([](ServerConfig &config) { config.tlsGenerate = true; }, &clock);
        QCOMPARE(relay.part("certificate")["state"], QJsonValue("valid"));
        const auto until = QDateTime::fromString(relay.part("certificate")["not_after"].toString(), Qt::ISODate);
        clock.jumpWall(std::chrono::milliseconds(clock.now().msecsTo(until.addDays(-1))));
        QCOMPARE(relay.part("certificate")["state"], QJsonValue("ends_soon"));
        QCOMPARE(relay.ops("/readyz").status, 200);
        QVERIFY(relay.ops("/metrics")
                    .body.contains("\nscantill_certificate_not_after_timestamp_seconds "
                                   + QByteArray::number(until.toSecsSinceEpoch()) + '\n'));
        clock.jumpWall(std::chrono::hours(25));
        QCOMPARE(relay.part("certificate")["state"], QJsonValue("over"));
        QCOMPARE(relay.ops("/readyz").status, 503);
        QVERIFY(relay.server().reload()); // one of our own making is made anew
        QCOMPARE(relay.part("certificate")["state"], QJsonValue("valid"));
        QCOMPARE(relay.ops("/readyz").status, 200);
    }
    void whoMayAsk()
    {
        RunningRelay relay;
        for (const QString path : {"/readyz", "/metrics"}) {
            QCOMPARE(relay.get(relay.at().http + path).status, 200);
            for (const char *mark : {"Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via"}) {
                const HttpHeaders byProxy{{mark, "for=203.0.113.7"}};
                QCOMPARE(relay.get(relay.at().http + path, byProxy).status, 404);
                QCOMPARE(relay.get(relay.at().ops + path, byProxy).status, 200);
            }
        }
        QCOMPARE(relay.get(relay.at().http + "/healthz", {{"Via", "1.1 proxy"}}).status, 200);
        QCOMPARE(relay.get(relay.at().ops + "/wechatpay/notify/corner").status, 404);
    }
    void aRelayThatStopsWritesAndAnswersWhatItHas()
    {
        bool inTime = false;
        for (int begun = 0; begun < 5 && !inTime; ++begun) {
            bool stopped = false;
            RunningRelay relay;
            HeldBooks held(relay.path("relay.sqlite"));
            const auto posted = relay.begin(1);
            for (int i = 0; i < 2; ++i) // which come after it
                QCOMPARE(relay.get(relay.at().http + "/healthz").status, 200);
            connect(&relay.server(), &Service::stopped, this,
                    [&stopped](bool storeAnswers) { stopped = storeAnswers; });
            relay.server().stop();
            QCOMPARE(relay.ops("/healthz").status, 200); // a turn or two later
            const bool isWaitedFor = !posted.isFinished() && !stopped;
            inTime = held.letGoInTime();
            if (!inTime)
                continue;
            QVERIFY(isWaitedFor);
            QCOMPARE(await(posted)->status, 204);
            QTRY_VERIFY(stopped);
        }
        QVERIFY(inTime);
    }
    void aRelayThatStops()
    {
        RunningRelay relay;
        ShopEnd shop(relay.link());
        relay.server().stop();
        QCOMPARE(relay.ops("/readyz").status, 503);
        QCOMPARE(relay.part("server")["state"], QJsonValue("stopping"));
        QCOMPARE(relay.part("listeners")["ready"], QJsonValue(false));
        QVERIFY(shop.isClosed());
        QCOMPARE(int(shop.socket.closeCode()), int(QWebSocketProtocol::CloseCodeGoingAway));
    }
};

QTEST_GUILESS_MAIN(RelayReadyzTest)
#include "tst_relay_readyz.moc"
