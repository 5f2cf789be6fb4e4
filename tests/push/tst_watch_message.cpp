// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/WatchMessage.h"

#include <QTest>

/// What a client may say on its WebSocket, and what it is told when it says something else (API.md, "WebSocket").
class WatchMessageTest : public QObject
{
    Q_OBJECT
private slots:
    void aCreateReads()
    {
        const auto read = WatchMessage::read(
            QStringLiteral(R"({"action":"create","outTradeNo":"1234","token":"abc","after":3,"more":{}})"));
        const auto *message = std::get_if<WatchMessage>(&read);
        QVERIFY(message);
        QCOMPARE(message->action, WatchMessage::Action::Create);
        QCOMPARE(message->key.text(), QStringLiteral("1234"));
        QCOMPARE(message->token, QStringLiteral("abc"));
        QCOMPARE(message->after.value_or(-1), 3);
    }
    void withoutAfterThereIsNone()
    {
        const auto read = WatchMessage::read(QStringLiteral(R"({"action":"create","outTradeNo":"1234","after":null})"));
        QVERIFY(std::holds_alternative<WatchMessage>(read));
        QVERIFY(!std::get<WatchMessage>(read).after);
    }
    void aRemoveReads()
    {
        const auto read = WatchMessage::read(QStringLiteral(R"({"action":"remove","outTradeNo":"1234"})"));
        QVERIFY(std::holds_alternative<WatchMessage>(read));
        QCOMPARE(std::get<WatchMessage>(read).action, WatchMessage::Action::Remove);
    }
    void anythingElseIsAFault_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("key");
        const auto row = [](const char *name, const char *text, const char *key) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(key);
        };
        row("no JSON", "create", "");
        row("no object", "[]", "");
        row("no key", R"({"action":"create"})", "");
        row("no such key", R"({"action":"create","outTradeNo":"a b"})", "a b");
        row("no such action", R"({"action":"dance","outTradeNo":"1234"})", "1234");
        row("a negative sequence", R"({"action":"create","outTradeNo":"1234","after":-1})", "1234");
        row("half a sequence", R"({"action":"create","outTradeNo":"1234","after":1.5})", "1234");
        row("a sequence in words", R"({"action":"create","outTradeNo":"1234","after":"3"})", "1234");
    }
    void anythingElseIsAFault()
    {
        QFETCH(QString, text);
        const auto read = WatchMessage::read(text);
        const auto *fault = std::get_if<WatchMessage::Fault>(&read);
        QVERIFY(fault);
        QVERIFY(!fault->why.isEmpty());
        QTEST(fault->key, "key");
    }
    void whatIsToldBackIsShort()
    {
        const auto read = WatchMessage::read(QStringLiteral(R"({"outTradeNo":"%1"})").arg(QString(5000, u'x')));
        QCOMPARE(std::get<WatchMessage::Fault>(read).key.size(), WatchMessage::maxNamedLength);
    }
};

QTEST_GUILESS_MAIN(WatchMessageTest)
#include "tst_watch_message.moc"
