// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/HttpListener.h"
#include "server/push/WatchTokens.h"
#include "server/routes/PayPage.h"
#include "tests/http/RawClient.h"
#include "tests/support/SeededRandom.h"
#include "tests/support/Shop.h"

#include <QCryptographicHash>
#include <QRegularExpression>

namespace {

/// The page before a real desk and books over a scripted WeChat Pay.
struct Rig
{
    Rig()
    {
        PayPage{shop.checkout, tokens, shop.clock, random}.addTo(http);
        port = *http.listen(QHostAddress::LocalHost, 0);
    }
    RawClient::Reply ask(const QByteArray &target, const QByteArray &fields = {}, const QByteArray &method = "GET")
    {
        RawClient client(port);
        client.send(method + ' ' + target + " HTTP/1.1\r\nHost: till\r\n" + fields + "\r\n");
        return client.reply(method == "HEAD");
    }
    QList<Order> orders() { return await(shop.checkout.orders({}))->orders; }

    Shop shop;
    WatchTokens tokens{"a secret of 32 bytes, for testing", "1900000001"};
    SeededRandom random;
    HttpListener http{{}, shop.clock};
    quint16 port = 0;
};

/// What the script finds in the page's data-… of that name.
QString data(const QByteArray &html, const QString &name)
{
    const QRegularExpression attribute("<main id=\"order\"[^>]* data-" + name + "=\"([^\"]*)\"");
    return attribute.match(QString::fromUtf8(html)).captured(1);
}

QString between(const QByteArray &html, const QString &begin, const QString &end)
{
    const auto text = QString::fromUtf8(html);
    const auto from = text.indexOf(begin) + begin.size();
    return text.mid(from, text.indexOf(end, from) - from);
}

QByteArray hashOf(const QString &text)
{
    return "'sha256-" + QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toBase64() + "'";
}

} // namespace

/// GET /index/pay makes one order, shows it, and shows it again; nobody pays for a look.
class PayPageTest : public QObject
{
    Q_OBJECT
private slots:
    void makesAnOrderAndShowsIt()
    {
        Rig rig;
        const auto reply = rig.ask("/index/pay");
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.headers.value("Content-Type"), QByteArray("text/html; charset=utf-8"));
        QCOMPARE(rig.orders().size(), 1);
        const Order order = rig.orders().first();
        QCOMPARE(order.total.fen(), 1234);
        QCOMPARE(data(reply.body, "number"), order.outTradeNo.text());
        QCOMPARE(data(reply.body, "token"), rig.tokens.tokenFor(order.outTradeNo));
        QCOMPARE(data(reply.body, "amount"), QStringLiteral("1234"));
        QCOMPARE(data(reply.body, "seq"), QStringLiteral("2")); // CREATED and CODE_READY are in the page
        QCOMPARE(data(reply.body, "left"), QStringLiteral("300000"));
        QCOMPARE(data(reply.body, "state"), QStringLiteral("waiting"));
        const auto html = QString::fromUtf8(reply.body);
        QVERIFY(html.contains("<small>¥</small>12.34</p>"));
        QVERIFY(html.contains(">" + order.outTradeNo.tail() + "</dd>"));
        QVERIFY(html.contains("id=\"left\">5:00</dd>"));
        QVERIFY(html.contains("<svg id=\"qr\""));
        QVERIFY(html.contains("href=\"/index/notice?outTradeNo=" + order.outTradeNo.text() + "\""));
        QVERIFY(!html.contains("{{"));
    }
    void runsItsOwnScriptAndNoOther()
    {
        Rig rig;
        const auto reply = rig.ask("/index/pay");
        const auto policy = reply.headers.value("Content-Security-Policy");
        QVERIFY(policy.contains("default-src 'none'"));
        QVERIFY(policy.contains("script-src " + hashOf(between(reply.body, "<script>", "</script>")) + "; "));
        QVERIFY(policy.contains("style-src " + hashOf(between(reply.body, "<style>", "</style>")) + "; "));
        QVERIFY(policy.contains("connect-src 'self'"));
        QCOMPARE(reply.headers.value("Cache-Control"), QByteArray("no-store"));
        QCOMPARE(reply.body.count("<script"), 1);
        QCOMPARE(reply.body.count(" style="), 0);
    }
    void takesAnAmount_data()
    {
        QTest::addColumn<QByteArray>("amount");
        QTest::addColumn<QString>("yuan"); // none: refused
        QTest::newRow("one fen") << QByteArray("1") << "0.01";
        QTest::newRow("much") << QByteArray("123456789") << "1,234,567.89";
        for (const char *bad : {"0", "-5", "1.5", "1e3", "x", "", "0x10", "10000000001", "99999999999999999999"})
            QTest::newRow(*bad ? bad : "empty") << QByteArray(bad) << QString();
    }
    void takesAnAmount()
    {
        QFETCH(QByteArray, amount);
        QFETCH(QString, yuan);
        Rig rig;
        const auto reply = rig.ask("/index/pay?amount=" + amount);
        QCOMPARE(reply.status, yuan.isEmpty() ? 400 : 200);
        QCOMPARE(rig.orders().size(), yuan.isEmpty() ? 0 : 1);
        if (!yuan.isEmpty())
            QVERIFY(QString::fromUtf8(reply.body).contains("<small>¥</small>" + yuan + "</p>"));
    }
    void showsAnOrderAgain()
    {
        Rig rig;
        const auto number = data(rig.ask("/index/pay?amount=5").body, "number").toLatin1();
        rig.shop.clock.advance(std::chrono::seconds(30));
        const auto again = rig.ask("/index/pay?amount=7&outTradeNo=" + number);
        QCOMPARE(again.status, 200);
        QCOMPARE(data(again.body, "number").toLatin1(), number);
        QCOMPARE(data(again.body, "amount"), QStringLiteral("5"));
        QCOMPARE(data(again.body, "left"), QStringLiteral("270000"));
        QVERIFY(again.body.contains("<svg id=\"qr\""));
        QCOMPARE(rig.orders().size(), 1);
        QCOMPARE(rig.ask("/index/pay?outTradeNo=NOBODYS-1").status, 404);
        QCOMPARE(rig.ask("/index/pay?outTradeNo=a%20b").status, 400);
        QCOMPARE(rig.ask("/index/pay?outTradeNo=").status, 400);
        QCOMPARE(rig.orders().size(), 1);
    }
    void showsHowItEnded_data()
    {
        QTest::addColumn<QString>("end");
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("paid") << "paid"
                              << "paid"
                              << "Practice paid · no real money";
        QTest::newRow("closed") << "closed"
                                << "closed"
                                << "This order is closed";
        QTest::newRow("expired") << "expired"
                                 << "closed"
                                 << "The code has expired";
    }
    void showsHowItEnded()
    {
        QFETCH(QString, end);
        QFETCH(QString, state);
        QFETCH(QString, sentence);
        Rig rig;
        const auto order = rig.shop.placed();
        if (end == "paid")
            QVERIFY(await(rig.shop.checkout.settle(Orders::payment())));
        else if (end == "closed")
            QVERIFY(await(rig.shop.checkout.settle(Orders::saying(TradeState::Closed))));
        else
            rig.shop.clock.advance(std::chrono::seconds(300));
        const auto reply = rig.ask("/index/pay?outTradeNo=T00001", "Accept-Language: en\r\n");
        QCOMPARE(data(reply.body, "state"), state);
        QCOMPARE(between(reply.body, "id=\"state\"", "</p>").section(u'>', -1), sentence);
        QVERIFY(!reply.body.contains("<svg id=\"qr\""));
    }
    void waitsForItsCode()
    {
        Rig rig;
        rig.shop.wechat.creates.hold = true;
        RawClient client(rig.port);
        client.get("/index/pay");
        QVERIFY(pumpUntil([&] { return rig.shop.wechat.calls.size() == 1; }));
        rig.shop.pass(std::chrono::seconds(3)); // WeChat is silent
        const auto reply = client.reply();
        QCOMPARE(data(reply.body, "state"), QStringLiteral("waiting"));
        QCOMPARE(data(reply.body, "seq"), QStringLiteral("1")); // so the script hears CODE_READY
        QVERIFY(!reply.body.contains("<svg id=\"qr\""));
    }
    void aLookMakesNoOrder_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("field");
        QTest::newRow("prefetch") << QByteArray("GET") << QByteArray("Sec-Purpose: prefetch\r\n");
        QTest::newRow("prerender") << QByteArray("GET") << QByteArray("Sec-Purpose: prefetch;prerender\r\n");
        QTest::newRow("an older browser's") << QByteArray("GET") << QByteArray("Purpose: prefetch\r\n");
        QTest::newRow("HEAD") << QByteArray("HEAD") << QByteArray();
    }
    void aLookMakesNoOrder()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, field);
        Rig rig;
        QCOMPARE(rig.ask("/index/pay", field, method).status, 204);
        QCOMPARE(rig.orders().size(), 0);
    }
    void speaksTwoLanguages()
    {
        Rig rig;
        const auto chinese = rig.ask("/index/pay"), english = rig.ask("/index/pay", "Accept-Language: en-GB\r\n");
        QVERIFY(chinese.body.contains("<html lang=\"zh-CN\">"));
        QVERIFY(chinese.body.contains("等待顾客付款"));
        QVERIFY(chinese.body.contains("练习 · 不会真的收钱"));
        QVERIFY(english.body.contains("<html lang=\"en\">"));
        QVERIFY(english.body.contains("Practice · no real money"));
        const auto letters = QString::fromUtf8(english.body);
        QVERIFY(std::none_of(letters.begin(), letters.end(), [](QChar c) { return c.script() == QChar::Script_Han; }));
    }
    void saysWhenThereIsNoOrder()
    {
        Rig rig;
        rig.shop.wechat.creates.answers = {Error{ErrorCode::ProviderRefused, "NO_AUTH"}};
        QCOMPARE(rig.ask("/index/pay").status, 502);
    }
};

QTEST_GUILESS_MAIN(PayPageTest)
#include "tst_pay_page.moc"
