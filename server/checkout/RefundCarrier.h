// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/checkout/CheckoutSettings.h"
#include "server/domain/Clock.h"
#include "server/domain/PaymentProvider.h"
#include "server/store/RefundStore.h"

#include <QHash>
#include <QObject>
#include <QPromise>
#include <deque>
#include <functional>
#include <memory>

/// Takes refunds that are in the books to WeChat, each under its own number until WeChat has taken or refused it, and
/// asks about each until its end. Only so many calls at a time; two refunds of one payment go out a minute apart.
class RefundCarrier : public QObject
{
    Q_OBJECT
public:
    static constexpr int mostUnderWay = 4; ///< calls to WeChat at a time; the rest queue
    static constexpr std::chrono::milliseconds longestRetry{60'000}; ///< of a refund that WeChat has not answered
    static constexpr std::chrono::milliseconds firstQuestion{60'000}; ///< after that twice as long each time
    static constexpr std::chrono::milliseconds longestQuestion{3'600'000};

    /// Writes a witness's word into the books; tells the carrier by learn() what they say then.
    using Settle = std::function<QFuture<Result<RefundChange>>(const RefundEvent &)>;
    /// The same for a refusal, with WeChat's code.
    using Refuse = std::function<QFuture<Result<RefundChange>>(const OutRefundNo &, const QString &code)>;

    RefundCarrier(PaymentProvider &provider, Clock &clock, const CheckoutSettings &settings, Settle settle,
                  Refuse refuse);

    /// The refund once WeChat has taken it; as it stands after the settings' patience, and at once where it has to wait
    /// longer for its turn. ProviderRefused, its message WeChat's code: nothing moved. Whoever brings
    /// the same one meanwhile joins.
    QFuture<Result<Refund>> carry(const Refund &refund);
    /// What the books say now of a refund; carries it from here on if it needs to be.
    void learn(const Refund &refund);
    int carrying() const { return int(m_loads.size()); }

private:
    struct Load
    {
        Refund refund;
        std::chrono::milliseconds retry; ///< before the next try; grows
        std::chrono::milliseconds question = firstQuestion; ///< before the next question; grows
        bool wasAsked = false;
        bool isOver = false;
        std::optional<Error> refusal; ///< WeChat's
        QList<std::shared_ptr<QPromise<Result<Refund>>>> waiting;
    };
    using LoadPtr = std::shared_ptr<Load>;
    using Ask = std::function<QFuture<Result<RefundEvent>>()>;
    using Heard = std::function<void(const Result<RefundEvent> &)>;

    LoadPtr take(const Refund &refund);
    QFuture<Result<Refund>> wait(const LoadPtr &load);
    void begin(const LoadPtr &load);
    /// Each load goes one way at a time: it is tried, or asked about, or waits for one of the two.
    void tryOnce(const LoadPtr &load);
    void tried(const LoadPtr &load, const Result<RefundEvent> &seen);
    void learnItsState(const LoadPtr &load, const Error &refusal);
    void refuse(const LoadPtr &load, const Error &refusal);
    void again(const LoadPtr &load);
    void settle(const LoadPtr &load, const RefundEvent &seen);
    void later(const LoadPtr &load);
    void question(const LoadPtr &load);
    std::chrono::milliseconds untilFarEnough(const Load &load);
    void call(const Ask &ask, const Heard &heard);
    void startNext();
    static void answer(Load &load, const Result<Refund> &result);

    PaymentProvider &m_provider;
    Clock &m_clock;
    CheckoutSettings m_settings;
    Settle m_settle;
    Refuse m_refuse;
    QHash<OutRefundNo, LoadPtr> m_loads;
    QHash<QString, qint64> m_askedAtMs; ///< steady, by payment; what is older than the spacing is forgotten
    std::deque<std::function<void()>> m_queue; ///< one call for each load at most
    int m_underWay = 0;
};
