// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/crypto/Scrypt.h"

#include <QFuture>
#include <QObject>

class Random;
class WorkPool;

/// Makes and compares the hashes of PINs, away from the server's thread. Errors: Busy (too many at once).
class PinHasher : public QObject
{
    Q_OBJECT
public:
    /// The cost is for what is made from now on; what is compared says its own.
    PinHasher(WorkPool &pool, Random &random, const Scrypt::Cost &cost = {});

    QFuture<Result<QString>> hash(const QString &pin);
    QFuture<Result<bool>> matches(const QString &pin, const QString &hash);

private:
    WorkPool &m_pool;
    Random &m_random;
    Scrypt::Cost m_cost;
};
