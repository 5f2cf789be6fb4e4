// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/login/LoginTickets.h"
#include "tests/support/People.h"
#include "tests/support/SeededRandom.h"
#include "tests/support/VirtualClock.h"

#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;

/// A ticket goes one way, once, and only by the phone that scanned it.
class LoginTicketsTest : public QObject
{
    Q_OBJECT

    struct Rig
    {
        VirtualClock clock;
        SeededRandom random;
        LoginTickets tickets{clock, random};
        QSignalSpy changes{&tickets, &LoginTickets::changed};
        LoginTicket ticket = *tickets.create(QStringLiteral("晨光咖啡"), QStringLiteral("1 号收银台"));
        QString key = ticket.key;
        const Person lin = Staff::person("lin");
        const PhoneId phone = Staff::phone();

        TicketState state() const { return tickets.find(key)->state; }
        int wrongNumber() const { return ticket.number == 10 ? 11 : ticket.number - 1; }
        void bring(TicketState to)
        {
            if (to == TicketState::Expired)
                return clock.advance(120s);
            if (to != TicketState::Created)
                QVERIFY(tickets.scan(key, phone, lin));
            if (to == TicketState::Confirmed)
                QVERIFY(tickets.confirm(key, phone, ticket.number));
            if (to == TicketState::Cancelled)
                QVERIFY(tickets.cancel(key, phone));
            QCOMPARE(state(), to);
        }
    };

private slots:
    void cannotBeGuessed()
    {
        Rig rig;
        QSet<QString> keys;
        QSet<QByteArray> secrets;
        QSet<int> numbers;
        for (int i = 0; i < 500; ++i) {
            const auto ticket = *rig.tickets.create({}, {});
            QCOMPARE(ticket.key.size(), 34);
            QVERIFY(ticket.pollSecret.size() >= 43);
            QVERIFY(!ticket.key.contains(QString::fromLatin1(ticket.pollSecret)));
            QVERIFY(ticket.number >= 10 && ticket.number <= 99 && ticket.choices.contains(ticket.number));
            QCOMPARE(ticket.choices.size(), 3);
            QVERIFY(ticket.choices[0] < ticket.choices[1] && ticket.choices[1] < ticket.choices[2]);
            QVERIFY(ticket.choices[0] >= 10 && ticket.choices[2] <= 99);
            keys << ticket.key;
            secrets << ticket.pollSecret;
            numbers << ticket.number;
        }
        QCOMPARE(keys.size(), 500);
        QCOMPARE(secrets.size(), 500);
        QVERIFY(numbers.size() > 60);
    }
    void goesItsWay()
    {
        Rig rig;
        QCOMPARE(rig.ticket.state, TicketState::Created);
        QCOMPARE(rig.ticket.expiresAt, rig.ticket.createdAt.addSecs(120));
        const auto scanned = rig.tickets.scan(rig.key, rig.phone, rig.lin);
        QCOMPARE(scanned->state, TicketState::Scanned);
        QCOMPARE(scanned->person->id, QStringLiteral("lin"));
        QCOMPARE(rig.tickets.confirm(rig.key, rig.phone, rig.ticket.number)->state, TicketState::Confirmed);
        QCOMPARE(rig.changes.size(), 2);
        QCOMPARE(rig.changes.last().first().toString(), rig.key);
    }
    void theSamePhoneAgainChangesNothing()
    {
        Rig rig;
        rig.bring(TicketState::Scanned);
        QVERIFY(rig.tickets.scan(rig.key, rig.phone, Staff::person("chen")));
        QCOMPARE(rig.tickets.find(rig.key)->person->id, QStringLiteral("lin"));
        QCOMPARE(rig.changes.size(), 1);
    }
    void anotherPhoneIsRefused()
    {
        Rig rig;
        rig.bring(TicketState::Scanned);
        const auto other = Staff::phone("phone-2");
        QCOMPARE(rig.tickets.scan(rig.key, other, Staff::person("chen")).error().code, ErrorCode::Forbidden);
        QCOMPARE(rig.tickets.confirm(rig.key, other, rig.ticket.number).error().code, ErrorCode::Forbidden);
        QCOMPARE(rig.tickets.cancel(rig.key, other).error().code, ErrorCode::Forbidden);
        // Nor the same text of another kind.
        const auto weChat = Staff::weChat("phone-1");
        QCOMPARE(rig.tickets.confirm(rig.key, weChat, rig.ticket.number).error().code, ErrorCode::Forbidden);
        QCOMPARE(rig.state(), TicketState::Scanned);
        QCOMPARE(rig.changes.size(), 1);
    }
    void aWrongNumberCancels()
    {
        Rig rig;
        rig.bring(TicketState::Scanned);
        const auto cancelled = rig.tickets.confirm(rig.key, rig.phone, rig.wrongNumber());
        QCOMPARE(cancelled->state, TicketState::Cancelled);
        QVERIFY(cancelled->wrongNumber);
        QCOMPARE(rig.tickets.confirm(rig.key, rig.phone, rig.ticket.number).error().code, ErrorCode::Conflict);
        QVERIFY(!rig.tickets.redeem(rig.key));
    }
    void aStrangersPhoneConfirmsNothing()
    {
        Rig rig;
        QVERIFY(rig.tickets.scan(rig.key, rig.phone, std::nullopt));
        QCOMPARE(rig.tickets.confirm(rig.key, rig.phone, rig.ticket.number).error().code, ErrorCode::Forbidden);
        QCOMPARE(rig.state(), TicketState::Scanned);
        QCOMPARE(rig.tickets.bind(rig.key, rig.lin)->person->id, QStringLiteral("lin"));
        QCOMPARE(rig.tickets.confirm(rig.key, rig.phone, rig.ticket.number)->state, TicketState::Confirmed);
    }
    void beforeTheScanNothingElseGoes()
    {
        Rig rig;
        QCOMPARE(rig.tickets.confirm(rig.key, rig.phone, rig.ticket.number).error().code, ErrorCode::Forbidden);
        QCOMPARE(rig.tickets.cancel(rig.key, rig.phone).error().code, ErrorCode::Forbidden);
        QCOMPARE(rig.tickets.bind(rig.key, rig.lin).error().code, ErrorCode::Conflict);
        QCOMPARE(rig.state(), TicketState::Created);
        QVERIFY(!rig.tickets.redeem(rig.key));
    }
    void whatIsOverStaysOver_data()
    {
        QTest::addColumn<TicketState>("state");
        for (const auto state : {TicketState::Confirmed, TicketState::Cancelled, TicketState::Expired})
            QTest::newRow(qPrintable(toText(state))) << state;
    }
    void whatIsOverStaysOver()
    {
        QFETCH(TicketState, state);
        Rig rig;
        rig.bring(state);
        const auto told = rig.changes.size();
        QCOMPARE(rig.tickets.scan(rig.key, rig.phone, rig.lin).error().code, ErrorCode::Conflict);
        QCOMPARE(rig.tickets.bind(rig.key, rig.lin).error().code, ErrorCode::Conflict);
        QCOMPARE(rig.tickets.confirm(rig.key, rig.phone, rig.ticket.number).error().code, ErrorCode::Conflict);
        QCOMPARE(rig.tickets.cancel(rig.key, rig.phone).error().code, ErrorCode::Conflict);
        QCOMPARE(rig.state(), state);
        QCOMPARE(rig.changes.size(), told);
    }
    void expiresAndTells_data()
    {
        QTest::addColumn<TicketState>("state");
        QTest::newRow("created") << TicketState::Created;
        QTest::newRow("scanned") << TicketState::Scanned;
    }
    void expiresAndTells()
    {
        QFETCH(TicketState, state);
        Rig rig;
        rig.bring(state);
        rig.clock.advance(120s - 1ms);
        QCOMPARE(rig.state(), state);
        rig.changes.clear();
        rig.clock.advance(1ms);
        QCOMPARE(rig.state(), TicketState::Expired);
        QCOMPARE(rig.changes.size(), 1);
        rig.clock.advance(60s);
        QCOMPARE(rig.changes.size(), 1);
    }
    void aConfirmedOneDoesNotExpire()
    {
        Rig rig;
        rig.clock.advance(100s);
        rig.bring(TicketState::Confirmed);
        rig.clock.advance(59s);
        QCOMPARE(rig.state(), TicketState::Confirmed);
        QCOMPARE(rig.changes.size(), 2);
    }
    void aClockThatJumpsMakesNoneLiveLonger()
    {
        Rig rig;
        rig.clock.jumpWall(-3600s);
        rig.clock.advance(120s);
        QCOMPARE(rig.state(), TicketState::Expired);
        Rig other;
        other.clock.jumpWall(121s);
        QCOMPARE(other.state(), TicketState::Expired);
        QCOMPARE(other.tickets.scan(other.key, other.phone, other.lin).error().code, ErrorCode::Conflict);
    }
    void isForgottenAMinuteAfterItsEnd_data() { whatIsOverStaysOver_data(); }
    void isForgottenAMinuteAfterItsEnd()
    {
        QFETCH(TicketState, state);
        Rig rig;
        rig.bring(state);
        rig.clock.advance(60s - 1ms);
        QCOMPARE(rig.state(), state);
        rig.clock.advance(1ms);
        QCOMPARE(rig.tickets.find(rig.key).error().code, ErrorCode::NotFound);
        QCOMPARE(rig.tickets.scan(rig.key, rig.phone, rig.lin).error().code, ErrorCode::NotFound);
        QVERIFY(!rig.tickets.redeem(rig.key));
        rig.clock.advance(600s);
        QCOMPARE(rig.clock.pendingCalls(), 0);
    }
    void isRedeemedOnce()
    {
        Rig rig;
        rig.bring(TicketState::Confirmed);
        QVERIFY(rig.tickets.redeem(rig.key));
        QVERIFY(!rig.tickets.redeem(rig.key));
        rig.tickets.giveBack(rig.key);
        QVERIFY(rig.tickets.redeem(rig.key));
        QVERIFY(!rig.tickets.redeem(rig.key));
    }
    void unknownKeysAreNone()
    {
        Rig rig;
        for (const auto &key : {QString(), rig.key.chopped(1), rig.key.toUpper(), QStringLiteral("../x")})
            QCOMPARE(rig.tickets.find(key).error().code, ErrorCode::NotFound);
    }
    void thereIsALimit()
    {
        Rig rig;
        for (int i = 1; i < LoginTickets::maxTickets; ++i)
            QVERIFY(rig.tickets.create({}, {}));
        QCOMPARE(rig.tickets.create({}, {}).error().code, ErrorCode::Busy);
        rig.clock.advance(180s);
        QVERIFY(rig.tickets.create({}, {}));
        QCOMPARE(rig.tickets.create(QString(41, u'x'), {}).error().code, ErrorCode::InvalidInput);
        QCOMPARE(rig.tickets.create({}, QString(41, u'x')).error().code, ErrorCode::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(LoginTicketsTest)
#include "tst_login_tickets.moc"
