// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/InboxFlow.h"

#include "ui/Answers.h"
#include "ui/MoneyReasons.h"

using Move = MoneyDesk::Move;

namespace {

/// The server's short code, which its message begins with.
bool isOpenCase(const PaymentCase &each)
{
    return each.state == QLatin1String("open");
}

} // namespace

InboxFlow::InboxFlow(MoneyDesk &desk, LoginDesk &people, SupervisorPin &pin, Clock &clock, QObject *parent)
    : QObject(parent), m_desk(desk), m_people(people), m_pin(pin), m_clock(clock)
{
    connect(&m_pin, &SupervisorPin::signedIn, this, &InboxFlow::signedIn);
}

void InboxFlow::open()
{
    m_open = true;
    m_decided = false;
    m_step = Step::List;
    m_page = 0;
    m_chosen = 0;
    m_say = Say::Nothing;
    load();
    loadNames();
}

void InboxFlow::close()
{
    if (!std::exchange(m_open, false))
        return;
    ++m_epoch;
    m_asking = false;
    m_step = Step::List;
    m_pin.end();
    endSession();
    emit closed();
}

void InboxFlow::casesChanged(int open)
{
    const auto known = std::count_if(m_all.begin(), m_all.end(), &isOpenCase);
    if (m_open && known != open && m_step == Step::List)
        load();
}

void InboxFlow::load()
{
    const int loads = ++m_loads;
    if (m_all.isEmpty())
        m_say = Say::Loading;
    emit changed();
    whenAnswered(m_desk.cases(), this, [this, loads](const Result<QList<PaymentCase>> &answer) {
        if (loads != m_loads || !m_open)
            return;
        if (!answer) {
            say(Say::NotRead);
            return emit refusedSound();
        }
        m_all = *answer;
        const bool elsewhere = !chosen() || isOpenCase(*chosen()) == m_decided;
        if (elsewhere && m_step != Step::List && !m_asking)
            return ended(Say::DecidedAlready);
        if (elsewhere && !m_asking)
            m_chosen = ofTab().isEmpty() ? 0 : ofTab().front().id;
        say(m_say == Say::Loading || m_say == Say::NotRead ? Say::Nothing : m_say);
    });
}

void InboxFlow::loadNames()
{
    whenAnswered(m_people.people(), this, [this](const Result<LoginDesk::People> &answer) {
        if (!answer)
            return; // the numbers stand for them
        for (const Person &person : answer->people)
            m_names[person.id] = person.name;
        emit changed();
    });
}

void InboxFlow::wish(const Wish &wish)
{
    if (wish.kind == Wish::Kind::Cancel)
        return back();
    switch (m_step) {
    case Step::List:
        return wishList(wish);
    case Step::Reason:
        return wishReason(wish);
    case Step::Supervisor:
        return m_pin.wish(wish);
    }
}

void InboxFlow::back()
{
    if (m_step == Step::List)
        return close();
    if (m_asking)
        return emit refusedSound(); // it is on its way
    m_pin.end();
    endSession();
    m_step = m_step == Step::Supervisor ? Step::Reason : Step::List;
    say(Say::Nothing);
}

void InboxFlow::wishList(const Wish &wish)
{
    switch (wish.kind) {
    case Wish::Kind::RowUp:
        return move(-1);
    case Wish::Kind::RowDown:
        return move(1);
    case Wish::Kind::Pick:
        return pick(wish.text.toLongLong());
    case Wish::Kind::MoreRows:
        ++m_page;
        return emit changed();
    case Wish::Kind::Decided:
        return turnTab();
    case Wish::Kind::Honour:
        return begin(Move::Honour);
    case Wish::Kind::GiveBack:
        return begin(Move::Refund);
    case Wish::Kind::Query:
        m_say = Say::Nothing;
        return load();
    case Wish::Kind::Type:
        if (wish.text == QLatin1String("1"))
            return begin(Move::Honour);
        if (wish.text == QLatin1String("2"))
            return begin(Move::Refund);
        if (wish.text == QLatin1String("0"))
            return turnTab();
        return emit refusedSound();
    case Wish::Kind::Pay:
    case Wish::Kind::Scanned:
        return emit refusedSound();
    default:
        return;
    }
}

void InboxFlow::move(int rows)
{
    const auto tab = ofTab();
    const auto at = std::find_if(tab.begin(), tab.end(), [this](const auto &each) { return each.id == m_chosen; });
    const qsizetype to = at == tab.end() ? 0 : at - tab.begin() + rows;
    if (to < 0 || to >= tab.size())
        return emit refusedSound();
    pick(tab[to].id);
}

void InboxFlow::pick(qint64 id)
{
    m_chosen = id;
    say(Say::Nothing);
}

void InboxFlow::turnTab()
{
    m_decided = !m_decided;
    m_page = 0;
    m_chosen = ofTab().isEmpty() ? 0 : ofTab().front().id;
    say(Say::Nothing);
}

void InboxFlow::begin(Move move)
{
    const PaymentCase *about = chosen();
    if (!about || !isOpenCase(*about))
        return emit refusedSound();
    if (about->kind == CaseKind::Foreign && move == Move::Refund) {
        say(Say::NotOurs);
        return emit refusedSound();
    }
    m_move = move;
    m_reason = reasons().front();
    m_step = Step::Reason;
    say(Say::Nothing);
}

void InboxFlow::wishReason(const Wish &wish)
{
    if (m_asking)
        return emit refusedSound();
    switch (wish.kind) {
    case Wish::Kind::Reason:
        return choose(int(reasons().indexOf(MoneyReason(wish.count))));
    case Wish::Kind::Type:
        return choose(wish.text.toInt() - 1);
    case Wish::Kind::RowUp:
    case Wish::Kind::RowDown:
        m_reason = MoneyReasons::besideOf(reasons(), m_reason, wish.kind == Wish::Kind::RowUp ? -1 : 1);
        return emit changed();
    case Wish::Kind::TakeBack: // a scanner opened it
        return back();
    case Wish::Kind::Pay:
        return decide();
    case Wish::Kind::Scanned:
        return emit refusedSound();
    default:
        return;
    }
}

void InboxFlow::choose(int place)
{
    if (place < 0 || place >= reasons().size())
        return emit refusedSound();
    m_reason = reasons().at(place);
    say(Say::Nothing);
}

void InboxFlow::decide()
{
    m_tries = 0;
    m_asking = true;
    ask();
}

void InboxFlow::ask()
{
    const int epoch = ++m_epoch;
    say(Say::Asking);
    whenAnswered(m_desk.decide(m_chosen, m_move, MoneyReasons::toText(m_reason), m_session), this,
                 [this, epoch](const Result<PaymentCase> &answer) {
                     if (epoch == m_epoch && m_open)
                         answered(answer);
                 });
}

void InboxFlow::answered(const Result<PaymentCase> &answer)
{
    if (!answer)
        return refused(answer.error());
    for (PaymentCase &each : m_all) {
        if (each.id == answer->id)
            each = *answer;
    }
    ended(m_move == Move::Honour ? Say::Honoured : Say::GivenBack);
    load();
}

void InboxFlow::refused(const Error &error)
{
    const bool mayNot = error.code == ErrorCode::Forbidden || error.code == ErrorCode::Unauthorized;
    const bool unheard = error.code == ErrorCode::Unknown || error.code == ErrorCode::ProviderUnavailable
                         || error.code == ErrorCode::RateLimited || error.code == ErrorCode::Busy;
    if (unheard && ++m_tries < mostTries) {
        m_clock.callAfter(std::chrono::seconds(m_tries), this, [this, epoch = m_epoch] {
            if (epoch == m_epoch)
                ask();
        });
        return;
    }
    m_asking = false;
    endSession();
    if (mayNot) {
        m_step = Step::Supervisor;
        m_pin.begin();
        return say(Say::NeedsSupervisor);
    }
    emit refusedSound();
    m_code = codeOf(error);
    if (unheard)
        return say(Say::NotHeard); // the same move again does no harm
    const bool decided = m_code == QLatin1String("CASE_DECIDED") || error.code == ErrorCode::NotFound;
    ended(decided ? Say::DecidedAlready : m_code == QLatin1String("CASE_NOT_OURS") ? Say::NotOurs : Say::Refused);
    load();
}

void InboxFlow::ended(Say how)
{
    m_asking = false;
    ++m_epoch;
    m_pin.end();
    endSession();
    m_step = Step::List;
    const auto tab = ofTab();
    if (!chosen() || isOpenCase(*chosen()) == m_decided)
        m_chosen = tab.isEmpty() ? 0 : tab.front().id;
    say(how);
}

void InboxFlow::signedIn(const LoginDesk::Session &session)
{
    if (!m_open || m_step != Step::Supervisor)
        return;
    m_pin.end();
    m_session = session.token;
    m_step = Step::Reason;
    decide();
}

void InboxFlow::endSession()
{
    const QByteArray session = std::exchange(m_session, {});
    if (!session.isEmpty())
        emit sessionDone(session);
}

void InboxFlow::say(Say say)
{
    m_say = say;
    emit changed();
}

QList<PaymentCase> InboxFlow::ofTab() const
{
    QList<PaymentCase> tab;
    std::copy_if(m_all.begin(), m_all.end(), std::back_inserter(tab),
                 [this](const PaymentCase &each) { return isOpenCase(each) != m_decided; });
    return tab;
}

const PaymentCase *InboxFlow::chosen() const
{
    const auto found =
        std::find_if(m_all.begin(), m_all.end(), [this](const PaymentCase &each) { return each.id == m_chosen; });
    return found == m_all.end() ? nullptr : &*found;
}

QList<MoneyReason> InboxFlow::reasons() const
{
    return MoneyReasons::ofCase(chosen() ? chosen()->kind : CaseKind::UnknownOrder, m_move);
}

void InboxFlow::fill(OfficeView &view) const
{
    InboxView &inbox = view.inbox;
    inbox.step = m_step;
    inbox.say = m_say;
    inbox.code = m_code;
    inbox.decided = m_decided;
    inbox.open = int(std::count_if(m_all.begin(), m_all.end(), &isOpenCase));
    for (const PaymentCase &each : ofTab())
        inbox.items.append({each, m_names.value(each.decidedBy, each.decidedBy)});
    inbox.chosen = m_chosen;
    inbox.page = m_page;
    inbox.refunds = m_move == Move::Refund;
    inbox.reasons = reasons();
    inbox.reason = m_reason;
    if (m_step == Step::Supervisor)
        m_pin.fill(view.supervisor);
}
