// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/simulator/NotifySender.h"

#include "server/domain/Clock.h"
#include "server/domain/Random.h"
#include "server/net/HttpTransport.h"
#include "server/simulator/BookOrder.h"
#include "server/simulator/SimulatorKeys.h"

#include <QHostAddress>

namespace {

using namespace std::chrono_literals;

constexpr std::array<std::chrono::milliseconds, 15> schedule{15s,   15s, 30s, 3min, 10min, 20min, 30min, 30min,
                                                             30min, 1h,  3h,  3h,   3h,    6h,    6h};
constexpr qint64 staleByS = 301;

bool isThisMachine(const QUrl &url)
{
    return url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
}

const char *toText(NotifyDelivery::Outcome outcome)
{
    static constexpr std::array names{"under_way", "accepted", "failed", "dropped", "not_allowed", "queue_full"};
    return names[size_t(outcome)];
}

const char *toText(CorruptKind kind)
{
    static constexpr std::array names{"none", "bad_signature", "tampered_ciphertext", "stale_timestamp",
                                      "signature_probe"};
    return names[size_t(kind)];
}

} // namespace

QJsonObject NotifyDelivery::toJson() const
{
    return {
        {"id", id},
        {"out_trade_no", outTradeNo},
        {"event_type", eventType},
        {"attempt", attempt},
        {"at", gatewayTime(at)},
        {"status", status},
        {"outcome", QLatin1String(toText(outcome))},
        {"corruption", QLatin1String(toText(corruption))},
        {"duplicate", duplicate},
    };
}

std::optional<std::chrono::milliseconds> NotifySender::delayAfter(int attempt)
{
    if (attempt < 1 || attempt > int(schedule.size()))
        return {};
    return schedule[size_t(attempt - 1)];
}

NotifySender::NotifySender(const SimulatorKeys &keys, Faults &faults, Clock &clock, const Clock &realClock,
                           Random &random, HttpTransport &transport, const Settings &settings, QObject *parent)
    : QObject(parent), m_keys(keys), m_faults(faults), m_clock(clock), m_random(random), m_transport(transport),
      m_settings(settings), m_signer(keys, realClock, random, settings.switches.keyMode)
{
}

void NotifySender::announce(const BookOrder &paid)
{
    NotifyEvent event{.id = NotifyBody::newId(m_random),
                      .outTradeNo = paid.outTradeNo,
                      .url = paid.notifyUrl,
                      .eventType = QStringLiteral("TRANSACTION.SUCCESS"),
                      .originalType = QStringLiteral("transaction"),
                      .summary = QStringLiteral("支付成功"),
                      .createdAt = m_clock.now(),
                      .content = paid.transaction(paid.state, true)};
    NotifyDelivery notSent{.id = event.id,
                           .outTradeNo = event.outTradeNo,
                           .eventType = event.eventType,
                           .attempt = 0,
                           .at = event.createdAt};
    if (!m_settings.foreignAddresses && !isThisMachine(QUrl(event.url))) {
        notSent.outcome = NotifyDelivery::Outcome::NotAllowed;
        remember(notSent);
        return;
    }
    if (m_waiting.size() >= maxWaiting) {
        notSent.outcome = NotifyDelivery::Outcome::QueueFull;
        remember(notSent);
        return;
    }
    const Key key = ++m_lastKey;
    m_waiting.insert(key, {std::move(event), {}, 0});
    if (m_faults.plan().notifyReorder && !m_held) {
        m_held = key; // the next one overtakes it; if none comes, it goes by itself
        m_clock.callAfter(longestHold, this, [this, key] { release(key); });
        return;
    }
    plan(key, m_faults.within(m_faults.plan().notifyDelay));
    if (m_held)
        plan(*std::exchange(m_held, {}), m_faults.plan().notifyDelay[1] + 1ms);
}

void NotifySender::release(Key key)
{
    if (m_held == key) {
        m_held.reset();
        deliver(key);
    }
}

void NotifySender::plan(Key key, std::chrono::milliseconds delay)
{
    m_clock.callAfter(delay, this, [this, key] { deliver(key); });
}

void NotifySender::deliver(Key key)
{
    const auto waiting = m_waiting.find(key);
    if (waiting == m_waiting.end())
        return;
    ++waiting->attempts;
    if (!m_settings.switches.resendKeepsId && waiting->attempts > 1)
        waiting->event.id = NotifyBody::newId(m_random);
    if (m_faults.happens(m_faults.plan().notifyDrop)) {
        remember({.id = waiting->event.id,
                  .outTradeNo = waiting->event.outTradeNo,
                  .eventType = waiting->event.eventType,
                  .attempt = waiting->attempts,
                  .at = m_clock.now(),
                  .outcome = NotifyDelivery::Outcome::Dropped});
        failed(key);
        return;
    }
    // Both are made before the first goes out: its answer may come at once and end the matter.
    QList<QPair<quint64, HttpCall>> calls{prepare(*waiting, false)};
    if (m_faults.happens(m_faults.plan().notifyDuplicate))
        calls.append(prepare(*waiting, true));
    for (const auto &[delivery, call] : calls) {
        m_transport.send(call).then(this, [this, key, number = delivery](const Result<HttpAnswer> &answer) {
            answered(key, number, answer ? answer->status : 0);
        });
    }
}

QPair<quint64, HttpCall> NotifySender::prepare(Waiting &waiting, bool duplicate)
{
    const CorruptKind corruption = m_faults.drawCorruption();
    const quint64 delivery = remember({.id = waiting.event.id,
                                       .outTradeNo = waiting.event.outTradeNo,
                                       .eventType = waiting.event.eventType,
                                       .attempt = waiting.attempts,
                                       .at = m_clock.now(),
                                       .corruption = corruption,
                                       .duplicate = duplicate});
    return {delivery, callFor(waiting, corruption, duplicate)};
}

HttpCall NotifySender::callFor(Waiting &waiting, CorruptKind corruption, bool duplicate)
{
    const bool tampered = corruption == CorruptKind::TamperedCiphertext;
    const bool again = waiting.attempts > 1 && m_settings.switches.resendKeepsCiphertext && !tampered;
    QByteArray body = waiting.body;
    if (body.isEmpty() || !(again || duplicate) || tampered)
        body = NotifyBody::sealed(waiting.event, m_keys.apiV3Key(), m_random, tampered);
    if (!tampered)
        waiting.body = body;
    const QByteArray signedBody = corruption == CorruptKind::BadSignature ? body + ' ' : body;
    HttpHeaders headers = m_signer.headersFor(signedBody, m_signer.defaultSerial(),
                                              corruption == CorruptKind::StaleTimestamp ? staleByS : 0);
    if (corruption == CorruptKind::SignatureProbe) // reference 1.7; 19 + 336 characters, as one was seen
        headers.set("Wechatpay-Signature", "WECHATPAY/SIGNTEST/" + m_random.bytes(252).toBase64());
    headers.set("Content-Type", "application/json");
    headers.set("Accept", "*/*");
    headers.set("Cache-Control", "no-cache");
    headers.set("Pragma", "no-cache");
    headers.set("User-Agent", "Mozilla/4.0");
    headers.set("Request-ID", m_random.bytes(20).toHex().toUpper() + "-0");
    return {
        .method = "POST", .url = QUrl(waiting.event.url), .headers = headers, .body = body, .timeout = answerWithin};
}

void NotifySender::answered(Key key, quint64 delivery, int status)
{
    const bool ok = status == 200 || status == 204;
    bool duplicate = false;
    if (delivery >= m_forgotten) {
        NotifyDelivery &kept = m_deliveries[size_t(delivery - m_forgotten)];
        kept.status = status;
        kept.outcome = ok ? NotifyDelivery::Outcome::Accepted : NotifyDelivery::Outcome::Failed;
        duplicate = kept.duplicate;
    }
    if (!m_waiting.contains(key))
        return; // its twin was accepted before
    if (ok) {
        const QString outTradeNo = m_waiting.take(key).event.outTradeNo;
        emit accepted(outTradeNo);
    } else if (!duplicate) {
        failed(key); // a duplicate's failure is only its own: the schedule counts the deliveries it planned
    }
}

void NotifySender::failed(Key key)
{
    const auto delay = delayAfter(m_waiting[key].attempts);
    if (!delay) {
        m_waiting.remove(key);
        return;
    }
    plan(key, std::chrono::milliseconds(qint64(double(delay->count()) * m_faults.plan().scheduleScale)));
}

quint64 NotifySender::remember(const NotifyDelivery &delivery)
{
    m_deliveries.push_back(delivery);
    while (qsizetype(m_deliveries.size()) > maxRemembered) {
        m_deliveries.pop_front();
        ++m_forgotten;
    }
    return m_forgotten + m_deliveries.size() - 1;
}
