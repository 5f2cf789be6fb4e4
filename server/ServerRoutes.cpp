// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ServerParts.h"
#include "server/routes/BlockingRoutes.h"
#include "server/routes/CaseRoutes.h"
#include "server/routes/CheckRoutes.h"
#include "server/routes/GoodsRoutes.h"
#include "server/routes/LongPollRoutes.h"
#include "server/routes/NotifyRoute.h"
#include "server/routes/OfficialAccountRoute.h"
#include "server/routes/OrderRoutes.h"
#include "server/routes/PayPage.h"
#include "server/routes/RefundRoutes.h"
#include "server/routes/TimelineRoutes.h"
#include "server/routes/TrainingRoutes.h"

WatchRight Server::Parts::mayWatch(const WatchKey &key, const QString &token) const
{
    if (token.isEmpty())
        return simulator != nullptr; // the seeds' pages send none; in training they may
    if (tokens->opens(key, token))
        return true;
    const auto holder = listeners.main.guard->holderOf(token);
    return holder ? WatchRight(true, holder->id) : WatchRight(false);
}

void Server::Parts::addTrainingRoutes(Clock &clock, Random &random, HttpTransport &transport)
{
    auto &http = *listeners.main.http;
    TrainingRoutes{*checkout, *watchers, transport, QUrl(listeners.simulator.address)}.addTo(http);
    PayPage{*checkout, *tokens, clock, random}.addTo(http);
    pool = std::make_unique<WorkPool>(4, 64);
    BlockingRoutes{*pool, clock, *watchers, BlockingRoutes::blockFor(std::chrono::seconds(5))}.addTo(http);
}

void Server::Parts::addProviderRoutes(HttpListener &http)
{
    NotifyRoute{{*wechatpay, *checkout, *refunds, recorder.get(), &ops->notifyNews(), notifyLines.get()}}.addTo(http);
    if (account)
        OfficialAccountRoute{*account}.addTo(http);
}

void Server::Parts::addRoutes(Clock &clock, Random &random, HttpTransport &transport)
{
    auto &http = *listeners.main.http;
    notifyLines = std::make_unique<LineLimit>(NotifyIntake::refusalLinesAMinute, clock);
    OrderRoutes{*listeners.main.guard, login->operators(), *checkout, *tokens, clock, random, recorder.get()}.addTo(
        http);
    CheckRoutes{*listeners.main.guard, *checks}.addTo(http);
    TimelineRoutes{*listeners.main.guard, *checkout, *recorder, *markStore, clock}.addTo(http);
    terminals->addRoutes(http, *listeners.main.guard, login->operators(), addresses.training);
    login->addRoutes(http, *listeners.main.guard, *watchers, *polls);
    if (listeners.phone.http)
        login->addPhoneRoutes(*listeners.phone.http);
    addProviderRoutes(http);
    if (simulator && !addresses.tlsFingerprint.isEmpty())
        addProviderRoutes(*listeners.simulator.http);
    const LongPollRoutes scans{*polls, *watchers, clock,
                               [this](const WatchKey &key, const QString &token) { return mayWatch(key, token); }};
    scans.addTo(http);
    if (simulator) {
        scans.addSeedsTo(http);
        addTrainingRoutes(clock, random, transport);
    }
    http.webSocket(QStringLiteral("/websocket/myHandler"),
                   [this](std::unique_ptr<QWebSocket> socket, const HttpRequest &request) {
                       webSockets->add(std::move(socket), request.peer);
                   });
}

void Server::Parts::addMoneyBackRoutes(Money cashiersLimit, Clock &clock, Random &random)
{
    auto &http = *listeners.main.http;
    RefundRoutes{*listeners.main.guard, login->operators(), *refunds, clock, random, cashiersLimit}.addTo(http);
    CaseRoutes{*listeners.main.guard, login->operators(), *cases}.addTo(http);
    GoodsRoutes{*listeners.main.guard, login->operators(), *goods, *checkout}.addTo(http);
}
