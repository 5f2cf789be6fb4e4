// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/GracefulStop.h"
#include "server/domain/Result.h"
#include "server/ops/Metrics.h"
#include "server/ops/NotifyFigures.h"
#include "server/ops/OrderFigures.h"
#include "server/ops/ProviderFigures.h"
#include "server/ops/ProviderHealth.h"
#include "server/ops/Readiness.h"
#include "server/ops/StoreHealth.h"
#include "server/routes/NotifyNews.h"

class Cases;
class Checkout;
class Clock;
class Database;
class LongPoll;
class RecordedProvider;
class Refunds;
class RelayLink;
class WatchKey;
class Watchers;
class WebSocketWatch;
class WeChatPay;
struct HttpReply;
struct Listeners;

/// What an operator sees of the server: readiness and metrics, joined to the parts they are about. The parts know
/// nothing of it.
class OpsParts : public QObject
{
    Q_OBJECT
public:
    /// How long a scrape waits for the books' own figures; they are left out then.
    static constexpr std::chrono::milliseconds booksWithin{1000};

    struct Watched
    {
        Listeners &listeners;
        Database &database;
        QString shopId;
        WeChatPay &wechatpay;
        RecordedProvider &provider;
        Checkout &checkout;
        Refunds &refunds;
        Cases &cases;
        Watchers &watchers;
        WebSocketWatch &webSockets;
        LongPoll &polls;
        Clock &clock;
    };
    /// All of it must outlive this.
    explicit OpsParts(const Watched &watched);

    NotifyNews &notifyNews() { return m_news; }
    /// Where the shop has one. It must outlive whoever may ask for figures.
    void watchRelay(const RelayLink &relay);
    /// /healthz, /readyz and /metrics, on the main listener for this machine, on the operator's for everybody.
    void addRoutes();
    void countReload(bool taken);
    /// Ends the server in order, and then says stopped(). Once.
    void stop();

signals:
    void stopped(bool storeAnswers); ///< as GracefulStop::done

private:
    void joinPayments();
    void joinNotifications();
    void askWaiting();
    void askHttp();
    void askProcess();
    void addReadiness();
    QFuture<HttpReply> scrape();
    GracefulStop::House house();

    Watched m_watched;
    Metrics m_metrics;
    OrderFigures m_orders;
    NotifyFigures m_notify;
    ProviderFigures m_provider;
    ProviderHealth m_providerHealth;
    StoreHealth m_storeHealth;
    Readiness m_readiness;
    NotifyNews m_news;
    std::optional<qint64> m_openOrders; ///< as the scrape found them; none: the books did not say
    std::optional<qint64> m_openCases;
    bool m_isStopping = false;
    std::unique_ptr<GracefulStop> m_stop; ///< once it has begun
};
