// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/relay/RelayFrames.h"

#include <QTest>
#include <QWebSocket>

/// A shop's end, by hand.
struct ShopEnd
{
    explicit ShopEnd(const QUrl &relay, bool waits = true)
    {
        QObject::connect(&socket, &QWebSocket::textMessageReceived, &socket, [this](const QString &text) {
            const auto frame = RelayFrames::fromRelay(text);
            if (const auto *welcome = std::get_if<RelayFrames::Welcome>(&frame))
                welcomes.append(*welcome);
            else if (const auto *notification = std::get_if<RelayedNotification>(&frame))
                heard.append(*notification);
        });
        QObject::connect(&socket, &QWebSocket::connected, &socket, [this] { hasOpened = true; });
        socket.open(relay);
        if (waits && !QTest::qWaitFor([this] { return hasOpened; }, 20'000))
            qFatal("the WebSocket did not open");
    }
    void greet(const RelayPosition &position = {}, const QByteArray &token = "secret", const QString &shop = "corner")
    {
        socket.sendTextMessage(RelayFrames::text(RelayFrames::Hello{shop, token, position}));
    }
    void acknowledge(qint64 seq) { socket.sendTextMessage(RelayFrames::text(RelayFrames::Ack{seq})); }
    bool isClosed()
    {
        return QTest::qWaitFor([this] { return socket.state() == QAbstractSocket::UnconnectedState; }, 20'000);
    }
    bool hears(qsizetype count)
    {
        return QTest::qWaitFor([&] { return heard.size() >= count; }, 20'000) && heard.size() == count;
    }
    QList<qint64> numbers() const
    {
        QList<qint64> all;
        for (const auto &one : heard)
            all << one.seq;
        return all;
    }

    QWebSocket socket;
    bool hasOpened = false;
    QList<RelayFrames::Welcome> welcomes;
    QList<RelayedNotification> heard;
};
