// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Refund.h"
#include "server/simulator/BadDay.h"

#include <QJsonObject>
#include <array>
#include <chrono>
#include <random>

enum class CorruptKind { None, BadSignature, TamperedCiphertext, StaleTimestamp, SignatureProbe };

/// As `/sim/faults` and `/sim/notifies` spell it: "bad_signature" and so on.
const char *toText(CorruptKind kind);

/// What goes wrong from now on, as `PUT /sim/faults` says it (API.md, "The simulator"). Chances are 0 to 1.
struct FaultPlan
{
    using Span = std::array<std::chrono::milliseconds, 2>; ///< from, to (including)

    static constexpr qint64 longestDelayMs = 600'000; ///< of a reply
    static constexpr qint64 longestNotifyDelayMs = 48LL * 3'600'000; ///< on the simulator's clock, like refunds
    static constexpr qint64 longestRefundMs = 30LL * 24 * 3'600'000;

    double notifyDrop = 0; ///< a delivery gets lost on its way and counts as failed
    double notifyLose = 0; ///< a notification never comes, and is never repeated
    double notifyDuplicate = 0; ///< a delivery goes out twice
    double notifyCorrupt = 0; ///< one of corruptKinds
    QList<CorruptKind> corruptKinds{CorruptKind::BadSignature, CorruptKind::TamperedCiphertext,
                                    CorruptKind::StaleTimestamp, CorruptKind::SignatureProbe};
    double notifySigntest = 0; ///< a delivery is a signature probe (reference 1.7)
    Span notifyDelay{};
    bool notifyReorder = false; ///< a notification overtakes the one before it
    bool notifyRefundFirst = false; ///< a payment's notification waits for one of its refund, an hour at most
    double wrongTotal = 0; ///< a payment is booked with one yuan more
    double foreign = 0; ///< a payment is booked for another merchant
    double foreignCurrency = 0; ///< a payment is booked in HKD
    double apiErrorRate = 0; ///< answered with apiErrorStatus, and nothing is done
    int apiErrorStatus = 500;
    double apiLoseReply = 0; ///< done, but never answered
    double apiSigntest = 0; ///< done, but the answer is a signature probe
    Span apiDelay{}; ///< done at once, answered late
    RefundStatus refundOutcome = RefundStatus::Success; ///< never Processing
    qint64 refundAfterMs = 2000; ///< until then a refund is PROCESSING
    double refundNotEnough = 0; ///< refused with NOT_ENOUGH
    bool payAfterClose = false; ///< customers can pay what is closed or expired
    bool payTwice = false; ///< customers can pay what is paid, as another transaction
    std::optional<bool> cents; ///< whether an amount's fen choose a bad day; unset: as the start said, in a calm plan
    double scheduleScale = 1; ///< factor on the repetition schedule of notifications
    quint64 seed = 1;

    /// Members left out are as in a plan without faults; unknown or impossible ones are InvalidInput.
    static Result<FaultPlan> fromJson(const QJsonObject &json);
    /// Nothing goes wrong by it.
    bool isCalm() const;

    friend bool operator==(const FaultPlan &, const FaultPlan &) = default;
};

/// What happens to one notification as a whole, beside what happens to each of its deliveries.
struct NotifyFate
{
    bool lost = false;
    bool twice = false; ///< the first delivery
    bool probeFirst = false; ///< the first delivery
    std::chrono::milliseconds delay{0};
};

/// A plan and the dice for it: the same seed and the same calls give the same faults.
class Faults
{
public:
    static constexpr std::chrono::milliseconds lateBy{20'000}; ///< BadDay::NotifyLate
    static constexpr std::chrono::milliseconds slowRefund{60'000}; ///< BadDay::RefundSlow

    explicit Faults(bool centsByDefault = false) : m_centsByDefault(centsByDefault) {}

    void set(const FaultPlan &plan);
    const FaultPlan &plan() const { return m_plan; }

    bool happens(double chance);
    std::chrono::milliseconds within(const FaultPlan::Span &span);
    CorruptKind drawCorruption();
    NotifyFate drawPaymentFate(Money total);
    /// What shall become of the payment's notification of that order, in place of a draw; for one order at a time.
    void plan(const QString &outTradeNo, const NotifyFate &fate) { m_planned = {outTradeNo, fate}; }
    NotifyFate paymentFate(const QString &outTradeNo, Money total)
    {
        return m_planned.first == outTradeNo && !outTradeNo.isEmpty() ? m_planned.second : drawPaymentFate(total);
    }
    NotifyFate drawRefundFate();
    /// Which bad day an order of this total calls for; none where amounts do not count.
    BadDay dayOf(Money total) const;

private:
    FaultPlan m_plan;
    std::pair<QString, NotifyFate> m_planned;
    bool m_centsByDefault;
    std::mt19937_64 m_dice{1};
};
