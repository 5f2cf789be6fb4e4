// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/Wire.h"

#include <QPromise>

using namespace std::chrono_literals;

/// One request on its way, and its answer.
struct Wire::Exchange
{
    QPromise<Result<HttpAnswer>> promise;
    std::shared_ptr<Power> asker;
    std::unique_ptr<QObject> connection = std::make_unique<QObject>();
    bool isOver = false;
};

QString Weather::text() const
{
    if (cut)
        return QStringLiteral("cut");
    if (isFair() && doubled == 0)
        return QStringLiteral("fair");
    return QStringLiteral("lost %1 doubled %2 corrupted %3 slow %4").arg(lost).arg(doubled).arg(corrupted).arg(slow);
}

void Wire::set(const Weather &weather)
{
    m_weather = weather;
    if (!weather.isFair())
        m_fairSinceMs.reset();
    else if (!m_fairSinceMs)
        m_fairSinceMs = m_clock.steadyMs();
    m_trace.note(QStringLiteral("weather %1: %2").arg(m_name, weather.text()));
    emit changed();
}

std::chrono::milliseconds Wire::delay()
{
    if (m_dice.happens(m_weather.slow))
        return std::chrono::milliseconds(m_dice.between(800, 7000));
    return std::chrono::milliseconds(2 + m_dice.around(25));
}

void Wire::carry(QObject *receiver, const std::function<void()> &arrive)
{
    if (loses())
        return;
    m_clock.callAfter(delay(), receiver, arrive);
    if (m_dice.happens(m_weather.doubled))
        m_clock.callAfter(delay() + std::chrono::milliseconds(m_dice.around(900)), receiver, arrive);
}

QFuture<Result<HttpAnswer>> Wire::exchange(const HttpCall &call, const std::shared_ptr<Power> &asker,
                                           const Serve &serve)
{
    auto exchange = std::make_shared<Exchange>();
    exchange->asker = asker;
    exchange->promise.start();
    const auto future = exchange->promise.future();
    if (!asker->point())
        return future;
    m_clock.callAfter(call.timeout, this, [this, exchange] {
        finish(exchange, Error{ErrorCode::Unknown, QStringLiteral("no answer in time")});
    });
    if (m_weather.cut && m_dice.happens(0.5)) {
        m_clock.callAfter(delay(), this, [this, exchange] {
            finish(exchange, Error{ErrorCode::ProviderUnavailable, QStringLiteral("connection refused")});
        });
        return future;
    }
    HttpRequest request = requestOf(call);
    request.connection = exchange->connection.get();
    carry(this, [this, exchange, request, serve] { arrived(exchange, request, serve); });
    return future;
}

HttpRequest Wire::requestOf(const HttpCall &call)
{
    HttpRequest request{.method = call.method,
                        .target = call.url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority),
                        .path = call.url.path(QUrl::FullyDecoded),
                        .query = QUrlQuery(call.url),
                        .headers = call.headers,
                        .body = call.body,
                        .peer = QHostAddress(QHostAddress::LocalHost),
                        .captures = {},
                        .connection = {}};
    request.headers.set("Host", call.url.authority().toUtf8());
    return request;
}

void Wire::arrived(const ExchangePtr &exchange, HttpRequest request, const Serve &serve)
{
    const bool corrupted = m_dice.happens(m_weather.corrupted);
    if (corrupted) {
        const bool isSigned = request.headers.has("Wechatpay-Signature");
        if (isSigned && (request.body.isEmpty() || m_dice.happens(0.5))) {
            QByteArray signature = request.headers.value("Wechatpay-Signature");
            damage(signature);
            request.headers.set("Wechatpay-Signature", signature);
        } else {
            damage(request.body);
        }
    }
    auto answer = serve(request, corrupted);
    if (!answer) {
        m_clock.callAfter(delay(), this, [this, exchange] {
            finish(exchange, Error{ErrorCode::ProviderUnavailable, QStringLiteral("connection refused")});
        });
        return;
    }
    answer->then(this, [this, exchange](const HttpReply &reply) { answered(exchange, reply); });
}

void Wire::answered(const ExchangePtr &exchange, const HttpReply &reply)
{
    HttpAnswer answer{.status = reply.status, .headers = reply.headers, .body = reply.body};
    if (m_dice.happens(m_weather.corrupted))
        damage(answer.body);
    carry(this, [this, exchange, answer] { finish(exchange, answer); });
}

void Wire::finish(const ExchangePtr &exchange, const Result<HttpAnswer> &answer)
{
    if (std::exchange(exchange->isOver, true) || !exchange->asker->point())
        return;
    exchange->connection.reset();
    exchange->promise.addResult(answer);
    exchange->promise.finish();
}

void Wire::damage(QByteArray &bytes)
{
    if (!bytes.isEmpty())
        bytes[m_dice.between(0, bytes.size() - 1)] ^= char(1 << m_dice.between(0, 6));
}
