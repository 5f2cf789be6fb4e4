// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/relay/LinkRig.h"

using namespace std::chrono_literals;
using RelayedNotes::note;

/// The shop's end of the line: what comes is taken in as if it had been posted here, and acknowledged once that is
/// durable. Whatever a relay says, it cannot hold up or derail its shop.
class RelayLinkTest : public QObject
{
    Q_OBJECT
private slots:
    void saysWhoItIsAndWhereItWas()
    {
        LinkRig rig;
        const QJsonObject hello = rig.welcome();
        QCOMPARE(hello["shop"].toString(), QStringLiteral("corner"));
        QCOMPARE(hello["token"].toString(), QStringLiteral("secret"));
        QCOMPARE(hello["stream"].toString(), QString());
        QCOMPARE(hello["after"].toInteger(-1), 0);
        QTRY_VERIFY(rig.link->isUp());
    }
    void takesWhatComesAsItWasPosted()
    {
        LinkRig rig;
        rig.welcome();
        rig.push(1);
        QVERIFY(rig.takes(1));
        QCOMPARE(rig.taken[0].body, note(1).body);
        QCOMPARE(rig.taken[0].headers.fields(), RelayedHeaders::of(note(1)).fields());
        QCOMPARE(rig.ack(), 1);
        QVERIFY((rig.position() == RelayPosition{"stream-1", 1, note(1).digest()}));
    }
    void acknowledgesOnlyWhatIsWritten()
    {
        LinkRig rig;
        rig.hold = true;
        rig.welcome();
        for (int seq = 1; seq <= 3; ++seq)
            rig.push(seq);
        QVERIFY(rig.takes(3));
        rig.answer(1, {}); // the second one first
        rig.answer(2, {});
        (void)rig.position(); // the store is at rest
        QCoreApplication::processEvents();
        QVERIFY(rig.relay.messages.isEmpty());
        QCOMPARE(rig.position().after, 0);
        rig.answer(0, {});
        QCOMPARE(rig.ack(), 3);
        QCOMPARE(rig.position().after, 3);
    }
    void whatCouldNotBeWrittenComesAgain()
    {
        LinkRig rig;
        rig.welcome();
        rig.push(1);
        QCOMPARE(rig.ack(), 1);
        rig.outcome = because(ErrorCode::StoreFailure, "the disk is full");
        rig.push(2);
        rig.push(3);
        QVERIFY(rig.comesBack());
        rig.outcome = {};
        const auto hello = rig.welcome({"stream-1", 1, note(1).digest()}, 3);
        QCOMPARE(hello["after"].toInteger(), 1);
        QCOMPARE(hello["stream"].toString(), QStringLiteral("stream-1"));
        QCOMPARE(hello["digest"].toString().toLatin1(), note(1).digest());
        rig.push(2);
        QCOMPARE(rig.ack(), 2);
    }
    void whatNeverVerifiesDoesNotHoldUpTheLine()
    {
        for (const auto code : {ErrorCode::Unverified, ErrorCode::InvalidInput}) {
            LinkRig rig;
            rig.welcome();
            rig.outcome = because(code, "no");
            rig.push(1);
            QCOMPARE(rig.ack(), 1);
            rig.outcome = {};
            rig.push(2);
            QCOMPARE(rig.ack(), 2);
            QCOMPARE(rig.link->counts().refused, 1);
            QCOMPARE(rig.link->counts().taken, 1);
        }
    }
    void aPositionThatCannotBeWrittenIsNotAcknowledged()
    {
        LinkRig rig;
        rig.welcome();
        QTRY_VERIFY(rig.link->isUp());
        const auto rename = [&rig](const QString &sql) {
            return await(rig.database->run<void>([sql](SqlConnection &database) { return database.execute(sql); }));
        };
        QVERIFY(rename("ALTER TABLE relay_positions RENAME TO moved"));
        rig.push(1);
        QTRY_VERIFY(rig.relay.clients.isEmpty());
        QVERIFY(rig.relay.messages.isEmpty());
        QVERIFY(rename("ALTER TABLE moved RENAME TO relay_positions"));
        QVERIFY(rig.comesBack());
        QCOMPARE(rig.welcome()["after"].toInteger(-1), 0);
    }
    void goesOnAfterItsOwnRestart()
    {
        LinkRig rig;
        rig.welcome();
        rig.push(1);
        rig.push(2);
        QTRY_COMPARE(rig.position().after, 2);
        rig.relay.messages.clear();
        rig.restart();
        QTRY_VERIFY(!rig.relay.messages.isEmpty());
        const auto hello = rig.said("hello");
        QCOMPARE(hello["after"].toInteger(), 2);
        QCOMPARE(hello["digest"].toString().toLatin1(), note(2).digest());
    }
    void numbersThatAreLeftOutAreCountedAndPassed()
    {
        LinkRig rig;
        rig.welcome();
        rig.push(1);
        QCOMPARE(rig.ack(), 1);
        rig.push(5);
        QCOMPARE(rig.ack(), 5);
        QCOMPARE(rig.link->counts().missing, 3);
    }
    void aNumberThatWasThereHidesNothing()
    {
        LinkRig rig;
        rig.welcome();
        rig.push(1);
        rig.push(2);
        QVERIFY(rig.takes(2));
        QTRY_COMPARE(rig.position().after, 2);
        rig.push(1, note(77)); // another notification under an old number
        QVERIFY(rig.takes(3));
        QCOMPARE(rig.taken[2].body, note(77).body);
        QTRY_COMPARE(rig.link->counts().taken, 3);
        QCOMPARE(rig.position().after, 2); // numbers never go back
        rig.push(3);
        QVERIFY(rig.takes(4));
        QTRY_COMPARE(rig.position().after, 3);
    }
    void anAnswerAfterTheLinkHasGoneIsNobodys()
    {
        LinkRig rig;
        rig.hold = true;
        rig.welcome();
        rig.push(1);
        QVERIFY(rig.takes(1));
        rig.link->stop();
        rig.link.reset();
        rig.answer(0, {});
        QCOMPARE(rig.position().after, 0);
    }
    void aNewLineBeginsWhereItSays()
    {
        LinkRig rig;
        rig.welcome();
        rig.push(80);
        QCOMPARE(rig.ack(), 80);
        rig.relay.dropSockets(); // its books are lost
        QVERIFY(rig.comesBack());
        rig.welcome({"stream-2", 0, {}}, 1);
        rig.push(1);
        QVERIFY(rig.takes(2));
        QCOMPARE(rig.ack(), 1);
        QVERIFY((rig.position() == RelayPosition{"stream-2", 1, note(1).digest()}));
        QCOMPARE(rig.link->counts().newStreams, 2); // the very first one too
        QCOMPARE(rig.link->counts().missing, 79); // of the first line
    }
    void afterOlderBooksOfItsOwnItGoesOnWithTheRelays()
    {
        LinkRig rig;
        rig.welcome();
        rig.push(1);
        QCOMPARE(rig.ack(), 1);
        rig.relay.dropSockets();
        QVERIFY(rig.comesBack());
        rig.welcome({"stream-1", 4, note(4).digest()}, 5); // we had acknowledged four, it says
        QCOMPARE(rig.ack(), 4);
        rig.push(5);
        QCOMPARE(rig.ack(), 5);
        QCOMPARE(rig.link->counts().missing, 3);
    }
    void aFloodEndsTheConnection()
    {
        LinkRig rig;
        rig.hold = true;
        rig.welcome();
        for (int seq = 1; seq <= RelayInbox::maxUnderWay + 1; ++seq)
            rig.push(seq);
        QTRY_VERIFY(rig.relay.clients.isEmpty());
        QCOMPARE(rig.taken.size(), RelayInbox::maxUnderWay);
        // What ends only now belongs to a connection that has gone.
        for (qsizetype i = 0; i < rig.taken.size(); ++i)
            rig.answer(i, {});
        QVERIFY(rig.comesBack());
        QCOMPARE(rig.welcome()["after"].toInteger(-1), 0);
        QVERIFY(rig.relay.messages.isEmpty());
    }
    void whatNoRelaySaysEndsTheConnection_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nonsense") << QByteArray("nonsense");
        QTest::newRow("a second welcome") << RelayFrames::text(RelayFrames::Welcome{{"stream-9", 0, {}}, 0}).toUtf8();
        QTest::newRow("no number") << RelayFrames::text(note(1)).toUtf8();
    }
    void whatNoRelaySaysEndsTheConnection()
    {
        QFETCH(QByteArray, text);
        LinkRig rig;
        rig.welcome();
        QTRY_VERIFY(rig.link->isUp());
        rig.relay.push(text);
        QTRY_VERIFY(rig.relay.clients.isEmpty());
        QVERIFY(!rig.link->isUp());
        QVERIFY(rig.taken.isEmpty());
        QVERIFY(rig.comesBack());
    }
    void onceItIsStoppedItStaysAway()
    {
        LinkRig rig;
        rig.hold = true;
        rig.welcome();
        rig.push(1);
        QVERIFY(rig.takes(1));
        rig.link->stop();
        QVERIFY(!rig.link->isUp());
        QTRY_VERIFY(rig.relay.clients.isEmpty());
        rig.answer(0, {}); // in the books all the same; the relay sends it again
        rig.clock.advance(10min);
        QCOMPARE(rig.position().after, 0);
        QCOMPARE(rig.relay.upgrades, 1);
        QVERIFY(rig.relay.messages.isEmpty());
    }
    void nothingIsTakenBeforeTheWelcome()
    {
        LinkRig rig;
        QVERIFY(!rig.said("hello").isEmpty());
        rig.push(1);
        QTRY_VERIFY(rig.relay.clients.isEmpty());
        QVERIFY(rig.taken.isEmpty());
    }
};

QTEST_GUILESS_MAIN(RelayLinkTest)
#include "tst_relay_link.moc"
