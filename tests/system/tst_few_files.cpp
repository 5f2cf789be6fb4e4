// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/Attackers.h"
#include "tests/system/PaidSales.h"
#include "tests/system/ProcessShop.h"

#include <QTest>
#include <sys/resource.h>

/// A server that may open 64 files, while ten times as many clients as fit hold on to it.
class FewFilesTest : public QObject
{
    Q_OBJECT
private slots:
    void paymentsGoOn()
    {
        ProcessShop shop;
        shop.server.setModifier([] {
            const rlimit few{64, 64};
            ::setrlimit(RLIMIT_NOFILE, &few);
        });
        QVERIFY2(shop.startTwin(), shop.twin.log().constData());
        QVERIFY2(shop.startServer(), shop.server.log().constData());
        const auto port = quint16(QUrl(shop.serverUrl()).port());
        PaidSales payments(shop.at());
        QVERIFY(payments.open());
        const int filesBefore = shop.server.openFiles();
        payments.begin(3);
        QTest::qWait(1000);

        Attackers attackers(port, {{.name = "silent", .connections = 150, .pauseMs = 3000},
                                   {.name = "slow",
                                    .connections = 50,
                                    .openings = {"GET / HTTP/1.1\r\n"},
                                    .filler = "X: y\r\n",
                                    .fillerBytes = 10'000,
                                    .dripMs = 200,
                                    .pauseMs = 3000}});
        QTest::qWait(6000);
        const int mostFiles = shop.server.openFiles();
        const bool ended = payments.finish(20'000);
        const auto counts = attackers.stop();
        qInfo() << counts[0].connected + counts[1].connected << "connected," << payments.succeeded() << "of"
                << payments.begun() << "payments; p50" << payments.percentileMs(50) << "ms, p99"
                << payments.percentileMs(99) << "ms; files" << filesBefore << mostFiles;
        QVERIFY2(payments.faults().isEmpty(), qPrintable(payments.faults().join('\n')));
        QVERIFY(ended);
        QCOMPARE(payments.succeeded(), payments.begun());
        QVERIFY(payments.percentileMs(50) < 1000); // a busy machine holds up some of them
        QVERIFY(mostFiles < 64);
        QTRY_VERIFY_WITH_TIMEOUT(shop.server.openFiles() <= filesBefore, 30'000);
        QCOMPARE(shop.server.terminate(), 0);
    }
};

QTEST_GUILESS_MAIN(FewFilesTest)
#include "tst_few_files.moc"
