// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/relay/RelayLink.h"
#include "server/relay/RelayedHeaders.h"
#include "server/store/Database.h"
#include "tests/support/Await.h"
#include "tests/support/LoopbackServer.h"
#include "tests/support/RelayedNotes.h"
#include "tests/support/SeededRandom.h"
#include "tests/support/VirtualClock.h"

#include <QPromise>
#include <QTemporaryDir>
#include <QTest>

/// A shop's link, and a relay whose every word the test says; what is taken in ends as the test wants.
class LinkRig
{
public:
    LinkRig() { restart(); }
    ~LinkRig()
    {
        link.reset();
        database->drain();
    }

    /// The shop's server ends and starts again on its books.
    void restart()
    {
        link.reset();
        const auto takeIn = [this](const HttpHeaders &headers, const QByteArray &body) { return take(headers, body); };
        QUrl url = relay.url();
        url.setScheme("ws");
        link = std::make_unique<RelayLink>(RelayAccess{url, "corner", "secret"}, positions, takeIn, clock, random);
        link->start();
    }
    /// The shop's next word.
    QJsonObject said(const char *kind)
    {
        if (!QTest::qWaitFor([&] { return !relay.messages.isEmpty(); }, 20'000))
            return {};
        const QJsonObject message = relay.messages.takeFirst();
        return message[QLatin1String(kind)].toObject();
    }
    qint64 ack() { return said("ack")["seq"].toInteger(); }
    /// It connects, greets and is welcomed; its hello.
    QJsonObject welcome(const RelayPosition &position = {"stream-1", 0, {}}, qint64 last = 0)
    {
        const QJsonObject hello = said("hello");
        relay.push(RelayFrames::text(RelayFrames::Welcome{position, std::max(last, position.after)}).toUtf8());
        return hello;
    }
    void push(qint64 seq) { push(seq, RelayedNotes::note(int(seq))); }
    void push(qint64 seq, RelayedNotification notification)
    {
        notification.seq = seq;
        relay.push(RelayFrames::text(notification).toUtf8());
    }
    bool takes(qsizetype count)
    {
        return QTest::qWaitFor([&] { return taken.size() >= count; }, 20'000) && taken.size() == count;
    }
    /// The link loses this connection, and opens another after its pause.
    bool comesBack()
    {
        if (!QTest::qWaitFor([this] { return relay.clients.isEmpty() && !link->isUp(); }, 20'000))
            return false;
        const int before = relay.upgrades;
        clock.advance(std::chrono::seconds(2));
        return QTest::qWaitFor([&] { return relay.upgrades > before && !relay.clients.isEmpty(); }, 20'000);
    }
    /// Lets what is under way on the sockets arrive: so many turns of the event loop, however long each takes.
    static void settle()
    {
        for (int turn = 0; turn < 20; ++turn)
            QTest::qWait(1);
    }
    RelayPosition position() { return *await(positions.load()); }

    struct Taken
    {
        QByteArray body;
        HttpHeaders headers;
        std::shared_ptr<QPromise<Result<void>>> answer; ///< not given yet, where they are held
    };
    QList<Taken> taken;
    bool hold = false; ///< the test answers by itself
    Result<void> outcome; ///< otherwise this

    VirtualClock clock;
    SeededRandom random;
    LoopbackServer relay;
    QTemporaryDir folder;
    std::unique_ptr<Database> database = *Database::open(folder.filePath("books.sqlite"));
    RelayPositionStore positions{*database, "1900000001"};
    std::unique_ptr<RelayLink> link;

private:
    QFuture<Result<void>> take(const HttpHeaders &headers, const QByteArray &body)
    {
        auto promise = std::make_shared<QPromise<Result<void>>>();
        promise->start();
        taken.append({body, headers, promise});
        if (!hold)
            answer(taken.size() - 1, outcome);
        return promise->future();
    }

public:
    void answer(qsizetype index, const Result<void> &result)
    {
        taken[index].answer->addResult(result);
        taken[index].answer->finish();
    }
};
