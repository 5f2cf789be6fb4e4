// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/login/OfficialAccountClient.h"
#include "tests/support/ScriptedTransport.h"
#include "tests/support/VirtualClock.h"

#include <QTest>

using namespace std::chrono_literals;

/// Secret and access token travel in addresses; whatever goes wrong there, no error repeats them.
class OaSecretsTest : public QObject
{
    Q_OBJECT

    static constexpr char secret[] = "0123456789abcdef0123456789abcdef";
    static constexpr char accessToken[] = "ACCESS_TOKEN_OF_THE_ACCOUNT";

    /// The worst network and the worst WeChat: both say back what they were sent.
    static Result<HttpAnswer> chatty(const HttpCall &call, const QString &kind)
    {
        const QByteArray url = call.url.toEncoded();
        if (kind == "unreachable")
            return Error{ErrorCode::ProviderUnavailable, "no route to " + QString::fromUtf8(url)};
        if (kind == "silent")
            return Error{ErrorCode::Unknown, "no answer from " + QString::fromUtf8(url)};
        if (kind == "fault")
            return HttpAnswer{200, {}, "{\"errcode\":40013,\"errmsg\":\"invalid: " + url + "\"}"};
        if (kind == "status")
            return HttpAnswer{503, {}, url};
        return HttpAnswer{200, {}, "not JSON: " + url};
    }

private slots:
    void noErrorRepeatsThem_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<bool>("withToken");
        for (const char *kind : {"unreachable", "silent", "fault", "status", "nonsense"}) {
            QTest::addRow("%s token", kind) << QString::fromLatin1(kind) << false;
            QTest::addRow("%s call", kind) << QString::fromLatin1(kind) << true;
        }
    }
    void noErrorRepeatsThem()
    {
        QFETCH(QString, kind);
        QFETCH(bool, withToken);
        ScriptedTransport net;
        VirtualClock clock;
        OfficialAccountClient client({"wx0001", secret, QUrl("https://api.example.test")}, net, clock);
        if (withToken)
            net.next([](const HttpCall &) {
                return HttpAnswer{
                    200, {}, QByteArray("{\"access_token\":\"") + accessToken + "\",\"expires_in\":7200}"};
            });
        net.otherwise = [kind](const HttpCall &call) { return chatty(call, kind); };
        const auto result = client.createQr("scene", 120s).takeResult();
        QVERIFY(!result);
        QVERIFY(net.calls.last().url.toEncoded().contains(withToken ? accessToken : secret)); // the bait is there
        QVERIFY(!result.error().message.contains(secret));
        QVERIFY(!result.error().message.contains(accessToken));
        QVERIFY(!result.error().message.contains("http"));
    }
};

QTEST_GUILESS_MAIN(OaSecretsTest)
#include "tst_oa_secrets.moc"
