// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/AdvanceRefund.h"

namespace {

bool isAbout(const RefundEvent &seen, const Refund &refund)
{
    return !seen.foreign && seen.outTradeNo == refund.outTradeNo && seen.refund == refund.amount
           && seen.total == refund.total
           && (seen.transactionId.isEmpty() || seen.transactionId == refund.transactionId);
}

bool mayBecome(const Refund &refund, RefundStatus next)
{
    switch (refund.status) {
    case RefundStatus::Processing:
        return true;
    case RefundStatus::Abnormal:
        return next == RefundStatus::Success || next == RefundStatus::Closed;
    case RefundStatus::Closed:
        return !refund.accepted; // WeChat has it after all
    case RefundStatus::Success:
        break;
    }
    return false;
}

} // namespace

RefundAdvance advance(const Refund &refund, const RefundEvent &seen, const QDateTime &now)
{
    if (!isAbout(seen, refund))
        return {refund, false, false};
    const bool isSameWord = refund.accepted && refund.status == seen.status;
    if (isSameWord || !mayBecome(refund, seen.status))
        return {refund, false, true};
    Refund next = refund;
    next.accepted = true;
    next.status = seen.status;
    if (!seen.refundId.isEmpty())
        next.refundId = seen.refundId;
    if (!seen.userReceivedAccount.isEmpty())
        next.userReceivedAccount = seen.userReceivedAccount;
    if (seen.status == RefundStatus::Success)
        next.successTime = seen.successTime.isValid() ? seen.successTime : now;
    return {std::move(next), true, true};
}

bool countsAgainstPayment(const Refund &refund)
{
    return refund.accepted && refund.status != RefundStatus::Closed;
}
