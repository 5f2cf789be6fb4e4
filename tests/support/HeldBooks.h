// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/SqlConnection.h"

#include <QElapsedTimer>
#include <optional>

/// Another program that holds the books. The store waits two seconds for them and no longer: a test that a busy machine
/// kept from letting go before has shown nothing, and begins again.
class HeldBooks
{
public:
    explicit HeldBooks(const QString &file) : m_other(SqlConnection::open(file))
    {
        m_since.start();
        if (!m_other || !(*m_other)->execute("BEGIN IMMEDIATE"))
            qFatal("the books cannot be held");
    }

    /// False: the store may have given up.
    bool letGoInTime()
    {
        if (!(*m_other)->execute("ROLLBACK"))
            qFatal("the books cannot be let go");
        return m_since.elapsed() < storeWaitsMs;
    }

    /// The answer that did not wait for the store; none when none of five was so quick, though a busy machine is late
    /// too.
    template <class Ask> static auto answerInTime(Ask ask) -> std::optional<decltype(ask())>
    {
        for (int asked = 0; asked < 5; ++asked) {
            QElapsedTimer took;
            took.start();
            auto answer = ask();
            if (took.elapsed() < storeWaitsMs)
                return answer;
        }
        return std::nullopt;
    }

    static constexpr qint64 storeWaitsMs = 2'000;

private:
    Result<std::unique_ptr<SqlConnection>> m_other;
    QElapsedTimer m_since;
};
