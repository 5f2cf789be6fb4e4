// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/simulator/RefundBook.h"

#include "server/domain/Clock.h"
#include "server/domain/Random.h"

namespace {

/// The payer's share of this much of the total, so that the shares of all parts add up to the whole.
qint64 payerShareFen(qint64 partFen, const BookOrder &order)
{
    return partFen * order.payerTotal.fen() / order.total.fen();
}

} // namespace

Result<BookRefund> RefundBook::place(BookRefund wanted, const BookOrder &order, const Course &course)
{
    if (const auto *known = find(wanted.outRefundNo)) {
        if (known->fingerprint != wanted.fingerprint)
            return because(ErrorCode::Conflict, "the number came with other parameters before");
        return *known;
    }
    const Gone gone = goneOf(order.transactionId);
    if (const auto reason = obstacle(wanted, order, gone))
        return *reason;
    if (course.notEnough)
        return because(ErrorCode::ProviderRefused, "the balance does not cover it");
    const auto payerAmount =
        Money::fromFen(payerShareFen(gone.fen + wanted.amount.fen(), order) - payerShareFen(gone.fen, order));
    if (!payerAmount)
        return payerAmount.error();
    wanted.refundId = newRefundId();
    wanted.transactionId = order.transactionId;
    wanted.outTradeNo = order.outTradeNo;
    wanted.notifyUrl = wanted.notifyUrl.isEmpty() ? order.notifyUrl : wanted.notifyUrl;
    wanted.payerTotal = order.payerTotal;
    wanted.payerAmount = *payerAmount;
    wanted.createdAt = m_clock.now();
    wanted.endsAt = wanted.createdAt.addMSecs(course.afterMs);
    wanted.outcome = course.outcome;
    return keep(wanted);
}

RefundBook::Gone RefundBook::goneOf(const QString &transactionId) const
{
    Gone gone;
    for (const auto &refund : ofPayment(transactionId)) {
        if (statusOf(refund) == RefundStatus::Closed)
            continue;
        gone.fen += refund.amount.fen();
        ++gone.parts;
    }
    return gone;
}

std::optional<Error> RefundBook::obstacle(const BookRefund &wanted, const BookOrder &order, const Gone &gone) const
{
    if (order.transactionId.isEmpty())
        return because(ErrorCode::NotPaid, "the order is not paid");
    if (wanted.total != order.total)
        return because(ErrorCode::InvalidInput, "the total is not the order's");
    if (gone.fen + wanted.amount.fen() > order.total.fen())
        return because(ErrorCode::RefundTooMuch, "more than was paid");
    if (gone.parts >= Refund::mostPerOrder)
        return because(ErrorCode::RefundTooMany, "50 refunds of one order are the most");
    if (m_clock.now() > order.successTime.addDays(Refund::longestAfterPaymentDays))
        return because(ErrorCode::RefundTooLate, "paid more than a year ago");
    const auto others = ofPayment(order.transactionId);
    if (!others.isEmpty() && m_clock.now() < others.constLast().createdAt.addSecs(m_switches.refundSpacingS))
        return because(ErrorCode::RateLimited, "about a minute between two refunds of one order");
    if (m_refunds.size() >= maxRefunds)
        return because(ErrorCode::Busy, "the books are full");
    return {};
}

Result<BookRefund> RefundBook::redirect(const QString &refundId, qint64 afterMs)
{
    const auto *known = findById(refundId);
    if (!known)
        return because(ErrorCode::NotFound, "no such refund");
    if (known->redirected)
        return *known;
    if (statusOf(*known) != RefundStatus::Abnormal)
        return because(ErrorCode::Conflict, "the refund is not abnormal");
    BookRefund refund = *known;
    refund.redirected = true;
    refund.outcome = RefundStatus::Success;
    refund.endsAt = m_clock.now().addMSecs(afterMs);
    refund.notified = false;
    return keep(refund);
}

Result<void> RefundBook::markNotified(const QString &outRefundNo)
{
    const auto *known = find(outRefundNo);
    if (!known)
        return because(ErrorCode::NotFound, "no such refund");
    if (known->notified)
        return {};
    BookRefund refund = *known;
    refund.notified = true;
    const auto kept = keep(refund);
    return kept ? Result<void>() : Result<void>(kept.error());
}

const BookRefund *RefundBook::find(const QString &outRefundNo) const
{
    const auto found = m_byNumber.constFind(outRefundNo);
    return found == m_byNumber.cend() ? nullptr : &m_refunds[*found];
}

const BookRefund *RefundBook::findById(const QString &refundId) const
{
    const auto found = m_byRefundId.constFind(refundId);
    return found == m_byRefundId.cend() ? nullptr : &m_refunds[*found];
}

QList<BookRefund> RefundBook::ofPayment(const QString &transactionId) const
{
    QList<BookRefund> refunds;
    for (const qsizetype place : m_byPayment.value(transactionId))
        refunds.append(m_refunds[place]);
    return refunds;
}

RefundStatus RefundBook::statusOf(const BookRefund &refund) const
{
    return m_clock.now() >= refund.endsAt ? refund.outcome : RefundStatus::Processing;
}

void RefundBook::index(const BookRefund &refund)
{
    if (const auto known = m_byNumber.constFind(refund.outRefundNo); known != m_byNumber.cend()) {
        m_refunds[*known] = refund;
        return;
    }
    const qsizetype place = m_refunds.size();
    m_refunds.append(refund);
    m_byNumber.insert(refund.outRefundNo, place);
    m_byRefundId.insert(refund.refundId, place);
    m_byPayment[refund.transactionId].append(place);
}

Result<BookRefund> RefundBook::keep(const BookRefund &refund)
{
    if (const auto written = m_file.append(refund); !written)
        return written.error();
    index(refund);
    return refund;
}

QString RefundBook::newRefundId()
{
    const QString day = m_clock.now().toOffsetFromUtc(8 * 3600).toString(QStringLiteral("yyyyMMdd"));
    QString id;
    do {
        id = QStringLiteral("5030000") + day + QString::fromLatin1(m_random.text(14, "0123456789"));
    } while (findById(id));
    return id;
}
