// SPDX-License-Identifier: GPL-3.0-or-later
// What SaleFlow does with what the server says.
#include "ui/SaleFlow.h"

#include "server/domain/Random.h"
#include "ui/Answers.h"

using namespace std::chrono_literals;

namespace {

/// The server's short code, which its message begins with.
QString codeOf(const Error &error)
{
    return error.message.section(u' ', 0, 0).left(32);
}

/// The call may go through later, or has gone through unheard: the same number is asked for again.
bool isWorthAsking(const Error &error)
{
    const ErrorCode code = error.code;
    const QString name = codeOf(error);
    return code == ErrorCode::Unknown || code == ErrorCode::ProviderUnavailable || code == ErrorCode::RateLimited
           || code == ErrorCode::Busy || code == ErrorCode::Unverified || code == ErrorCode::StoreFailure
           || name == QLatin1String("SESSION_INVALID")
           || name == QLatin1String("OPERATOR_NEEDED"); // until one signs in
}

} // namespace

void SaleFlow::start()
{
    const QList<JournalAttempt> open = m_journal.openAttempts();
    std::optional<Attempt> onScreen; // the newest; an older one whose parking could not be written is parked now
    for (const JournalAttempt &written : open) {
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
    m_saved = AmountEntry::of(attempt.amount());
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

bool SaleFlow::begin(Money amount, const QString &sale)
{
    const auto number = OutTradeNo::make(m_clock, m_random);
    Attempt attempt{.written = {number, sale.isEmpty() ? number.text() : sale, amount, m_clock.now()},
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
    m_placings = 0;
    enter(Phase::Creating, {});
    return true;
}

void SaleFlow::place()
{
    ++m_placings;
    m_placing = true;
    const OutTradeNo number = m_attempt->number();
    whenAnswered(m_desk.place(number, m_attempt->written.sale, m_attempt->amount(), m_attempt->description), this,
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
    m_notice.set({m_online ? Notice::Kind::CodeSlow : Notice::Kind::ServerGone});
    refresh();
    placeLater(std::chrono::seconds(1 << std::min(m_placings - 1, 3)));
}

void SaleFlow::placeLater(std::chrono::milliseconds pause)
{
    if (m_placings >= mostPlacings) {
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
    Notice notice{Notice::Kind::OrderRefused, m_clock.now(), m_attempt->amount()};
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

void SaleFlow::hear(const Order &order)
{
    if (!isCurrent(order.outTradeNo))
        return m_parked.hear(order);
    const bool settled = m_phase == Phase::Paid || m_phase == Phase::Cancelled || m_phase == Phase::CallManager;
    if (settled || order.seq < m_attempt->seq)
        return;
    m_attempt->seq = order.seq;
    m_attempt->pickupNo = order.pickupNo;
    Notice odd{Notice::Kind::OrderRefused, m_clock.now(), order.total, m_attempt->amount()};
    if (order.training != m_settings.training) {
        odd.code = QStringLiteral("TRAINING"); // practice never looks like money, nor money like practice
        return callManager(odd);
    }
    if (order.total != m_attempt->amount()) {
        odd.kind = Notice::Kind::AmountDiffers;
        return callManager(odd);
    }
    m_attempt->takeDeadline(order);
    if (order.state == TradeState::Success)
        return paid(order);
    if (order.state == TradeState::Refund) {
        odd.code = QStringLiteral("REFUND");
        return callManager(odd);
    }
    if (order.isFinal())
        return endedUnpaid();
    if (m_phase == Phase::Closing || m_phase == Phase::Expired)
        return;
    if (order.closing) { // by the server, at its deadline, or by somebody else
        const bool late = m_attempt->deadlineSteadyMs >= 0 && m_attempt->deadlineSteadyMs - m_clock.steadyMs() < 3000;
        return startClosing(late ? Purpose::Expire : Purpose::Cancel);
    }
    m_attempt->codeUrl = order.codeUrl;
    if (m_phase == Phase::Waiting)
        refresh();
    else if (!order.codeUrl.isEmpty())
        showCode();
}

void SaleFlow::showCode()
{
    m_attempt->shownAt = m_clock.now();
    enter(Phase::Waiting, {m_online ? Notice::Kind::CodeShown : Notice::Kind::Offline, m_attempt->shownAt});
    refresh();
    count();
}

void SaleFlow::startClosing(Purpose purpose)
{
    m_purpose = purpose;
    enter(Phase::Closing, {purpose == Purpose::Expire ? Notice::Kind::Checking : Notice::Kind::None});
    after(parkAfterMs, [this] { park(); });
    m_ladder = new CloseLadder(m_desk, m_clock, m_attempt->number(), this);
    connect(m_ladder, &CloseLadder::heard, this, &SaleFlow::hear);
    connect(m_ladder, &CloseLadder::unknownNumber, this, &SaleFlow::endedUnpaid);
    connect(m_ladder, &CloseLadder::notOurs, this, &SaleFlow::cancelRefused);
    refresh();
    m_ladder->start();
}

/// Another cashier began it, so a supervisor has to cancel it. Until then its code stays up, for it can be paid.
void SaleFlow::cancelRefused()
{
    if (m_phase != Phase::Closing || m_purpose == Purpose::Expire || m_attempt->codeUrl.isEmpty())
        return;
    m_ladder->stop();
    m_ladder->deleteLater();
    m_ladder = nullptr;
    enter(Phase::Waiting, {Notice::Kind::CancelNotYours, m_clock.now(), m_attempt->amount()});
    refresh();
    count();
}

void SaleFlow::park()
{
    const Attempt attempt = *m_attempt;
    if (m_parked.isFull())
        return after(parkAfterMs, [this] { park(); });
    (void)m_journal.parked(attempt.number()); // if not, the next start asks about it on the screen
    dropAttempt();
    leave();
    m_notice.flash({Notice::Kind::Parked, m_clock.now(), attempt.amount()}, 10s);
    m_parked.add(attempt);
    refresh();
}

/// The server says CLOSED, or has never heard of the number: this attempt cannot be paid any more.
void SaleFlow::endedUnpaid()
{
    if (m_phase == Phase::Expired)
        return;
    const bool late = m_attempt->deadlineSteadyMs >= 0 && m_attempt->deadlineSteadyMs - m_clock.steadyMs() < 3000;
    const Purpose purpose = m_phase == Phase::Closing ? m_purpose : late ? Purpose::Expire : Purpose::Cancel;
    const Attempt old = *m_attempt;
    (void)m_journal.ended(old.number(), QStringLiteral("closed")); // if not, it is asked again at the next start
    if (purpose == Purpose::NewCode && begin(old.amount(), old.written.sale)) {
        refresh();
        return place();
    }
    stopAsking();
    Notice notice{Notice::Kind::Expired, m_clock.now(), old.amount()};
    if (purpose != Purpose::Cancel) {
        enter(Phase::Expired, notice);
        return refresh();
    }
    notice.kind = Notice::Kind::CancelledUnpaid;
    m_entry = m_next.isEmpty() ? m_saved.restored() : m_next;
    enter(Phase::Cancelled, notice);
    after(2000, [this] { leave(); });
    refresh();
}

void SaleFlow::paid(const Order &order)
{
    const Attempt attempt = *m_attempt;
    const bool knownBefore = m_phase == Phase::Resuming && m_journal.wasAnnounced(attempt.number());
    const bool tooLate = m_phase == Phase::Closing && m_purpose != Purpose::Expire;
    stopAsking();
    m_paidOrder = order;
    enter(Phase::Paid,
          {tooLate ? Notice::Kind::PaidNotCancelled : Notice::Kind::None, m_clock.now(), attempt.amount()});
    if (knownBefore) {
        leave(); // it was green before the power went
    } else {
        after(paidAtLeastMs, [this] {
            m_canLeavePaid = true;
            refresh();
        });
        after(m_settings.paidSeconds * 1000, [this] { leave(); });
        refresh();
        announceOnce(attempt.number(), attempt.amount());
    }
    (void)m_journal.ended(attempt.number(), QStringLiteral("paid")); // if not, the next start hears it is paid
}

void SaleFlow::parkedPaid(const Attempt &attempt, const Order &order)
{
    if (order.state == TradeState::Success) {
        Notice notice{Notice::Kind::ParkedPaid, m_clock.now(), attempt.amount()};
        notice.code = attempt.number().tail();
        m_notice.flash(notice, 15s);
        m_lastSale = {attempt.amount(), order.successTime.isValid() ? order.successTime : m_clock.now(),
                      attempt.number().tail()};
        refresh();
        announceOnce(attempt.number(), attempt.amount());
    } else {
        refresh();
    }
    (void)m_journal.ended(attempt.number(), QStringLiteral("paid"));
}

void SaleFlow::callManager(const Notice &notice)
{
    stopAsking();
    enter(Phase::CallManager, notice);
    refresh();
}

/// Marked first, then told: after a crash in between it stays silent rather than speaking twice.
void SaleFlow::announceOnce(const OutTradeNo &number, Money amount)
{
    if (!m_journal.wasAnnounced(number) && m_journal.announced(number))
        emit announce(amount, m_settings.training, number.text());
}

void SaleFlow::setOnline(bool online)
{
    if (std::exchange(m_online, online) == online)
        return;
    if (m_phase == Phase::Waiting) {
        m_notice.set(
            {online ? Notice::Kind::CodeShown : Notice::Kind::Offline, online ? m_attempt->shownAt : m_clock.now()});
        if (online)
            whenAnswered(m_desk.order(m_attempt->number()), this, [this](const Result<Order> &answer) {
                if (answer)
                    hear(*answer);
            });
    } else if (m_phase == Phase::Creating) {
        m_notice.set({online ? Notice::Kind::None : Notice::Kind::ServerGone});
        if (online && !m_placing)
            place();
    }
    refresh();
}

void SaleFlow::leave()
{
    if (m_phase == Phase::Paid && m_paidOrder) {
        m_lastSale = {m_attempt->amount(),
                      m_paidOrder->successTime.isValid() ? m_paidOrder->successTime : m_clock.now(),
                      m_attempt->number().tail()};
    }
    const bool unpaid = m_phase == Phase::Cancelled || m_phase == Phase::Expired;
    m_entry = !m_next.isEmpty() ? m_next : unpaid ? m_saved.restored() : AmountEntry();
    m_next = {};
    m_paidOrder.reset();
    dropAttempt();
    enter(Phase::Idle, {});
    refresh();
}

void SaleFlow::dropAttempt()
{
    stopAsking();
    m_attempt.reset();
}

/// Nothing more is asked about the attempt on the screen, and no pushes of it are wanted.
void SaleFlow::stopAsking()
{
    if (m_ladder) {
        m_ladder->stop();
        m_ladder->deleteLater();
        m_ladder = nullptr;
    }
    if (m_attempt && std::exchange(m_attempt->watched, false))
        m_desk.unwatch(m_attempt->number());
    m_placing = false;
    m_querying = false;
}
