// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/Listeners.h"
#include "tests/app/ExportedProfile.h"

#include <QTcpSocket>

/// A shop's server whose TLS is its proxy's: nobody goes round the proxy.
class BehindProxyTest : public QObject
{
    Q_OBJECT

    const ExportedProfile m_profile;

    /// The first line of the answer; empty when the connection is closed without one.
    static QByteArray ask(const QHostAddress &server, quint16 port)
    {
        QTcpSocket socket;
        socket.connectToHost(server, port);
        if (!socket.waitForConnected(20'000))
            return "no connection";
        socket.write("GET /healthz HTTP/1.1\r\nHost: localhost:" + QByteArray::number(port) + "\r\n\r\n");
        while (!socket.canReadLine() && socket.waitForReadyRead(20'000)) {}
        return socket.readLine().trimmed();
    }

private slots:
    /// On the way to another machine tokens could be read.
    void anotherMachineNeedsTlsOrAProxy()
    {
        const QTemporaryDir data;
        for (const QString host : {"0.0.0.0", "::", "192.0.2.1"}) {
            Program server(SERVER,
                           {"--data-dir", data.path(), "--port", "0", "--profile", m_profile.file, "--host", host});
            QCOMPARE(server.end(), 2);
            QVERIFY2(server.err.contains("needs TLS") && server.err.count('\n') == 1, server.err.constData());
        }
        QVERIFY(inventory(data.path()).isEmpty());
    }
    void takesThisMachineAndTheProxyOnly()
    {
        const QHostAddress own = addressOfDefaultRoute();
        if (own.isLoopback())
            QSKIP("this machine has no address of its own");
        const QTemporaryDir data;
        QStringList arguments{"--data-dir", data.path(),    "--port", "0",
                              "--profile",  m_profile.file, "--host", "0.0.0.0"};
        {
            Program server(SERVER, arguments + QStringList{"--trusted-proxy", "192.0.2.1"});
            const auto port = quint16(QUrl(server.ready()["http"].toString()).port());
            QCOMPARE(ask(QHostAddress(QHostAddress::LocalHost), port), "HTTP/1.1 200 OK");
            QCOMPARE(ask(own, port), QByteArray());
            QCOMPARE(server.terminate(), 0);
        }
        Program server(SERVER, arguments + QStringList{"--trusted-proxy", own.toString()});
        const auto port = quint16(QUrl(server.ready()["http"].toString()).port());
        QCOMPARE(ask(own, port), "HTTP/1.1 200 OK");
        QCOMPARE(server.terminate(), 0);
    }
};

QTEST_GUILESS_MAIN(BehindProxyTest)
#include "tst_behind_proxy.moc"
