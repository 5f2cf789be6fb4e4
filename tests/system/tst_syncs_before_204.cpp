// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/SignedNotify.h"
#include "tests/system/ProbedDisk.h"
#include "tests/system/ProcessShop.h"

#include <QTcpSocket>
#include <QTest>
#include <ctime>
#include <vector>

namespace {

qint64 nowNs()
{
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return qint64(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
}

/// WeChat's connection with one notification on it, of which the last byte is kept back.
class Delivery
{
public:
    Delivery(ProcessShop &shop, SignedNotify &gateway, const QString &transactionId)
    {
        const QByteArray body = gateway.body(gateway.content(shop.place(), transactionId));
        QByteArray request = "POST /wechatpay/notify HTTP/1.1\r\nHost: " + QUrl(shop.at().http).authority().toLatin1()
                             + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
        const HttpHeaders headers = gateway.headers(body);
        for (const auto &[name, value] : headers.fields())
            request += name + ": " + value + "\r\n";
        request += "\r\n" + body;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), quint16(QUrl(shop.at().http).port()));
        if (!socket.waitForConnected())
            qFatal("no connection");
        socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
        socket.write(request.chopped(1));
        socket.flush();
        m_last = request.right(1);
    }
    void complete()
    {
        completedNs = nowNs();
        socket.write(m_last);
        socket.flush();
    }
    bool is204()
    {
        return QTest::qWaitFor([this] { return socket.canReadLine(); }, 10'000)
               && socket.readLine().startsWith("HTTP/1.1 204");
    }

    QTcpSocket socket;
    qint64 completedNs = 0;

private:
    QByteArray m_last;
};

} // namespace

/// kill -9 cannot show a missing fsync, for the kernel still has what was written. So the syncs themselves are watched:
/// before each 204 the books reached the disk, in a sync that began after the notification was there.
class SyncsBefore204Test : public QObject
{
    Q_OBJECT

    ProcessShop m_shop;
    ProbedDisk m_disk{m_shop.server};
    int m_transactions = 0;

    std::unique_ptr<Delivery> delivery(SignedNotify &gateway)
    {
        return std::make_unique<Delivery>(m_shop, gateway, QStringLiteral("4200%1").arg(++m_transactions));
    }
    void checkSyncedFirst(Delivery &delivery)
    {
        QVERIFY(delivery.is204());
        const qint64 answeredNs = m_disk.answeredNs(delivery.socket.localPort(), delivery.completedNs);
        QVERIFY2(answeredNs > 0, "the answer was not seen to leave");
        QVERIFY2(m_disk.hasSyncWithin(delivery.completedNs, answeredNs), "answered before the books were on the disk");
    }

private slots:
    void initTestCase()
    {
        QVERIFY2(m_shop.startTwin(), m_shop.twin.log().constData());
        QVERIFY2(m_shop.startServer(), m_shop.server.log().constData());
        QVERIFY2(m_disk.syncs() > 0, "the probe does not see the books");
    }
    void oneByOne()
    {
        SignedNotify gateway(m_shop);
        for (int round = 0; round < 20; ++round) {
            const auto one = delivery(gateway);
            one->complete();
            checkSyncedFirst(*one);
            if (QTest::currentTestFailed())
                return;
        }
    }
    void eightAtOnce()
    {
        SignedNotify gateway(m_shop);
        for (int round = 0; round < 5; ++round) {
            std::vector<std::unique_ptr<Delivery>> deliveries;
            for (int i = 0; i < 8; ++i)
                deliveries.push_back(delivery(gateway));
            QTest::qWait(20); // all but the last bytes are there
            for (const auto &one : deliveries)
                one->complete();
            for (const auto &one : deliveries)
                checkSyncedFirst(*one);
            if (QTest::currentTestFailed())
                return;
        }
    }
    void aRepetitionWritesNothing()
    {
        SignedNotify gateway(m_shop);
        const auto order = m_shop.place();
        const auto body = gateway.body(gateway.content(order, "42007777"));
        QCOMPARE(gateway.send(m_shop, body).status, 204);
        QCOMPARE(m_shop.state(order["out_trade_no"].toString()), QStringLiteral("SUCCESS"));
        bool wrote = true;
        for (int again = 0; again < 5 && wrote; ++again) { // the sale's timeline is written a second later, once
            const int before = m_disk.syncs();
            QCOMPARE(gateway.send(m_shop, body).status, 204);
            wrote = m_disk.syncs() != before;
        }
        QVERIFY(!wrote);
    }
};

QTEST_GUILESS_MAIN(SyncsBefore204Test)
#include "tst_syncs_before_204.moc"
