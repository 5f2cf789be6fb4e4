// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/Statement.h"
#include "tests/server/Handset.h"
#include "tests/server/LoginRig.h"

#include <QCryptographicHash>

using namespace std::chrono_literals;

/// The phone's login page: what it shows, who may press, and what it can't be made to do.
class LoginPageTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<LoginRig> m_rig;
    QJsonObject m_ticket;
    Handset m_phone;

    QString url() const { return m_ticket["qr"].toString(); }
    QString state() { return m_rig->poll(m_ticket)["state"].toString(); }
    QByteArray rightNumber() const { return "number=" + QByteArray::number(m_ticket["number"].toInt()); }
    void bind()
    {
        const auto wang = m_rig->signIn(m_rig->owner, "908172");
        const QJsonObject body{{"person", m_rig->cashier}};
        QCOMPARE(m_rig->call("POST", LoginRig::pathOf(m_ticket) + "/bind", body, {wang}).status, 200);
    }
    /// This phone has scanned and is the cashier's.
    void come()
    {
        m_phone.open(url());
        m_phone.press("scan");
        bind();
        m_phone.open(url());
        QCOMPARE(m_phone.state(), QStringLiteral("scanned"));
    }

private slots:
    void init()
    {
        m_rig = std::make_unique<LoginRig>();
        m_rig->makeStaff();
        m_ticket = m_rig->ticket();
        m_phone.cookie.clear();
        m_phone.language = "zh-CN";
    }
    void cleanup() { m_rig.reset(); }

    void showsTheWay()
    {
        QCOMPARE(m_phone.open(url()).status, 200);
        QCOMPARE(m_phone.state(), QStringLiteral("created"));
        for (const char *text : {"员工登录", "晨光咖啡 · 1 号收银台", "今天 08:00", "继续", "付款请找收银员"})
            QVERIFY2(m_phone.text().contains(QString::fromUtf8(text)), text);
        QVERIFY(m_phone.numbers().isEmpty());
        m_phone.press("scan");
        QCOMPARE(m_phone.state(), QStringLiteral("stranger"));
        QVERIFY(m_phone.text().contains("http-equiv=\"refresh\" content=\"2\""));
        QVERIFY(m_phone.text().contains(QStringLiteral("请店长在收银机上绑定")));
        QVERIFY(m_phone.numbers().isEmpty());
        bind();
        m_phone.open(url());
        QCOMPARE(m_phone.state(), QStringLiteral("scanned"));
        for (const char *text : {"员工登录", "晨光咖啡 · 1 号收银台", "林晓", "今天 08:00", "请点选收银机上显示的数字",
                                 "这是员工登录码，付款请找收银员", "不是我操作，取消"})
            QVERIFY2(m_phone.text().contains(QString::fromUtf8(text)), text);
        QVERIFY(!m_phone.text().contains("http-equiv=\"refresh\""));
        QCOMPARE(m_phone.numbers().size(), 3);
        QVERIFY(m_phone.numbers().contains(QString::number(m_ticket["number"].toInt())));
        m_phone.press("confirm", rightNumber());
        QCOMPARE(m_phone.page.status, 200);
        QCOMPARE(m_phone.result(), QStringLiteral("signed_in"));
        QCOMPARE(state(), QStringLiteral("confirmed"));
        QVERIFY(!m_phone.text().contains("{{"));
    }
    void speaksEnglish()
    {
        m_phone.language = "en-GB,en;q=0.9,zh;q=0.5";
        come();
        for (const char *text : {"lang=\"en\"", "Staff sign-in", "today 08:00", "Tap the number shown on the till",
                                 "This is not me, cancel", "To pay, ask the cashier."})
            QVERIFY2(m_phone.text().contains(QString::fromUtf8(text)), text);
    }
    void onlyTrainingWearsTheBadge()
    {
        QVERIFY(!m_phone.open(url()).body.contains("practice-badge"));
        LoginRig training(true);
        const auto ticket = training.ticket();
        QVERIFY(m_phone.open(ticket["qr"].toString()).body.contains("practice-badge"));
        m_phone.press("scan");
        QVERIFY(m_phone.text().contains(QStringLiteral("练习 · 不会真的收钱")));
    }
    void aPreviewScansNothing()
    {
        for (int i = 0; i < 3; ++i)
            QCOMPARE(m_rig->send({.method = "GET", .url = QUrl(url()), .headers = {}, .body = {}}).status, 200);
        m_phone.open(url());
        QCOMPARE(state(), QStringLiteral("created"));
        for (const QByteArray path : {"/scan", "/confirm", "/cancel"}) {
            const auto looked = m_rig->send({.method = "GET", .url = QUrl(url() + path), .headers = {}, .body = {}});
            QCOMPARE(looked.status, 405);
        }
        QCOMPARE(state(), QStringLiteral("created"));
    }
    void aFormNeedsItsPage_data()
    {
        QTest::addColumn<int>("what");
        QTest::newRow("no token") << 0;
        QTest::newRow("a guess") << 1;
        QTest::newRow("another phone's token") << 2;
        QTest::newRow("another ticket's token") << 3;
        QTest::newRow("no cookie") << 4;
        QTest::newRow("another cookie") << 5;
        QTest::newRow("a cookie that is none") << 6;
    }
    void aFormNeedsItsPage()
    {
        QFETCH(int, what);
        const QByteArray action = "scan";
        m_phone.open(url());
        Handset other;
        other.open(what == 3 ? m_rig->ticket()["qr"].toString() : url());
        if (what == 3)
            other.cookie = m_phone.cookie;
        if (what == 0)
            m_phone.csrf.clear();
        if (what == 1)
            m_phone.csrf = QByteArray(64, 'a');
        if (what == 2)
            m_phone.csrf = other.csrf;
        if (what == 3) {
            other.open(m_rig->ticket()["qr"].toString()); // the same phone looks at another ticket
            m_phone.csrf = other.csrf;
        }
        if (what == 4)
            m_phone.cookie.clear();
        if (what == 5)
            m_phone.cookie = other.cookie;
        if (what == 6)
            m_phone.cookie = "scantill_phone=short";
        const auto answer = m_phone.press(action);
        QCOMPARE(answer.status, 403);
        QCOMPARE(m_phone.result(), QStringLiteral("bad_form"));
        QCOMPARE(state(), QStringLiteral("created"));
    }
    void everyPressNeedsTheToken()
    {
        come();
        const auto csrf = std::exchange(m_phone.csrf, QByteArray(64, '0'));
        QCOMPARE(m_phone.post("confirm", rightNumber()).status, 403);
        QCOMPARE(m_phone.post("cancel").status, 403);
        QCOMPARE(state(), QStringLiteral("scanned"));
        m_phone.csrf = csrf;
        QCOMPARE(m_phone.post("confirm", "number=twelve").status, 403);
        QCOMPARE(m_phone.post("confirm").status, 403);
        QCOMPARE(state(), QStringLiteral("scanned"));
        const auto answer = m_phone.post("confirm", rightNumber());
        QCOMPARE(answer.status, 303);
        QCOMPARE(answer.headers.value("Location"), QUrl(url()).path().toLatin1());
    }
    void aWrongNumberCancelsAndSaysSo()
    {
        come();
        m_phone.press("confirm", m_phone.wrongNumber(m_ticket["number"].toInt()));
        QCOMPARE(m_phone.result(), QStringLiteral("wrong_number"));
        QCOMPARE(state(), QStringLiteral("cancelled"));
        m_phone.press("confirm", rightNumber());
        QCOMPARE(state(), QStringLiteral("cancelled"));
    }
    void cancels_data()
    {
        QTest::addColumn<bool>("known");
        QTest::newRow("a stranger") << false;
        QTest::newRow("somebody") << true;
    }
    void cancels()
    {
        QFETCH(bool, known);
        m_phone.open(url());
        m_phone.press("scan");
        if (known) {
            bind();
            m_phone.open(url());
        }
        m_phone.press("cancel");
        QCOMPARE(m_phone.result(), QStringLiteral("cancelled"));
        QCOMPARE(state(), QStringLiteral("cancelled"));
    }
    void aSecondPhoneIsTurnedAway()
    {
        come();
        Handset second;
        QCOMPARE(second.open(url()).status, 403);
        QCOMPARE(second.result(), QStringLiteral("other_phone"));
        QVERIFY(second.numbers().isEmpty());
        QVERIFY(!second.text().contains(QStringLiteral("林晓")));
        // One that looked before the first one scanned, and presses after.
        const auto next = m_rig->ticket();
        second.open(next["qr"].toString());
        m_phone.open(next["qr"].toString());
        m_phone.press("scan");
        QCOMPARE(second.press("scan").status, 403);
        QCOMPARE(second.result(), QStringLiteral("other_phone"));
        QCOMPARE(second.post("confirm", "number=" + QByteArray::number(next["number"].toInt())).status, 403);
        QCOMPARE(m_rig->poll(next)["state"].toString(), QStringLiteral("scanned"));
    }
    void aPhoneIsKnownByItsCookieAlone()
    {
        come();
        m_phone.press("confirm", rightNumber());
        m_ticket = m_rig->ticket();
        m_phone.open(url());
        m_phone.press("scan");
        QCOMPARE(m_phone.state(), QStringLiteral("scanned"));
        const QByteArray secret = m_phone.cookie.mid(m_phone.cookie.indexOf('=') + 1);
        QCOMPARE(secret.size(), 43);
        const auto kept = await(m_rig->shop.database->run<QString>([](SqlConnection &database) -> Result<QString> {
            const auto subject = Statement::value(database, "SELECT subject FROM phones");
            return subject ? subject->toString() : QString();
        }));
        QCOMPARE(kept->toLatin1(), QCryptographicHash::hash(secret, QCryptographicHash::Sha256).toHex());
    }
    void theCookieIsOurs()
    {
        const auto set = m_phone.open(url()).headers.value("Set-Cookie");
        for (const char *part : {"; Path=/m;", "HttpOnly", "SameSite=Strict", "Max-Age=31536000"})
            QVERIFY2(set.contains(part), set.constData());
        const auto first = m_phone.cookie;
        m_phone.open(url());
        QCOMPARE(m_phone.cookie, first);
    }
    void ends_data()
    {
        QTest::addColumn<int>("after");
        QTest::addColumn<QString>("result");
        QTest::addColumn<int>("status");
        QTest::newRow("its time is up") << 120 << "expired" << 410;
        QTest::newRow("long gone") << 180 << "dead_code" << 404;
    }
    void ends()
    {
        QFETCH(int, after);
        come();
        m_rig->shop.clock.advance(std::chrono::seconds(after));
        QCOMPARE(m_phone.press("confirm", rightNumber()).status, QTest::currentDataTag()[0] == 'i' ? 410 : 404);
        QTEST(m_phone.result(), "result");
        QTEST(m_phone.open(url()).status, "status");
        QTEST(m_phone.result(), "result");
    }
    void aKeyThatIsNoneIsAPageToo()
    {
        for (const char *key : {"nothing", "%3Cscript%3E", "0000000000000000000000000000000000"}) {
            QCOMPARE(m_phone.open(m_rig->phoneAddress() + "/m/login/" + key).status, 404);
            QCOMPARE(m_phone.result(), QStringLiteral("dead_code"));
            QVERIFY(!m_phone.text().contains(QLatin1String("<script>")));
        }
    }
    void locksItselfIn()
    {
        const auto page = m_phone.open(url());
        m_phone.csrf.clear();
        for (const auto &reply : {page, m_phone.press("scan")}) {
            QCOMPARE(reply.headers.value("Referrer-Policy"), QByteArray("no-referrer"));
            QCOMPARE(reply.headers.value("Cache-Control"), QByteArray("no-store"));
            const auto policy = reply.headers.value("Content-Security-Policy");
            for (const char *part : {"default-src 'none'", "form-action 'self'", "frame-ancestors 'none'"})
                QVERIFY2(policy.contains(part), part);
        }
        // The one script is the one that may run.
        const auto from = page.body.indexOf("<script>") + 8;
        const auto script = page.body.mid(from, page.body.indexOf("</script>") - from);
        QVERIFY(script.contains("submit()"));
        QVERIFY(page.headers.value("Content-Security-Policy")
                    .contains("'sha256-" + QCryptographicHash::hash(script, QCryptographicHash::Sha256).toBase64()));
    }
    void escapesWhatTheTillSaid()
    {
        m_ticket = LoginRig::json(
            m_rig->call("POST", "/api/v1/login/tickets", {{"shop", "<b>x</b>{{csrf}}"}, {"till", "\"'&<i>"}}));
        m_phone.open(url());
        QVERIFY(m_phone.text().contains("&lt;b&gt;x&lt;/b&gt;{{csrf}} · &quot;"));
        QVERIFY(!m_phone.text().contains("<b>") && !m_phone.text().contains("<i>"));
    }
    void theAccountsLinkIsThatWeChat()
    {
        const auto key = m_ticket["key"].toString();
        const auto scanned = await(m_rig->login().phoneSignIn().scannedByWeChat(key, "oLin"));
        bind();
        const auto link = m_rig->login().linkFor(*scanned).toString();
        QVERIFY(link.startsWith(url() + "?via="));
        QVERIFY(!link.contains("oLin"));
        // Another phone's browser without it is another phone.
        QCOMPARE(m_phone.open(url()).status, 403);
        QCOMPARE(m_phone.result(), QStringLiteral("other_phone"));
        QCOMPARE(m_phone.open(url() + "?via=" + QString(64, u'0')).status, 403);
        QCOMPARE(m_phone.result(), QStringLiteral("bad_form"));
        Handset weChat;
        QCOMPARE(weChat.open(link).status, 200);
        QCOMPARE(weChat.state(), QStringLiteral("scanned"));
        QVERIFY(weChat.cookie.isEmpty());
        QVERIFY(weChat.text().contains("/confirm?via="));
    }
    void theLinkIsCarriedThroughTheForms()
    {
        const auto key = m_ticket["key"].toString();
        const auto scanned = await(m_rig->login().phoneSignIn().scannedByWeChat(key, "oLin"));
        bind();
        Handset weChat;
        weChat.open(m_rig->login().linkFor(*scanned).toString());
        weChat.press("confirm", rightNumber());
        QCOMPARE(weChat.result(), QStringLiteral("signed_in"));
        QVERIFY(m_rig->poll(m_ticket)["session_token"].isString());
        // The link of one ticket opens no other.
        const auto next = m_rig->ticket();
        (void)await(m_rig->login().phoneSignIn().scannedByWeChat(next["key"].toString(), "oLin"));
        const auto via = m_rig->login().linkFor(*scanned).query();
        QCOMPARE(weChat.open(next["qr"].toString() + "?" + via).status, 403);
    }
};

QTEST_GUILESS_MAIN(LoginPageTest)
#include "tst_login_page.moc"
