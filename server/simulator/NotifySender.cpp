// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/simulator/NotifySender.h"

#include "server/domain/Clock.h"
#include "server/domain/Random.h"
#include "server/net/HttpTransport.h"
#include "server/simulator/BookLine.h"
#include "server/simulator/SimulatorKeys.h"

#include <QHostAddress>

namespace {

using namespace std::chrono_literals;

constexpr std::array<std::chrono::milliseconds, 15> schedule{15s,   15s, 30s, 3min, 10min, 20min, 30min, 30min,
                                                             30min, 1h,  3h,  3h,   3h,    6h,    6h};
constexpr qint64 staleByS = 301;

} // namespace

std::optional<std::chrono::milliseconds> NotifySender::delayAfter(int attempt)
{
    if (attempt < 1 || attempt > int(schedule.size()))
        return {};
    return schedule[size_t(attempt - 1)];
}

NotifySender::NotifySender(const SimulatorKeys &keys, Faults &faults, Clock &clock, const Clock &realClock,
                           Random &random, HttpTransport &transport, const SimulatorSwitches &switches,
                           bool foreignAddresses, QObject *parent)
    : QObject(parent), m_keys(keys), m_faults(faults), m_clock(clock), m_random(random), m_transport(transport),
      m_switches(switches), m_foreignAddresses(foreignAddresses), m_signer(keys, realClock, random)
{
}

void NotifySender::announce(const BookOrder &paid)
{
    const auto fate = m_faults.paymentFate(paid.outTradeNo, paid.total);
    const auto key = take(NotifyBody::ofPayment(paid, m_clock.now(), m_random), fate);
    if (!key)
        return;
    if (m_faults.plan().notifyRefundFirst) {
        m_heldForRefund.insert(paid.transactionId, *key);
        m_clock.callAfter(longestHoldForRefund, this, [this, id = paid.transactionId] { releaseAfterRefund(id); });
        return;
    }
    if (m_faults.plan().notifyReorder && !m_held) {
        m_held = key; // the next one overtakes it; if none comes, it goes by itself
        m_clock.callAfter(longestHold, this, [this, held = *key] { release(held); });
        return;
    }
    plan(*key, fate.delay);
    if (m_held)
        plan(*std::exchange(m_held, {}), m_faults.plan().notifyDelay[1] + 1ms);
}

void NotifySender::announceRefund(const BookRefund &ended, const BookOrder &order)
{
    const auto fate = m_faults.drawRefundFate();
    if (const auto key = take(NotifyBody::ofRefund(ended, order, m_clock.now(), m_random), fate))
        plan(*key, fate.delay);
}

std::optional<NotifySender::Key> NotifySender::take(const NotifyEvent &event, const NotifyFate &fate)
{
    NotifyDelivery notSent = deliveryOf(event, 0);
    if (!m_foreignAddresses && !isThisMachine(QUrl(event.url)))
        notSent.outcome = NotifyDelivery::Outcome::NotAllowed;
    else if (m_waiting.size() >= maxWaiting)
        notSent.outcome = NotifyDelivery::Outcome::QueueFull;
    else if (fate.lost)
        notSent.outcome = NotifyDelivery::Outcome::Lost;
    else {
        m_waiting.insert(++m_lastKey, {event, fate, {}, 0});
        return m_lastKey;
    }
    remember(notSent);
    if (notSent.outcome == NotifyDelivery::Outcome::Lost)
        emit finished(event);
    return {};
}

void NotifySender::release(Key key)
{
    if (m_held == key) {
        m_held.reset();
        deliver(key);
    }
}

void NotifySender::releaseAfterRefund(const QString &transactionId)
{
    for (const Key key : m_heldForRefund.values(transactionId))
        plan(key, 1ms);
    m_heldForRefund.remove(transactionId);
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
    if (!m_switches.resendKeepsId && waiting->attempts > 1)
        waiting->event.id = NotifyBody::newId(m_random);
    if (m_faults.happens(m_faults.plan().notifyDrop)) {
        NotifyDelivery dropped = deliveryOf(waiting->event, waiting->attempts);
        dropped.outcome = NotifyDelivery::Outcome::Dropped;
        remember(dropped);
        failed(key);
        return;
    }
    // Both are made before the first goes out: its answer may come at once and end the matter.
    QList<QPair<quint64, HttpCall>> calls{prepare(*waiting, false)};
    if (m_faults.happens(m_faults.plan().notifyDuplicate) || (waiting->fate.twice && waiting->attempts == 1))
        calls.append(prepare(*waiting, true));
    for (const auto &[delivery, call] : calls) {
        m_transport.send(call).then(this, [this, key, number = delivery](const Result<HttpAnswer> &answer) {
            answered(key, number, answer ? answer->status : 0);
        });
    }
}

QPair<quint64, HttpCall> NotifySender::prepare(Waiting &waiting, bool duplicate)
{
    const bool probe = waiting.fate.probeFirst && waiting.attempts == 1;
    const CorruptKind corruption = probe ? CorruptKind::SignatureProbe : m_faults.drawCorruption();
    NotifyDelivery prepared = deliveryOf(waiting.event, waiting.attempts);
    prepared.corruption = corruption;
    prepared.duplicate = duplicate;
    const quint64 delivery = remember(prepared);
    return {delivery, callFor(waiting, corruption, duplicate)};
}

HttpCall NotifySender::callFor(Waiting &waiting, CorruptKind corruption, bool duplicate)
{
    const bool tampered = corruption == CorruptKind::TamperedCiphertext;
    const bool again = waiting.attempts > 1 && m_switches.resendKeepsCiphertext && !tampered;
    QByteArray body = waiting.body;
    if (body.isEmpty() || !(again || duplicate) || tampered)
        body = NotifyBody::sealed(waiting.event, m_keys.apiV3Key(), m_random, tampered);
    if (!tampered)
        waiting.body = body;
    const QByteArray signedBody = corruption == CorruptKind::BadSignature ? body + ' ' : body;
    HttpHeaders headers = m_signer.headersFor(signedBody, m_signer.serialFor(m_switches.keyMode),
                                              corruption == CorruptKind::StaleTimestamp ? staleByS : 0);
    if (corruption == CorruptKind::SignatureProbe)
        m_signer.spoil(headers);
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
    const auto waiting = m_waiting.constFind(key);
    if (waiting == m_waiting.cend())
        return; // its twin was accepted before
    if (!waiting->event.outRefundNo.isEmpty())
        releaseAfterRefund(waiting->event.transactionId);
    if (ok) {
        emit finished(m_waiting.take(key).event);
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

NotifyDelivery NotifySender::deliveryOf(const NotifyEvent &event, int attempt) const
{
    return {.id = event.id,
            .outTradeNo = event.outTradeNo,
            .outRefundNo = event.outRefundNo,
            .eventType = event.eventType,
            .attempt = attempt,
            .at = m_clock.now()};
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

bool NotifySender::isThisMachine(const QUrl &url)
{
    return url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
}
