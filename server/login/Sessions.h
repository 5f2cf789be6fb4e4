// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/SessionStore.h"

#include <QObject>

class Clock;
class Random;

/// A session that was just opened. The token is told once and kept nowhere.
struct SignedIn
{
    QByteArray token; ///< 256 random bits
    OpenSession session;
};

/// Operators' sessions: who signed in holds a token until it is over, ended, or they have left.
class Sessions : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::hours life{16};

    Sessions(SessionStore &store, Clock &clock, Random &random);

    /// A token and the row for it, for a sign-in to open.
    struct Fresh
    {
        QByteArray token;
        SessionRow row;
    };
    Fresh fresh();

    /// NotFound: not known, over, or its holder has left.
    QFuture<Result<OpenSession>> find(const QByteArray &token);
    QFuture<Result<void>> end(const QByteArray &token);

private:
    SessionStore &m_store;
    Clock &m_clock;
    Random &m_random;
};
