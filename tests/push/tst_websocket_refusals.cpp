// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/push/WatchRig.h"

#include <QJsonDocument>
#include <QWebSocket>

/// Who cannot wait, or cannot be told what has happened, is told so; the connection stays and may ask again.
const int maxKeys = WatchLimits().maxKeysPerSocket;

class WebSocketRefusalsTest : public QObject
{
    Q_OBJECT

    struct Client
    {
        explicit Client(const WatchRig &rig)
        {
            QObject::connect(&socket, &QWebSocket::textMessageReceived, &socket, [this](const QString &text) {
                heard.append(QJsonDocument::fromJson(text.toUtf8()).object());
            });
            socket.open(rig.url());
            if (!QTest::qWaitFor([this] { return socket.state() == QAbstractSocket::ConnectedState; }))
                qFatal("the WebSocket did not open");
        }
        void watch(const QString &key)
        {
            socket.sendTextMessage(
                QStringLiteral("{\"action\":\"create\",\"outTradeNo\":\"%1\",\"after\":0}").arg(key));
        }

        QWebSocket socket;
        QList<QJsonObject> heard;
    };

private slots:
    void aFailedRecallIsARefusal()
    {
        WatchRig rig;
        rig.past.now = Error{ErrorCode::StoreFailure, "disk full on /dev/sda1"};
        Client client(rig);
        client.watch("T00001");
        QTRY_COMPARE(client.heard.size(), 1);
        QCOMPARE(client.heard[0].keys(), (QStringList{"info", "outTradeNo", "result"}));
        QCOMPARE(client.heard[0]["result"].toInt(-1), 0);
        QVERIFY(!client.heard[0]["info"].toString().contains("sda1"));
        QCOMPARE(rig.watchers.count(), 0);

        rig.past.now = ScriptedPast::past(0, 1);
        client.watch("T00001");
        QTRY_COMPARE(client.heard.size(), 3);
        QCOMPARE(client.heard[1]["event"].toString(), QStringLiteral("SNAPSHOT"));
        QCOMPARE(client.heard[2]["seq"].toInt(), 1);
    }
    void overTheLimitIsARefusal()
    {
        WatchRig rig({.maxWaiters = 1});
        Client first(rig), second(rig);
        first.watch("1234");
        QTRY_COMPARE(rig.watchers.count(), 1);
        second.watch("1234");
        QTRY_COMPARE(second.heard.size(), 1);
        QCOMPARE(second.heard[0]["result"].toInt(-1), 0);
        QCOMPARE(second.heard[0]["outTradeNo"].toString(), QStringLiteral("1234"));
        first.socket.abort();
        QTRY_COMPARE(rig.watchers.count(), 0);
        second.watch("1234");
        QTRY_COMPARE(rig.watchers.count(), 1);
    }
    void aRefusedKeyDoesNotCountForTheConnection()
    {
        WatchRig rig({.maxWaiters = maxKeys, .maxMessagesAMinute = 10 * (maxKeys + 1)});
        QObject crowd;
        for (int i = 0; i < maxKeys; ++i)
            QVERIFY(rig.watchers.watch(*WatchKey::parse(QString::number(i)), {}, {&crowd}, [](const Push &) {}));
        Client client(rig);
        for (int i = 0; i < maxKeys; ++i)
            client.watch(QString::number(i));
        QTRY_COMPARE(client.heard.size(), maxKeys);
        rig.watchers.unwatch(*WatchKey::parse("0"), &crowd);
        client.watch("another");
        QTRY_COMPARE(rig.watchers.count(), maxKeys);
        QCOMPARE(client.heard.size(), maxKeys);
    }
};

QTEST_GUILESS_MAIN(WebSocketRefusalsTest)
#include "tst_websocket_refusals.moc"
