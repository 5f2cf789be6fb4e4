// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/NotifyIntake.h"

#include "server/checkout/Checkout.h"
#include "server/checkout/FlightRecorder.h"
#include "server/checkout/Refunds.h"
#include "server/wechatpay/WeChatPay.h"

#include <QLoggingCategory>

Q_LOGGING_CATEGORY(lcNotify, "scantill.notify")

namespace {

/// One notification's way in the timeline of its order. Which that is, is known once it is verified.
class Trace
{
public:
    Trace(FlightRecorder *recorder, bool relayed) : m_recorder(recorder), m_relayed(relayed)
    {
        if (m_recorder)
            m_receivedAt = m_recorder->now();
    }
    void verified(const QString &outTradeNo)
    {
        const auto number = OutTradeNo::parse(outTradeNo);
        if (!m_recorder || !number)
            return;
        m_number = *number;
        m_recorder->mark({.number = *number,
                          .at = m_receivedAt,
                          .source = source(),
                          .what = QStringLiteral("notify_received"),
                          .detail = {.outcome = m_relayed ? QStringLiteral("relayed") : QString()}});
        mark(QStringLiteral("notify_verified"));
    }
    void written(const Result<void> &written) const
    {
        if (written)
            mark(QStringLiteral("notify_committed"));
        mark(QStringLiteral("notify_answered"), written ? QStringLiteral("ok") : QStringLiteral("failed"));
    }

private:
    static QString source() { return QStringLiteral("notify"); }
    void mark(const QString &what, const QString &outcome = {}) const
    {
        if (m_recorder && m_number)
            m_recorder->mark(*m_number, source(), what, {.outcome = outcome});
    }

    FlightRecorder *m_recorder;
    bool m_relayed;
    QDateTime m_receivedAt;
    std::optional<OutTradeNo> m_number;
};

template <class Change> Result<void> keptInBooks(const Trace &trace, const Result<Change> &change)
{
    trace.written(change ? Result<void>() : Result<void>(change.error()));
    if (change)
        return {};
    qCCritical(lcNotify).noquote() << "not written:" << change.error().message;
    return Error{ErrorCode::StoreFailure, change.error().message};
}

} // namespace

QFuture<Result<void>> NotifyIntake::take(const HttpHeaders &headers, const QByteArray &body, Freshness freshness) const
{
    const auto settle = [&desk = checkout, &back = refunds, trace = Trace(recorder, freshness == Freshness::AnyAge)](
                            const Result<Notification> &notification) mutable {
        if (!notification) {
            qCWarning(lcNotify).noquote() << "refused:" << notification.error().message;
            return ready(Result<void>(notification.error()));
        }
        if (const auto *payment = std::get_if<PaymentEvent>(&notification->content)) {
            trace.verified(payment->outTradeNo);
            return desk.settle(*payment).then(
                &desk, [trace](const Result<OrderChange> &change) { return keptInBooks(trace, change); });
        }
        if (const auto *refund = std::get_if<RefundEvent>(&notification->content)) {
            trace.verified(refund->outTradeNo);
            return back.settle(*refund).then(
                &back, [trace](const Result<RefundChange> &change) { return keptInBooks(trace, change); });
        }
        qCWarning(lcNotify).noquote() << "unknown event" << std::get<UnknownEvent>(notification->content).eventType;
        return ready(Result<void>());
    };
    return wechatpay.receive(headers, body, freshness).then(&checkout, settle).unwrap();
}
