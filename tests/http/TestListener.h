// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/HttpListener.h"
#include "tests/http/RawClient.h"
#include "tests/support/VirtualClock.h"

#include <QPromise>
#include <QTest>

/// A real listener on a virtual clock with three routes: /echo answers with the body, /hello says hello, and /hold
/// answers when the test lets it.
class TestListener
{
public:
    explicit TestListener(const HttpLimits &limits = {}) : http(limits, *clock)
    {
        http.route("POST", QStringLiteral("/echo"), [this](const HttpRequest &request) {
            ++handled;
            return ready(HttpReply::text(200, "text/plain", request.body));
        });
        http.route("GET", QStringLiteral("/hello"), [this](const HttpRequest &) {
            ++handled;
            return ready(HttpReply::text(200, "text/plain", "hello"));
        });
        http.route("GET", QStringLiteral("/hold"), [this](const HttpRequest &request) {
            ++handled;
            auto promise = std::make_shared<QPromise<HttpReply>>();
            promise->start();
            held.append({promise, request});
            return promise->future();
        });
        if (TestTls::isOn) {
            http.requireTls();
            if (const auto used = http.useTls(TestTls::identity()); !used)
                qFatal("%s", qPrintable(used.error().message));
        }
        const auto listening = http.listen(QHostAddress::LocalHost, 0);
        if (!listening)
            qFatal("%s", qPrintable(listening.error().message));
        port = *listening;
    }

    struct Held
    {
        std::shared_ptr<QPromise<HttpReply>> promise;
        HttpRequest request;
        void answer(const HttpReply &reply) const
        {
            promise->addResult(reply);
            promise->finish();
        }
    };

    bool waitForHeld(qsizetype count)
    {
        return pumpUntil([this, count] { return held.size() >= count; });
    }
    bool waitForConnections(int count)
    {
        return pumpUntil([this, count] { return http.connectionCount() == count; }, 20'000);
    }

    std::shared_ptr<VirtualClock> clock = std::make_shared<VirtualClock>();
    HttpListener http;
    QList<Held> held;
    int handled = 0;
    quint16 port = 0;
};
