// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ops/CertificateHealth.h"

#include <QDateTime>
#include <QTest>

/// A certificate is said to end before it does, and then that it has.
class CertificateHealthTest : public QObject
{
    Q_OBJECT
private slots:
    void fromItsBestDaysToItsEnd()
    {
        const QDateTime end({2026, 11, 28}, {12, 0}, Qt::UTC);
        const auto soon = end.addDays(-CertificateHealth::soonDays);
        QCOMPARE(CertificateHealth::look(end, soon.addSecs(-1)).state, QString("valid"));
        QCOMPARE(CertificateHealth::look(end, soon.addSecs(1)).state, QString("ends_soon"));
        QVERIFY(CertificateHealth::look(end, end).isReady);
        const auto over = CertificateHealth::look(end, end.addSecs(1));
        QVERIFY(!over.isReady);
        QCOMPARE(over.state, QString("over"));
        QCOMPARE(over.more["not_after"].toString(), QString("2026-11-28T12:00:00Z"));
    }
};

QTEST_GUILESS_MAIN(CertificateHealthTest)
#include "tst_certificate_health.moc"
