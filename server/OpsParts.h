// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/OpsDesk.h"
#include "server/ops/NotifyFigures.h"
#include "server/ops/OrderFigures.h"
#include "server/ops/ProviderFigures.h"
#include "server/ops/ProviderHealth.h"
#include "server/routes/NotifyNews.h"
#include "server/store/BooksState.h"

class Cases;
class Checkout;
class LongPoll;
class RecordedProvider;
class Refunds;
class RelayLink;
class WatchKey;
class Watchers;
class WebSocketWatch;
class WeChatPay;

/// What an operator sees of a shop's server beside what every server shows (OpsDesk): readiness and metrics, joined to
/// the parts they are about. The parts know nothing of it.
class OpsParts : public QObject
{
    Q_OBJECT
public:
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

    OpsDesk &desk() { return m_desk; }
    NotifyNews &notifyNews() { return m_news; }
    /// Where the shop has one. It must outlive whoever may ask for figures.
    void watchRelay(const RelayLink &relay);

private:
    void joinPayments();
    void joinNotifications();
    void askWaiting();
    QFuture<void> lookIntoBooks();

    Watched m_watched;
    OpsDesk m_desk;
    OrderFigures m_orders;
    NotifyFigures m_notify;
    ProviderFigures m_provider;
    ProviderHealth m_providerHealth;
    NotifyNews m_news;
    std::optional<BooksState::Open> m_open; ///< as the scrape found them; none: the books did not say
};
