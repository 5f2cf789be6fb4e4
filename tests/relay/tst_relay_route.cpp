// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/relay/RelayRoute.h"
#include "server/relay/RelayedHeaders.h"
#include "tests/relay/RelayBooks.h"
#include "tests/support/VirtualClock.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;

/// What is posted to a relay: kept before it is answered, and only what may be a notification.
class RelayRouteTest : public QObject
{
    Q_OBJECT

    static HttpRequest request(const RelayedNotification &notification, const QString &shop = "corner",
                               const QString &peer = "127.0.0.1")
    {
        HttpRequest request;
        request.method = "POST";
        request.headers = RelayedHeaders::of(notification);
        request.body = notification.body;
        request.captures = {shop};
        request.peer = QHostAddress(peer);
        request.countsPerPeer = !request.peer.isLoopback();
        return request;
    }
    int post(const HttpRequest &request)
    {
        const auto reply = await(m_route->answer(request));
        if (reply.status != 204 && QJsonDocument::fromJson(reply.body)["code"] != "FAIL")
            return -1;
        return reply.status;
    }
    int post(int number, const QString &shop = "corner", const QString &peer = "127.0.0.1")
    {
        return post(request(RelayedNotes::note(number), shop, peer));
    }
    void open(const RelayBacklog &backlog = {})
    {
        m_route.reset();
        m_books = std::make_unique<RelayBooks>(backlog);
        m_route = std::make_unique<RelayRoute>(m_books->store, m_clock);
    }

private slots:
    void init() { open(); }
    void cleanup()
    {
        m_route.reset();
        m_books.reset();
    }

    void whatIsAnsweredWithSuccessIsKept()
    {
        const QSignalSpy kept(m_route.get(), &RelayRoute::kept);
        QCOMPARE(post(1), 204);
        QCOMPARE(kept.size(), 1);
        QCOMPARE(kept[0][0].toString(), QStringLiteral("corner"));
        const auto line = await(m_books->store.after("corner", "stream-1", 0, 10));
        QCOMPARE(line->size(), 1);
        QCOMPARE(line->first().digest(), RelayedNotes::note(1).digest());
        QCOMPARE(line->first().receivedAt.toMSecsSinceEpoch(), m_clock.nowMs());
        QCOMPARE(post(1), 204); // the same again
        QCOMPARE(m_books->corner().last, 1);
        QCOMPARE(kept.size(), 1);
    }
    void whatCannotBeWrittenIsNot()
    {
        // Books whose table is not there.
        QVERIFY(await(m_books->database->run<void>([](SqlConnection &database) {
            return database.execute("ALTER TABLE relay_notifications RENAME TO moved");
        })));
        QCOMPARE(post(1), 500);
    }
    void itsHeadersAreNeeded()
    {
        for (const char *name : {"Wechatpay-Timestamp", "Wechatpay-Nonce", "Wechatpay-Signature", "Wechatpay-Serial"}) {
            HttpRequest without = request(RelayedNotes::note(1));
            HttpHeaders fewer;
            for (const auto &[field, value] : without.headers.fields()) {
                if (field != name)
                    fewer.add(field, value);
            }
            without.headers = fewer;
            QCOMPARE(post(without), 400);
            HttpRequest twice = request(RelayedNotes::note(1));
            twice.headers.add(name, "1");
            QCOMPARE(post(twice), 400);
            HttpRequest huge = request(RelayedNotes::note(1));
            huge.headers.set(name, QByteArray(2000, '1'));
            QCOMPARE(post(huge), 400);
        }
        HttpRequest empty = request(RelayedNotes::note(1));
        empty.body.clear();
        QCOMPARE(post(empty), 400);
        QCOMPARE(m_books->corner().last, 0);
    }
    void oneThatIsTooLong()
    {
        QCOMPARE(post(request(RelayedNotes::note(1, QByteArray(RelayedHeaders::maxBodyBytes, 'x')))), 204);
        QCOMPARE(post(request(RelayedNotes::note(2, QByteArray(RelayedHeaders::maxBodyBytes + 1, 'x')))), 413);
        QCOMPARE(m_books->corner().last, 1);
    }
    void aShopThatIsNotServed()
    {
        QCOMPARE(post(1, "nobody"), 404);
        QCOMPARE(post(1, "Corner"), 404);
        QCOMPARE(post(1, "corner/.."), 404);
    }
    void aProbeIsNeverASuccess()
    {
        RelayedNotification probe = RelayedNotes::note(1);
        probe.signature = "WECHATPAY/SIGNTEST/" + QByteArray(324, 'A');
        QCOMPARE(post(request(probe)), 401);
        QCOMPARE(m_books->corner().last, 0);
    }
    void aFullLineHasItSentAgain()
    {
        open({.notifications = 2, .bytes = 1'000'000, .ofOneNetwork = 10});
        QCOMPARE(post(1), 204);
        QCOMPARE(post(2), 204);
        QCOMPARE(post(3), 500);
        QVERIFY(await(m_books->store.acknowledge("corner", "stream-1", 1)));
        QCOMPARE(post(3), 204);
    }
    void aShopHasARate()
    {
        QCOMPARE(post(0), 204); // from now on it is known
        for (int i = 1; i <= RelayRoute::perShop.count; ++i)
            QCOMPARE(post(i), 204);
        QCOMPARE(post(1000), 429);
        m_clock.advance(1s);
        for (int i = 0; i < 20; ++i)
            QCOMPARE(post(2000 + i), 204);
        QCOMPARE(post(3000), 429);
    }
    void aNetworkHasARateForAllShops()
    {
        for (int i = 0; i < RelayRoute::perNetwork.count; ++i)
            QCOMPARE(post(i, "nobody", i % 2 ? "203.0.113.7" : "203.0.113.8"), 404);
        QCOMPARE(post(1, "corner", "203.0.113.9"), 429);
        QCOMPARE(post(1, "corner", "198.51.100.9"), 204);
        QCOMPARE(post(2, "corner", "127.0.0.1"), 204);
    }
    void eachIsCountedByWhatBecameOfIt()
    {
        open({.notifications = 1, .bytes = 1'000'000, .ofOneNetwork = 10});
        QCOMPARE(post(1), 204);
        QCOMPARE(post(1), 204);
        QCOMPARE(post(2), 500); // full
        QCOMPARE(post(3, "nobody"), 404);
        using Outcome = RelayRoute::Outcome;
        for (const auto outcome : {Outcome::Kept, Outcome::Repeated, Outcome::NoRoom, Outcome::UnknownShop})
            QCOMPARE(m_route->counts()[size_t(outcome)], 1);
        QVERIFY(await(m_books->database->run<void>([](SqlConnection &database) {
            return database.execute("ALTER TABLE relay_notifications RENAME TO moved");
        })));
        QCOMPARE(post(4), 500);
        QCOMPARE(m_route->counts()[size_t(Outcome::NotWritten)], 1);
        QCOMPARE(std::accumulate(m_route->counts().begin(), m_route->counts().end(), qint64(0)), 5);
    }
    void networks()
    {
        QCOMPARE(RelayRoute::networkOf(QHostAddress("203.0.113.7")), QStringLiteral("203.0.113.0/24"));
        QCOMPARE(RelayRoute::networkOf(QHostAddress("::ffff:203.0.113.7")), QStringLiteral("203.0.113.0/24"));
        QCOMPARE(RelayRoute::networkOf(QHostAddress("2001:db8:1:2::3")), QStringLiteral("2001:db8:1::/48"));
    }

private:
    VirtualClock m_clock;
    std::unique_ptr<RelayBooks> m_books;
    std::unique_ptr<RelayRoute> m_route;
};

QTEST_GUILESS_MAIN(RelayRouteTest)
#include "tst_relay_route.moc"
