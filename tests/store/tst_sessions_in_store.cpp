// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/PeopleBooks.h"

/// A session is somebody's until it is over, ended, or they are not who they were.
class SessionsInStoreTest : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_books = std::make_unique<PeopleBooks>();
        QVERIFY(m_books->add("wang", Role::Owner));
        QVERIFY(m_books->add("lin"));
        QVERIFY(await(m_books->sessions->openByPin("lin", "hash", m_books->session("one"))));
    }
    void cleanup() { m_books.reset(); }

    void survivesARestart()
    {
        m_books->restart();
        const auto found = await(m_books->sessions->find("one", m_books->now));
        QCOMPARE(found->person.name, QStringLiteral("LIN"));
        QCOMPARE(found->person.role, Role::Cashier);
        QCOMPARE(found->expiresAt, m_books->now.addSecs(3600));
    }
    void isOverInTime()
    {
        QVERIFY(await(m_books->sessions->find("one", m_books->now.addSecs(3599))));
        QCOMPARE(await(m_books->sessions->find("one", m_books->now.addSecs(3600))).error().code, ErrorCode::NotFound);
    }
    void isOverOnceEnded()
    {
        QVERIFY(await(m_books->sessions->end("one", m_books->now)));
        QVERIFY(!m_books->isOpen("one"));
        QCOMPARE(await(m_books->sessions->end("one", m_books->now)).error().code, ErrorCode::NotFound);
        m_books->restart();
        QVERIFY(!m_books->isOpen("one"));
    }
    void anotherTokenIsNone()
    {
        QVERIFY(!m_books->isOpen("two"));
        QVERIFY(!m_books->isOpen(""));
        QCOMPARE(await(m_books->sessions->end("two", m_books->now)).error().code, ErrorCode::NotFound);
        SessionStore other(*m_books->database, "1900000002");
        QVERIFY(!await(other.find("one", m_books->now)));
    }
    void endsWithWhatTheyWere_data()
    {
        QTest::addColumn<int>("what");
        QTest::addColumn<bool>("ends");
        QTest::newRow("a new name") << 0 << false;
        QTest::newRow("the same role") << 1 << false;
        QTest::newRow("a new role") << 2 << true;
        QTest::newRow("a new PIN") << 3 << true;
        QTest::newRow("they leave") << 4 << true;
    }
    void endsWithWhatTheyWere()
    {
        QFETCH(int, what);
        QFETCH(bool, ends);
        const QList<PersonChange> changes{
            {.name = "X"}, {.role = Role::Cashier}, {.role = Role::Owner}, {.pinHash = "other"}, {.active = false}};
        QVERIFY(await(m_books->sessions->openByPin("wang", "hash", m_books->session("wangs"))));
        QVERIFY(await(m_books->people->change("lin", changes[what], m_books->now)));
        QCOMPARE(m_books->isOpen("one"), !ends);
        QVERIFY(m_books->isOpen("wangs")); // nobody else's
        QVERIFY(await(m_books->people->change("lin", {.active = true}, m_books->now)));
        QCOMPARE(m_books->isOpen("one"), !ends); // and it does not come back
    }
    void aPinThatWasChangedMeanwhileOpensNothing()
    {
        QVERIFY(await(m_books->people->change("lin", {.pinHash = "other"}, m_books->now)));
        const auto opened = await(m_books->sessions->openByPin("lin", "hash", m_books->session("two")));
        QCOMPARE(opened.error().code, ErrorCode::Conflict);
        QVERIFY(!m_books->isOpen("two"));
    }
    void aTokenIsUsedOnce()
    {
        const auto again = await(m_books->sessions->openByPin("wang", "hash", m_books->session("one")));
        QCOMPARE(again.error().code, ErrorCode::StoreFailure);
        QCOMPARE(await(m_books->sessions->find("one", m_books->now))->person.id, QStringLiteral("lin"));
    }

private:
    std::unique_ptr<PeopleBooks> m_books;
};

QTEST_GUILESS_MAIN(SessionsInStoreTest)
#include "tst_sessions_in_store.moc"
