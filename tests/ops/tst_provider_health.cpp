// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ops/ProviderHealth.h"
#include "tests/support/VirtualClock.h"

#include <QTest>

using namespace std::chrono_literals;

/// Whether WeChat Pay answers is told by the calls that were made; where there were none, that is told.
class ProviderHealthTest : public QObject
{
    Q_OBJECT

    VirtualClock m_clock;

private slots:
    void neverAsked()
    {
        const ProviderHealth health(m_clock);
        QCOMPARE(health.look().state, QString("never_asked"));
        QVERIFY(health.look().isReady); // or nobody would ever ask
    }
    void oneLostAnswerIsNoBrokenLine()
    {
        ProviderHealth health(m_clock);
        health.heard(true);
        QCOMPARE(health.look().state, QString("answered"));
        health.heard(false);
        QVERIFY(health.look().isReady);
        health.heard(false);
        QCOMPARE(health.look().state, QString("silent"));
        QVERIFY(!health.look().isReady);
        health.heard(true);
        QCOMPARE(health.look().state, QString("answered"));
    }
    void silentFromTheStart()
    {
        ProviderHealth health(m_clock);
        health.heard(false);
        QCOMPARE(health.look().state, QString("no_answer_yet"));
        health.heard(false);
        QVERIFY(!health.look().isReady);
        QVERIFY(health.look().more["last_answer"].isNull());
    }
    void whatIsOldSaysNothingOfNow()
    {
        ProviderHealth health(m_clock);
        health.heard(true);
        const QJsonValue answeredAt = health.look().more["last_answer"];
        m_clock.advance(ProviderHealth::lately + 1s);
        QCOMPARE(health.look().state, QString("not_asked_lately"));
        QCOMPARE(health.look().more["last_answer"], answeredAt);
        health.heard(false);
        health.heard(false);
        QVERIFY(!health.look().isReady);
        m_clock.advance(ProviderHealth::lately + 1s);
        QVERIFY(health.look().isReady); // or a server kept from its tills would never ask again
    }
};

QTEST_GUILESS_MAIN(ProviderHealthTest)
#include "tst_provider_health.moc"
