// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/login/Terminals.h"
#include "server/store/Database.h"
#include "tests/support/Await.h"
#include "tests/support/SeededRandom.h"
#include "tests/support/VirtualClock.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace std::chrono_literals;

namespace {

/// The terminals of one shop in a file of their own, which can be closed and opened again.
struct TerminalBooks
{
    TerminalBooks() { open(); }
    void open()
    {
        terminals.reset();
        store.reset();
        database.reset();
        database = *Database::open(folder.filePath("books.sqlite"));
        store = std::make_unique<TerminalStore>(*database, QStringLiteral("1900000001"));
        terminals = std::make_unique<Terminals>(*store, clock, random);
        if (!terminals->load())
            qFatal("not loaded");
    }
    Terminals::Paired add(const char *name)
    {
        return *await(terminals->add(QString::fromUtf8(name), QStringLiteral("wang")));
    }
    QStringList names() const
    {
        QStringList names;
        for (const auto &terminal : terminals->list())
            names << terminal.name;
        return names;
    }

    QTemporaryDir folder;
    VirtualClock clock{QDateTime(QDate(2026, 1, 1), QTime(8, 0), Qt::UTC).toMSecsSinceEpoch()};
    SeededRandom random;
    std::unique_ptr<Database> database;
    std::unique_ptr<TerminalStore> store;
    std::unique_ptr<Terminals> terminals;
};

} // namespace

/// A paired terminal is known by its token until it is revoked, over restarts, and nobody can read a token anywhere.
class TerminalsTest : public QObject
{
    Q_OBJECT
private slots:
    void isKnownByItsToken()
    {
        TerminalBooks books;
        const auto paired = books.add("till 2");
        const auto *found = books.terminals->find(paired.token);
        QVERIFY(found);
        QCOMPARE(found->name, QStringLiteral("till 2"));
        QCOMPARE(found->id, paired.terminal.id);
        QCOMPARE(QByteArray::fromBase64(paired.token, QByteArray::Base64UrlEncoding).size(), 32);
        for (const QByteArray &other : {QByteArray(), paired.token.chopped(1), paired.token + 'x', QByteArray("x")})
            QVERIFY(!books.terminals->find(other));
    }
    void staysOverARestart()
    {
        TerminalBooks books;
        const auto paired = books.add("till 2");
        books.clock.advance(1s);
        (void)books.add("till 3");
        books.open();
        QVERIFY(books.terminals->find(paired.token));
        QCOMPARE(books.names(), (QStringList{"till 2", "till 3"}));
    }
    void noTokenIsInTheBooks()
    {
        TerminalBooks books;
        const auto paired = books.add("till 2");
        QVERIFY(books.terminals->find(paired.token));
        QByteArray all;
        const QDir folder(books.folder.path());
        for (const auto &name : folder.entryList(QDir::Files)) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            all += file.readAll();
        }
        QVERIFY(all.contains("till 2"));
        QVERIFY(!all.contains(paired.token));
        QVERIFY(!all.contains(paired.token.left(16)));
    }
    void isRevokedForGood()
    {
        TerminalBooks books;
        const auto gone = books.add("till 2");
        const auto stays = books.add("till 3");
        QSignalSpy told(books.terminals.get(), &Terminals::revoked);
        QVERIFY(await(books.terminals->revoke(gone.terminal.id, "wang")));
        QCOMPARE(told.size(), 1);
        QCOMPARE(told[0][0].toString(), gone.terminal.id);
        for (int start = 0; start < 2; ++start) {
            QVERIFY(!books.terminals->find(gone.token));
            QVERIFY(books.terminals->find(stays.token));
            QCOMPARE(books.names(), QStringList{"till 3"});
            QCOMPARE(await(books.terminals->revoke(gone.terminal.id, "wang")).error().code, ErrorCode::NotFound);
            books.open();
        }
    }
    void isSeenByTheHour()
    {
        TerminalBooks books;
        const auto paired = books.add("till 2");
        QVERIFY(!books.terminals->list()[0].lastSeen.isValid());
        const auto first = books.clock.now();
        (void)books.terminals->find(paired.token);
        books.clock.advance(59min);
        (void)books.terminals->find(paired.token);
        QCOMPARE(books.terminals->list()[0].lastSeen, first);
        books.clock.advance(1min);
        (void)books.terminals->find(paired.token);
        QCOMPARE(books.terminals->list()[0].lastSeen, first.addSecs(3600));
        books.open();
        QCOMPARE(books.terminals->list()[0].lastSeen, first.addSecs(3600));
    }
};

QTEST_GUILESS_MAIN(TerminalsTest)
#include "tst_terminals.moc"
