// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/PairTill.h"
#include "tests/support/Await.h"
#include "tests/support/LoopbackServer.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

/// A till is paired by the code that was typed, keeps its token to itself, and finds it again.
class PairTillTest : public QObject
{
    Q_OBJECT

    static QString fileIn(const QTemporaryDir &folder) { return folder.filePath(PairedServer::fileName); }
    static CertificatePin pin() { return *CertificatePin::parse(QString(64, u'a')); }
    static void write(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    }

private slots:
    void keepsWhatItIsGiven()
    {
        const QTemporaryDir folder;
        LoopbackServer server;
        server.answer = [](const LoopbackServer::Request &) {
            return LoopbackServer::Reply{201, R"({"terminal":"abc","token":"the-token"})"};
        };
        PairTill pairing({server.url(), pin()}, folder.path());
        const auto terminal = await(pairing.pair("7k3m q9xd", "till 2"));
        QVERIFY(terminal);
        QCOMPARE(*terminal, QStringLiteral("abc"));
        QCOMPARE(server.requests.size(), 1);
        QCOMPARE(server.requests[0].method + ' ' + server.requests[0].path, "POST /api/v1/terminals");
        QCOMPARE(server.requests[0].body, (QJsonObject{{"code", "7k3m q9xd"}, {"name", "till 2"}}));
        QVERIFY(!(QFile::permissions(fileIn(folder)) & (QFile::ReadGroup | QFile::ReadOther)));
        const auto kept = PairedServer::readFrom(folder.path());
        QVERIFY(kept);
        QCOMPARE(kept->place.url, server.url());
        QCOMPARE(kept->place.pin.hex(), pin().hex());
        QCOMPARE(kept->token, "the-token");
    }
    void keepsNothingElse_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("kind");
        QTest::newRow("wrong code") << 403 << QByteArray(R"({"code":"PAIRING_CODE_WRONG"})")
                                    << int(ErrorCode::Forbidden);
        QTest::newRow("too many") << 503 << QByteArray(R"({"code":"BUSY"})") << int(ErrorCode::ProviderUnavailable);
        QTest::newRow("no token") << 201 << QByteArray(R"({"terminal":"abc"})") << int(ErrorCode::Unknown);
        QTest::newRow("no json") << 201 << QByteArray("abc") << int(ErrorCode::Unknown);
    }
    void keepsNothingElse()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(int, kind);
        const QTemporaryDir folder;
        LoopbackServer server;
        server.answer = [&](const LoopbackServer::Request &) { return LoopbackServer::Reply{status, body}; };
        PairTill pairing(server.url(), folder.path());
        const auto terminal = await(pairing.pair("7K3M-Q9XD", "till 2"));
        QVERIFY(!terminal);
        QCOMPARE(int(terminal.error().code), kind);
        QVERIFY(QDir(folder.path()).isEmpty());
    }
    void anEarlierPairingStaysWhereANewOneFails()
    {
        const QTemporaryDir folder;
        QVERIFY(PairedServer({QUrl("https://shop.example"), pin()}, "old").keepIn(folder.path()));
        LoopbackServer server;
        server.answer = [](const LoopbackServer::Request &) { return LoopbackServer::Reply{403, "{}"}; };
        PairTill pairing(server.url(), folder.path());
        QVERIFY(!await(pairing.pair("7K3M-Q9XD", "till 2")));
        QCOMPARE(PairedServer::readFrom(folder.path())->token, "old");
    }
    void refusesAFileOthersCanRead()
    {
        const QTemporaryDir folder;
        QCOMPARE(PairedServer::readFrom(folder.path()).error().code, ErrorCode::NotFound);
        QVERIFY(PairedServer({QUrl("https://shop.example"), {}}, "token").keepIn(folder.path()));
        QVERIFY(!PairedServer::readFrom(folder.path())->place.pin.isSet());
        QFile::setPermissions(fileIn(folder), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther);
        QCOMPARE(PairedServer::readFrom(folder.path()).error().code, ErrorCode::Configuration);
    }
    void refusesADamagedFile()
    {
        const QTemporaryDir folder;
        for (const QByteArray &content :
             {QByteArray(), QByteArray("{}"), QByteArray(R"({"server":"about:shop","token":""})"),
              // A fingerprint that cannot be read must not become none.
              QByteArray(R"({"server":"about:shop","token":"t","fingerprint":"abc"})")}) {
            write(fileIn(folder), content);
            QCOMPARE(PairedServer::readFrom(folder.path()).error().code, ErrorCode::Configuration);
        }
    }
};

QTEST_GUILESS_MAIN(PairTillTest)
#include "tst_pair_till.moc"
