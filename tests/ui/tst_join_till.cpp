// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/JoinTill.h"
#include "app/JoinedServer.h"
#include "tests/support/Await.h"
#include "tests/support/LoopbackServer.h"
#include "ui/Journal.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

/// What a till that joins a server at its window keeps, so that the next start goes there, and what it never loses.
class JoinTillTest : public QObject
{
    Q_OBJECT

    struct Rig
    {
        explicit Rig(bool practice = false) : reply{201, replyOf(practice)}
        {
            QDir(dataDir.path()).mkpath(QStringLiteral("training"));
            server.answer = [this](const LoopbackServer::Request &) { return reply; };
        }
        static QByteArray replyOf(bool practice)
        {
            return QJsonDocument(QJsonObject{{"terminal", "abc"}, {"token", "the-token"}, {"training", practice}})
                .toJson();
        }
        QString own() const { return dataDir.filePath(QStringLiteral("training")); }
        QString remote(bool practice = false) const { return JoinedServer::folderIn(dataDir.path(), practice); }
        Result<void> join(const QString &ownFolder)
        {
            JoinTill till(dataDir.path(), ownFolder);
            return await(till.join({server.url(), {}}, QStringLiteral("7K3MQ9XD"), QStringLiteral("2 号台")));
        }
        Result<void> join() { return join(own()); }
        std::optional<JoinedServer> mark() const { return *JoinedServer::readFrom(dataDir.path()); }

        QTemporaryDir dataDir;
        LoopbackServer server;
        LoopbackServer::Reply reply;
    };
    static void write(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("none");
    }
    static void leaveOpenPayment(const QString &folder)
    {
        QDir().mkpath(folder);
        const auto journal = Journal::open(QDir(folder).filePath(QStringLiteral("till-journal.jsonl")));
        QVERIFY(journal);
        JournalAttempt attempt{.outTradeNo = *OutTradeNo::parse(QStringLiteral("20261122T1042A")),
                               .sale = QStringLiteral("20261122T1042A"),
                               .amount = *Money::fromFen(3650),
                               .at = QDateTime::currentDateTimeUtc()};
        QVERIFY((*journal)->attempt(attempt));
    }

private slots:
    void keepsItAsPairDoesAndMarksIt()
    {
        Rig rig;
        QVERIFY(!rig.mark());
        QVERIFY(rig.join());
        QCOMPARE(rig.server.requests.size(), 1);
        QCOMPARE(rig.server.requests[0].body, (QJsonObject{{"code", "7K3MQ9XD"}, {"name", QString("2 号台")}}));
        const auto kept = PairedServer::readFrom(rig.remote());
        QVERIFY(kept);
        QCOMPARE(kept->place.url, rig.server.url());
        QCOMPARE(kept->token, "the-token");
        QVERIFY(rig.mark());
        QVERIFY(!rig.mark()->training);
        QVERIFY(!QFile::exists(rig.remote(true)));
        const auto free = DataFolder::open(rig.remote()); // the next start may have it
        QVERIFY(free);
    }
    void whetherMoneyIsRealIsTheServersWord()
    {
        Rig rig(true);
        QVERIFY(rig.join());
        QVERIFY(rig.mark()->training);
        QVERIFY(PairedServer::readFrom(rig.remote(true)));
        QVERIFY(!QFile::exists(rig.remote(false)));
        Rig silent;
        silent.reply.body = R"({"terminal":"abc","token":"the-token"})";
        QCOMPARE(silent.join().error().code, ErrorCode::Unknown); // nothing is guessed
        QVERIFY(!silent.mark());
    }
    void itsNameAndLooksGoWithIt()
    {
        Rig rig;
        write(rig.own() + QStringLiteral("/till.json"), R"({"till":"2"})");
        QVERIFY(rig.join());
        QCOMPARE(read(rig.remote() + QStringLiteral("/till.json")), R"({"till":"2"})");
        write(rig.remote() + QStringLiteral("/till.json"), R"({"till":"3"})"); // it was set up there
        QVERIFY(rig.join());
        QCOMPARE(read(rig.remote() + QStringLiteral("/till.json")), R"({"till":"3"})");
    }
    void anotherShopsGoodsDoNot()
    {
        Rig rig;
        QDir().mkpath(rig.remote());
        const QString goods = rig.remote() + QStringLiteral("/till-goods.json");
        write(goods, "{}");
        QVERIFY(rig.join());
        QVERIFY(!QFile::exists(goods));
        write(goods, "{}");
        QVERIFY(rig.join()); // the same server
        QVERIFY(QFile::exists(goods));
    }
    void aRefusedCodeChangesNothing()
    {
        Rig rig;
        rig.reply = {403, R"({"code":"PAIRING_CODE_WRONG"})"};
        QCOMPARE(rig.join().error().code, ErrorCode::Forbidden);
        QVERIFY(!rig.mark());
        QCOMPARE(QDir(rig.dataDir.path()).entryList(QDir::Dirs | QDir::Files | QDir::NoDotAndDotDot),
                 QStringList{"training"});
        rig.reply = {429, R"({"code":"RATE_LIMITED"})"};
        QCOMPARE(rig.join().error().code, ErrorCode::RateLimited);
    }
    void whatIsOpenAtAnEarlierServerIsNotLeft()
    {
        for (const bool practice : {false, true}) { // before the answer nobody knows which it will be
            Rig rig;
            leaveOpenPayment(rig.remote(practice));
            QCOMPARE(rig.join().error().code, ErrorCode::Conflict);
            QCOMPARE(rig.server.requests.size(), 0);
            QVERIFY(!rig.mark());
        }
        Rig rig;
        leaveOpenPayment(rig.remote());
        QVERIFY(PairedServer({rig.server.url(), {}}, "old").keepIn(rig.remote()));
        QVERIFY(rig.join()); // the same server: it is taken up there
    }
    void aFolderInUseIsLeftAlone()
    {
        Rig rig;
        const auto other = DataFolder::open(rig.remote());
        QVERIFY(other);
        QCOMPARE(rig.join().error().code, ErrorCode::AddressInUse);
        QCOMPARE(rig.server.requests.size(), 0);
        QVERIFY(rig.join(rig.remote())); // unless it is our own
        QCOMPARE(PairedServer::readFrom(rig.remote())->token, "the-token");
    }
    void aDamagedMarkStopsTheStart()
    {
        Rig rig;
        for (const char *content : {"", "{}", "[]", R"({"training":1})"}) {
            write(rig.dataDir.filePath(QString::fromLatin1(JoinedServer::fileName)), content);
            QCOMPARE(JoinedServer::readFrom(rig.dataDir.path()).error().code, ErrorCode::Configuration);
        }
    }
};

QTEST_GUILESS_MAIN(JoinTillTest)
#include "tst_join_till.moc"
