// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/NetworkTransport.h"
#include "tests/app/Program.h"
#include "tests/support/Await.h"

#include <QTcpServer>
#include <QTcpSocket>

/// The stand-in plays the Official Account too: what somebody scans there is told to the server whose notify_url it
/// has.
class SimulatorScanTest : public QObject
{
    Q_OBJECT

    NetworkTransport m_transport;

    QJsonObject ask(const QByteArray &method, const QString &url, const QJsonObject &body = {})
    {
        const auto answer =
            await(m_transport.send({.method = method,
                                    .url = QUrl(url),
                                    .headers = {{"Content-Type", "application/json"}},
                                    .body = method == "GET" ? QByteArray() : QJsonDocument(body).toJson(),
                                    .timeout = std::chrono::seconds(20)}));
        return answer ? QJsonDocument::fromJson(answer->body).object() : QJsonObject();
    }

private slots:
    void theEventGoesWhereTheNotificationsGo()
    {
        QTcpServer shop;
        QVERIFY(shop.listen(QHostAddress::LocalHost));
        const auto notifyUrl = QStringLiteral("http://127.0.0.1:%1/wechatpay/notify").arg(shop.serverPort());
        const DataDir data("simulator");
        Program simulator(SIMULATOR, {"--data-dir", data.path(), "--port", "0", "--notify-url", notifyUrl});
        const auto ready = simulator.ready();
        const auto base = ready["http"].toString();
        const auto profile = QJsonDocument::fromJson(contentOf(ready["profile"].toString())).object();
        const auto account = profile["official_account"].toObject();
        QCOMPARE(account["api_base"].toString(), base);
        const QDir folder = QFileInfo(ready["profile"].toString()).dir();
        const auto secret = contentOf(folder.filePath(account["app_secret_file"].toString())).trimmed();

        const auto token =
            ask("GET", base + "/cgi-bin/token?grant_type=client_credential&appid=" + account["appid"].toString()
                           + "&secret=" + QString::fromLatin1(secret))["access_token"]
                .toString();
        QVERIFY(!token.isEmpty());
        const QJsonObject scene{{"scene", QJsonObject{{"scene_str", "login_1"}}}};
        const auto qr = ask("POST", base + "/cgi-bin/qrcode/create?access_token=" + token,
                            {{"action_name", "QR_STR_SCENE"}, {"action_info", scene}});
        const auto scanned = ask("POST", base + "/sim/scan", {{"url", qr["url"]}});
        QCOMPARE(scanned["scene"].toString(), QStringLiteral("login_1"));
        QVERIFY(shop.hasPendingConnections() || shop.waitForNewConnection(10'000));
        auto *socket = shop.nextPendingConnection();
        QVERIFY(socket->bytesAvailable() > 0 || socket->waitForReadyRead(10'000));
        const auto head = socket->readLine();
        QVERIFY2(head.startsWith("POST /wechat/events?signature="), head.constData());
        QCOMPARE(simulator.terminate(), 0);
    }
};

QTEST_GUILESS_MAIN(SimulatorScanTest)
#include "tst_simulator_scan.moc"
