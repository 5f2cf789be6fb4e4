// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/relay/RelayFrames.h"
#include "server/relay/RelayedHeaders.h"
#include "tests/support/RelayedNotes.h"

#include <QTest>

using namespace RelayFrames;

/// What relay and shop say is understood as it was meant, and what neither would say is not.
class RelayFramesTest : public QObject
{
    Q_OBJECT

    static RelayedNotification numbered(qint64 seq, RelayedNotification notification = RelayedNotes::note(1))
    {
        notification.seq = seq;
        return notification;
    }
    template <class Frame> static bool isUnknown(const Frame &frame) { return std::holds_alternative<Unknown>(frame); }

private slots:
    void aHelloThereAndBack()
    {
        const auto frame = fromShop(text(Hello{"corner", "secret", {"stream", 7, "digest"}}));
        const auto *hello = std::get_if<Hello>(&frame);
        QVERIFY(hello);
        QCOMPARE(hello->shop, QStringLiteral("corner"));
        QCOMPARE(hello->token, QByteArray("secret"));
        QVERIFY((hello->position == RelayPosition{"stream", 7, "digest"}));
    }
    void anAckThereAndBack()
    {
        const auto frame = fromShop(text(Ack{9}));
        QVERIFY(std::get_if<Ack>(&frame) && std::get<Ack>(frame).seq == 9);
    }
    void aWelcomeThereAndBack()
    {
        const auto frame = fromRelay(text(Welcome{{"stream", 3, "digest"}, 8}));
        const auto *welcome = std::get_if<Welcome>(&frame);
        QVERIFY(welcome && welcome->last == 8);
        QVERIFY((welcome->position == RelayPosition{"stream", 3, "digest"}));
    }
    void aNotificationThereAndBack()
    {
        RelayedNotification odd = RelayedNotes::note(1);
        odd.body = QByteArray::fromHex("00ff0d0a7b7d") + "\xe6\x94\xaf";
        odd.signatureType = "WECHATPAY2-SHA256-RSA2048";
        const auto frame = fromRelay(text(numbered(5, odd)));
        const auto *notification = std::get_if<RelayedNotification>(&frame);
        QVERIFY(notification);
        QCOMPARE(notification->seq, 5);
        QCOMPARE(notification->digest(), odd.digest());
        QCOMPARE(notification->receivedAt, odd.receivedAt);
    }
    void theLargestFitsIntoAFrame()
    {
        RelayedNotification largest = numbered(1LL << 53);
        largest.timestamp = QByteArray(16, '1');
        largest.nonce = largest.serial = largest.contentType = QByteArray(128, '"'); // escaped in JSON
        largest.signature = QByteArray(1024, '"');
        largest.signatureType = QByteArray(64, '"');
        largest.body = QByteArray(RelayedHeaders::maxBodyBytes, 'x');
        QVERIFY(RelayedHeaders::valid(largest));
        const QString frame = text(largest);
        QVERIFY2(frame.toUtf8().size() < maxFrameBytes, qPrintable(QString::number(frame.toUtf8().size())));
        QVERIFY(!isUnknown(fromRelay(frame)));
    }
    void whatNoShopSays()
    {
        for (const QString said :
             {"", "[]", "{}", "nonsense", "{\"ack\":{\"seq\":0}}", "{\"ack\":{\"seq\":-1}}", "{\"ack\":{\"seq\":1.5}}",
              "{\"ack\":{\"seq\":\"1\"}}", "{\"ack\":1}", "{\"hello\":{}}",
              "{\"hello\":{\"shop\":\"a\",\"token\":\"\",\"stream\":\"\",\"after\":0,\"digest\":\"\"}}",
              "{\"hello\":{\"shop\":\"A B\",\"token\":\"t\",\"stream\":\"\",\"after\":0,\"digest\":\"\"}}",
              "{\"hello\":{\"shop\":\"a\",\"token\":\"t\",\"stream\":\"\",\"after\":-1,\"digest\":\"\"}}",
              "{\"hello\":{\"shop\":\"a\",\"token\":\"t\",\"stream\":\"\",\"digest\":\"\"}}",
              "{\"ack\":{\"seq\":1},\"more\":1}"})
            QVERIFY2(isUnknown(fromShop(said)), qPrintable(said));
        const auto good = text(Hello{"a", "t", {"", 0, ""}});
        QVERIFY(!isUnknown(fromShop(good)));
    }
    void whatNoRelaySays()
    {
        for (const QString said :
             {"", "[]", "{}", "{\"welcome\":{}}", "{\"notification\":{}}",
              "{\"welcome\":{\"stream\":\"\",\"after\":0,\"digest\":\"\",\"last\":0}}",
              "{\"welcome\":{\"stream\":\"s\",\"after\":5,\"digest\":\"\",\"last\":4}}",
              "{\"welcome\":{\"stream\":\"s\",\"after\":0,\"digest\":\"\",\"last\":9007199254740994}}"})
            QVERIFY2(isUnknown(fromRelay(said)), qPrintable(said));
        QVERIFY(isUnknown(fromRelay(text(numbered(0)))));
        QVERIFY(isUnknown(fromRelay(text(numbered((1LL << 53) + 2)))));
        QVERIFY(isUnknown(fromRelay(text(numbered(1)).replace("\"body\":\"", "\"body\":\"!"))));
    }
    void noHeaderHasALineOfItsOwn()
    {
        // Signed are "timestamp\nnonce\nbody\n": a line that moves from the body to the nonce leaves the signature as
        // it was.
        RelayedNotification moved = numbered(1);
        moved.nonce = "nonce\n{\"id\":1}";
        QVERIFY(!RelayedHeaders::valid(moved));
        QVERIFY(isUnknown(fromRelay(text(moved))));
        moved = numbered(1);
        moved.timestamp = "1767225600\nnonce";
        QVERIFY(isUnknown(fromRelay(text(moved))));
    }
    void allFourHeadersAreNeeded()
    {
        for (auto member : {&RelayedNotification::timestamp, &RelayedNotification::nonce,
                            &RelayedNotification::signature, &RelayedNotification::serial}) {
            RelayedNotification without = numbered(1);
            (without.*member).clear();
            QVERIFY(isUnknown(fromRelay(text(without))));
        }
        RelayedNotification fewer = numbered(1);
        fewer.contentType.clear();
        QVERIFY(!isUnknown(fromRelay(text(fewer))));
    }
};

QTEST_GUILESS_MAIN(RelayFramesTest)
#include "tst_relay_frames.moc"
