// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ScriptedPairing.h"
#include "tests/support/VirtualClock.h"
#include "ui/JoinServer.h"

#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using Item = SettingsView::Item;
using Say = JoinView::Say;
using Step = JoinView::Step;

/// A till goes to another server: address, certificate, code; and nothing is sent that a person has not agreed to.
class JoinServerTest : public QObject
{
    Q_OBJECT

    struct Rig
    {
        Rig()
        {
            QObject::connect(&flow, &JoinServer::refusedSound, &flow, [this] { ++refusals; });
            flow.open();
        }
        void press(Wish::Kind kind = Wish::Kind::Pay) { flow.wish({kind}); }
        void type(Item item, const QString &text = {}) { flow.wish({Wish::Kind::Setting, text, int(item)}); }
        const JoinView &view() const { return flow.view(); }
        void connectTo(const QString &address, const Result<SeenServer> &seen)
        {
            type(Item::JoinAddress, address);
            press();
            desk.looks.answer(seen);
            QCoreApplication::processEvents();
        }
        /// At the code's step, of a server that is known by 64 times "a".
        void toCode()
        {
            connectTo("shop.local:8443", SeenServer{ScriptedJoinDesk::pin('a'), false});
            type(Item::CertificateSame);
        }
        void tryCode(const QString &code, const Result<void> &answer)
        {
            type(Item::JoinCode, code);
            press();
            desk.answer(answer);
            QCoreApplication::processEvents();
        }

        VirtualClock clock;
        ScriptedJoinDesk desk;
        OpenBusiness open = OpenBusiness::Nothing;
        JoinServer flow{&desk, {[] { return QStringLiteral("2 号台"); }, [this] { return open; }}, clock};
        int refusals = 0;
    };
    static Error says(ErrorCode code) { return {code, QStringLiteral("SOMETHING said so")}; }

private slots:
    void walks()
    {
        Rig rig;
        QSignalSpy joined(&rig.flow, &JoinServer::joined);
        rig.type(Item::JoinAddress, "shop.local:8443/");
        rig.press();
        QCOMPARE(rig.view().say, Say::Connecting);
        QCOMPARE(rig.desk.looks.asked, QList<QStringList>{{"https://shop.local:8443"}});
        rig.desk.looks.answer(SeenServer{ScriptedJoinDesk::pin('a'), false});
        QCoreApplication::processEvents();
        QCOMPARE(rig.view().step, Step::Certificate);
        QCOMPARE(rig.view().fingerprint, QString(64, u'a'));
        QVERIFY(rig.desk.asked.isEmpty());
        rig.type(Item::CertificateSame);
        QCOMPARE(rig.view().step, Step::Code);
        rig.type(Item::JoinCode, QString::fromUtf8(" 7k3m q9xd"));
        rig.press();
        QCOMPARE(rig.view().say, Say::Joining);
        QCOMPARE(rig.desk.asked,
                 (QList<QStringList>{{"https://shop.local:8443", QString(64, u'a'), "7K3MQ9XD", QString("2 号台")}}));
        rig.desk.answer({});
        QCoreApplication::processEvents();
        QCOMPARE(rig.view().step, Step::Done);
        QVERIFY(rig.view().code.isEmpty());
        QCOMPARE(joined.size(), 0);
        rig.clock.advance(JoinServer::doneStays);
        QCOMPARE(joined.size(), 1);
    }
    void anEnterBelievesNobody()
    {
        Rig rig;
        rig.connectTo("https://shop.local", SeenServer{ScriptedJoinDesk::pin('a'), false});
        for (const auto kind : {Wish::Kind::Pay, Wish::Kind::Scanned, Wish::Kind::NextSale})
            rig.press(kind);
        QCOMPARE(rig.view().step, Step::Certificate);
        QCOMPARE(rig.view().say, Say::CompareFirst);
        rig.type(Item::JoinCode, "7K3MQ9XD"); // no way round
        rig.press();
        QVERIFY(rig.desk.asked.isEmpty());
        QVERIFY(rig.view().code.isEmpty());
        rig.type(Item::CertificateOther);
        QCOMPARE(rig.view().step, Step::Address);
        QCOMPARE(rig.view().say, Say::Differs);
        QVERIFY(rig.desk.asked.isEmpty());
    }
    void whomAnAuthorityVouchesForIsNotPinned()
    {
        Rig rig;
        rig.connectTo("https://shop.example", SeenServer{ScriptedJoinDesk::pin('b'), true});
        QVERIFY(rig.view().vouched);
        QCOMPARE(rig.view().step, Step::Certificate); // shown all the same
        rig.type(Item::CertificateSame);
        rig.tryCode("7K3MQ9XD", {});
        QCOMPARE(rig.desk.asked[0][1], QString());
    }
    void onThisMachineThereIsNothingToCompare()
    {
        Rig rig;
        rig.connectTo("http://127.0.0.1:8080", SeenServer{});
        QCOMPARE(rig.view().step, Step::Code);
        QVERIFY(rig.view().fingerprint.isEmpty());
    }
    void wrongAddressesAreNotAsked_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<Say>("say");
        QTest::newRow("nothing") << QString() << Say::NotAnAddress;
        QTest::newRow("words") << QString("the shop") << Say::NotAnAddress;
        QTest::newRow("another scheme") << QString("ftp://shop") << Say::NotAnAddress;
        QTest::newRow("in the clear") << QString("http://shop.local:8080") << Say::InTheClear;
    }
    void wrongAddressesAreNotAsked()
    {
        QFETCH(QString, typed);
        QFETCH(Say, say);
        Rig rig;
        rig.type(Item::JoinAddress, typed);
        rig.press();
        QCOMPARE(rig.view().say, say);
        QVERIFY(rig.desk.looks.asked.isEmpty());
        QCOMPARE(rig.refusals, 1);
    }
    void whoIsNotThereIsSaid()
    {
        Rig rig;
        rig.connectTo("shop.local", says(ErrorCode::ProviderUnavailable));
        QCOMPARE(rig.view().say, Say::Unreachable);
        rig.connectTo("shop.local", says(ErrorCode::Unverified));
        QCOMPARE(rig.view().say, Say::NoTls);
        QCOMPARE(rig.view().step, Step::Address);
        QVERIFY(!rig.view().busy);
    }
    void aCodeIsReadAsPeopleTypeIt_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("sent");
        QTest::newRow("as shown") << QString("7K3M-Q9XD") << QString("7K3MQ9XD");
        QTest::newRow("small letters") << QString("7k3mq9xd") << QString("7K3MQ9XD");
        QTest::newRow("blanks") << QString(" 7k3m  q9 xd ") << QString("7K3MQ9XD");
        QTest::newRow("another dash") << QString::fromUtf8("7k3m—q9xd") << QString("7K3MQ9XD");
        QTest::newRow("full width") << QString::fromUtf8("７Ｋ３Ｍ－ｑ９ｘｄ") << QString("7K3MQ9XD");
        QTest::newRow("too short") << QString("7K3MQ9X") << QString();
        QTest::newRow("too long") << QString("7K3MQ9XDD") << QString();
        QTest::newRow("other signs") << QString("7K3M=Q9X") << QString();
        QTest::newRow("nothing") << QString() << QString();
    }
    void aCodeIsReadAsPeopleTypeIt()
    {
        QFETCH(QString, typed);
        QFETCH(QString, sent);
        Rig rig;
        rig.toCode();
        rig.type(Item::JoinCode, typed);
        rig.press();
        QCOMPARE(rig.desk.asked.isEmpty() ? QString() : rig.desk.asked[0][2], sent);
        QCOMPARE(rig.view().say, sent.isEmpty() ? Say::NotACode : Say::Joining);
    }
    void eachRefusalHasItsSentence_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<Say>("say");
        QTest::newRow("wrong") << ErrorCode::Forbidden << Say::WrongCode;
        QTest::newRow("too many") << ErrorCode::RateLimited << Say::TooManyTries;
        QTest::newRow("no answer") << ErrorCode::Unknown << Say::NoAnswer;
        QTest::newRow("open there") << ErrorCode::Conflict << Say::OldBusiness;
        QTest::newRow("in use") << ErrorCode::AddressInUse << Say::InUse;
        QTest::newRow("disk") << ErrorCode::StoreFailure << Say::NotKept;
        QTest::newRow("anything else") << ErrorCode::Busy << Say::Refused;
    }
    void eachRefusalHasItsSentence()
    {
        QFETCH(ErrorCode, code);
        QFETCH(Say, say);
        Rig rig;
        rig.toCode();
        rig.tryCode("7K3MQ9XD", says(code));
        QCOMPARE(rig.view().say, say);
        QCOMPARE(rig.view().step, Step::Code);
        QVERIFY(!rig.view().busy);
        QCOMPARE(rig.view().refusal, say == Say::Refused ? QString("SOMETHING") : QString());
        rig.tryCode("7K3MQ9XE", {});
        QCOMPARE(rig.view().step, Step::Done);
    }
    void afterFiveMinutesAWrongCodeIsOver()
    {
        Rig rig;
        rig.toCode();
        rig.clock.advance(JoinServer::codeLife);
        rig.tryCode("7K3MQ9XD", says(ErrorCode::Forbidden));
        QCOMPARE(rig.view().say, Say::CodeOver);
    }
    void theTenthWrongTryKillsTheCode()
    {
        Rig rig;
        rig.toCode();
        for (int i = 1; i < JoinServer::codeTries; ++i) {
            rig.tryCode("7K3MQ9XD", says(ErrorCode::Forbidden));
            QCOMPARE(rig.view().say, Say::WrongCode);
        }
        rig.tryCode("7K3MQ9XD", says(ErrorCode::Forbidden));
        QCOMPARE(rig.view().say, Say::CodeDead);
        rig.tryCode("AAAAAAAA", says(ErrorCode::Forbidden)); // the next one has ten again
        QCOMPARE(rig.view().say, Say::WrongCode);
    }
    void anotherCertificateIsTold()
    {
        Rig rig;
        rig.toCode();
        rig.tryCode("7K3MQ9XD", says(ErrorCode::ProviderUnavailable));
        rig.desk.looks.answer(SeenServer{ScriptedJoinDesk::pin('a'), false});
        QCoreApplication::processEvents();
        QCOMPARE(rig.view().say, Say::Unreachable);
        QCOMPARE(rig.view().step, Step::Code);
        rig.tryCode("7K3MQ9XD", says(ErrorCode::ProviderUnavailable));
        rig.desk.looks.answer(SeenServer{ScriptedJoinDesk::pin('c'), false});
        QCoreApplication::processEvents();
        QCOMPARE(rig.view().say, Say::OtherCertificate);
        QCOMPARE(rig.view().step, Step::Address); // and is compared like the first
    }
    void nothingOpenIsLeftBehind()
    {
        for (const auto open : {OpenBusiness::Sale, OpenBusiness::Payment, OpenBusiness::Refund, OpenBusiness::Held}) {
            Rig rig;
            rig.open = open;
            QVERIFY(!rig.flow.open());
            QCOMPARE(rig.view().say, Say::StillOpen);
            QCOMPARE(rig.view().open, open);
            rig.open = OpenBusiness::Nothing;
            QVERIFY(rig.flow.open());
            rig.toCode();
            rig.open = open; // meanwhile
            rig.type(Item::JoinCode, "7K3MQ9XD");
            rig.press();
            QCOMPARE(rig.view().say, Say::StillOpen);
            QVERIFY(rig.desk.asked.isEmpty());
        }
    }
    void whoLeavesAndSellsGoesWhenThatIsPaid()
    {
        Rig rig;
        QSignalSpy joined(&rig.flow, &JoinServer::joined);
        rig.toCode();
        rig.type(Item::JoinCode, "7K3MQ9XD");
        rig.press();
        QVERIFY(rig.flow.back()); // not now: the answer is on its way
        QCOMPARE(rig.view().step, Step::Code);
        rig.flow.close(); // the till was locked
        rig.open = OpenBusiness::Sale;
        rig.desk.answer({});
        QCoreApplication::processEvents();
        rig.clock.advance(1min);
        QCOMPARE(joined.size(), 0);
        rig.open = OpenBusiness::Nothing;
        rig.clock.advance(1s);
        QCOMPARE(joined.size(), 1);
    }
    void everyWayOutOfDoneGoesThere()
    {
        for (const bool closes : {true, false}) {
            Rig rig;
            QSignalSpy joined(&rig.flow, &JoinServer::joined);
            rig.toCode();
            rig.tryCode("7K3MQ9XD", {});
            closes ? rig.flow.close() : void(rig.flow.back());
            QCOMPARE(joined.size(), 1);
            rig.clock.advance(1min);
            QCOMPARE(joined.size(), 1);
        }
    }
    void aStartThatNamesItsServerMayNot()
    {
        VirtualClock clock;
        JoinServer flow(nullptr, {[] { return QString(); }, [] { return OpenBusiness::Nothing; }}, clock);
        QVERIFY(!flow.open());
        QCOMPARE(flow.view().say, Say::FixedByStart);
    }
    void anAnswerAfterEscIsNotHeard()
    {
        Rig rig;
        rig.type(Item::JoinAddress, "shop.local");
        rig.press();
        QVERIFY(!rig.flow.back());
        rig.flow.close();
        rig.flow.open();
        rig.desk.looks.answer(SeenServer{ScriptedJoinDesk::pin('a'), false});
        QCoreApplication::processEvents();
        QCOMPARE(rig.view().step, Step::Address);
        QCOMPARE(rig.view().address, QString("shop.local"));
        QVERIFY(!rig.view().busy);
    }
};

QTEST_GUILESS_MAIN(JoinServerTest)
#include "tst_join_server.moc"
