// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/login/Sessions.h"

#include "server/domain/Clock.h"
#include "server/domain/Random.h"

#include <QCryptographicHash>

namespace {

constexpr int tokenBytes = 32;

/// A token has too many bits to be guessed from its hash, so no salt and no slowness are needed.
QString hashOf(const QByteArray &token)
{
    return QString::fromLatin1(QCryptographicHash::hash(token, QCryptographicHash::Sha256).toHex());
}

} // namespace

Sessions::Sessions(SessionStore &store, Clock &clock, Random &random) : m_store(store), m_clock(clock), m_random(random)
{
}

Sessions::Fresh Sessions::fresh()
{
    const QByteArray token =
        m_random.bytes(tokenBytes).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    const QDateTime now = m_clock.now();
    const std::chrono::seconds lifeS = life;
    return {token, {.tokenHash = hashOf(token), .createdAt = now, .expiresAt = now.addSecs(lifeS.count())}};
}

QFuture<Result<OpenSession>> Sessions::find(const QByteArray &token)
{
    return m_store.find(hashOf(token), m_clock.now());
}

QFuture<Result<void>> Sessions::end(const QByteArray &token)
{
    return m_store.end(hashOf(token), m_clock.now());
}
