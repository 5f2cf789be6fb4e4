// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/HttpListener.h"
#include "server/push/LongPoll.h"
#include "server/routes/LongPollRoutes.h"
#include "tests/http/RawClient.h"
#include "tests/push/ScriptedPast.h"
#include "tests/support/VirtualClock.h"

#include <QJsonDocument>
#include <QTest>

/// The routes of long polling on a real listener, on a clock that stands still. The token "good" opens every key.
class ScanRig
{
public:
    explicit ScanRig(const WatchLimits &limits = {}) : watchers(past.recall(), limits)
    {
        past.hold = false;
        const auto mayWatch = [this](const WatchKey &, const QString &token) {
            return token.isEmpty() ? training : token == QLatin1String("good");
        };
        const LongPollRoutes routes{polls, watchers, clock, mayWatch};
        routes.addTo(http);
        routes.addSeedsTo(http);
        const auto listening = http.listen(QHostAddress::LocalHost, 0);
        if (!listening)
            qFatal("%s", qPrintable(listening.error().message));
        port = *listening;
    }
    bool waitFor(int waiters)
    {
        return pumpUntil([this, waiters] { return watchers.count() == waiters; });
    }
    void announce(qint64 seq, EventType type = EventType::CodeReady)
    {
        watchers.announce(ScriptedPast::orderAt(seq), ScriptedPast::event(seq, type));
    }
    static QJsonObject json(const RawClient::Reply &reply) { return QJsonDocument::fromJson(reply.body).object(); }

    bool training = true;
    ScriptedPast past;
    VirtualClock clock;
    Watchers watchers;
    LongPoll polls{watchers, clock};
    HttpListener http{{}, clock};
    quint16 port = 0;
};
