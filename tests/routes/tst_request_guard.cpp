// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/RequestGuard.h"

#include <QTest>

namespace {

RequestGuard guard()
{
    RequestGuard made({"Till.Shop.example", "till.example:8443"});
    made.answerTo("localhost", 8080);
    made.answerTo("127.0.0.1", 8080);
    made.answerTo("[::1]", 8080);
    made.setTerminalToken("the-terminal-token");
    return made;
}

/// The status, 0 for none.
int refusalOf(const HttpHeaders &headers)
{
    const auto refusal = guard().judge({.method = "GET", .target = "/", .path = "/", .headers = headers});
    return refusal ? refusal->status : 0;
}

} // namespace

/// Who may ask at all, and who is the terminal.
class RequestGuardTest : public QObject
{
    Q_OBJECT
private slots:
    void judgesTheHost_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<bool>("ours");
        const auto row = [](const char *host, bool ours) {
            QTest::newRow(*host ? host : "none") << QByteArray(host) << ours;
        };
        row("localhost:8080", true);
        row("LOCALHOST:8080", true);
        row("127.0.0.1:8080", true);
        row("[::1]:8080", true);
        row("localhost", false);
        row("localhost:80", false);
        row("localhost:8081", false);
        row("localhost:08080", false);
        row("localhost.:8080", false);
        row("127.0.0.1", false);
        row("127.0.0.2:8080", false);
        row("::1:8080", false);
        row("[::1]", false);
        row("till.shop.example", true);
        row("TILL.shop.EXAMPLE", true);
        row("till.shop.example:80", true);
        row("till.shop.example:443", true);
        row("till.shop.example:8080", false);
        row("till.shop.example:80:80", false);
        row("evil.till.shop.example", false);
        row("till.shop.example.evil.example", false);
        row("till.example:8443", true);
        row("till.example", false);
        row("till.example:443", false);
        row("evil.example", false);
        row("evil.example:8080", false);
        row("user@localhost:8080", false);
        row(":80", false);
        row("", false);
    }
    void judgesTheHost()
    {
        QFETCH(QByteArray, host);
        QFETCH(bool, ours);
        QCOMPARE(refusalOf({{"Host", host}}), ours ? 0 : 403);
    }
    void aMissingHostIsRefused() { QCOMPARE(refusalOf({}), 403); }

    void judgesTheOrigin_data()
    {
        QTest::addColumn<QByteArray>("origin");
        QTest::addColumn<bool>("ours");
        const auto row = [](const char *origin, bool ours) {
            QTest::newRow(*origin ? origin : "empty") << QByteArray(origin) << ours;
        };
        row("http://localhost:8080", true);
        row("http://LOCALHOST:8080", true);
        row("http://127.0.0.1:8080", true);
        row("http://[::1]:8080", true);
        row("https://till.shop.example", true);
        row("https://till.shop.example:443", true);
        row("https://till.example:8443", true);
        row("http://localhost", false);
        row("http://localhost:3000", false);
        row("https://evil.example", false);
        row("https://till.shop.example.evil.example", false);
        row("http://localhost:8080@evil.example", false);
        row("http://evil@localhost:8080", false);
        row("file://localhost:8080", false);
        row("chrome-extension://localhost:8080", false);
        row("localhost:8080", false);
        row("http://localhost:8080, https://evil.example", false);
        row("null", false);
        row("", false);
    }
    void judgesTheOrigin()
    {
        QFETCH(QByteArray, origin);
        QFETCH(bool, ours);
        QCOMPARE(refusalOf({{"Host", "localhost:8080"}, {"Origin", origin}}), ours ? 0 : 403);
        QCOMPARE(refusalOf({{"Host", "evil.example"}, {"Origin", origin}}), 403);
    }
    void judgesSecFetchSite_data()
    {
        QTest::addColumn<QByteArray>("site");
        QTest::addColumn<int>("status");
        QTest::newRow("same-origin") << QByteArray("same-origin") << 0;
        QTest::newRow("same-site") << QByteArray("same-site") << 0;
        QTest::newRow("none") << QByteArray("none") << 0;
        QTest::newRow("cross-site") << QByteArray("cross-site") << 403;
        QTest::newRow("upper case") << QByteArray("Cross-Site") << 403;
    }
    void judgesSecFetchSite()
    {
        QFETCH(QByteArray, site);
        QTEST(refusalOf({{"Host", "localhost:8080"}, {"Sec-Fetch-Site", site}}), "status");
    }
    void aRefusalTellsNothingOfUs()
    {
        const auto refusal = guard().judge({.headers = {{"Host", "evil.example"}}});
        QVERIFY(refusal);
        for (const QByteArray secret : {"the-terminal-token", "till.shop.example", "evil.example"})
            QVERIFY(!refusal->body.contains(secret));
    }

    void knowsTheTerminal_data()
    {
        QTest::addColumn<QByteArray>("authorization");
        QTest::addColumn<bool>("terminal");
        QTest::newRow("its token") << QByteArray("Bearer the-terminal-token") << true;
        QTest::newRow("a scheme has no case") << QByteArray("bEARER the-terminal-token") << true;
        QTest::newRow("a token has") << QByteArray("Bearer The-terminal-token") << false;
        QTest::newRow("shorter") << QByteArray("Bearer the-terminal-toke") << false;
        QTest::newRow("longer") << QByteArray("Bearer the-terminal-tokens") << false;
        QTest::newRow("space before") << QByteArray("Bearer  the-terminal-token") << false;
        QTest::newRow("another scheme") << QByteArray("Basic the-terminal-token") << false;
        QTest::newRow("no scheme") << QByteArray("the-terminal-token") << false;
        QTest::newRow("no token") << QByteArray("Bearer ") << false;
        QTest::newRow("scheme alone") << QByteArray("Bearer") << false;
        QTest::newRow("nothing") << QByteArray() << false;
    }
    void knowsTheTerminal()
    {
        QFETCH(QByteArray, authorization);
        HttpRequest request;
        if (!authorization.isNull())
            request.headers.add("Authorization", authorization);
        QTEST(guard().isTerminal(request), "terminal");
    }
    void withoutATokenNobodyIsTheTerminal()
    {
        const RequestGuard fresh({});
        QVERIFY(!fresh.isTerminal({.headers = {{"Authorization", "Bearer "}}}));
        QVERIFY(!fresh.holderOf({}));
        QVERIFY(!fresh.holderOf(""));
    }
};

QTEST_GUILESS_MAIN(RequestGuardTest)
#include "tst_request_guard.moc"
