// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/PeopleBooks.h"

/// A phone is one person's, by a manager's word.
class PhonesInStoreTest : public QObject
{
    Q_OBJECT

    Result<Person> bind(const PhoneId &phone, const char *person, Role by = Role::Owner)
    {
        return await(m_books->phones->bind(phone, QString::fromLatin1(person), Staff::as(by), m_books->now));
    }
    QString holderOf(const PhoneId &phone)
    {
        const auto holder = await(m_books->phones->holderOf(phone));
        return *holder ? (*holder)->id : QString();
    }
    bool opens(const PhoneId &phone, const char *person)
    {
        return await(m_books->sessions->openByPhone(phone, QString::fromLatin1(person),
                                                    m_books->session(qPrintable(QString::number(++m_tokens)))))
            .has_value();
    }

private slots:
    void init()
    {
        m_books = std::make_unique<PeopleBooks>();
        for (const auto &[id, role] :
             {std::pair("wang", Role::Owner), {"chen", Role::Supervisor}, {"lin", Role::Cashier}})
            QVERIFY(m_books->add(id, role));
    }
    void cleanup() { m_books.reset(); }

    void isKeptOverARestart()
    {
        QCOMPARE(holderOf(Staff::phone()), QString());
        QCOMPARE(bind(Staff::phone(), "lin")->phones, 1);
        QCOMPARE(bind(Staff::weChat(), "lin")->phones, 2);
        m_books->restart();
        QCOMPARE(holderOf(Staff::phone()), QStringLiteral("lin"));
        QCOMPARE(holderOf(Staff::weChat()), QStringLiteral("lin"));
        QCOMPARE(holderOf(Staff::phone("phone-2")), QString());
        QCOMPARE(holderOf({PhoneId::Kind::WeChat, "phone-1"}), QString()); // the same text of another kind
    }
    void isOnePersonsOnly()
    {
        QVERIFY(bind(Staff::phone(), "lin"));
        QCOMPARE(bind(Staff::phone(), "chen")->phones, 1);
        QCOMPARE(holderOf(Staff::phone()), QStringLiteral("chen"));
        QVERIFY(!opens(Staff::phone(), "lin"));
        QVERIFY(opens(Staff::phone(), "chen"));
    }
    void nobodyBindsAboveThemselves()
    {
        QCOMPARE(bind(Staff::phone(), "wang", Role::Supervisor).error().code, ErrorCode::Forbidden);
        QCOMPARE(holderOf(Staff::phone()), QString());
        QVERIFY(bind(Staff::phone(), "chen", Role::Supervisor));
        QCOMPARE(bind(Staff::phone(), "nobody").error().code, ErrorCode::NotFound);
    }
    void isAStrangersOnceTheyLeave()
    {
        QVERIFY(bind(Staff::phone(), "lin"));
        QVERIFY(await(m_books->people->change("lin", {.active = false}, m_books->now)));
        QCOMPARE(holderOf(Staff::phone()), QString());
        QVERIFY(!opens(Staff::phone(), "lin"));
        QCOMPARE(bind(Staff::phone("phone-2"), "lin").error().code, ErrorCode::NotFound);
    }
    void canBeUnbound()
    {
        QVERIFY(bind(Staff::phone(), "lin") && bind(Staff::weChat(), "lin") && bind(Staff::phone("phone-2"), "chen"));
        QVERIFY(await(m_books->phones->unbindAllOf("lin")));
        QCOMPARE(holderOf(Staff::phone()), QString());
        QCOMPARE(holderOf(Staff::weChat()), QString());
        QCOMPARE(holderOf(Staff::phone("phone-2")), QStringLiteral("chen"));
        QVERIFY(!opens(Staff::phone(), "lin"));
        QVERIFY(await(m_books->phones->unbindAllOf("lin")));
        QCOMPARE(await(m_books->phones->unbindAllOf("nobody")).error().code, ErrorCode::NotFound);
    }

private:
    std::unique_ptr<PeopleBooks> m_books;
    int m_tokens = 0;
};

QTEST_GUILESS_MAIN(PhonesInStoreTest)
#include "tst_phones_in_store.moc"
