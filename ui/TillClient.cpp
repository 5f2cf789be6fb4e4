// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/TillClient.h"

#include "server/domain/Json.h"
#include "ui/Answers.h"

namespace {

ServerPlace socketPlace(const ServerPlace &place)
{
    QUrl server = place.url;
    server.setScheme(server.scheme() == QLatin1String("https") ? QStringLiteral("wss") : QStringLiteral("ws"));
    server.setPath(server.path() + QStringLiteral("/websocket/myHandler"));
    return {server, place.pin};
}

} // namespace

TillClient::TillClient(const ServerPlace &server, const QByteArray &terminalToken, Clock &clock, Random &random,
                       QObject *parent)
    : PaymentDesk(parent), m_clock(clock), m_token(terminalToken), m_api(server, terminalToken),
      m_socket(socketPlace(server), terminalToken, clock, random)
{
    connect(&m_api, &OrdersApi::sessionRefused, this, &TillClient::sessionRefused);
    connect(&m_socket, &ServerSocket::upChanged, this, &TillClient::upChanged);
    connect(&m_socket, &ServerSocket::received, this, &TillClient::received);
    connect(&m_socket, &ServerSocket::garbled, this, [this] {
        for (const OutTradeNo &number : m_watches.keys())
            poll(number);
    });
}

void TillClient::start()
{
    upChanged(false);
    m_socket.open();
    keepAskingCases();
}

void TillClient::useSession(const QByteArray &session)
{
    m_api.useSession(session);
    if (!session.isEmpty())
        askCases(); // there may have been nobody who might have known
}

QFuture<Result<Order>> TillClient::place(const NewSale &sale)
{
    return m_api.place(sale);
}
QFuture<Result<Order>> TillClient::order(const OutTradeNo &number)
{
    return m_api.order(number);
}
QFuture<Result<Order>> TillClient::query(const OutTradeNo &number)
{
    return m_api.query(number);
}
QFuture<Result<Order>> TillClient::close(const OutTradeNo &number)
{
    return m_api.close(number);
}
QFuture<Result<void>> TillClient::mockPay(const OutTradeNo &number)
{
    return m_api.mockPay(number);
}

void TillClient::watch(const OutTradeNo &number)
{
    if (m_watches.contains(number) || m_watches.size() >= mostWatches)
        return;
    m_watches.insert(number, {});
    subscribe(number, {});
    pollSoon();
}

void TillClient::unwatch(const OutTradeNo &number)
{
    if (m_watches.remove(number))
        m_socket.send({{"action", "remove"}, {"outTradeNo", number.text()}});
}

void TillClient::subscribe(const OutTradeNo &number, const Watch &watch)
{
    m_socket.send({{"action", "create"},
                   {"outTradeNo", number.text()},
                   {"token", QString::fromLatin1(m_token)},
                   {"after", std::max<qint64>(0, watch.seq)}});
}

void TillClient::upChanged(bool up)
{
    if (up) {
        for (auto watch = m_watches.begin(); watch != m_watches.end(); ++watch) {
            watch->refused = false;
            subscribe(watch.key(), *watch);
        }
        ++m_ups;
        askCases();
        if (!std::exchange(m_toldOnline, true))
            emit onlineChanged(true);
        return;
    }
    m_clock.callAfter(std::chrono::milliseconds(offlineAfterMs), this, [this, ups = m_ups] {
        if (ups == m_ups && std::exchange(m_toldOnline, false))
            emit onlineChanged(false);
    });
    pollSoon();
}

void TillClient::received(const QJsonObject &message)
{
    const QJsonValue order = message["order"];
    const QString named = order.isObject() ? order["out_trade_no"].toString() : message["outTradeNo"].toString();
    const auto number = OutTradeNo::parse(named);
    const auto watch = number ? m_watches.find(*number) : m_watches.end();
    if (watch == m_watches.end())
        return; // not ours, or not any more
    if (const auto read = Json::toOrder(order.toObject()))
        return tell(*read);
    watch->refused = watch->refused || (message["result"].toInt(-1) == 0 && !message.contains(QLatin1String("event")));
    poll(*number); // something happened to it that this message does not say well enough
    pollSoon();
}

void TillClient::tell(const Order &order)
{
    const auto watch = m_watches.find(order.outTradeNo);
    if (watch == m_watches.end() || order.seq <= watch->seq)
        return;
    watch->seq = order.seq;
    askCases();
    emit orderChanged(order);
}

void TillClient::poll(const OutTradeNo &number)
{
    const auto watch = m_watches.find(number);
    if (watch == m_watches.end() || std::exchange(watch->asking, true))
        return;
    whenAnswered(m_api.order(number), this, [this, number](const Result<Order> &answer) {
        if (const auto asked = m_watches.find(number); asked != m_watches.end())
            asked->asking = false;
        if (answer)
            tell(*answer);
    });
}

void TillClient::pollSoon()
{
    const bool dark = std::any_of(m_watches.begin(), m_watches.end(),
                                  [this](const Watch &watch) { return watch.refused || !m_socket.isUp(); });
    if (!dark || std::exchange(m_pollPlanned, true))
        return;
    m_clock.callAfter(std::chrono::milliseconds(pollMs), this, [this] {
        m_pollPlanned = false;
        pollWhatIsDark();
        pollSoon();
    });
}

void TillClient::pollWhatIsDark()
{
    const auto watches = m_watches; // an answer may come at once and change them
    for (auto watch = watches.begin(); watch != watches.end(); ++watch) {
        if (watch->refused || !m_socket.isUp())
            poll(watch.key());
    }
}

void TillClient::askCases()
{
    m_askCasesAgain = true;
    if (std::exchange(m_askingCases, true))
        return;
    m_askCasesAgain = false;
    whenAnswered(m_api.openCases(), this, [this](const Result<int> &open) {
        m_askingCases = false;
        if (open && std::exchange(m_cases, *open) != *open)
            emit casesChanged(*open);
        if (open && m_askCasesAgain)
            askCases(); // what cannot be answered now is asked again in time
    });
}

void TillClient::keepAskingCases()
{
    m_clock.callAfter(std::chrono::milliseconds(casesMs), this, [this] {
        if (m_socket.isUp())
            askCases();
        keepAskingCases();
    });
}
