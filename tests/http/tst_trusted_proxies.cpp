// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/ForwardedNodes.h"
#include "server/http/TrustedProxies.h"

#include <QTest>

namespace {

const QHostAddress proxy(QStringLiteral("192.0.2.10"));

TrustedProxies trusted(const QStringList &texts = {"192.0.2.0/28", "2001:db8:aaaa::/48"})
{
    return TrustedProxies::parse(texts).value();
}

/// "198.51.100.7", with "!" where limits per peer do not count it; "400" for a refusal.
QString clientOf(const HttpHeaders &headers, const QHostAddress &peer = proxy)
{
    const auto origin = trusted().originOf(peer, headers);
    if (!origin)
        return QStringLiteral("400");
    return origin->client.toString() + (origin->counts ? "" : "!");
}

} // namespace

/// Who a request comes from, where proxies stand between.
class TrustedProxiesTest : public QObject
{
    Q_OBJECT
private slots:
    void believesOnlyThoseItIsTold()
    {
        const HttpHeaders both{{"Forwarded", "for=198.51.100.7"}, {"X-Forwarded-For", "198.51.100.7"}};
        QCOMPARE(clientOf(both), QStringLiteral("198.51.100.7"));
        QCOMPARE(clientOf(both, QHostAddress("192.0.2.16")), QStringLiteral("192.0.2.16"));
        QCOMPARE(clientOf(both, QHostAddress("127.0.0.1")), QStringLiteral("127.0.0.1!"));
        QCOMPARE(clientOf({{"X-Forwarded-For", "gibberish"}}, QHostAddress("192.0.2.16")),
                 QStringLiteral("192.0.2.16"));
        QCOMPARE(TrustedProxies().originOf(proxy, both)->client, proxy);
    }
    void aMarkedRequestIsNeverLocal()
    {
        const QHostAddress loopback(QHostAddress::LocalHost);
        for (const char *mark : {"Forwarded", "x-forwarded-for", "X-Real-IP", "Via"})
            QVERIFY2(TrustedProxies().originOf(loopback, {{mark, "1.1 here"}})->byProxy, mark);
        QVERIFY(!TrustedProxies().originOf(loopback, {{"Host", "x"}})->byProxy);
        // What a proxy on this machine sends is not local either, whatever it names.
        QVERIFY(trusted({"127.0.0.1"}).originOf(loopback, {})->byProxy);
        QVERIFY(trusted({"127.0.0.1"}).originOf(loopback, {{"X-Forwarded-For", "127.0.0.1"}})->byProxy);
    }
    void readsForwarded_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("client");
        QTest::newRow("plain") << QByteArray("for=198.51.100.7") << "198.51.100.7";
        QTest::newRow("any case, more parameters")
            << QByteArray("proto=https; FOR=198.51.100.7 ;by=192.0.2.1;host=a") << "198.51.100.7";
        QTest::newRow("quoted, with a port") << QByteArray(R"(for="198.51.100.7:4711")") << "198.51.100.7";
        QTest::newRow("an obfuscated port") << QByteArray(R"(for="198.51.100.7:_p1")") << "198.51.100.7";
        QTest::newRow("IPv6") << QByteArray(R"(for="[2001:db8::7]")") << "2001:db8::7";
        QTest::newRow("IPv6, with a port") << QByteArray(R"(for="[2001:db8::7]:4711")") << "2001:db8::7";
        QTest::newRow("IPv4 in IPv6") << QByteArray(R"(for="[::ffff:198.51.100.7]")") << "198.51.100.7";
        QTest::newRow("an escaped character") << QByteArray(R"(for="198.51.100\.7")") << "198.51.100.7";
        QTest::newRow("the rightmost") << QByteArray("for=203.0.113.9, for=198.51.100.7") << "198.51.100.7";
        QTest::newRow("the rightmost that is no proxy")
            << QByteArray(R"(for=203.0.113.9, for=198.51.100.7,for=192.0.2.3, for="[2001:db8:aaaa::1]")")
            << "198.51.100.7";
        QTest::newRow("what the client itself sent before")
            << QByteArray("for=127.0.0.1,for=192.0.2.1,for=198.51.100.7") << "198.51.100.7";
        QTest::newRow("all of them proxies") << QByteArray("for=192.0.2.3, for=192.0.2.4") << "192.0.2.3";
        QTest::newRow("unknown") << QByteArray("for=203.0.113.9, for=unknown") << "192.0.2.10!";
        QTest::newRow("unknown behind a proxy") << QByteArray("for=unknown, for=192.0.2.3") << "192.0.2.3!";
        QTest::newRow("obfuscated") << QByteArray("for=203.0.113.9, for=_gazonk") << "192.0.2.10!";
        QTest::newRow("names nobody") << QByteArray("proto=https") << "192.0.2.10!";
        for (const char *bad : {"",
                                "for",
                                "for=",
                                "for=\"",
                                "for=\"198.51.100.7",
                                "for=198.51.100.7:80",
                                "for=[2001:db8::7]",
                                "for=\"2001:db8::7\"x",
                                "for=1.2.3",
                                "for=1.2.3.256",
                                "for=01.2.3.4",
                                "for=\"[1.2.3.4]\"",
                                "for=\"[fe80::1%eth0]\"",
                                "for=\"198.51.100.7:\"",
                                "for=\"198.51.100.7:123456\"",
                                "for=1.2.3.4;for=5.6.7.8",
                                "for=1.2.3.4,",
                                "for=\"evil, for=198.51.100.7",
                                "for=_",
                                "for=somebody",
                                "for=\"[2001:db8::7\""})
            QTest::newRow(bad) << QByteArray(bad) << "400";
    }
    void readsForwarded()
    {
        QFETCH(QByteArray, value);
        QTEST(clientOf({{"Forwarded", value}}), "client");
    }
    void readsXForwardedFor_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("client");
        QTest::newRow("plain") << QByteArray("198.51.100.7") << "198.51.100.7";
        QTest::newRow("the rightmost that is no proxy")
            << QByteArray("203.0.113.9,198.51.100.7 , 192.0.2.3") << "198.51.100.7";
        QTest::newRow("IPv6, bare") << QByteArray("2001:db8::7") << "2001:db8::7";
        QTest::newRow("IPv6, bracketed") << QByteArray("[2001:db8::7]:80") << "2001:db8::7";
        QTest::newRow("with a port") << QByteArray("198.51.100.7:80") << "198.51.100.7";
        QTest::newRow("unknown") << QByteArray("198.51.100.7, unknown") << "192.0.2.10!";
        QTest::newRow("rubbish before it harms nobody") << QByteArray("<script>, 198.51.100.7") << "198.51.100.7";
        for (const char *bad : {"", "198.51.100.7,", "somebody", "127.1", "0x7f.0.0.1", "2130706433", "::g"})
            QTest::newRow(bad) << QByteArray(bad) << "400";
    }
    void readsXForwardedFor()
    {
        QFETCH(QByteArray, value);
        QTEST(clientOf({{"X-Forwarded-For", value}}), "client");
    }
    void severalFieldsAreOneList()
    {
        QCOMPARE(clientOf({{"X-Forwarded-For", "203.0.113.9"}, {"x-forwarded-for", "198.51.100.7"}}),
                 QStringLiteral("198.51.100.7"));
        QCOMPARE(clientOf({{"Forwarded", "for=203.0.113.9"}, {"forwarded", "for=198.51.100.7"}}),
                 QStringLiteral("198.51.100.7"));
    }
    void bothMustAgree()
    {
        const auto both = [](const QByteArray &forwarded, const QByteArray &other) {
            return clientOf({{"Forwarded", forwarded}, {"X-Forwarded-For", other}});
        };
        QCOMPARE(both("for=\"198.51.100.7:99\"", "203.0.113.9, 198.51.100.7"), QStringLiteral("198.51.100.7"));
        QCOMPARE(both("for=198.51.100.7", "198.51.100.8"), QStringLiteral("400"));
        QCOMPARE(both("for=unknown", "198.51.100.8"), QStringLiteral("400"));
        QCOMPARE(both("for=192.0.2.10", "unknown"), QStringLiteral("400"));
        QCOMPARE(both("for=198.51.100.7", ""), QStringLiteral("400"));
    }
    void aProxyThatNamesNobodyIsNotCounted() { QCOMPARE(clientOf({}), QStringLiteral("192.0.2.10!")); }
    void refusesWhatIsNoNetwork()
    {
        for (const char *bad : {"", "proxy.example", "192.0.2.0/33", "192.0.2.0/0", "192.0.2.0/x", "192.0.2.0/8/8",
                                "2001:db8::/129", "[2001:db8::1]", "10/8", "192.0.2.1:80", "unknown"})
            QVERIFY2(!TrustedProxies::parse({QString::fromLatin1(bad)}), bad);
        QVERIFY(TrustedProxies::parse({"127.0.0.1", "::1", "192.0.2.0/24", "2001:db8::/32"}));
        QVERIFY(TrustedProxies::parse({}).value().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TrustedProxiesTest)
#include "tst_trusted_proxies.moc"
