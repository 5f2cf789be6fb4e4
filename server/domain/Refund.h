// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Ids.h"
#include "server/domain/Money.h"
#include "server/domain/Order.h"

#include <QDateTime>

/// WeChat Pay's own (reference 4.4). Success and Closed are final; Abnormal waits for a person.
enum class RefundStatus { Processing, Success, Closed, Abnormal };

QString toText(RefundStatus status);
Result<RefundStatus> refundStatusFrom(const QString &text);

/// The shop's number of one refund: 1 to 64 of digits, letters, _ - | * @ (reference 4.1). Made by the asker and
/// stored before asking; an unknown result is asked again under the same number, never under a new one.
class OutRefundNo
{
public:
    static Result<OutRefundNo> parse(const QString &text);
    /// "R" and an OutTradeNo's 27 characters.
    static OutRefundNo make(const Clock &clock, Random &random);

    const QString &text() const { return m_text; }

    friend bool operator==(const OutRefundNo &, const OutRefundNo &) = default;
    friend bool operator<(const OutRefundNo &a, const OutRefundNo &b) { return a.m_text < b.m_text; }
    friend size_t qHash(const OutRefundNo &number, size_t seed = 0) { return ::qHash(number.m_text, seed); }

private:
    explicit OutRefundNo(QString text) : m_text(std::move(text)) {}
    QString m_text;
};

/// Money on its way back to a customer, as the server's books hold it. It is written down before WeChat hears of it.
struct Refund
{
    static constexpr qsizetype maxReasonLength = 80; ///< bytes of UTF-8 (reference 4.1)
    static constexpr int mostPerOrder = 50; ///< reference 4.6
    static constexpr qint64 longestAfterPaymentDays = 365; ///< reference 4.6
    static constexpr qint64 spacingMs = 60'000; ///< between two refunds of one order (reference 4.6)

    QString shopId; ///< with outRefundNo the key of a refund
    OutRefundNo outRefundNo;
    QString outTradeNo; ///< the order's; what WeChat said for a payment of an order we do not know
    QString transactionId;
    Money total; ///< of the payment, by WeChat's books
    Money amount; ///< 1 fen to total
    QString reason; ///< the payer reads it
    RefundStatus status = RefundStatus::Processing;
    bool accepted = false; ///< WeChat has said that it has this refund
    QString refundId; ///< WeChat's; empty until accepted
    QString userReceivedAccount; ///< WeChat's words for people: where the money went
    QString operatorId;
    qint64 caseId = 0; ///< of the case this refund decides; 0: of none
    QDateTime createdAt;
    QDateTime askAfter; ///< WeChat is not asked before, for the spacing
    QDateTime successTime;

    bool isFinal() const { return status == RefundStatus::Success || status == RefundStatus::Closed; }
};

/// What a verified witness said about a refund: a notification's content (reference 4.5), or an answer to our call or
/// query (4.2), in our words.
struct RefundEvent
{
    Witness witness = Witness::Query;
    QString outTradeNo;
    QString transactionId;
    QString outRefundNo; ///< as it was said; it may be a number we never made
    QString refundId;
    RefundStatus status = RefundStatus::Processing;
    QDateTime successTime; ///< invalid unless Success
    QString userReceivedAccount;
    Money total; ///< of the order
    Money refund; ///< of this refund
    std::optional<Money> payerTotal;
    std::optional<Money> payerRefund;
    bool foreign = false; ///< another merchant's
};
