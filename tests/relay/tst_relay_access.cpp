// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/relay/RelayAccess.h"
#include "tests/support/SeededRandom.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

/// What a shop is told of its relay is safe to use, or the start is refused with a sentence.
class RelayAccessTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString tokenFile(const QByteArray &content, QFile::Permissions more = {})
    {
        QFile file(m_folder.filePath("token.json"));
        (void)file.remove();
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()
            || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | more))
            qFatal("no token file");
        return file.fileName();
    }
    static QByteArray goodLine()
    {
        return R"({"shop":"corner","token":"0123456789012345678901234567890123456789012"})"
               "\n";
    }

private slots:
    void takesTheLineAsItWasSaid()
    {
        const auto access = RelayAccess::read(QUrl("wss://relay.example.com/relay/link"), tokenFile(goodLine()));
        QVERIFY2(access, access ? "" : qPrintable(access.error().message));
        QCOMPARE(access->shop, QStringLiteral("corner"));
        QCOMPARE(access->token.size(), 43);
    }
    void addresses_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("says");
        QTest::newRow("encrypted") << "wss://relay.example.com/relay/link"
                                   << "";
        QTest::newRow("this machine") << "ws://127.0.0.1:8080/relay/link"
                                      << "";
        QTest::newRow("this machine, IPv6") << "ws://[::1]:8080/relay/link"
                                            << "";
        QTest::newRow("this machine by name") << "ws://localhost/relay/link"
                                              << "";
        QTest::newRow("in the clear") << "ws://relay.example.com/relay/link"
                                      << "must be wss";
        QTest::newRow("in the clear in the house") << "ws://192.168.1.2/relay/link"
                                                   << "must be wss";
        QTest::newRow("no WebSocket") << "https://relay.example.com/relay/link"
                                      << "must be a wss address";
        QTest::newRow("no host") << "wss:///relay/link"
                                 << "must be a wss address";
        QTest::newRow("a password") << "wss://a:b@relay.example.com/relay/link"
                                    << "must be a wss address";
        QTest::newRow("a query") << "wss://relay.example.com/relay/link?token=1"
                                 << "must be a wss address";
        QTest::newRow("nothing") << ""
                                 << "must be a wss address";
    }
    void addresses()
    {
        QFETCH(QString, url);
        QFETCH(QString, says);
        const auto access = RelayAccess::read(QUrl(url, QUrl::StrictMode), tokenFile(goodLine()));
        QCOMPARE(access.has_value(), says.isEmpty());
        if (access)
            return;
        QCOMPARE(access.error().code, ErrorCode::Configuration);
        QVERIFY2(access.error().message.contains(says), qPrintable(access.error().message));
    }
    void aFileThatOthersMayRead()
    {
        for (const auto more : {QFile::ReadGroup, QFile::ReadOther, QFile::WriteGroup, QFile::WriteOther}) {
            const auto access = RelayAccess::read(QUrl("wss://r.example/relay/link"), tokenFile(goodLine(), more));
            QVERIFY(!access && access.error().message.contains("600"));
        }
    }
    void aFileThatHoldsSomethingElse()
    {
        const QList<QByteArray> others{"",
                                       "token",
                                       "{}",
                                       R"({"shop":"corner","token":"short"})",
                                       R"({"shop":"Corner Shop","token":"0123456789012345678901234567890123456789"})",
                                       goodLine() + QByteArray(2000, ' ')};
        for (const auto &content : others) {
            const auto access = RelayAccess::read(QUrl("wss://r.example/relay/link"), tokenFile(content));
            QVERIFY2(!access, content.constData());
            QVERIFY(content.size() < 20 || !access.error().message.contains("0123456789"));
        }
        QVERIFY(!RelayAccess::read(QUrl("wss://r.example/relay/link"), m_folder.filePath("nowhere")));
    }
    void namesThatCanStandInAnAddress()
    {
        for (const auto &good : QStringList{"corner", "shop-7", "a_b", "0", QString(64, u'x')})
            QVERIFY2(RelayAccess::isShopName(good), qPrintable(good));
        for (const auto &bad :
             QStringList{"", "Corner", "a b", "a/b", "..", "a\n", QString(65, u'x'), QString::fromUtf8("店")})
            QVERIFY2(!RelayAccess::isShopName(bad), qPrintable(bad));
    }
    void tokensCannotBeGuessed()
    {
        SeededRandom random;
        const QByteArray token = RelayAccess::newToken(random);
        QCOMPARE(token.size(), 43);
        QVERIFY(token != RelayAccess::newToken(random));
        QVERIFY(!RelayAccess::hashOf(token).contains(token));
    }
};

QTEST_GUILESS_MAIN(RelayAccessTest)
#include "tst_relay_access.moc"
