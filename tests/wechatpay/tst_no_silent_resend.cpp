// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/NetworkTransport.h"
#include "tests/support/Await.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

/// A server that answers GET and keeps the connection, and treats a POST as the test says.
class FlakyServer : public QTcpServer
{
public:
    enum class OnPost { Reset, Close, AnswerHalf };

    explicit FlakyServer(OnPost onPost) : m_onPost(onPost)
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            auto *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        });
        listen(QHostAddress::LocalHost);
    }
    QUrl url(const QString &path) const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(serverPort()).arg(path));
    }

    int gets = 0;
    int posts = 0;

private:
    void read(QTcpSocket *socket)
    {
        QByteArray &text = m_read[socket];
        text += socket->readAll();
        if (text.startsWith("GET") && text.endsWith("\r\n\r\n")) {
            ++gets;
            text.clear();
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        } else if (text.startsWith("POST") && text.endsWith("{\"a\":1}")) {
            ++posts;
            text.clear();
            if (m_onPost == OnPost::Reset) {
                socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
                socket->abort();
            } else if (m_onPost == OnPost::Close) {
                socket->disconnectFromHost();
            } else {
                socket->write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
                socket->disconnectFromHost();
            }
        }
    }
    OnPost m_onPost;
    QHash<QTcpSocket *, QByteArray> m_read;
};
Q_DECLARE_METATYPE(FlakyServer::OnPost)

/// What moves money reaches the other side at most once for each time it is sent.
class NoSilentResendTest : public QObject
{
    Q_OBJECT
private slots:
    void aPostWhoseConnectionDiesIsSeenOnce_data()
    {
        QTest::addColumn<FlakyServer::OnPost>("onPost");
        QTest::addColumn<bool>("kept");
        for (const bool kept : {false, true}) {
            QTest::addRow("reset, kept %d", kept) << FlakyServer::OnPost::Reset << kept;
            QTest::addRow("closed, kept %d", kept) << FlakyServer::OnPost::Close << kept;
            QTest::addRow("half an answer, kept %d", kept) << FlakyServer::OnPost::AnswerHalf << kept;
        }
    }
    void aPostWhoseConnectionDiesIsSeenOnce()
    {
        QFETCH(FlakyServer::OnPost, onPost);
        QFETCH(bool, kept);
        FlakyServer server(onPost);
        NetworkTransport transport;
        if (kept) {
            const HttpCall get{.method = "GET", .url = server.url("/v3/certificates"), .headers = {}, .body = {}};
            QCOMPARE(await(transport.send(get))->body, QByteArray("ok"));
        }
        const HttpCall post{.method = "POST",
                            .url = server.url("/v3/pay/transactions/native"),
                            .headers = {{"Content-Type", "application/json"}},
                            .body = "{\"a\":1}"};
        const auto answer = await(transport.send(post));
        QTest::qWait(50); // a second one would be on its way by now
        QCOMPARE(server.posts, 1);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Unknown);
    }
};

QTEST_GUILESS_MAIN(NoSilentResendTest)
#include "tst_no_silent_resend.moc"
