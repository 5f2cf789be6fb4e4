// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/TillLink.h"

#include "server/domain/Json.h"
#include "server/push/PushMessage.h"
#include "server/routes/SaleReader.h"
#include "ui/Answers.h"
#include "ui/TillClient.h"

#include <QJsonDocument>
#include <QPromise>

using namespace std::chrono_literals;

namespace {

/// What of an answer reaches the till: its JSON, or its error.
Result<Order> overTheWire(const Result<Order> &answer)
{
    if (!answer)
        return answer.error();
    const QByteArray bytes = QJsonDocument(Json::fromOrder(*answer)).toJson(QJsonDocument::Compact);
    const auto json = Json::parseObject(bytes);
    return json ? Json::toOrder(*json) : Result<Order>(json.error());
}

} // namespace

TillLink::TillLink(Wire &wire, Clock &clock, Dice &dice, Ends ends)
    : m_wire(wire), m_clock(clock), m_dice(dice), m_ends(std::move(ends))
{
    connect(&m_wire, &Wire::changed, this, &TillLink::wireChanged);
}

void TillLink::start()
{
    pollWhatIsDark();
    connectNow();
    m_clock.callAfter(std::chrono::milliseconds(TillClient::offlineAfterMs), this, [this] {
        if (m_ups == 0 && std::exchange(m_toldOnline, false))
            emit onlineChanged(false);
    });
}

QFuture<Result<Order>> TillLink::call(const Ask &ask)
{
    auto promise = std::make_shared<QPromise<Result<Order>>>();
    promise->start();
    const auto future = promise->future();
    if (!m_ends.point())
        return future;
    const Answer finish = [this, promise, isOver = std::make_shared<bool>(false)](const Result<Order> &answer) {
        if (std::exchange(*isOver, true) || !m_ends.point())
            return;
        promise->addResult(answer);
        promise->finish();
    };
    m_clock.callAfter(std::chrono::milliseconds(OrdersApi::timeoutMs), this, [finish] {
        finish(Error{ErrorCode::Unknown, QStringLiteral("NO_ANSWER")});
    });
    m_wire.carry(this, [this, ask, finish] { reach(ask, finish); });
    return future;
}

void TillLink::reach(const Ask &ask, const Answer &finish)
{
    auto *server = m_ends.server();
    if (!server || !server->power().point())
        return m_wire.carry(this, [finish] {
            finish(Error{ErrorCode::ProviderUnavailable, QStringLiteral("NO_SERVER")});
        });
    ask(*server).then(server, [guard = QPointer(this), server, finish](const Result<Order> &answer) {
        if (!guard || !server->power().point())
            return;
        guard->m_wire.carry(guard, [finish, carried = overTheWire(answer)] { finish(carried); });
    });
}

QFuture<Result<Order>> TillLink::place(const NewSale &sale)
{
    NewOrder wanted{.number = sale.number,
                    .total = sale.amount,
                    .description = sale.description,
                    .sale = sale.sale,
                    .terminal = QStringLiteral("till"),
                    .operatorId = {}};
    if (const auto read = readSale(sale.terms.toJson(), wanted); !read)
        return ready(Result<Order>(read.error()));
    return call([wanted](SimulatedServer &server) {
        return server.checkout().place(wanted).then(&server.checkout(),
                                                    [](const Result<Checkout::Placed> &placed) -> Result<Order> {
                                                        if (!placed)
                                                            return placed.error();
                                                        return placed->order;
                                                    });
    });
}

QFuture<Result<Order>> TillLink::order(const OutTradeNo &number)
{
    return call([number](SimulatedServer &server) { return server.checkout().order(number); });
}

QFuture<Result<Order>> TillLink::query(const OutTradeNo &number)
{
    return call([number](SimulatedServer &server) { return server.checkout().query(number); });
}

QFuture<Result<Order>> TillLink::close(const OutTradeNo &number)
{
    return call([number](SimulatedServer &server) { return server.checkout().close(number); });
}

QFuture<Result<void>> TillLink::mockPay(const OutTradeNo &)
{
    return ready(Result<void>(Error{ErrorCode::NotFound, QStringLiteral("customers pay by themselves here")}));
}

void TillLink::watch(const OutTradeNo &number)
{
    if (m_watches.contains(number))
        return;
    m_watches.insert(number, {});
    subscribe(number);
}

void TillLink::unwatch(const OutTradeNo &number)
{
    if (m_watches.remove(number))
        send([number](SimulatedServer &server, QObject *connection) {
            server.watchers().unwatch(WatchKey(number), connection);
        });
}

void TillLink::subscribe(const OutTradeNo &number)
{
    const qint64 after = std::max<qint64>(0, m_watches[number].seq);
    send([this, number, after](SimulatedServer &server, QObject *connection) {
        const auto deliver = [guard = QPointer(this), &server, &clock = m_clock, number](const Push &push) {
            if (guard && server.power().point())
                guard->push(PushMessage::of(WatchKey(number), push, clock.nowMs()));
        };
        const WaitingClient client{connection, QHostAddress(QHostAddress::LocalHost)};
        (void)server.watchers().watch(WatchKey(number), after, client, deliver);
    });
}

/// Over the connection, in order, as long as it stands.
void TillLink::send(const std::function<void(SimulatedServer &, QObject *)> &message)
{
    if (!m_up || m_silent || !m_ends.point())
        return;
    if (m_wire.loses())
        return wireChanged();
    m_clock.callAfter(m_wire.delay(), m_connection, [this, guard = QPointer(this), message] {
        auto *server = guard ? m_ends.server() : nullptr;
        if (server && m_connection && server->power().point())
            message(*server, m_connection);
    });
}

void TillLink::push(const QByteArray &message)
{
    if (!m_up || m_silent)
        return;
    if (m_wire.loses())
        return wireChanged();
    m_lastArrivalMs = std::max(m_lastArrivalMs, m_clock.steadyMs() + m_wire.delay().count());
    const auto delay = std::chrono::milliseconds(m_lastArrivalMs - m_clock.steadyMs());
    m_clock.callAfter(delay, this, [this, message, ups = m_ups] {
        if (m_up && !m_silent && ups == m_ups && m_ends.point())
            received(message);
    });
}

void TillLink::received(const QByteArray &message)
{
    const auto json = Json::parseObject(message);
    if (!json)
        return;
    const QJsonObject order = (*json)["order"].toObject();
    const auto number = OutTradeNo::parse((*json)["outTradeNo"].toString());
    const auto watch = number ? m_watches.find(*number) : m_watches.end();
    if (watch == m_watches.end())
        return;
    if (const auto read = Json::toOrder(order))
        return tell(*read);
    watch->refused = true;
    poll(*number);
}

void TillLink::tell(const Order &order)
{
    const auto watch = m_watches.find(order.outTradeNo);
    if (watch == m_watches.end() || order.seq <= watch->seq)
        return;
    watch->seq = order.seq;
    emit orderChanged(order);
}

void TillLink::poll(const OutTradeNo &number)
{
    const auto watch = m_watches.find(number);
    if (watch == m_watches.end() || std::exchange(watch->asking, true))
        return;
    whenAnswered(order(number), this, [this, number](const Result<Order> &answer) {
        if (const auto asked = m_watches.find(number); asked != m_watches.end())
            asked->asking = false;
        if (answer)
            tell(*answer);
    });
}

void TillLink::pollWhatIsDark()
{
    m_clock.callAfter(std::chrono::milliseconds(TillClient::pollMs), this, [this] { pollWhatIsDark(); });
    auto numbers = m_watches.keys();
    std::sort(numbers.begin(), numbers.end());
    for (const OutTradeNo &number : numbers) {
        if (!m_up || m_watches[number].refused)
            poll(number);
    }
}

void TillLink::connectLater()
{
    m_clock.callAfter(std::chrono::milliseconds(300 + m_dice.around(1200)), this, [this] { connectNow(); });
}

void TillLink::connectNow()
{
    auto *server = m_ends.server();
    if (!server || m_wire.loses())
        return connectLater();
    m_clock.callAfter(m_wire.delay() + m_wire.delay(), this, [this, server = QPointer(server)] {
        if (!server || !server->isOn())
            return connectLater();
        cameUp(new QObject(server));
    });
}

void TillLink::cameUp(QObject *connection)
{
    m_connection = connection;
    connect(connection, &QObject::destroyed, this, [this] { wireChanged(); });
    m_up = true;
    m_silent = false;
    ++m_ups;
    m_upSinceMs = m_clock.steadyMs();
    auto numbers = m_watches.keys();
    std::sort(numbers.begin(), numbers.end());
    for (const OutTradeNo &number : numbers) {
        m_watches[number].refused = false;
        subscribe(number);
    }
    if (!std::exchange(m_toldOnline, true))
        emit onlineChanged(true);
}

/// What was sent is not coming; that may be noticed at once, or only when pings stay unanswered.
void TillLink::wireChanged()
{
    const bool isGone = !m_connection || m_wire.weather().cut || m_wire.weather().lost > 0;
    if (!m_up || m_silent || !isGone)
        return;
    m_silent = true;
    m_clock.callAfter(std::chrono::milliseconds(m_dice.happens(0.5) ? 5 : m_dice.between(500, 40'000)), this,
                      [this, ups = m_ups] {
                          if (m_up && ups == m_ups)
                              breakDown();
                      });
}

void TillLink::breakDown()
{
    m_up = false;
    delete m_connection;
    m_clock.callAfter(std::chrono::milliseconds(TillClient::offlineAfterMs), this, [this, ups = m_ups] {
        if (ups == m_ups && std::exchange(m_toldOnline, false))
            emit onlineChanged(false);
    });
    connectLater();
}
