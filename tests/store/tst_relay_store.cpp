// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/Database.h"
#include "tests/support/Await.h"
#include "tests/support/RelayedNotes.h"

#include <QTemporaryDir>
#include <QTest>

using RelayedNotes::note;

/// A relay's books: for each shop a line of notifications, numbered from 1 without gaps, kept until acknowledged.
class RelayStoreTest : public QObject
{
    Q_OBJECT

    static DatabaseOptions relayOptions()
    {
        DatabaseOptions options;
        options.schema = Schema::relay();
        return options;
    }
    QString file() const { return m_folder->filePath("relay.sqlite"); }
    void open(const RelayBacklog &backlog = {})
    {
        m_store.reset();
        m_database.reset();
        m_database = *Database::open(file(), relayOptions());
        m_store = std::make_unique<RelayStore>(*m_database, backlog);
    }
    Result<bool> keep(int number, const char *shop = "corner", const char *network = "")
    {
        return await(m_store->keep(QString::fromLatin1(shop), note(number), QString::fromLatin1(network)));
    }
    QList<qint64> line(qint64 after = 0, const char *shop = "corner", const char *stream = "stream-1")
    {
        QList<qint64> numbers;
        const auto found = await(m_store->after(QString::fromLatin1(shop), QString::fromLatin1(stream), after, 1000));
        for (const auto &one : *found)
            numbers << one.seq;
        return numbers;
    }
    Result<void> acknowledge(qint64 seq, const char *stream = "stream-1")
    {
        return await(m_store->acknowledge("corner", QString::fromLatin1(stream), seq));
    }
    RelayShop corner() { return *await(m_store->shop("corner")); }
    RelayShop resume(const RelayPosition &position) { return *await(m_store->resume("corner", position, "fresh")); }

private slots:
    void whatWaitsInAll()
    {
        auto all = await(m_store->waiting());
        QCOMPARE(all->shops, 1);
        QCOMPARE(all->notifications, 0);
        QVERIFY(!all->oldest.isValid());
        QVERIFY(await(m_store->add(RelayedNotes::shop("market"), Orders::start)));
        for (int i = 1; i <= 3; ++i) {
            auto one = note(i);
            one.receivedAt = Orders::start.addSecs(i);
            QVERIFY(await(m_store->keep("corner", one, {})));
        }
        QVERIFY(keep(4, "market")); // the oldest, as it happens
        all = await(m_store->waiting());
        QCOMPARE(all->shops, 2);
        QCOMPARE(all->notifications, 4);
        QCOMPARE(all->longestLine, 3);
        QCOMPARE(all->bytes, note(1).bytes() * 4);
        QCOMPARE(all->oldest, Orders::start);
        QVERIFY(await(m_store->acknowledge("market", "stream-1", 1)));
        QVERIFY(acknowledge(1));
        all = await(m_store->waiting());
        QCOMPARE(all->notifications, 2);
        QCOMPARE(all->oldest, Orders::start.addSecs(2));
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        open();
        QVERIFY(await(m_store->add(RelayedNotes::shop("corner"), Orders::start)));
    }
    void cleanup()
    {
        m_store.reset();
        m_database.reset();
    }

    void numbersEachShopsFromOneWithoutGaps()
    {
        QVERIFY(await(m_store->add(RelayedNotes::shop("market"), Orders::start)));
        for (int i = 1; i <= 3; ++i)
            QVERIFY(*keep(i));
        QVERIFY(*keep(1, "market"));
        QVERIFY(*keep(4));
        QCOMPARE(line(), (QList<qint64>{1, 2, 3, 4}));
        QCOMPARE(line(2), (QList<qint64>{3, 4}));
        QCOMPARE(line(0, "market"), QList<qint64>{1});
    }
    void keepsEveryByteOverARestart()
    {
        RelayedNotification odd = note(1);
        odd.body = QByteArray::fromHex("00ff0d0a7b7d") + "\xe6\x94\xaf";
        odd.signatureType = "WECHATPAY2-SHA256-RSA2048";
        odd.contentType = {};
        QVERIFY(await(m_store->keep("corner", odd, {})));
        open();
        const auto kept = await(m_store->after("corner", "stream-1", 0, 1))->first();
        QCOMPARE(kept.digest(), odd.digest());
        QCOMPARE(kept.body, odd.body);
        QCOMPARE(kept.receivedAt, odd.receivedAt);
        QCOMPARE(corner().waitingBytes, odd.bytes());
    }
    void theSameDeliveryIsKeptOnce()
    {
        QVERIFY(*keep(1));
        QCOMPARE(keep(1).value(), false);
        QVERIFY(*keep(2));
        QCOMPARE(line(), (QList<qint64>{1, 2}));
        RelayedNotification shifted = note(1); // the same bytes, cut otherwise
        shifted.nonce += shifted.signature.left(1);
        shifted.signature.remove(0, 1);
        QVERIFY(*await(m_store->keep("corner", shifted, {})));
    }
    void forgetsWhatIsAcknowledgedAndNothingElse()
    {
        for (int i = 1; i <= 4; ++i)
            QVERIFY(*keep(i));
        QVERIFY(acknowledge(3));
        QCOMPARE(line(), QList<qint64>{4});
        QVERIFY(acknowledge(2)); // late: nothing
        QVERIFY(acknowledge(99)); // more than there is
        QCOMPARE(line(), QList<qint64>());
        QCOMPARE(corner().waitingBytes, 0);
        open();
        QVERIFY(*keep(5)); // numbers go on
        QCOMPARE(line(), QList<qint64>{5});
    }
    void aFullLineTakesNoMore()
    {
        open({.notifications = 2, .bytes = 1024 * 1024, .ofOneNetwork = 100});
        QVERIFY(*keep(1));
        QVERIFY(*keep(2));
        QCOMPARE(keep(3).error().code, ErrorCode::Busy);
        QCOMPARE(keep(1).value(), false); // is there already: still no failure
        QVERIFY(acknowledge(1));
        QVERIFY(*keep(3));
        QCOMPARE(line(), (QList<qint64>{2, 3}));
    }
    void norMoreBytes()
    {
        open({.notifications = 100, .bytes = note(1).bytes() * 2, .ofOneNetwork = 100});
        QVERIFY(*keep(1));
        QVERIFY(*keep(2));
        QCOMPARE(keep(3).error().code, ErrorCode::Busy);
    }
    void noNetworkTakesMoreThanItsShare()
    {
        open({.notifications = 10, .bytes = 1024 * 1024, .ofOneNetwork = 2});
        QVERIFY(*keep(1, "corner", "203.0.113.0/24"));
        QVERIFY(*keep(2, "corner", "203.0.113.0/24"));
        QCOMPARE(keep(3, "corner", "203.0.113.0/24").error().code, ErrorCode::Busy);
        QVERIFY(*keep(3, "corner", "198.51.100.0/24"));
        for (int i = 4; i < 8; ++i)
            QVERIFY(*keep(i)); // this machine's own has no share
        QVERIFY(acknowledge(1));
        QVERIFY(*keep(8, "corner", "203.0.113.0/24"));
    }
    void whoIsNotServed()
    {
        QCOMPARE(keep(1, "nobody").error().code, ErrorCode::NotFound);
        QCOMPARE(await(m_store->shop("nobody")).error().code, ErrorCode::NotFound);
        QCOMPARE(await(m_store->add(RelayedNotes::shop("corner"), Orders::start)).error().code, ErrorCode::Conflict);
        QVERIFY(*keep(1));
        QVERIFY(await(m_store->remove("corner")));
        QCOMPARE(await(m_store->remove("corner")).error().code, ErrorCode::NotFound);
        QCOMPARE(keep(2).error().code, ErrorCode::NotFound);
        QCOMPARE(acknowledge(1).error().code, ErrorCode::NotFound);
        // Another shop of that name has nothing of the first one's.
        QVERIFY(await(m_store->add(RelayedNotes::shop("corner", "hash", "stream-2"), Orders::start)));
        QCOMPARE(acknowledge(1).error().code, ErrorCode::NotFound);
        QCOMPARE(line(0, "corner", "stream-2"), QList<qint64>());
    }
    void servesSoManyShops()
    {
        for (int i = 1; i < RelayStore::maxShops; ++i)
            QVERIFY(await(m_store->add(RelayedNotes::shop(qPrintable(QString::number(i))), Orders::start)));
        QCOMPARE(await(m_store->add(RelayedNotes::shop("late"), Orders::start)).error().code, ErrorCode::Busy);
    }
    void aShopThatIsBackGoesOnWhereItWas()
    {
        for (int i = 1; i <= 4; ++i)
            QVERIFY(*keep(i));
        const auto line1 = resume({"stream-1", 2, note(2).digest()}); // its acknowledgements were lost
        QCOMPARE(line1.stream, QStringLiteral("stream-1"));
        QCOMPARE(line1.acknowledged, 2);
        QCOMPARE(line1.acknowledgedDigest, note(2).digest());
        QCOMPARE(line(), (QList<qint64>{3, 4}));
        QCOMPARE(resume({"stream-1", 2, note(2).digest()}).stream, QStringLiteral("stream-1"));
        QCOMPARE(resume({"stream-1", 0, {}}).acknowledged, 2); // its books are older than what it acknowledged
        QCOMPARE(resume({"stream-1", 0, {}}).stream, QStringLiteral("stream-1"));
        QCOMPARE(resume({"", 0, {}}).stream, QStringLiteral("stream-1")); // a new computer
        QCOMPARE(line(), (QList<qint64>{3, 4}));
    }
    void afterOlderBooksTheLineHasAnotherName()
    {
        for (int i = 1; i <= 3; ++i)
            QVERIFY(*keep(i));
        // The shop has come further than this line ever was.
        const auto shorter = resume({"stream-1", 7, note(7).digest()});
        QCOMPARE(shorter.stream, QStringLiteral("fresh"));
        QCOMPARE(shorter.acknowledged, 0);
        QCOMPARE(line(0, "corner", "fresh"), (QList<qint64>{1, 2, 3}));
    }
    void alsoWhereTheNumberIsInUseAgain()
    {
        for (int i = 1; i <= 3; ++i)
            QVERIFY(*keep(i));
        const auto other = resume({"stream-1", 2, note(77).digest()});
        QCOMPARE(other.stream, QStringLiteral("fresh"));
        QCOMPARE(line(0, "corner", "fresh"), (QList<qint64>{1, 2, 3}));
        QVERIFY(acknowledge(2, "fresh"));
        QCOMPARE(await(m_store->resume("corner", {"fresh", 2, note(88).digest()}, "fresher"))->stream,
                 QStringLiteral("fresher")); // also at the last acknowledged one
    }
    void aShopsFileIsNoRelaysNorTheOtherWayRound()
    {
        const auto shopsFile = m_folder->filePath("books.sqlite");
        QVERIFY(Database::open(shopsFile));
        QVERIFY(Database::open(shopsFile, relayOptions()).error().message.contains("not ScanTill's"));
        QVERIFY(Database::open(file()).error().message.contains("not ScanTill's"));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<RelayStore> m_store;
};

QTEST_GUILESS_MAIN(RelayStoreTest)
#include "tst_relay_store.moc"
