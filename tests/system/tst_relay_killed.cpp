// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/Statement.h"
#include "tests/system/ProcessShop.h"

#include <QJsonArray>
#include <QTest>
#include <random>

namespace {

/// A relay as a process of its own, with one shop, always on the same port.
class ProcessRelay
{
public:
    explicit ProcessRelay(const QString &folder)
        : process(QStringLiteral(SERVER), folder + "/relay.log"), m_folder(folder)
    {
    }
    /// The token's file; empty when the shop could not be added.
    QString addShop()
    {
        QProcess adding;
        adding.start(QStringLiteral(SERVER), {"--relay-add-shop", "corner", "--data-dir", m_folder});
        QFile file(m_folder + "/relay-token.json");
        if (!adding.waitForFinished() || adding.exitCode() != 0 || !file.open(QIODevice::WriteOnly)
            || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
            || file.write(adding.readAllStandardOutput()) <= 0)
            return {};
        return file.fileName();
    }
    bool start()
    {
        process.setArguments({"--relay", "--data-dir", m_folder, "--port", QString::number(m_port.number())});
        return !process.start().isEmpty();
    }
    QUrl notifyUrl() const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1/wechatpay/notify/corner").arg(m_port.number()));
    }
    QUrl link() const { return QUrl(QStringLiteral("ws://127.0.0.1:%1/relay/link").arg(m_port.number())); }
    QString books() const { return m_folder + "/relay/relay.sqlite"; }

    Child process;

private:
    QString m_folder;
    KeptPort m_port;
};

QVariantList rowOf(const QString &file, const QString &sql)
{
    QVariantList row;
    if (const auto database = SqlConnection::open(file)) {
        if (auto query = Statement::run(**database, sql)) {
            Rows rows = *std::move(query);
            for (int column = 0; (column > 0 || rows.next()) && column < rows.columns(); ++column)
                row << rows.value(column);
        }
    }
    return row;
}

} // namespace

/// A shop behind NAT: whatever of relay and shop is killed (-9) whenever, every payment arrives and is settled once.
/// WeChat's queries fail all the while, so that only what came through the relay can have settled it.
class RelayKilledTest : public QObject
{
    Q_OBJECT

    static constexpr int patienceMs = 30'000;

    ProcessShop m_shop;
    QTemporaryDir m_folder;
    ProcessRelay m_relay{m_folder.path()};
    QStringList m_open; ///< placed, and not paid yet
    QStringList m_paid;
    std::mt19937 m_dice{1};

    bool pay()
    {
        m_paid << m_open.takeFirst();
        return m_shop.pay(m_paid.last()).status == 200;
    }
    bool isSettled(const QString &number)
    {
        return QTest::qWaitFor([&] { return m_shop.state(number) == "SUCCESS"; }, patienceMs);
    }
    /// The relay has answered WeChat that it has the last one.
    bool isAtTheRelay()
    {
        return QTest::qWaitFor(
            [this] {
                const auto notifies = ServerTalk::json(m_shop.simulator("GET", "/sim/notifies"))["notifies"].toArray();
                return std::any_of(notifies.begin(), notifies.end(), [this](const QJsonValue &one) {
                    return one["out_trade_no"] == m_paid.last() && one["outcome"] == "accepted";
                });
            },
            patienceMs);
    }
    bool setFaults(const QJsonObject &plan) { return m_shop.simulator("PUT", "/sim/faults", plan).status == 200; }

private slots:
    void initTestCase()
    {
        const QString token = m_relay.addShop();
        QVERIFY(!token.isEmpty());
        QVERIFY2(m_relay.start(), m_relay.process.log().constData());
        m_shop.useRelay(m_relay.notifyUrl(), m_relay.link(), token);
        QVERIFY2(m_shop.startTwin(), m_shop.twin.log().constData());
        QVERIFY2(m_shop.startServer(), m_shop.server.log().constData());
        for (int i = 0; i < 12; ++i)
            m_open << m_shop.place(100 + i)["out_trade_no"].toString();
        QVERIFY(!m_open.contains(QString()));
        QVERIFY(setFaults({{"api", QJsonObject{{"error_rate", 1}}}, {"schedule_scale", 0.01}}));
    }
    void comesThroughTheRelay()
    {
        QVERIFY(pay());
        QVERIFY(isSettled(m_paid.last()));
    }
    void theShopWasDown()
    {
        QVERIFY(m_shop.server.killHard());
        QVERIFY(pay());
        QVERIFY(isAtTheRelay());
        QVERIFY2(m_shop.startServer(), m_shop.server.log().constData());
        QVERIFY(isSettled(m_paid.last()));
    }
    void theRelayWasDown()
    {
        QVERIFY(m_relay.process.killHard());
        QVERIFY(pay());
        QVERIFY2(m_relay.start(), m_relay.process.log().constData());
        QVERIFY(isSettled(m_paid.last())); // WeChat sends it again
    }
    void theRelayHadItAndFell()
    {
        QVERIFY(m_shop.server.killHard());
        QVERIFY(pay());
        QVERIFY(isAtTheRelay());
        QVERIFY(m_relay.process.killHard());
        QVERIFY2(m_relay.start(), m_relay.process.log().constData());
        QVERIFY2(m_shop.startServer(), m_shop.server.log().constData());
        QVERIFY(isSettled(m_paid.last()));
    }
    void eitherFallsWhileTheyCome()
    {
        for (bool relayFalls = false; !m_open.isEmpty(); relayFalls = !relayFalls) {
            QVERIFY(pay());
            QTest::qWait(int(m_dice() % 60));
            QVERIFY((relayFalls ? m_relay.process : m_shop.server).killHard());
            QVERIFY(relayFalls ? m_relay.start() : m_shop.startServer());
        }
        for (const auto &number : std::as_const(m_paid))
            QVERIFY2(isSettled(number), qPrintable(number));
    }
    void eachWasSettledOnceAndNothingIsLeft()
    {
        QCOMPARE(m_paid.size(), 12);
        for (const auto &number : std::as_const(m_paid)) {
            const QJsonObject order = m_shop.order(number);
            QCOMPARE(order["confirmed_by"].toString(), QStringLiteral("notify"));
            QCOMPARE(order["seq"].toInteger(), 3); // CREATED, CODE_READY, SUCCESS
        }
        QVERIFY(ServerTalk::json(m_shop.get("/api/v1/cases?state=open"))["cases"].toArray().isEmpty());
        // The relay has forgotten what the shop has, and both agree how far that is.
        const QString line = "SELECT stream, last_seq, acknowledged_seq, acknowledged_digest FROM relay_shops";
        QTRY_COMPARE_WITH_TIMEOUT(rowOf(m_relay.books(), line)[1], rowOf(m_relay.books(), line)[2], patienceMs);
        QVERIFY(rowOf(m_relay.books(), line)[1].toInt() >= 12);
        const auto kept = rowOf(m_relay.books(), line);
        QCOMPARE(rowOf(m_shop.books(), "SELECT stream, after_seq, after_digest FROM relay_positions"),
                 (QVariantList{kept[0], kept[2], kept[3]}));
        QCOMPARE(rowOf(m_relay.books(), "SELECT count(*) FROM relay_notifications")[0].toInt(), 0);
    }
    void withoutTheRelayAQueryFindsIt()
    {
        QVERIFY(setFaults({}));
        QVERIFY(m_relay.process.killHard());
        m_open << m_shop.place(777)["out_trade_no"].toString();
        QVERIFY(pay());
        QVERIFY(isSettled(m_paid.last()));
        QCOMPARE(m_shop.order(m_paid.last())["confirmed_by"].toString(), QStringLiteral("query"));
    }
    void bothEndInPeace()
    {
        QVERIFY(m_relay.start());
        QCOMPARE(m_shop.server.terminate(), 0);
        QCOMPARE(m_relay.process.terminate(), 0);
    }
};

QTEST_GUILESS_MAIN(RelayKilledTest)
#include "tst_relay_killed.moc"
