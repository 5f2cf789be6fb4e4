// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/login/SignInRig.h"

using namespace std::chrono_literals;

/// The right PIN opens a session; wrong ones are counted before they are looked at.
class PinSignInTest : public QObject
{
    Q_OBJECT
private slots:
    void theRightOneOpensASession()
    {
        SignInRig rig;
        const auto answer = rig.pin("135790");
        QVERIFY(answer->signedIn);
        QCOMPARE(answer->signedIn->session.person.name, QStringLiteral("林晓"));
        QCOMPARE(answer->signedIn->session.expiresAt, rig.clock.now().addSecs(16 * 3600));
        QVERIFY(answer->signedIn->token.size() >= 43);
        QVERIFY(rig.isOpen(answer->signedIn->token));
        QVERIFY(rig.pin("135790")->signedIn->token != answer->signedIn->token);
        rig.clock.advance(16h - 1ms);
        QVERIFY(rig.isOpen(answer->signedIn->token));
        rig.clock.advance(1ms);
        QVERIFY(!rig.isOpen(answer->signedIn->token));
    }
    void theTokenItselfIsNotInTheBooks()
    {
        SignInRig rig;
        const auto token = rig.pin("135790")->signedIn->token;
        QByteArray content;
        for (const auto *name : {"books.sqlite", "books.sqlite-wal"}) {
            QFile file(rig.books.folder.filePath(name));
            if (file.open(QIODevice::ReadOnly))
                content += file.readAll();
        }
        QVERIFY(content.contains("operator_sessions") && content.contains("scrypt$"));
        QVERIFY(!content.contains(token));
        QVERIFY(!content.contains("135790"));
    }
    void signsOut()
    {
        SignInRig rig;
        const auto token = rig.pin("135790")->signedIn->token;
        QVERIFY(await(rig.sessions.end(token)));
        QVERIFY(!rig.isOpen(token));
    }
    void countsDownAndBlocks()
    {
        SignInRig rig;
        for (int left = 4; left >= 0; --left) {
            const auto answer = rig.pin("908172"); // somebody else's
            QVERIFY(!answer->signedIn && answer->tried);
            QCOMPARE(answer->triesLeft, left);
            QCOMPARE(answer->blockedFor.count() > 0, left == 0);
        }
        // Blocked: the right one is not looked at either.
        const auto blocked = rig.pin("135790");
        QVERIFY(!blocked->signedIn && !blocked->tried);
        QCOMPARE(blocked->blockedFor, 30s);
        rig.clock.advance(30s);
        QVERIFY(rig.pin("135790")->signedIn);
        QCOMPARE(rig.pin("111222")->triesLeft, 4);
    }
    void aRestartForgetsNoTry()
    {
        SignInRig rig;
        for (int i = 0; i < 5; ++i)
            (void)rig.pin("908172");
        SessionStore again(*rig.books.database, PeopleBooks::shop());
        PinSignIn afterwards(again, rig.sessions, rig.hasher, rig.clock);
        QVERIFY(!await(afterwards.signIn(rig.lin.id, "135790"))->tried);
    }
    void manyAtOnceWinNone()
    {
        SignInRig rig;
        QList<QFuture<Result<PinAnswer>>> tries;
        for (int i = 0; i < 12; ++i)
            tries << rig.pins.signIn(rig.lin.id, QString::number(200000 + i));
        int looked = 0;
        for (auto &future : tries)
            looked += await(future)->tried;
        QCOMPARE(looked, 5);
    }
    void whatCannotBeAPinIsNoTry_data()
    {
        QTest::addColumn<QString>("pin");
        for (const char *pin : {"", "13579", "1357900", "13579a", "135790 "})
            QTest::newRow(*pin ? pin : "nothing") << pin;
    }
    void whatCannotBeAPinIsNoTry()
    {
        QFETCH(QString, pin);
        SignInRig rig;
        QCOMPARE(await(rig.pins.signIn(rig.lin.id, pin)).error().code, ErrorCode::InvalidInput);
        QCOMPARE(rig.pin("908172")->triesLeft, 4);
    }
    void whoHasNoneNeverGetsIn()
    {
        SignInRig rig;
        const auto chen = *await(rig.people.add({.name = "C", .role = Role::Supervisor}));
        QVERIFY(!chen.hasPin);
        QVERIFY(!await(rig.pins.signIn(chen.id, "135790"))->signedIn);
        QCOMPARE(await(rig.pins.signIn("nobody", "135790")).error().code, ErrorCode::NotFound);
        QVERIFY(await(rig.people.change(rig.lin.id, {.active = false})));
        QCOMPARE(rig.pin("135790").error().code, ErrorCode::NotFound);
    }
    void whenTheBooksFailNobodyGetsIn()
    {
        SignInRig rig;
        rig.breakSessions(true);
        QCOMPARE(rig.pin("135790").error().code, ErrorCode::StoreFailure);
        rig.breakSessions(false);
        QCOMPARE(rig.pin("908172")->triesLeft, 3); // what was tried meanwhile counts
    }
    void aWeakPinIsRefused()
    {
        SignInRig rig;
        QCOMPARE(await(rig.people.add({.name = "X", .role = Role::Cashier, .pin = "123456"})).error().code,
                 ErrorCode::InvalidInput);
        QCOMPARE(await(rig.people.change(rig.lin.id, {.pin = "111111"})).error().code, ErrorCode::InvalidInput);
        QVERIFY(rig.pin("135790")->signedIn);
        QVERIFY(await(rig.people.change(rig.lin.id, {.pin = "246813"})));
        QVERIFY(rig.pin("246813")->signedIn);
    }
    void practicePeopleSignIn()
    {
        PeopleBooks books;
        VirtualClock clock;
        SeededRandom random;
        WorkPool pool(2, 8);
        PinHasher hasher(pool, random, {.log2N = 10});
        Sessions sessions(*books.sessions, clock, random);
        PinSignIn pins(*books.sessions, sessions, hasher, clock);
        PracticePeople practice(*books.people, hasher, clock, random);
        practice.makeWhereNobodyIs();
        QTRY_COMPARE(await(books.people->list())->size(), 3);
        QSet<Role> roles;
        const QList<Person> people = *await(books.people->list());
        for (const auto &person : people) {
            roles << person.role;
            QVERIFY(await(pins.signIn(person.id, PracticePeople::pin()))->signedIn);
        }
        QCOMPARE(roles.size(), 3);
        practice.makeWhereNobodyIs();
        for (int i = 0; i < 5; ++i)
            QCOMPARE(await(books.people->list())->size(), 3);
    }
};

QTEST_GUILESS_MAIN(PinSignInTest)
#include "tst_pin_sign_in.moc"
