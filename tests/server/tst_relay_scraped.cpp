// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ops/Promtool.h"
#include "tests/relay/ShopEnd.h"
#include "tests/server/RunningRelay.h"
#include "tests/support/HeldBooks.h"

/// A relay's day as its operator's figures have it, of all shops together.
class RelayScrapedTest : public QObject
{
    Q_OBJECT

    double valueOf(const QByteArray &series)
    {
        for (const auto &line : m_relay->ops("/metrics").body.split('\n')) {
            if (line.startsWith(series + ' '))
                return line.mid(series.size() + 1).toDouble();
        }
        return -1;
    }
    double posts(const QByteArray &outcome)
    {
        return valueOf("scantill_relay_posts_total{outcome=\"" + outcome + "\"}");
    }

private slots:
    void init() { m_relay = std::make_unique<RunningRelay>(); }
    void cleanup() { m_relay.reset(); }

    void fromAPostToItsAcknowledgement()
    {
        QCOMPARE(valueOf("scantill_relay_oldest_waiting_seconds"), 0.0);
        for (int i = 1; i <= 3; ++i)
            QCOMPARE(m_relay->post(i), 204);
        QCOMPARE(m_relay->post(3), 204);
        QCOMPARE(m_relay->post(4, "nobody"), 404);
        QCOMPARE(posts("kept"), 3.0);
        QCOMPARE(posts("repeat"), 1.0);
        QCOMPARE(posts("unknown_shop"), 1.0);
        QCOMPARE(posts("no_room"), 0.0);
        QCOMPARE(valueOf("scantill_relay_shops"), 1.0);
        QCOMPARE(valueOf("scantill_relay_shops_connected"), 0.0);
        QCOMPARE(valueOf("scantill_relay_waiting"), 3.0);
        QCOMPARE(valueOf("scantill_relay_longest_line"), 3.0);
        QVERIFY(valueOf("scantill_relay_waiting_bytes") > 3.0 * 256);
        QTRY_VERIFY(valueOf("scantill_relay_oldest_waiting_seconds") > 0);
        QVERIFY(valueOf("scantill_relay_oldest_waiting_seconds") < 60);
        QVERIFY(valueOf("scantill_store_commit_seconds_count") >= 3);

        ShopEnd shop(m_relay->link());
        shop.greet({}, m_relay->token);
        QVERIFY(shop.hears(3));
        QCOMPARE(valueOf("scantill_relay_shops_connected"), 1.0);
        QCOMPARE(valueOf("scantill_relay_handed_down_total"), 3.0);
        shop.acknowledge(3);
        QTRY_COMPARE(valueOf("scantill_relay_waiting"), 0.0);
        QCOMPARE(valueOf("scantill_relay_acknowledged_total"), 3.0);
        QCOMPARE(valueOf("scantill_relay_oldest_waiting_seconds"), 0.0);
        ShopEnd guesser(m_relay->link());
        guesser.greet({}, "guessed");
        QVERIFY(guesser.isClosed());
        QCOMPARE(valueOf("scantill_relay_links_refused_total{reason=\"stranger\"}"), 1.0);
    }
    void whatTheBooksDoNotTellIsLeftOut()
    {
        bool inTime = false;
        for (int begun = 0; begun < 5 && !inTime; ++begun) {
            m_relay = std::make_unique<RunningRelay>();
            QCOMPARE(valueOf("scantill_relay_waiting"), 0.0); // which is of no use later
            HeldBooks other(m_relay->path("relay.sqlite"));
            const auto held = m_relay->begin(1); // holds up the store's thread
            for (int i = 0; i < 2; ++i) // which come after it
                QCOMPARE(m_relay->get(m_relay->at().http + "/healthz").status, 200);
            const auto text = m_relay->ops("/metrics").body;
            inTime = other.letGoInTime();
            if (!inTime)
                continue;
            QVERIFY(text.contains("\nscantill_relay_shops_connected 0\n"));
            QVERIFY(!text.contains("\nscantill_relay_waiting"));
            QCOMPARE(await(held)->status, 204);
        }
        QVERIFY(inTime);
        QTRY_COMPARE(valueOf("scantill_relay_waiting"), 1.0);
    }
    void noSecretAndNobodysNameIsInThem()
    {
        QCOMPARE(m_relay->post(1), 204);
        ShopEnd shop(m_relay->link());
        shop.greet({}, m_relay->token);
        QVERIFY(shop.hears(1));
        const auto text = m_relay->ops("/metrics").body;
        QVERIFY(text.size() > 1000);
        for (const QByteArray &word : {QByteArray("corner"), m_relay->token, QByteArray("127.0.0.1")})
            QVERIFY2(!text.contains(word), word.constData());
    }
    void prometheusHasNothingAgainstThem()
    {
        if (Promtool::program().isEmpty())
            QSKIP("there is no promtool; ./dev test fetches it");
        QCOMPARE(m_relay->post(1), 204);
        const auto answer = m_relay->ops("/metrics");
        QCOMPARE(answer.headers.value("Content-Type"), QByteArray("text/plain; version=0.0.4; charset=utf-8"));
        QCOMPARE(Promtool::faultsIn(answer.body), QByteArray());
        for (const char *standard : {"process_cpu_seconds_total ", "process_resident_memory_bytes ",
                                     "process_open_fds ", "process_start_time_seconds ", "scantill_build_info{",
                                     "scantill_http_replies_total{", "scantill_log_lines_dropped_total "})
            QVERIFY2(answer.body.contains(QByteArray("\n") + standard), standard);
    }

private:
    std::unique_ptr<RunningRelay> m_relay;
};

QTEST_GUILESS_MAIN(RelayScrapedTest)
#include "tst_relay_scraped.moc"
