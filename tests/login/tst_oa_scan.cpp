// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/login/AccountRig.h"

#include <QJsonDocument>
#include <QTest>

using namespace std::chrono_literals;

/// From WeChat's event to the ticket and the link: written down, answered, and only then sent.
class OaScanTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<AccountRig> m_rig;

    static QByteArray scan(qint64 at = 1767225600) { return AccountPushes::xml("SCAN", "KEY", "oOne", at); }
    /// The error, Internal for none.
    static ErrorCode codeOf(QFuture<Result<void>> answer)
    {
        const auto result = resultOf(answer);
        return result ? ErrorCode::Internal : result.error().code;
    }

private slots:
    void init() { m_rig = std::make_unique<AccountRig>(); }

    void theTicketFirstThenTheAnswerThenTheLink()
    {
        auto answer = m_rig->push(scan());
        QCOMPARE(m_rig->scans, QStringList{"KEY oOne"});
        QVERIFY(!answer.isFinished());
        m_rig->answerScan(0, m_rig->ticket());
        QVERIFY(answer.isFinished() && resultOf(answer));
        QVERIFY(m_rig->net.calls.isEmpty());
        m_rig->clock.advance(0ms);
        QCOMPARE(m_rig->net.calls.size(), 1);
        m_rig->net.answer(0, QJsonObject{{"access_token", "t"}, {"expires_in", 7200}});
        const auto message = QJsonDocument::fromJson(m_rig->net.calls.at(1).body).object();
        QCOMPARE(message["touser"].toString(), QStringLiteral("oOne"));
        const auto text = message["text"].toObject()["content"].toString();
        QVERIFY(text.contains(QStringLiteral("南门店 · 2")));
        QVERIFY(text.endsWith("http://192.0.2.7:8081/m/login/KEY?via=abc"));
    }
    void aNewFollowerIsAScanToo()
    {
        (void)m_rig->push(AccountPushes::xml("subscribe", "qrscene_KEY", "oTwo"));
        QCOMPARE(m_rig->scans, QStringList{"KEY oTwo"});
    }
    void whatIsNoScanIsAnsweredAndLeft_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QTest::newRow("follows by name") << AccountPushes::xml("subscribe", "");
        QTest::newRow("leaves") << AccountPushes::xml("unsubscribe", "");
        QTest::newRow("a menu") << AccountPushes::xml("CLICK", "KEY");
        QTest::newRow("a message") << scan().replace("[event]", "[text]");
    }
    void whatIsNoScanIsAnsweredAndLeft()
    {
        QFETCH(QByteArray, xml);
        QVERIFY(resultOf(m_rig->push(xml)));
        QVERIFY(m_rig->scans.isEmpty());
    }
    void theAnswerComesInTimeWhateverHappens()
    {
        auto answer = m_rig->push(scan());
        m_rig->clock.advance(2999ms);
        QVERIFY(!answer.isFinished());
        m_rig->clock.advance(1ms);
        QVERIFY(answer.isFinished() && resultOf(answer));
        m_rig->answerScan(0, m_rig->ticket()); // late, but it counts
        m_rig->clock.advance(0ms);
        QCOMPARE(m_rig->net.calls.size(), 1);
    }
    void ourAnswerWasLost()
    {
        auto first = m_rig->push(scan());
        m_rig->answerScan(0, m_rig->ticket());
        for (int again = 0; again < 3; ++again) {
            m_rig->clock.advance(5s);
            QVERIFY(resultOf(m_rig->push(scan())));
        }
        QCOMPARE(m_rig->scans.size(), 1);
        QCOMPARE(m_rig->net.calls.size(), 1); // one link, whose token is still being fetched
    }
    void anothersSceneOrALatePhoneIsNoFault_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("no such ticket") << ErrorCode::NotFound;
        QTest::newRow("over") << ErrorCode::Conflict;
        QTest::newRow("another phone was first") << ErrorCode::Forbidden;
    }
    void anothersSceneOrALatePhoneIsNoFault()
    {
        QFETCH(ErrorCode, code);
        auto answer = m_rig->push(scan());
        m_rig->answerScan(0, Error{code, {}});
        QVERIFY(resultOf(answer));
        m_rig->clock.advance(10s);
        QVERIFY(m_rig->net.calls.isEmpty());
        QVERIFY(resultOf(m_rig->push(scan())));
        QCOMPARE(m_rig->scans.size(), 1);
    }
    void whatCouldNotBeWrittenIsTakenFromTheRepetition()
    {
        auto answer = m_rig->push(scan());
        m_rig->answerScan(0, Error{ErrorCode::StoreFailure, "disk full"});
        QCOMPARE(codeOf(answer), ErrorCode::StoreFailure);
        m_rig->clock.advance(5s);
        auto again = m_rig->push(scan());
        QCOMPARE(m_rig->scans.size(), 2);
        m_rig->answerScan(1, m_rig->ticket());
        QVERIFY(resultOf(again));
    }
    void aRefusedPushMarksNothing()
    {
        auto signature = AccountPushes::signature("x", m_rig->clock.nowMs());
        signature.nonce = "y";
        QCOMPARE(codeOf(m_rig->account.receive(signature, scan())), ErrorCode::Unverified);
        QCOMPARE(codeOf(m_rig->push("<!DOCTYPE xml>" + scan())), ErrorCode::InvalidInput);
        QVERIFY(m_rig->scans.isEmpty());
    }
    void aLinkThatCannotBeSentIsNoMatterOfWeChats()
    {
        auto answer = m_rig->push(scan());
        m_rig->answerScan(0, m_rig->ticket());
        m_rig->clock.advance(0ms);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression("the link was not sent: .*errcode 40013"));
        m_rig->net.answer(0, QJsonObject{{"errcode", 40013}});
        QVERIFY(resultOf(answer));
    }
    void withoutAPageThereIsNoLink()
    {
        m_rig->link.clear();
        auto answer = m_rig->push(scan());
        m_rig->answerScan(0, m_rig->ticket());
        m_rig->clock.advance(0ms);
        QVERIFY(m_rig->net.calls.isEmpty());
    }
    void aTillsNameMakesNoLinkOfItsOwn()
    {
        auto ticket = m_rig->ticket();
        ticket.shop = "<a href='http://evil.example.test'>";
        auto answer = m_rig->push(scan());
        m_rig->answerScan(0, ticket);
        m_rig->clock.advance(0ms);
        m_rig->net.answer(0, QJsonObject{{"access_token", "t"}, {"expires_in", 7200}});
        QVERIFY(!m_rig->net.calls.at(1).body.contains('<'));
    }
};

QTEST_GUILESS_MAIN(OaScanTest)
#include "tst_oa_scan.moc"
