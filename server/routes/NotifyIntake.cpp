// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/NotifyIntake.h"

#include "server/checkout/Checkout.h"
#include "server/checkout/FlightRecorder.h"
#include "server/checkout/Refunds.h"
#include "server/routes/NotifyNews.h"
#include "server/runtime/LineLimit.h"
#include "server/wechatpay/WeChatPay.h"

#include <QLoggingCategory>

Q_LOGGING_CATEGORY(lcNotify, "scantill.notify")

namespace {

void tellRefusal(const Error &error, LineLimit *lines)
{
    const auto leftOut = lines ? lines->next() : std::optional(0);
    if (leftOut && *leftOut > 0)
        qCWarning(lcNotify) << "refused, and not told of one by one:" << *leftOut;
    if (leftOut)
        qCWarning(lcNotify).noquote() << "refused:" << error.message;
}

bool isNews(const OrderChange &change)
{
    return change.event || change.newCase;
}
bool isNews(const RefundChange &change)
{
    return change.changed || change.newCase;
}

/// One notification's way in the timeline of its order. Which that is, is known once it is verified.
class Trace
{
public:
    Trace(FlightRecorder *recorder, NotifyNews *news, bool relayed)
        : m_recorder(recorder), m_news(news), m_relayed(relayed), m_receivedSteady(std::chrono::steady_clock::now())
    {
        if (m_recorder)
            m_receivedAt = m_recorder->now();
    }
    void verified(const QString &outTradeNo)
    {
        m_outTradeNo = outTradeNo;
        if (m_news)
            emit m_news->verified(outTradeNo, m_receivedSteady);
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
    /// changed: the books have something new.
    void written(const Result<void> &written, bool changed) const
    {
        ended(!written ? NotifyOutcome::NotWritten : changed ? NotifyOutcome::Settled : NotifyOutcome::Repeated);
        if (written)
            mark(QStringLiteral("notify_committed"));
        mark(QStringLiteral("notify_answered"), written ? QStringLiteral("ok") : QStringLiteral("failed"));
    }
    void ended(NotifyOutcome outcome) const
    {
        if (m_news)
            emit m_news->ended(m_outTradeNo, outcome);
    }

private:
    static QString source() { return QStringLiteral("notify"); }
    void mark(const QString &what, const QString &outcome = {}) const
    {
        if (m_recorder && m_number)
            m_recorder->mark(*m_number, source(), what, {.outcome = outcome});
    }

    FlightRecorder *m_recorder;
    NotifyNews *m_news;
    bool m_relayed;
    QDateTime m_receivedAt;
    std::chrono::steady_clock::time_point m_receivedSteady;
    QString m_outTradeNo;
    std::optional<OutTradeNo> m_number;
};

template <class Change> Result<void> keptInBooks(const Trace &trace, const Result<Change> &change)
{
    trace.written(change ? Result<void>() : Result<void>(change.error()), change && isNews(*change));
    if (change)
        return {};
    qCCritical(lcNotify).noquote() << "not written:" << change.error().message;
    return Error{ErrorCode::StoreFailure, change.error().message};
}

} // namespace

QFuture<Result<void>> NotifyIntake::take(const HttpHeaders &headers, const QByteArray &body, Freshness freshness) const
{
    const auto settle = [&desk = checkout, &back = refunds, lines = refusals,
                         trace = Trace(recorder, news, freshness == Freshness::AnyAge)](
                            const Result<Notification> &notification) mutable {
        if (!notification) {
            tellRefusal(notification.error(), lines);
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
        trace.ended(NotifyOutcome::NotKnown);
        qCWarning(lcNotify).noquote() << "unknown event" << std::get<UnknownEvent>(notification->content).eventType;
        return ready(Result<void>());
    };
    return wechatpay.receive(headers, body, freshness).then(&checkout, settle).unwrap();
}
