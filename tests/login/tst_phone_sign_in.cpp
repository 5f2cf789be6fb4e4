// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/login/SignInRig.h"

/// A bound phone signs its person in; a stranger's does once a manager has bound it; a session is handed out once.
class PhoneSignInTest : public QObject
{
    Q_OBJECT

    const PhoneId m_phone = Staff::phone();

    static LoginTicket fresh(SignInRig &rig) { return *rig.tickets.create({}, {}); }
    static Operator by(Role role) { return Staff::as(role); }
    /// A ticket that the bound phone has confirmed.
    LoginTicket confirmed(SignInRig &rig)
    {
        const auto ticket = fresh(rig);
        if (!await(rig.phones.scanned(ticket.key, m_phone))->person)
            (void)await(rig.phones.bind(ticket.key, rig.lin.id, by(Role::Owner)));
        return *rig.tickets.confirm(ticket.key, m_phone, ticket.number);
    }

private slots:
    void aStrangerIsBoundOnceAndKnownLater()
    {
        SignInRig rig;
        const auto first = fresh(rig);
        QVERIFY(!await(rig.phones.scanned(first.key, m_phone))->person);
        const auto bound = await(rig.phones.bind(first.key, rig.lin.id, by(Role::Supervisor)));
        QCOMPARE(bound->person->id, rig.lin.id);
        QCOMPARE(bound->person->phones, 1);
        QCOMPARE(rig.tickets.confirm(first.key, m_phone, first.number)->state, TicketState::Confirmed);
        const auto later = fresh(rig);
        QCOMPARE(await(rig.phones.scanned(later.key, m_phone))->person->id, rig.lin.id);
    }
    void theSessionIsHandedOutOnce()
    {
        SignInRig rig;
        const auto ticket = confirmed(rig);
        const auto first = await(rig.phones.redeem(ticket.key));
        QVERIFY(*first);
        QCOMPARE((*first)->session.person.id, rig.lin.id);
        QVERIFY(rig.isOpen((*first)->token));
        QVERIFY(!*await(rig.phones.redeem(ticket.key)));
    }
    void twoAtOnceGetOne()
    {
        SignInRig rig;
        const auto ticket = confirmed(rig);
        auto one = rig.phones.redeem(ticket.key);
        auto two = rig.phones.redeem(ticket.key);
        const bool first = await(one)->has_value();
        const bool second = await(two)->has_value();
        QCOMPARE(int(first) + int(second), 1);
    }
    void whenTheBooksFailNothingIsLost()
    {
        SignInRig rig;
        const auto ticket = confirmed(rig);
        rig.breakSessions(true);
        QCOMPARE(await(rig.phones.redeem(ticket.key)).error().code, ErrorCode::StoreFailure);
        rig.breakSessions(false);
        const auto again = await(rig.phones.redeem(ticket.key));
        QVERIFY(*again && rig.isOpen((*again)->token));
    }
    void whatIsNotConfirmedIsNotRedeemed()
    {
        SignInRig rig;
        const auto ticket = fresh(rig);
        QVERIFY(!*await(rig.phones.redeem(ticket.key)));
        QVERIFY(await(rig.phones.scanned(ticket.key, m_phone)));
        QVERIFY(!*await(rig.phones.redeem(ticket.key)));
        QCOMPARE(await(rig.phones.redeem("nothing")).error().code, ErrorCode::NotFound);
    }
    void whoLostThePhoneBeforeTheEndGetsNothing_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("unbound") << 0;
        QTest::newRow("another's") << 1;
        QTest::newRow("left") << 2;
    }
    void whoLostThePhoneBeforeTheEndGetsNothing()
    {
        QFETCH(int, how);
        SignInRig rig;
        const auto ticket = confirmed(rig);
        if (how == 0)
            QVERIFY(await(rig.books.phones->unbindAllOf(rig.lin.id)));
        if (how == 1)
            QVERIFY(await(rig.books.phones->bind(m_phone, rig.owner.id, by(Role::Owner), rig.clock.now())));
        if (how == 2)
            QVERIFY(await(rig.people.change(rig.lin.id, {.active = false})));
        QCOMPARE(await(rig.phones.redeem(ticket.key)).error().code, ErrorCode::Forbidden);
    }
    void bindingNeedsAPhoneAPersonAndARole()
    {
        SignInRig rig;
        const auto ticket = fresh(rig);
        QCOMPARE(await(rig.phones.bind(ticket.key, rig.lin.id, by(Role::Owner))).error().code, ErrorCode::Conflict);
        QCOMPARE(await(rig.phones.bind("nothing", rig.lin.id, by(Role::Owner))).error().code, ErrorCode::NotFound);
        QVERIFY(await(rig.phones.scanned(ticket.key, m_phone)));
        QCOMPARE(await(rig.phones.bind(ticket.key, "nobody", by(Role::Owner))).error().code, ErrorCode::InvalidInput);
        QCOMPARE(await(rig.phones.bind(ticket.key, rig.owner.id, by(Role::Supervisor))).error().code,
                 ErrorCode::Forbidden);
        QVERIFY(!rig.tickets.find(ticket.key)->person);
        QVERIFY(!await(rig.books.phones->holderOf(m_phone))->has_value());
        QVERIFY(rig.tickets.cancel(ticket.key, m_phone));
        QCOMPARE(await(rig.phones.bind(ticket.key, rig.lin.id, by(Role::Owner))).error().code, ErrorCode::Conflict);
    }
    void weChatScansToo()
    {
        SignInRig rig;
        const auto ticket = fresh(rig);
        const auto scanned = await(rig.phones.scannedByWeChat(ticket.key, "oLin"));
        QCOMPARE(scanned->state, TicketState::Scanned);
        QCOMPARE(*scanned->phone, Staff::weChat("oLin"));
        QVERIFY(await(rig.phones.bind(ticket.key, rig.lin.id, by(Role::Owner))));
        const auto later = fresh(rig);
        QCOMPARE(await(rig.phones.scannedByWeChat(later.key, "oLin"))->person->id, rig.lin.id);
        QCOMPARE(await(rig.phones.scannedByWeChat(later.key, "oOther")).error().code, ErrorCode::Forbidden);
        QCOMPARE(await(rig.phones.scannedByWeChat("poster_7", "oLin")).error().code, ErrorCode::NotFound);
        QCOMPARE(await(rig.phones.scannedByWeChat(later.key, {})).error().code, ErrorCode::InvalidInput);
    }
    void aTicketThatExpiresWhileTheBooksAreAskedIsOver()
    {
        SignInRig rig;
        const auto ticket = fresh(rig);
        const auto scanning = rig.phones.scanned(ticket.key, m_phone);
        rig.clock.advance(LoginTickets::life);
        const auto scanned = await(scanning);
        if (!scanned)
            QCOMPARE(scanned.error().code, ErrorCode::Conflict);
        QCOMPARE(rig.tickets.find(ticket.key)->state, TicketState::Expired);
    }
};

QTEST_GUILESS_MAIN(PhoneSignInTest)
#include "tst_phone_sign_in.moc"
