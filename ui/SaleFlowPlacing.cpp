// SPDX-License-Identifier: GPL-3.0-or-later
// How SaleFlow brings an attempt to the server: written down first, asked for under one number, taken up after a
// restart.
#include "ui/SaleFlow.h"

#include "server/domain/Random.h"
#include "ui/Answers.h"

using namespace std::chrono_literals;

namespace {

/// The server's short code, which its message begins with.
/// The call may go through later, or has gone through unheard: the same number is asked for again.
bool isWorthAsking(const Error &error)
{
    const ErrorCode code = error.code;
    const QString name = codeOf(error);
    return code == ErrorCode::Unknown || code == ErrorCode::ProviderUnavailable || code == ErrorCode::RateLimited
           || code == ErrorCode::Busy || code == ErrorCode::AttemptOpen || code == ErrorCode::Unverified
           || code == ErrorCode::StoreFailure || name == QLatin1String("SESSION_INVALID")
           || name == QLatin1String("OPERATOR_NEEDED"); // until one signs in
}

} // namespace

void SaleFlow::start()
{
    const QList<JournalAttempt> open = m_journal.openAttempts();
    std::optional<Attempt> onScreen; // the newest; an older one whose parking could not be written is parked now
    for (const JournalAttempt &written : open) {
        m_ringUp.settle(written.heldId);
        Attempt attempt{.written = written, .description = m_settings.description};
        const qint64 agoMs = std::clamp<qint64>(written.at.msecsTo(m_clock.now()), 0, 7'200'000);
        attempt.askedSteadyMs = m_clock.steadyMs() - agoMs;
        if (written.parked) {
            m_parked.add(attempt);
            continue;
        }
        if (onScreen)
            m_parked.add(*onScreen);
        onScreen = attempt;
    }
    if (onScreen)
        resume(*onScreen);
    refresh();
}

void SaleFlow::resume(const Attempt &attempt)
{
    m_attempt = attempt;
    const auto bill = SaleBill::fromJson(attempt.terms().bill);
    m_saved = bill ? Basket::of(*bill) : Basket::of(attempt.amount());
    if (attempt.terms().isByHand()) { // the money is here: the same words once more, and it is in the books once
        enter(Phase::Creating, {Notice::Kind::CodeSlow});
        return place();
    }
    enter(Phase::Resuming, {Notice::Kind::Checking});
    after(5000, [this] { park(); }); // the till unlocks; what is left is asked about behind
    m_attempt->watched = true;
    m_desk.watch(attempt.number());
    askResumed();
}

void SaleFlow::askResumed()
{
    const OutTradeNo number = m_attempt->number();
    whenAnswered(m_desk.order(number), this, [this, number](const Result<Order> &answer) {
        if (!isCurrent(number) || m_phase != Phase::Resuming)
            return;
        if (!answer && answer.error().code == ErrorCode::NotFound) {
            // The power went between writing down and asking. Nobody has seen a code, so nobody can have paid.
            return giveBack({}, QStringLiteral("unasked"));
        }
        if (!answer)
            return after(1000, [this] { askResumed(); });
        m_attempt->description = answer->description;
        hear(*answer);
        if (isCurrent(number) && m_phase == Phase::Resuming) { // known, but its code had not come
            enter(Phase::Creating, {Notice::Kind::CodeSlow});
            refresh();
            place();
        }
    });
}

bool SaleFlow::begin(const Beginning &beginning)
{
    const auto &[amount, sale, terms, heldId] = beginning;
    const auto number = OutTradeNo::make(m_clock, m_random);
    Attempt attempt{
        .written = {number, sale.isEmpty() ? number.text() : sale, amount, m_clock.now(), false, terms, heldId},
        .description = m_settings.description,
        .askedSteadyMs = m_clock.steadyMs()};
    if (const auto written = m_journal.attempt(attempt.written); !written) {
        m_notice.flash({Notice::Kind::NotStored, m_clock.now(), amount}, 30s);
        refresh();
        refuse();
        return false;
    }
    dropAttempt();
    m_attempt = attempt;
    mark("key");
    m_placings = 0;
    enter(Phase::Creating, {});
    return true;
}

void SaleFlow::place()
{
    ++m_placings;
    m_placing = true;
    mark("order_asked");
    const OutTradeNo number = m_attempt->number();
    whenAnswered(m_desk.place(m_attempt->asked()), this,
                 [this, number](const Result<Order> &answer) { placed(number, answer); });
}

void SaleFlow::placed(const OutTradeNo &number, const Result<Order> &answer)
{
    if (!isCurrent(number)) {
        if (answer && !answer->isFinal()) // it came to be after the till had let it go; its code was never shown
            whenAnswered(m_desk.close(number), this, [this](const Result<Order> &order) {
                if (order)
                    m_parked.hear(*order);
            });
        return;
    }
    m_placing = false;
    mark("order_answered");
    if (answer && answer->outTradeNo != number)
        return salePaidBefore(*answer);
    if (answer) {
        if (!std::exchange(m_attempt->watched, true))
            m_desk.watch(number);
        hear(*answer);
        if (isCurrent(number) && m_phase == Phase::Creating) {
            m_notice.set({Notice::Kind::CodeSlow});
            refresh();
            placeLater(5s); // the code is pushed when it comes; this is for a push that got lost
        }
        return;
    }
    if (m_phase != Phase::Creating)
        return;
    if (!isWorthAsking(answer.error()))
        return refused(answer.error());
    const bool formerOpen = answer.error().code == ErrorCode::AttemptOpen;
    m_notice.set({formerOpen ? Notice::Kind::FormerOpen
                  : m_online ? Notice::Kind::CodeSlow
                             : Notice::Kind::ServerGone});
    refresh();
    placeLater(std::chrono::seconds(1 << std::min(m_placings - 1, 3)));
}

/// The server has no new attempt for a sale that is paid: it answers the one that was.
void SaleFlow::salePaidBefore(const Order &other)
{
    if (!other.isPaid() || other.sale != m_attempt->written.sale)
        return refused({ErrorCode::Conflict, QStringLiteral("OTHER_ORDER")});
    (void)m_journal.ended(m_attempt->number(), QStringLiteral("refused")); // it never came to be
    m_attempt->written.outTradeNo = other.outTradeNo;
    m_attempt->seq = 0;
    hear(other);
}

void SaleFlow::placeLater(std::chrono::milliseconds pause)
{
    if (m_placings >= mostPlacings && m_notice.lasting().kind == Notice::Kind::FormerOpen)
        return callManager({Notice::Kind::FormerOpen, m_clock.now(), m_attempt->amount()});
    if (m_placings >= mostPlacings && !m_attempt->terms().isByHand()) { // money in hand may be in the books already
        const OutTradeNo number = m_attempt->number();
        giveBack({m_online ? Notice::Kind::CodeSlow : Notice::Kind::ServerGone}, QStringLiteral("refused"));
        whenAnswered(m_desk.close(number), this, [](const Result<Order> &) {}); // tidiness: nobody has seen its code
        return;
    }
    after(pause.count(), [this] {
        if (!m_placing)
            place();
    });
}

void SaleFlow::refused(const Error &error)
{
    const bool byHand = m_attempt->terms().isByHand();
    Notice notice{byHand ? Notice::Kind::HandRefused : Notice::Kind::OrderRefused, m_clock.now(), m_attempt->amount()};
    notice.code = codeOf(error);
    if (error.code == ErrorCode::Conflict || error.code == ErrorCode::OrderPaid)
        return callManager(notice); // the number is taken by something else: nothing a cashier can mend
    giveBack(notice, QStringLiteral("refused"));
}

/// No code was ever shown: the amount goes back to the hand that typed it.
void SaleFlow::giveBack(const Notice &notice, const QString &how)
{
    (void)m_journal.ended(m_attempt->number(), how);
    m_entry = m_next.isEmpty() ? m_saved.restored() : m_next;
    m_next = {};
    dropAttempt();
    enter(Phase::Idle, notice);
    refresh();
}
