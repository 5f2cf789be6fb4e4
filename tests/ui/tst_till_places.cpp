// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/AnswerFile.h"
#include "app/CommandLine.h"
#include "app/JoinedServer.h"
#include "app/PairedServer.h"
#include "app/ServerOptions.h"
#include "app/ServerThread.h"
#include "app/TillPlaces.h"

#include <QTemporaryDir>
#include <QTest>

/// Where a till goes that is started without a word about a server.
class TillPlacesTest : public QObject
{
    Q_OBJECT

    struct Line : CommandLine
    {
        explicit Line(const QStringList &arguments)
            : CommandLine({}, serverOptions()
                                  + QList<QCommandLineOption>{{"server", "", "URL"}, {"demo", ""}, {"kiosk", ""}})
        {
            if (!parse(QStringList{"scantill"} + arguments))
                qFatal("not understood");
        }
    };
    static void pairIn(const QTemporaryDir &dataDir, bool training)
    {
        const QString folder = JoinedServer::folderIn(dataDir.path(), training);
        QDir().mkpath(folder);
        const CertificatePin pin = *CertificatePin::parse(QString(64, u'a'));
        QVERIFY(PairedServer({QUrl("https://shop.local:8443"), pin}, "the-token").keepIn(folder));
    }

private slots:
    void onlyAStartWithoutAServerMayJoin_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<bool>("may");
        QTest::newRow("plain") << QStringList() << true;
        QTest::newRow("its looks") << QStringList{"--kiosk", "--log-level", "info"} << true;
        QTest::newRow("a server") << QStringList{"--server", "https://shop"} << false;
        QTest::newRow("practice") << QStringList{"--training"} << false;
        QTest::newRow("a shop's own") << QStringList{"--profile", "p.json"} << false;
        QTest::newRow("how its own listens") << QStringList{"--port", "8081"} << false;
        QTest::newRow("the demo") << QStringList{"--demo"} << false;
    }
    void onlyAStartWithoutAServerMayJoin()
    {
        QFETCH(QStringList, arguments);
        QFETCH(bool, may);
        QCOMPARE(TillPlaces::mayJoin(Line(arguments)), may);
    }
    void goesToTheServerItJoinedLast()
    {
        const QTemporaryDir dataDir;
        const Line line({"--data-dir", dataDir.path()});
        const auto before = TillPlaces::joined(line);
        QVERIFY(before && !*before);
        for (const bool training : {false, true}) {
            pairIn(dataDir, training);
            QVERIFY(JoinedServer{training}.keepIn(dataDir.path()));
            const auto found = TillPlaces::joined(line);
            QVERIFY(found && *found);
            const TillPlace &place = **found;
            QCOMPARE(place.server.place.url.toString(), QString("https://shop.local:8443"));
            QCOMPARE(place.server.place.pin.hex(), QByteArray(64, 'a'));
            QCOMPARE(place.server.terminalToken, QByteArray("the-token"));
            QCOMPARE(place.server.reach.addresses, QStringList{"https://shop.local:8443"});
            QVERIFY(!place.server.reach.onlyHere);
            QCOMPARE(place.training, training);
            QCOMPARE(place.dataFolder, JoinedServer::folderIn(dataDir.path(), training));
            QVERIFY(place.own); // nobody else's meanwhile
            QCOMPARE(TillPlaces::joined(line).error().code, ErrorCode::AddressInUse);
        }
    }
    void whatAPersonJoinedComesBeforeTheShopsWord()
    {
        const QTemporaryDir dataDir;
        QFile file(dataDir.filePath("shop.conf"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("server = https://another.local\n") > 0);
        file.close();
        const auto shop = AnswerFile::readShop(file.fileName());
        QVERIFY(shop && shop->server());
        pairIn(dataDir, false);
        QVERIFY(JoinedServer{false}.keepIn(dataDir.path()));
        ServerThread thread;
        const auto place = TillPlaces::of(Line({"--data-dir", dataDir.path()}), *shop, {}, thread);
        QVERIFY(place);
        QCOMPARE(place->server.place.url.toString(), QString("https://shop.local:8443"));
        QVERIFY(!place->server.toJoin);
    }
    void aLineAboutTheTillsOwnServerJoinsNone()
    {
        const QTemporaryDir dataDir;
        QFile file(dataDir.filePath("shop.conf"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("server = https://another.local\n") > 0);
        file.close();
        const auto shop = AnswerFile::readShop(file.fileName());
        ServerThread thread;
        const auto place = TillPlaces::of(Line({"--training", "--data-dir", dataDir.path(), "--port", "0",
                                                "--simulator-port", "0", "--phone-listen", "127.0.0.1:0"}),
                                          *shop, {}, thread);
        QVERIFY(place && place->training);
        QVERIFY(!place->server.toJoin);
    }
    void whatIsMissingOrDamagedStopsTheStart()
    {
        const QTemporaryDir dataDir;
        const Line line({"--data-dir", dataDir.path()});
        QVERIFY(JoinedServer{true}.keepIn(dataDir.path()));
        QVERIFY(!TillPlaces::joined(line)); // and never another server in silence
        QFile mark(dataDir.filePath(JoinedServer::fileName));
        QVERIFY(mark.open(QIODevice::WriteOnly) && mark.write("{") == 1);
        mark.close();
        QCOMPARE(TillPlaces::joined(line).error().code, ErrorCode::Configuration);
    }
};

QTEST_GUILESS_MAIN(TillPlacesTest)
#include "tst_till_places.moc"
