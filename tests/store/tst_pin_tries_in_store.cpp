// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/PeopleBooks.h"

/// Tries of a PIN are counted in the books, before they are looked at.
class PinTriesInStoreTest : public QObject
{
    Q_OBJECT

    static PinTry tried(PeopleBooks &books, const char *id = "lin")
    {
        return *await(books.sessions->countTry(QString::fromLatin1(id), books.now));
    }

private slots:
    void init()
    {
        m_books = std::make_unique<PeopleBooks>();
        QVERIFY(m_books->add("wang", Role::Owner));
        QVERIFY(m_books->add("lin"));
    }
    void cleanup() { m_books.reset(); }

    void aRestartForgetsNone()
    {
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(tried(*m_books).pinHash, QStringLiteral("hash"));
            m_books->restart();
        }
        const auto sixth = tried(*m_books);
        QCOMPARE(sixth.blockedFor, std::chrono::seconds(30));
        QVERIFY(sixth.pinHash.isEmpty());
    }
    void manyAtOnceAreCountedEach()
    {
        QList<QFuture<Result<PinTry>>> tries;
        for (int i = 0; i < 20; ++i)
            tries << m_books->sessions->countTry("lin", m_books->now);
        int looked = 0;
        for (auto &future : tries)
            looked += await(future)->blockedFor.count() == 0;
        QCOMPARE(looked, 5);
    }
    void whileBlockedNothingCounts()
    {
        for (int i = 0; i < 5; ++i)
            (void)tried(*m_books);
        for (int i = 0; i < 10; ++i)
            QVERIFY(tried(*m_books).blockedFor.count() > 0);
        m_books->now = m_books->now.addSecs(30);
        QCOMPARE(tried(*m_books).blockedFor.count(), 0);
        QCOMPARE(tried(*m_books).blockedFor, std::chrono::seconds(60)); // the sixth one
    }
    void theRightOneForgetsThem()
    {
        for (int i = 0; i < 4; ++i)
            (void)tried(*m_books);
        QVERIFY(await(m_books->sessions->openByPin("lin", "hash", m_books->session("one"))));
        QCOMPARE(tried(*m_books).tries.left(), 4);
    }
    void aNewPinIsNotBlocked()
    {
        for (int i = 0; i < 5; ++i)
            (void)tried(*m_books);
        QVERIFY(await(m_books->people->change("lin", {.pinHash = "other"}, m_books->now)));
        const auto next = tried(*m_books);
        QCOMPARE(next.blockedFor.count(), 0);
        QCOMPARE(next.pinHash, QStringLiteral("other"));
    }
    void aNewNameUnblocksNobody()
    {
        for (int i = 0; i < 5; ++i)
            (void)tried(*m_books);
        QVERIFY(await(m_books->people->change("lin", {.name = "X", .role = Role::Supervisor}, m_books->now)));
        QVERIFY(tried(*m_books).blockedFor.count() > 0);
    }
    void everybodyHasTheirOwn()
    {
        for (int i = 0; i < 5; ++i)
            (void)tried(*m_books);
        QCOMPARE(tried(*m_books, "wang").tries.left(), 4);
    }
    void whoIsNotHereHasNone()
    {
        QVERIFY(await(m_books->people->change("lin", {.active = false}, m_books->now)));
        for (const auto *id : {"lin", "nobody", ""})
            QCOMPARE(await(m_books->sessions->countTry(id, m_books->now)).error().code, ErrorCode::NotFound);
    }

private:
    std::unique_ptr<PeopleBooks> m_books;
};

QTEST_GUILESS_MAIN(PinTriesInStoreTest)
#include "tst_pin_tries_in_store.moc"
