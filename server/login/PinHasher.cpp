// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/login/PinHasher.h"

#include "server/domain/Random.h"
#include "server/runtime/WorkPool.h"

PinHasher::PinHasher(WorkPool &pool, Random &random, const Scrypt::Cost &cost)
    : m_pool(pool), m_random(random), m_cost(cost)
{
}

QFuture<Result<QString>> PinHasher::hash(const QString &pin)
{
    using Hash = Result<QString>;
    // Random is not for several threads, so the salt is drawn here.
    const QByteArray salt = m_random.bytes(Scrypt::saltBytes);
    return m_pool
        .run<Result<QByteArray>>(
            [pin, salt, cost = m_cost](const std::stop_token &) { return Scrypt::hash(pin.toUtf8(), salt, cost); })
        .then(this, [](const Result<Result<QByteArray>> &made) {
            if (!made)
                return Hash(made.error());
            return *made ? Hash(QString::fromLatin1(**made)) : Hash(made->error());
        });
}

QFuture<Result<bool>> PinHasher::matches(const QString &pin, const QString &hash)
{
    return m_pool.run<bool>(
        [pin, hash](const std::stop_token &) { return Scrypt::matches(pin.toUtf8(), hash.toLatin1()); });
}
