// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ServerPlace.h"

#include <QTest>

/// A server's address, as programs and as people write it.
class ServerPlaceTest : public QObject
{
    Q_OBJECT
private slots:
    void isReadAsPeopleWriteIt_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("url");
        QTest::newRow("as shown") << QString("https://shop.local:8443") << QString("https://shop.local:8443");
        QTest::newRow("without the scheme") << QString("shop.local:8443") << QString("https://shop.local:8443");
        QTest::newRow("a number") << QString("192.168.1.5:8443") << QString("https://192.168.1.5:8443");
        QTest::newRow("IPv6") << QString("[fe80::1]:8443") << QString("https://[fe80::1]:8443");
        QTest::newRow("a slash") << QString(" https://shop.local/ ") << QString("https://shop.local");
        QTest::newRow("a path") << QString("https://shop.local/till/") << QString("https://shop.local/till");
        QTest::newRow("capitals") << QString("HTTPS://Shop.Local") << QString("https://shop.local");
        QTest::newRow("full width") << QString::fromUtf8("ｈｔｔｐｓ：／／192。168。1。5：8443")
                                    << QString("https://192.168.1.5:8443");
        QTest::newRow("here") << QString("http://127.0.0.1:8080") << QString("http://127.0.0.1:8080");
        QTest::newRow("here too") << QString("http://localhost:8080") << QString("http://localhost:8080");
    }
    void isReadAsPeopleWriteIt()
    {
        QFETCH(QString, typed);
        QFETCH(QString, url);
        const auto read = ServerPlace::parseTyped(typed);
        QVERIFY(read);
        QCOMPARE(read->toString(), url);
    }
    void nothingElseIsOne()
    {
        for (const char *typed : {"", " ", "https://", "the shop", "ftp://shop", "https://shop:x", "https://a@shop",
                                  "https://shop?token=1", "https://shop#1", "file:///etc/passwd"})
            QCOMPARE(ServerPlace::parseTyped(QString::fromLatin1(typed)).error().code, ErrorCode::InvalidInput);
        QCOMPARE(ServerPlace::parseTyped(QString(300, u'a')).error().code, ErrorCode::InvalidInput);
    }
    void inTheClearItIsThisMachineAlone()
    {
        for (const char *typed : {"http://shop.local", "http://192.168.1.5:8080", "http://127.0.0.1.example"})
            QCOMPARE(ServerPlace::parseTyped(QString::fromLatin1(typed)).error().code, ErrorCode::Forbidden);
    }
};

QTEST_GUILESS_MAIN(ServerPlaceTest)
#include "tst_server_place.moc"
