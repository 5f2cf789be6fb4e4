// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/wechatpay/TestMerchant.h"
#include "tests/wechatpay/Vectors.h"

#include <QJsonDocument>
#include <QTest>

namespace {

/// The APIv3 key and lines of the private key, whole and in halves, so that a cut-off copy shows too.
QStringList secrets()
{
    const QString apiKey = QString::fromLatin1(Vectors::file("keys/TEST_ONLY_apiv3_key.txt"));
    const QString pem = QString::fromLatin1(testKey("merchant").toPem());
    return {apiKey.left(16), apiKey.right(16), pem.section(u'\n', 1, 1).left(20), pem.section(u'\n', 10, 10).left(20)};
}

QStringList captured;
void capture(QtMsgType, const QMessageLogContext &, const QString &message)
{
    captured.append(message);
}

} // namespace

class SecretsNeverInMessagesTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { m_previous = qInstallMessageHandler(capture); }
    void cleanupTestCase() { qInstallMessageHandler(m_previous); }

    void profileFaultsDoNotTell()
    {
        const QString apiKey = QString::fromLatin1(Vectors::file("keys/TEST_ONLY_apiv3_key.txt"));
        const QString pem = QString::fromLatin1(testKey("merchant").toPem());
        QStringList messages;
        const auto refuse = [&messages](const auto &change) {
            TestProfile profile;
            change(profile);
            const auto result = profile.read();
            QVERIFY(!result);
            messages.append(result.error().message);
        };
        refuse([&](TestProfile &p) { p.json["api_v3_key"] = apiKey + ' '; });
        refuse([&](TestProfile &p) { p.json["mchid"] = apiKey; });
        refuse([&](TestProfile &p) { p.json["api_base"] = "http://" + apiKey + ".example.test"; });
        refuse([&](TestProfile &p) { p.json["notify_url"] = apiKey; });
        refuse([&](TestProfile &p) { p.json["platform_public_key_id"] = apiKey; });
        refuse([&](TestProfile &p) { p.json["order_lifetime_s"] = apiKey; });
        refuse([&](TestProfile &p) { p.write("merchant_key.pem", pem.left(900).toLatin1()); });
        refuse([&](TestProfile &p) { p.json["merchant_private_key_file"] = pem; });
        refuse([&](TestProfile &p) { p.json["platform_public_key_file"] = "merchant_key.pem"; });
        requireSilence(messages);
    }
    void callsAndNotificationsDoNotTell()
    {
        TestMerchant merchant(TestProfile().get());
        const QByteArray apiKey = Vectors::file("keys/TEST_ONLY_apiv3_key.txt");
        QStringList messages;
        // Even a provider that says our own secret back to us does not get it into a message.
        for (const int status : {200, 400, 401, 404, 429, 500}) {
            merchant.transport.otherwise = [&](const HttpCall &) {
                auto answer = merchant.reply(status, "{\"code\":\"A" + apiKey + " \",\"message\":\"" + apiKey + "\"}");
                answer.headers.set("Request-ID", apiKey + "!");
                return answer;
            };
            messages.append(merchant.finish(merchant.pay.provider().createNative(merchant.order())).error().message);
            messages.append(
                merchant.finish(merchant.pay.provider().query(merchant.order().outTradeNo)).error().message);
        }
        for (const QByteArray &body :
             {apiKey, QJsonDocument(merchant.envelope("TRANSACTION.SUCCESS", apiKey)).toJson(), "\"" + apiKey + "\""}) {
            const auto posted = merchant.reply(0, body);
            messages.append(merchant.finish(merchant.pay.receive(posted.headers, posted.body)).error().message);
            messages.append(merchant.finish(merchant.pay.receive(posted.headers, body + ' ')).error().message);
        }
        requireSilence(messages);
    }

private:
    void requireSilence(const QStringList &messages)
    {
        for (const QString &secret : secrets()) {
            QVERIFY(secret.size() >= 16);
            for (const QString &message : messages + captured) {
                QVERIFY(!message.isEmpty());
                QVERIFY2(!message.contains(secret), qPrintable(message));
            }
        }
    }
    QtMessageHandler m_previous = nullptr;
};

QTEST_GUILESS_MAIN(SecretsNeverInMessagesTest)
#include "tst_secrets_never_in_messages.moc"
