// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/login/OfficialAccountEvents.h"

#include "server/crypto/ConstantTime.h"

#include <QCryptographicHash>
#include <array>

namespace {

constexpr qsizetype maxNonceBytes = 128;

Error unverified(const char *why)
{
    return {ErrorCode::Unverified, QStringLiteral("the push was refused: %1").arg(QLatin1String(why))};
}

/// 10 digits: it is the part of the signed text whose end is not marked.
bool isTimestamp(const QByteArray &text)
{
    return text.size() == 10 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

// A timestamp from the edge of the future stays fresh for twice the window.
OfficialAccountEvents::OfficialAccountEvents(const QByteArray &token, const Clock &clock)
    : m_token(token), m_clock(clock), m_nonces(clock, 2 * freshness, maxNonces),
      m_events(clock, 2 * freshness, maxEvents)
{
}

Result<void> OfficialAccountEvents::verify(const OfficialAccountSignature &signature)
{
    if (!isTimestamp(signature.timestamp) || signature.nonce.isEmpty() || signature.nonce.size() > maxNonceBytes)
        return unverified("no signature");
    if (!equalInConstantTime(expectedFor(signature), signature.signature))
        return unverified("the signature does not hold");
    const qint64 ageS = m_clock.nowMs() / 1000 - signature.timestamp.toLongLong();
    if (qAbs(ageS) > freshness.count())
        return unverified("stale, or from the future");
    if (m_nonces.knows(signature.nonce))
        return unverified("seen before");
    if (m_nonces.isFull())
        return Error{ErrorCode::Busy, QStringLiteral("the push was refused: too many came")};
    m_nonces.add(signature.nonce);
    return {};
}

Result<std::optional<OfficialAccountEvent>> OfficialAccountEvents::receive(const OfficialAccountSignature &signature,
                                                                           const QByteArray &body)
{
    if (const auto verified = verify(signature); !verified)
        return verified.error();
    auto event = OfficialAccountEvent::read(body);
    if (!event || !*event)
        return event;
    const QByteArray key = keyOf(**event);
    if (m_events.knows(key))
        return std::optional<OfficialAccountEvent>();
    m_events.add(key);
    return event;
}

void OfficialAccountEvents::forget(const OfficialAccountEvent &event)
{
    m_events.forget(keyOf(event));
}

QByteArray OfficialAccountEvents::expectedFor(const OfficialAccountSignature &signature) const
{
    std::array parts{m_token, signature.timestamp, signature.nonce};
    std::sort(parts.begin(), parts.end());
    return QCryptographicHash::hash(parts[0] + parts[1] + parts[2], QCryptographicHash::Sha1).toHex();
}

QByteArray OfficialAccountEvents::keyOf(const OfficialAccountEvent &event)
{
    // The time is in whole seconds: the scene tells two QRs scanned within one.
    return QStringList{event.fromOpenid, QString::number(event.createTime), event.event, event.scene}
        .join(u' ')
        .toUtf8();
}
