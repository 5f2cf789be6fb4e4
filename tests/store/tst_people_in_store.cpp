// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/PeopleBooks.h"

/// People come out of the books as they went in, and there is always an owner.
class PeopleInStoreTest : public QObject
{
    Q_OBJECT

    static QStringList namesOf(const Result<QList<Person>> &people)
    {
        QStringList names;
        for (const auto &person : *people)
            names << person.name;
        return names;
    }

private slots:
    void keepsThemOverARestart()
    {
        PeopleBooks books;
        QVERIFY(!*await(books.people->isAnybodyHere()));
        QVERIFY(books.add("wang", Role::Owner));
        QVERIFY(await(books.people->insert({{.id = "lin", .name = QStringLiteral("林晓"), .role = Role::Cashier}, {}},
                                           books.now)));
        books.restart();
        QVERIFY(*await(books.people->isAnybodyHere()));
        const auto people = await(books.people->list());
        QCOMPARE(namesOf(people), (QStringList{"WANG", QStringLiteral("林晓")}));
        QCOMPARE(people->first().role, Role::Owner);
        QVERIFY(people->first().hasPin && people->first().active);
        QVERIFY(!people->last().hasPin);
        QCOMPARE(people->last().phones, 0);
    }
    void theFirstMustBeAnOwnerWithAPin_data()
    {
        QTest::addColumn<int>("role");
        QTest::addColumn<QString>("pinHash");
        QTest::addColumn<bool>("fine");
        QTest::newRow("an owner") << int(Role::Owner) << "hash" << true;
        QTest::newRow("without a PIN") << int(Role::Owner) << "" << false;
        QTest::newRow("a supervisor") << int(Role::Supervisor) << "hash" << false;
        QTest::newRow("a cashier") << int(Role::Cashier) << "hash" << false;
    }
    void theFirstMustBeAnOwnerWithAPin()
    {
        QFETCH(int, role);
        QFETCH(QString, pinHash);
        QFETCH(bool, fine);
        PeopleBooks books;
        const auto added = books.add("first", Role(role), pinHash.toLatin1().constData());
        QCOMPARE(added.has_value(), fine);
        if (!fine)
            QCOMPARE(added.error().code, ErrorCode::InvalidInput);
        QCOMPARE(*await(books.people->isAnybodyHere()), fine);
    }
    void anOwnerIsAlwaysLeft()
    {
        PeopleBooks books;
        QVERIFY(books.add("wang", Role::Owner));
        QVERIFY(books.add("chen", Role::Supervisor));
        for (const auto &change : {PersonChange{.role = Role::Supervisor}, PersonChange{.active = false}})
            QCOMPARE(await(books.people->change("wang", change, books.now)).error().code, ErrorCode::Conflict);
        QVERIFY(await(books.people->change("chen", {.role = Role::Owner}, books.now)));
        QVERIFY(await(books.people->change("wang", {.active = false}, books.now)));
        QCOMPARE(await(books.people->change("chen", {.active = false}, books.now)).error().code, ErrorCode::Conflict);
        QCOMPARE(namesOf(await(books.people->list())), QStringList{"CHEN"});
    }
    void changesOnlyWhatIsNamed()
    {
        PeopleBooks books;
        QVERIFY(books.add("wang", Role::Owner));
        const auto renamed = await(books.people->change("wang", {.name = QStringLiteral("王师傅")}, books.now));
        QCOMPARE(renamed->name, QStringLiteral("王师傅"));
        QCOMPARE(renamed->role, Role::Owner);
        QVERIFY(renamed->active && renamed->hasPin);
        QCOMPARE(await(books.people->change("nobody", {}, books.now)).error().code, ErrorCode::NotFound);
    }
    void whoHasLeftCanComeBack()
    {
        PeopleBooks books;
        QVERIFY(books.add("wang", Role::Owner));
        QVERIFY(books.add("lin"));
        QVERIFY(!await(books.people->change("lin", {.active = false}, books.now))->active);
        QCOMPARE(namesOf(await(books.people->list())), QStringList{"WANG"});
        QVERIFY(await(books.people->change("lin", {.active = true}, books.now))->active);
        QCOMPARE(await(books.people->list())->size(), 2);
    }
    void practicePeopleComeOnlyWhereNobodyIs()
    {
        PeopleBooks books;
        const QList<NewPerson> practice{{Staff::person("p1"), "h"}, {Staff::person("p2", Role::Owner), "h"}};
        QVERIFY(*await(books.people->insertWhereNobodyIs(practice, books.now)));
        QVERIFY(!*await(books.people->insertWhereNobodyIs(practice, books.now)));
        QCOMPARE(await(books.people->list())->size(), 2);
    }
    void anotherShopsPeopleAreOthers()
    {
        PeopleBooks books;
        QVERIFY(books.add("wang", Role::Owner));
        PeopleStore other(*books.database, "1900000002");
        QVERIFY(!*await(other.isAnybodyHere()));
        QCOMPARE(await(other.change("wang", {.active = false}, books.now)).error().code, ErrorCode::NotFound);
        QVERIFY(await(other.insert({Staff::person("wang", Role::Owner), "h"}, books.now)));
        QVERIFY(await(books.people->change("wang", {.name = "W"}, books.now)));
        QCOMPARE(namesOf(await(other.list())), QStringList{"WANG"});
    }
};

QTEST_GUILESS_MAIN(PeopleInStoreTest)
#include "tst_people_in_store.moc"
