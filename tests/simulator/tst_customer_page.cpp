// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/SimulatorRig.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QTest>

using namespace std::chrono_literals;

/// The customer's phone: what it shows, who may press, and what it can't be made to do.
class PhonePageTest : public QObject
{
    Q_OBJECT
    struct Phone
    {
        SimulatorRig &rig;
        QString code;
        QByteArray language = "zh-CN";
        QByteArray cookie = {};
        QByteArray csrf = {};

        HttpReply get()
        {
            HttpRequest request = SimulatorRig::plainRequest("GET", "/pay/" + code.toLatin1());
            request.captures = {code};
            request.headers = {{"Accept-Language", language}};
            if (!cookie.isEmpty())
                request.headers.set("Cookie", "other=1; " + cookie);
            const HttpReply reply = rig.simulator->phonePage().show(request);
            if (const QByteArray set = reply.headers.value("Set-Cookie"); !set.isEmpty())
                cookie = set.left(set.indexOf(';'));
            static const QRegularExpression token("name=\"csrf\" value=\"([0-9a-f]{64})\"");
            csrf = token.match(QString::fromUtf8(reply.body)).captured(1).toLatin1();
            return reply;
        }
        HttpReply post(const QByteArray &action)
        {
            HttpRequest request =
                SimulatorRig::plainRequest("POST", "/pay/" + code.toLatin1(), "csrf=" + csrf + "&action=" + action);
            request.captures = {code};
            request.headers = {{"Accept-Language", language}, {"Content-Type", "application/x-www-form-urlencoded"}};
            if (!cookie.isEmpty())
                request.headers.set("Cookie", cookie);
            return rig.simulator->phonePage().decide(request);
        }
    };
    static Phone phoneFor(SimulatorRig &rig, const QJsonObject &body = SimulatorRig::order("T0004821", 3650))
    {
        return {.rig = rig, .code = CodeUrlForm::codeIn(rig.codeUrlOf(body))};
    }
    static QString resultOf(const HttpReply &reply)
    {
        static const QRegularExpression name("data-result=\"([a-z_]+)\"");
        return name.match(QString::fromUtf8(reply.body)).captured(1);
    }
private slots:
    void showsWhatIsToBePaid()
    {
        SimulatorRig rig;
        QJsonObject body = SimulatorRig::order("T0004821", 123650);
        body["scene_info"] =
            QJsonObject{{"payer_client_ip", "127.0.0.1"},
                        {"device_id", QStringLiteral("1 号")},
                        {"store_info", QJsonObject{{"id", "1"}, {"name", QStringLiteral("晨光咖啡")}}}};
        Phone phone = phoneFor(rig, body);
        const HttpReply reply = phone.get();
        QCOMPARE(reply.status, 200);
        const QString html = QString::fromUtf8(reply.body);
        for (const char *text : {"练习 · 不会真的扣款", "付款给 晨光咖啡", "<small>¥</small>1,236.50", "拿铁 大杯",
                                 "1 号", ">4821<", "确认付款 ¥1,236.50", "暂不付款", "<html lang=\"zh-CN\">"})
            QVERIFY2(html.contains(QString::fromUtf8(text)), text);
        QVERIFY(!html.contains("{{"));
        QVERIFY(!html.contains("<script"));
        QVERIFY(!html.contains("T0004821"));
    }
    void speaksEnglish()
    {
        SimulatorRig rig;
        Phone phone = phoneFor(rig);
        phone.language = "en-GB,en;q=0.9,zh;q=0.5";
        const QString html = QString::fromUtf8(phone.get().body);
        for (const char *text :
             {"Practice · no real money", "Pay Practice shop", "Pay ¥36.50", "Not now", "lang=\"en\""})
            QVERIFY2(html.contains(QString::fromUtf8(text)), text);
        for (const char *chinese : {"", "fr", "zh-TW,en;q=0.8", "en;q=0.3,zh;q=0.7"}) {
            phone.language = chinese;
            QVERIFY2(phone.get().body.contains("lang=\"zh-CN\""), chinese);
        }
    }
    void locksItselfIn()
    {
        SimulatorRig rig;
        Phone phone = phoneFor(rig);
        const HttpReply page = phone.get();
        for (const HttpReply &reply : {page, phone.post("cancel")}) {
            // Under "no-referrer" alone a browser sends the form with "Origin: null", and nobody could pay.
            QCOMPARE(reply.headers.value("Referrer-Policy"), "no-referrer");
            QVERIFY(reply.body.contains("<meta name=\"referrer\" content=\"same-origin\">"));
            QCOMPARE(reply.headers.value("Cache-Control"), "no-store");
            QCOMPARE(reply.headers.value("Content-Type"), "text/html; charset=utf-8");
            const QByteArray policy = reply.headers.value("Content-Security-Policy");
            for (const char *part : {"default-src 'none'", "form-action 'self'", "frame-ancestors 'none'"})
                QVERIFY2(policy.contains(part), part);
            const qsizetype from = reply.body.indexOf("<style>") + 7;
            const QByteArray style = reply.body.mid(from, reply.body.indexOf("</style>") - from);
            QVERIFY(style.size() > 500);
            QVERIFY(policy.contains("'sha256-" + QCryptographicHash::hash(style, QCryptographicHash::Sha256).toBase64()
                                    + "'"));
        }
        const QByteArray cookie = page.headers.value("Set-Cookie");
        QVERIFY(cookie.contains("SameSite=Strict") && cookie.contains("HttpOnly"));
    }
    void escapesWhatTheMerchantWrote()
    {
        SimulatorRig rig;
        QJsonObject body = SimulatorRig::order("T|*-_821");
        body["description"] = "<script>alert(1)</script>{{csrf}}&\"'";
        body["scene_info"] = QJsonObject{{"payer_client_ip", "127.0.0.1"},
                                         {"device_id", "<b>1</b>"},
                                         {"store_info", QJsonObject{{"id", "1"}, {"name", "</p><i>shop"}}}};
        Phone phone = phoneFor(rig, body);
        const QByteArray html = phone.get().body;
        QVERIFY(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;{{csrf}}&amp;&quot;"));
        QVERIFY(html.contains("&lt;b&gt;1&lt;/b&gt;"));
        QVERIFY(html.contains("&lt;/p&gt;&lt;i&gt;shop"));
        QVERIFY(!html.contains("<script") && !html.contains("<i>") && !html.contains("<b>"));
        QCOMPARE(html.count(phone.csrf), 1);
    }
    void paysOnce()
    {
        SimulatorRig rig;
        Phone phone = phoneFor(rig);
        phone.get();
        const HttpReply reply = phone.post("pay");
        QCOMPARE(resultOf(reply), "paid");
        QVERIFY(reply.body.contains("<small>¥</small>36.50"));
        QCOMPARE(rig.stateOf("T0004821"), "SUCCESS");
        rig.advance(0ms);
        QCOMPARE(rig.transport.calls.size(), 1);
        QCOMPARE(phone.cookie, "sim_payer=" + rig.simulator->books().find("T0004821")->openid.toLatin1());
        QCOMPARE(resultOf(phone.post("pay")), "already_paid");
        QCOMPARE(resultOf(phone.get()), "already_paid");
        rig.advance(1h);
        QCOMPARE(rig.transport.calls.size(), 1);
    }
    void notNowLeavesItPayable()
    {
        SimulatorRig rig;
        Phone phone = phoneFor(rig);
        phone.get();
        QCOMPARE(resultOf(phone.post("cancel")), "not_now");
        QCOMPARE(rig.stateOf("T0004821"), "NOTPAY");
        phone.get();
        QCOMPARE(resultOf(phone.post("pay")), "paid");
    }
    void aForeignFormDoesNothing()
    {
        SimulatorRig rig;
        Phone phone = phoneFor(rig);
        phone.get();
        const Phone honest = phone;
        const auto refusedWith = [&](auto change) {
            Phone other = honest;
            change(other);
            const HttpReply reply = other.post("pay");
            return reply.status == 403 && resultOf(reply) == QLatin1String("bad_form")
                   && rig.stateOf("T0004821") == QLatin1String("NOTPAY");
        };
        QVERIFY(refusedWith([](Phone &other) { other.csrf.clear(); }));
        QVERIFY(refusedWith([](Phone &other) { other.csrf[0] = other.csrf[0] == 'a' ? 'b' : 'a'; }));
        QVERIFY(refusedWith([](Phone &other) { other.cookie.clear(); }));
        QVERIFY(refusedWith([](Phone &other) { other.cookie = "sim_payer=o" + QByteArray(27, 'x'); }));
        Phone another = phoneFor(rig, SimulatorRig::order("OTHER001"));
        another.get();
        QVERIFY(refusedWith([&](Phone &other) { other.csrf = another.csrf; }));
        QCOMPARE(resultOf(phone.post("refund")), "bad_form");
    }
    void aSecondCustomerIsTurnedAway()
    {
        SimulatorRig rig;
        Phone first = phoneFor(rig);
        first.get();
        Phone second{.rig = rig, .code = first.code};
        const HttpReply reply = second.get();
        QCOMPARE(reply.status, 403);
        QCOMPARE(resultOf(reply), "other_payer");
        QVERIFY(second.csrf.isEmpty());
        QCOMPARE(resultOf(first.post("pay")), "paid");
    }
    void whoOnlyLooksScansNothing()
    {
        SimulatorRig rig;
        Phone phone = phoneFor(rig);
        for (const char *header : {"Sec-Purpose", "Purpose"}) {
            HttpRequest request = SimulatorRig::plainRequest("GET", "/pay/" + phone.code.toLatin1());
            request.captures = {phone.code};
            request.headers = {{header, "prefetch"}};
            QVERIFY(!rig.simulator->phonePage().show(request).headers.has("Set-Cookie"));
        }
        QVERIFY(rig.simulator->books().find("T0004821")->openid.isEmpty());
    }
    void saysWhyItCantBePaid()
    {
        SimulatorRig rig;
        Phone closed = phoneFor(rig, SimulatorRig::order("CLOSED01"));
        closed.get();
        rig.close("CLOSED01");
        QCOMPARE(resultOf(closed.post("pay")), "over");
        QCOMPARE(resultOf(closed.get()), "over");
        Phone renewed = phoneFor(rig, SimulatorRig::order("RENEWED1"));
        rig.create(SimulatorRig::order("RENEWED1"));
        QCOMPARE(resultOf(renewed.get()), "dead_code");
        Phone expired = phoneFor(rig, SimulatorRig::order("EXPIRED1"));
        rig.clock.advance(2h);
        QCOMPARE(resultOf(expired.get()), "dead_code");
        rig.clock.advance(168h);
        QCOMPARE(resultOf(expired.get()), "over");
        Phone none{.rig = rig, .code = "nothing"};
        QCOMPARE(none.get().status, 404);
    }
};

QTEST_GUILESS_MAIN(PhonePageTest)
#include "tst_customer_page.moc"
