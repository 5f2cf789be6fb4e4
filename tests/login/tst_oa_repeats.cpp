// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/login/AccountPushes.h"
#include "tests/support/VirtualClock.h"

#include <QTest>

using namespace std::chrono_literals;

/// WeChat says an event up to four times, each time under a new signature; it happened once.
class OaRepeatsTest : public QObject
{
    Q_OBJECT

    VirtualClock m_clock{AccountPushes::vectorTimeMs};
    std::unique_ptr<OfficialAccountEvents> m_events;
    int m_nonce = 0;

    /// new, known, or refused.
    QString push(const QByteArray &xml)
    {
        const auto signature = AccountPushes::signature(QByteArray::number(++m_nonce), m_clock.nowMs());
        const auto event = m_events->receive(signature, xml);
        if (!event)
            return "refused";
        return *event ? "new" : "known";
    }

private slots:
    void init() { m_events = std::make_unique<OfficialAccountEvents>(AccountPushes::token, m_clock); }

    void aRepetitionIsKnown()
    {
        QCOMPARE(push(AccountPushes::xml("SCAN", "a")), "new");
        for (int again = 0; again < 3; ++again) {
            m_clock.advance(5s);
            QCOMPARE(push(AccountPushes::xml("SCAN", "a")), "known");
        }
    }
    void anotherSenderTimeEventOrSceneIsNew()
    {
        QCOMPARE(push(AccountPushes::xml("SCAN", "a", "oOne", 1767225600)), "new");
        QCOMPARE(push(AccountPushes::xml("SCAN", "a", "oTwo", 1767225600)), "new");
        QCOMPARE(push(AccountPushes::xml("SCAN", "a", "oOne", 1767225601)), "new");
        QCOMPARE(push(AccountPushes::xml("subscribe", "qrscene_a", "oOne", 1767225600)), "new");
        QCOMPARE(push(AccountPushes::xml("SCAN", "b", "oOne", 1767225600)), "new");
        QCOMPARE(push(AccountPushes::xml("SCAN", "a", "oTwo", 1767225600)), "known");
    }
    void aBitIdenticalOneIsAReplayAndNoRepetition()
    {
        const auto signature = AccountPushes::signature("n1", m_clock.nowMs());
        const auto xml = AccountPushes::xml("SCAN", "a");
        QVERIFY(m_events->receive(signature, xml));
        const auto again = m_events->receive(signature, xml);
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::Unverified);
    }
    void anotherBodyUnderAUsedSignatureIsRefused()
    {
        const auto signature = AccountPushes::signature("n1", m_clock.nowMs());
        QVERIFY(m_events->verify(signature)); // as in the query of WeChat's check of the address
        QVERIFY(!m_events->receive(signature, AccountPushes::xml("SCAN", "a")));
        QCOMPARE(push(AccountPushes::xml("SCAN", "a")), "new");
    }
    void aBrokenBodyIsNoRepetitionOfTheWholeOne()
    {
        QCOMPARE(push(AccountPushes::xml("SCAN", "a").chopped(1)), "refused");
        QCOMPARE(push(AccountPushes::xml("SCAN", "a")), "new");
    }
    void whatWasNotHandledIsNewAgain()
    {
        QCOMPARE(push(AccountPushes::xml("SCAN", "a")), "new");
        m_events->forget(**OfficialAccountEvent::read(AccountPushes::xml("SCAN", "a")));
        QCOMPARE(push(AccountPushes::xml("SCAN", "a")), "new");
        QCOMPARE(push(AccountPushes::xml("SCAN", "a")), "known");
    }
    void theMemoryHasALimit()
    {
        OfficialAccountMemory memory(m_clock, 10s, 3);
        for (const char *key : {"a", "b", "c", "d"})
            memory.add(key);
        QVERIFY(!memory.knows("a") && memory.knows("b") && memory.knows("d"));
        m_clock.advance(10s);
        QVERIFY(memory.knows("d"));
        m_clock.advance(1ms);
        QVERIFY(!memory.knows("d"));
    }
    void whatIsSeenAnewAfterBeingForgottenStaysForItsTime()
    {
        OfficialAccountMemory memory(m_clock, 10s, 3);
        memory.add("a");
        memory.forget("a");
        m_clock.advance(6s);
        memory.add("a");
        m_clock.advance(6s);
        QVERIFY(memory.knows("a"));
    }
};

QTEST_GUILESS_MAIN(OaRepeatsTest)
#include "tst_oa_repeats.moc"
