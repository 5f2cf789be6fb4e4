// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"
#include "server/ops/PartState.h"

#include <QObject>
#include <QPromise>
#include <chrono>
#include <functional>
#include <memory>
#include <vector>

class Clock;

/// Whether the books can be written now: by a real write, at most one at a time and one a second. Who asks is answered
/// within the patience, also by a store that hangs.
class StoreHealth : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds patience{1500};
    static constexpr std::chrono::milliseconds writtenLately{1000};

    using Write = std::function<QFuture<Result<void>>()>;
    StoreHealth(Write write, Clock &clock);

    /// States: written, failed, no_answer.
    QFuture<PartState> look();

private:
    void write();
    void answerAll(const PartState &state);

    Write m_write;
    Clock &m_clock;
    std::vector<std::shared_ptr<QPromise<PartState>>> m_asking;
    std::optional<qint64> m_writingSinceMs; ///< none: no write is on its way
    std::optional<qint64> m_writtenAtMs;
};
