// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/RefundTracker.h"

#include "ui/Answers.h"

using Outcome = RefundView::Outcome;

namespace {

/// The server's short code, which its message begins with.
/// The call may go through later, or has gone through unheard: the same number is asked for again.
bool isWorthAskingAgain(const Error &error)
{
    const ErrorCode code = error.code;
    const QString name = codeOf(error);
    return code == ErrorCode::Unknown || code == ErrorCode::ProviderUnavailable || code == ErrorCode::RateLimited
           || code == ErrorCode::Busy || code == ErrorCode::Unverified || code == ErrorCode::StoreFailure
           || name == QLatin1String("SESSION_INVALID")
           || name == QLatin1String("OPERATOR_NEEDED"); // until one signs in
}

QString howOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Done:
        return QStringLiteral("success");
    case Outcome::Manager:
        return QStringLiteral("abnormal");
    default:
        return QStringLiteral("refused");
    }
}

} // namespace

RefundTracker::RefundTracker(MoneyDesk &desk, Journal &journal, Clock &clock, QObject *parent)
    : QObject(parent), m_desk(desk), m_journal(journal), m_clock(clock)
{
}

void RefundTracker::start()
{
    for (const JournalRefund &written : m_journal.openRefunds())
        m_all.append({.written = written});
    const QList<JournalRefund> open = m_journal.openRefunds();
    for (const JournalRefund &written : open)
        look(written.outRefundNo);
    if (!m_all.isEmpty())
        emit changed();
}

Result<void> RefundTracker::ask(const JournalRefund &refund)
{
    if (const auto written = m_journal.refund(refund); !written)
        return written;
    m_all.append({.written = refund});
    place(refund.outRefundNo);
    emit changed();
    return {};
}

void RefundTracker::askAs(const OutRefundNo &number, const QByteArray &session)
{
    Tracked *tracked = at(number);
    if (!tracked || !tracked->needsSupervisor)
        return emit sessionDone(session);
    tracked->needsSupervisor = false;
    tracked->session = session;
    tracked->tries = 0;
    place(number);
    emit changed();
}

void RefundTracker::abandon(const OutRefundNo &number)
{
    const Tracked *tracked = find(number);
    if (tracked && tracked->needsSupervisor)
        drop(number, QStringLiteral("refused"));
}

void RefundTracker::seen(const OutRefundNo &number)
{
    const Tracked *tracked = find(number);
    if (tracked && tracked->isOver())
        drop(number, howOf(tracked->outcome));
}

void RefundTracker::askNow()
{
    const QList<Tracked> waiting = m_all;
    for (const Tracked &each : waiting) {
        if (each.outcome == Outcome::Submitted && !each.asking && !each.needsSupervisor && each.tries > 0)
            place(each.written.outRefundNo);
    }
}

void RefundTracker::place(const OutRefundNo &number)
{
    Tracked *tracked = at(number);
    ++tracked->plan;
    tracked->asking = true;
    const JournalRefund &written = tracked->written;
    whenAnswered(m_desk.refund({number, written.outTradeNo, written.amount, written.reason}, tracked->session), this,
                 [this, number](const Result<Refund> &answer) { placed(number, answer); });
}

void RefundTracker::placed(const OutRefundNo &number, const Result<Refund> &answer)
{
    Tracked *tracked = at(number);
    if (!tracked || tracked->isOver())
        return;
    tracked->asking = false;
    if (!answer)
        return refused(*tracked, answer.error());
    endSession(*tracked);
    tracked->tries = 0;
    hear(*tracked, *answer);
}

void RefundTracker::refused(Tracked &tracked, const Error &error)
{
    const bool signedFor = !tracked.session.isEmpty();
    const bool mayNot = error.code == ErrorCode::Forbidden || (signedFor && error.code == ErrorCode::Unauthorized);
    if (isWorthAskingAgain(error) && !(signedFor && mayNot))
        return later(tracked, &RefundTracker::place);
    endSession(tracked);
    if (mayNot) {
        tracked.needsSupervisor = true;
        return emit changed();
    }
    tracked.code = codeOf(error);
    if (error.code == ErrorCode::ProviderRefused)
        return look(tracked.written.outRefundNo); // the books say whether that was the end of it
    finish(tracked, Outcome::Refused);
}

void RefundTracker::look(const OutRefundNo &number)
{
    Tracked *tracked = at(number);
    ++tracked->plan;
    tracked->asking = true;
    whenAnswered(m_desk.refund(number), this, [this, number](const Result<Refund> &answer) { looked(number, answer); });
}

void RefundTracker::looked(const OutRefundNo &number, const Result<Refund> &answer)
{
    Tracked *tracked = at(number);
    if (!tracked || tracked->isOver())
        return;
    tracked->asking = false;
    if (answer)
        return hear(*tracked, *answer);
    const bool unknown = answer.error().code == ErrorCode::NotFound;
    if (unknown && !tracked->code.isEmpty())
        return finish(*tracked, Outcome::Refused);
    if (unknown)
        return place(number); // the power went before it was asked for
    later(*tracked, &RefundTracker::look);
}

void RefundTracker::hear(Tracked &tracked, const Refund &refund)
{
    switch (refund.status) {
    case RefundStatus::Success: {
        const JournalRefund written = tracked.written;
        tracked.account = refund.userReceivedAccount;
        finish(tracked, Outcome::Done);
        return emit refunded(written, refund.successTime);
    }
    case RefundStatus::Closed:
        return finish(tracked, Outcome::Refused);
    case RefundStatus::Abnormal:
        return finish(tracked, Outcome::Manager);
    case RefundStatus::Processing:
        break;
    }
    tracked.code.clear();
    const bool news = std::exchange(tracked.outcome, Outcome::Processing) != Outcome::Processing;
    if (news)
        tracked.tries = 0;
    later(tracked, &RefundTracker::look);
    if (news)
        emit changed();
}

void RefundTracker::later(Tracked &tracked, void (RefundTracker::*call)(const OutRefundNo &))
{
    const qint64 pauseMs = std::min(longestPauseMs, 1000LL << std::min(tracked.tries++, 5));
    const int plan = ++tracked.plan;
    m_clock.callAfter(std::chrono::milliseconds(pauseMs), this,
                      [this, call, plan, number = tracked.written.outRefundNo] {
                          const Tracked *planned = find(number);
                          if (planned && planned->plan == plan && !planned->isOver())
                              (this->*call)(number);
                      });
}

/// How it ended is kept until a person has read it; the next start asks again, and is told the same.
void RefundTracker::finish(Tracked &tracked, Outcome outcome)
{
    ++tracked.plan;
    endSession(tracked);
    tracked.outcome = outcome;
    emit changed();
}

void RefundTracker::endSession(Tracked &tracked)
{
    const QByteArray session = std::exchange(tracked.session, {});
    if (!session.isEmpty())
        emit sessionDone(session);
}

void RefundTracker::drop(const OutRefundNo &number, const QString &how)
{
    (void)m_journal.refundEnded(number, how);
    m_all.removeIf([&number](const Tracked &each) { return each.written.outRefundNo == number; });
    emit changed();
}

const RefundTracker::Tracked *RefundTracker::find(const OutRefundNo &number) const
{
    const auto found = std::find_if(m_all.begin(), m_all.end(),
                                    [&number](const Tracked &each) { return each.written.outRefundNo == number; });
    return found == m_all.end() ? nullptr : &*found;
}

RefundTracker::Tracked *RefundTracker::at(const OutRefundNo &number)
{
    return const_cast<Tracked *>(std::as_const(*this).find(number));
}
