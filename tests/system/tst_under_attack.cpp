// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/AttackList.h"
#include "tests/system/PaidSales.h"
#include "tests/system/TrainingProcess.h"

#include <QTest>
#include <sys/resource.h>

namespace {

/// What a server may need while all this goes on (server/http/API.md, "Under attack").
constexpr qint64 mostMemoryKiB = 320 * 1024;
constexpr qint64 p99Ms = 1000;

struct Size
{
    int slowLoris;
    int perSecond;
    int seconds;
};

#if defined(__SANITIZE_ADDRESS__)
constexpr bool isSanitized = true;
#else
constexpr bool isSanitized = false;
#endif

bool isWhole()
{
    return qEnvironmentVariableIntValue("SCANTILL_WHOLE_ATTACK") != 0;
}

Size sizeAsked()
{
    return isWhole() ? Size{2000, 8, 20} : Size{300, 5, 6};
}

} // namespace

/// Everything an open network can bring, all at once, while people pay.
class UnderAttackTest : public QObject
{
    Q_OBJECT

    TrainingProcess m_shop;

    static QByteArray told(const Attack &attack, const AttackCounts &counts)
    {
        QByteArray line = attack.name.leftJustified(26) + QByteArray::number(counts.connected).rightJustified(7)
                          + " connected" + QByteArray::number(counts.closedOnUs).rightJustified(7) + " closed"
                          + QByteArray::number(counts.sent / 1000).rightJustified(8) + " kB sent ";
        auto statuses = counts.statuses.keys();
        std::sort(statuses.begin(), statuses.end());
        for (const int status : statuses)
            line += ' ' + QByteArray::number(status) + "x" + QByteArray::number(counts.statuses[status]);
        return line;
    }
    bool isHealthy() { return m_shop.send("GET", m_shop.at().http + "/healthz", {}, {}).status == 200; }

private slots:
    void initTestCase()
    {
        rlimit files{};
        QCOMPARE(getrlimit(RLIMIT_NOFILE, &files), 0);
        files.rlim_cur = files.rlim_max;
        QCOMPARE(setrlimit(RLIMIT_NOFILE, &files), 0);
        if (files.rlim_max < 8192)
            QSKIP("not enough files may be open");
        QVERIFY2(m_shop.start({"--trusted-proxy", "127.0.0.1", "--log-level", "warning"}),
                 m_shop.server.log().constData());
    }
    void payments()
    {
        const Size size = sizeAsked();
        PaidSales payments(m_shop.at());
        QVERIFY(payments.open());
        const int filesBefore = m_shop.server.openFiles();
        payments.begin(size.perSecond);
        QTest::qWait(1000);
        QVERIFY2(payments.faults().isEmpty(), qPrintable(payments.faults().join('\n')));
        const qint64 logBefore = m_shop.server.log().size();

        const auto attacks = allAttacks(m_shop.port(), size.slowLoris);
        Attackers attackers(m_shop.port(), attacks);
        QTest::qWait(size.seconds * 1000);
        QVERIFY(QTest::qWaitFor([&] { return attackers.connectedNow() > size.slowLoris / 2; }, 20'000));
        const bool ended = payments.finish(20'000);
        const auto counts = attackers.stop();

        for (qsizetype i = 0; i < attacks.size(); ++i) {
            qInfo().noquote() << told(attacks[i], counts[i]);
            QVERIFY2(counts[i].connected >= attacks[i].connections / 2, attacks[i].name.constData());
        }
        qInfo() << payments.succeeded() << "of" << payments.begun() << "payments; p50" << payments.percentileMs(50)
                << "ms, p99" << payments.percentileMs(99) << "ms; memory" << m_shop.server.mostMemoryKiB() << "KiB, log"
                << m_shop.server.log().size() - logBefore << "bytes";
        QVERIFY(m_shop.server.isRunning());
        QVERIFY2(payments.faults().isEmpty(), qPrintable(payments.faults().join('\n')));
        QVERIFY(ended);
        QCOMPARE(payments.succeeded(), payments.begun());
        QVERIFY(m_shop.server.log().size() - logBefore < 16 * 1024);
        if (!isSanitized && isWhole()) // the small one runs wherever tests run, on busy machines too
            QVERIFY(payments.percentileMs(99) < p99Ms);
        if (!isSanitized)
            QVERIFY(m_shop.server.mostMemoryKiB() < mostMemoryKiB);

        // And nothing of it stays.
        QTRY_VERIFY_WITH_TIMEOUT(m_shop.server.openFiles() <= filesBefore, 30'000);
        QVERIFY(isHealthy());
        const auto number = m_shop.place()["out_trade_no"].toString();
        QCOMPARE(m_shop.pay(number).status, 200);
        QTRY_COMPARE(m_shop.state(number), QStringLiteral("SUCCESS"));
        QCOMPARE(m_shop.server.terminate(), 0);
    }
};

QTEST_GUILESS_MAIN(UnderAttackTest)
#include "tst_under_attack.moc"
