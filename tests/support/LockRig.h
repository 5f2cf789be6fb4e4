// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/ScriptedLoginDesk.h"
#include "tests/support/VirtualClock.h"
#include "ui/LoginFlow.h"

/// The lock of a till at a scripted server on a clock that stands still.
class LockRig
{
public:
    using News = LoginDesk::TicketNews;
    using Pin = LoginDesk::PinAnswer;
    using Phone = LockView::Phone;
    using Say = LockView::Say;

    explicit LockRig(bool training = false) : flow(desk, clock, training, {"晨光咖啡", "1 号收银台"})
    {
        QObject::connect(&flow, &LoginFlow::sessionChanged, &flow,
                         [this](const QByteArray &token) { sessions.append(QString::fromLatin1(token)); });
        QObject::connect(&flow, &LoginFlow::refusedSound, &flow, [this] { ++refusals; });
        QObject::connect(&flow, &LoginFlow::screenChanged, &flow, [this] { ++screens; });
        flow.start();
    }
    static Person person(const char *name, Role role = Role::Cashier, bool hasPin = true)
    {
        return {.id = QString::fromUtf8(name), .name = QString::fromUtf8(name), .role = role, .hasPin = hasPin};
    }
    static Person linXiao() { return person("林晓"); }
    static Person chenJing() { return person("陈静", Role::Supervisor); }
    static Person wang() { return person("王师傅", Role::Owner); }

    /// A live till that knows its three people and shows the code of the ticket K1.
    void openShop()
    {
        desk.peoples.answer(LoginDesk::People{{linXiao(), chenJing(), wang()}, {}});
        bringTicket();
    }
    /// Answers the open wish for a ticket with the next of K1, K2… whose numbers are 41, 42…
    QString bringTicket()
    {
        const QString key = QStringLiteral("K%1").arg(++m_ticket);
        desk.tickets.answer(
            LoginDesk::Ticket{key, "http://10.0.0.2:9000/m/login/" + key, "poll-" + key.toLatin1(), 40 + m_ticket});
        return key;
    }
    void wish(Wish::Kind kind, const QString &text = {}, int count = 0) { flow.wish({kind, text, count}); }
    void type(const QString &digits)
    {
        for (const QChar digit : digits)
            wish(Wish::Kind::Type, digit);
    }
    void pass(std::chrono::milliseconds span) { clock.advance(span); }
    /// Chooses and types, up to the question to the server.
    void enterPin(const Person &who, const QString &pin = QStringLiteral("135790"))
    {
        wish(Wish::Kind::Person, who.id);
        type(pin);
        pass(std::chrono::milliseconds(PinLogin::sendAfterMs));
    }
    void signIn(const Person &who, const char *token = "session-1")
    {
        enterPin(who);
        desk.pins.answer(Pin{.kind = Pin::Kind::SignedIn, .session = {token, who}});
    }
    void scan(const QString &key, const std::optional<Person> &who)
    {
        desk.polls.answerTo(key, std::optional(News{.state = TicketState::Scanned, .person = who}));
    }
    void end(const QString &key, TicketState state, const std::optional<Person> &who = {}, const char *token = "")
    {
        desk.polls.answerTo(key, std::optional(News{.state = state, .person = who, .sessionToken = token}));
    }
    const LockView &view() const { return flow.view(); }
    QString session() const { return sessions.isEmpty() ? QString() : sessions.back(); }

    VirtualClock clock;
    ScriptedLoginDesk desk;
    LoginFlow flow;
    QStringList sessions; ///< each as it was told
    int refusals = 0;
    int screens = 0;

private:
    int m_ticket = 0;
};
