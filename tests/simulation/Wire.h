// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/HttpMessage.h"
#include "server/net/HttpTransport.h"
#include "tests/simulation/Dice.h"
#include "tests/simulation/Power.h"
#include "tests/simulation/Trace.h"

#include <optional>

/// How well a path carries.
struct Weather
{
    bool cut = false; ///< nothing gets through
    double lost = 0; ///< of the messages of each direction
    double doubled = 0; ///< arrive a second time, at once or a while later
    double corrupted = 0; ///< arrive with one byte changed
    double slow = 0; ///< take seconds

    bool isFair() const { return !cut && lost == 0 && corrupted == 0 && slow == 0; }
    QString text() const;
};

/// A path between two machines, in memory and on the virtual clock. What it does to each message is drawn from the
/// seed.
class Wire : public QObject
{
    Q_OBJECT
public:
    Wire(QString name, Clock &clock, Trace &trace, quint64 seed)
        : m_name(std::move(name)), m_clock(clock), m_trace(trace), m_dice(seed, m_name.toUtf8())
    {
    }

    void set(const Weather &weather);
    const Weather &weather() const { return m_weather; }
    /// Steady milliseconds; none while it is foul.
    std::optional<qint64> fairSinceMs() const { return m_fairSinceMs; }

    /// One message, one way. It arrives once, twice or never; not at a receiver that has gone.
    void carry(QObject *receiver, const std::function<void()> &arrive);
    /// How long a message takes now.
    std::chrono::milliseconds delay();
    bool loses() { return m_weather.cut || m_dice.happens(m_weather.lost); }

    /// What listens at the other end; nothing when nobody does. corrupted: the wire has changed the request.
    using Serve = std::function<std::optional<QFuture<HttpReply>>(const HttpRequest &, bool corrupted)>;
    /// One HTTP exchange as HttpTransport has it, for a machine that may lose its power meanwhile.
    QFuture<Result<HttpAnswer>> exchange(const HttpCall &call, const std::shared_ptr<Power> &asker, const Serve &serve);

signals:
    void changed();

private:
    struct Exchange;
    using ExchangePtr = std::shared_ptr<Exchange>;
    static HttpRequest requestOf(const HttpCall &call);
    void arrived(const ExchangePtr &exchange, HttpRequest request, const Serve &serve);
    void answered(const ExchangePtr &exchange, const HttpReply &reply);
    void finish(const ExchangePtr &exchange, const Result<HttpAnswer> &answer);
    void damage(QByteArray &bytes);

    QString m_name;
    Clock &m_clock;
    Trace &m_trace;
    Dice m_dice;
    Weather m_weather;
    std::optional<qint64> m_fairSinceMs = 0;
};

/// The wire as a machine's network card: what a merchant or the gateway is handed to send with.
class WireTransport final : public HttpTransport
{
public:
    WireTransport(Wire &wire, std::shared_ptr<Power> power, Wire::Serve serve)
        : m_wire(wire), m_power(std::move(power)), m_serve(std::move(serve))
    {
    }
    QFuture<Result<HttpAnswer>> send(const HttpCall &call) override { return m_wire.exchange(call, m_power, m_serve); }

private:
    Wire &m_wire;
    std::shared_ptr<Power> m_power;
    Wire::Serve m_serve;
};
