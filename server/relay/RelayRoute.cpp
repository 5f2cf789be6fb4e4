// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/relay/RelayRoute.h"

#include "server/domain/Clock.h"
#include "server/http/HttpListener.h"
#include "server/relay/RelayAccess.h"
#include "server/relay/RelayedHeaders.h"

#include <QLoggingCategory>

namespace {

Q_LOGGING_CATEGORY(lcRelayRoute, "scantill.relay")

} // namespace

RelayRoute::RelayRoute(RelayStore &store, Clock &clock)
    : m_store(store), m_clock(clock), m_networks(perNetwork, clock), m_shops(perShop, clock),
      m_lines(linesAMinute, clock)
{
}

void RelayRoute::addTo(HttpListener &http)
{
    http.route("POST", QStringLiteral("/wechatpay/notify/<arg>"),
               [this](const HttpRequest &request) { return answer(request); });
}

QString RelayRoute::networkOf(const QHostAddress &peer)
{
    bool isIPv4 = false;
    const quint32 address = peer.toIPv4Address(&isIPv4);
    if (isIPv4)
        return QHostAddress(address & 0xffffff00U).toString() + QStringLiteral("/24");
    Q_IPV6ADDR network = peer.toIPv6Address();
    std::fill(network.c + 6, network.c + 16, quint8(0));
    return QHostAddress(network).toString() + QStringLiteral("/48");
}

HttpReply RelayRoute::refused(Outcome outcome, int status, const char *why)
{
    count(outcome);
    return HttpReply::json(status, {{"code", "FAIL"}, {"message", QString::fromLatin1(why)}});
}

QFuture<HttpReply> RelayRoute::answer(const HttpRequest &request)
{
    const QString network = request.countsPerPeer ? networkOf(request.peer) : QString();
    if (!network.isEmpty() && !m_networks.take(network))
        return ready(refused(Outcome::TooOften, 429, "too many at once"));
    if (request.body.size() > RelayedHeaders::maxBodyBytes)
        return ready(refused(Outcome::TooLong, 413, "too long"));
    auto read = RelayedHeaders::read(request.headers, request.body);
    if (!read)
        return ready(refused(Outcome::Malformed, 400, "not a signed notification"));
    RelayedNotification notification = *std::move(read);
    if (RelayedHeaders::isProbe(notification))
        return ready(refused(Outcome::Probe, 401, "not verified"));
    const QString shop = request.captures.value(0);
    if (!RelayAccess::isShopName(shop))
        return ready(refused(Outcome::UnknownShop, 404, "no such shop"));
    if (m_known.contains(shop) && !m_shops.take(shop))
        return ready(refused(Outcome::TooOften, 429, "too many at once"));
    notification.receivedAt = m_clock.now();
    return keep(shop, notification, network);
}

QFuture<HttpReply> RelayRoute::keep(const QString &shop, const RelayedNotification &notification,
                                    const QString &network)
{
    return m_store.keep(shop, notification, network).then(this, [this, shop](const Result<bool> &result) {
        return replyTo(shop, result);
    });
}

HttpReply RelayRoute::replyTo(const QString &shop, const Result<bool> &result)
{
    if (result) {
        m_known.insert(shop);
        count(*result ? Outcome::Kept : Outcome::Repeated);
        if (*result)
            emit kept(shop);
        return {204, {}, {}};
    }
    if (result.error().code == ErrorCode::NotFound) {
        m_known.remove(shop);
        return refused(Outcome::UnknownShop, 404, "no such shop");
    }
    if (const auto leftOut = m_lines.next())
        qCWarning(lcRelayRoute).noquote() << "not kept for" << shop + QStringLiteral(":") << result.error().message
                                          << "- lines left out:" << *leftOut;
    return refused(result.error().code == ErrorCode::Busy ? Outcome::NoRoom : Outcome::NotWritten, 500, "not kept");
}
