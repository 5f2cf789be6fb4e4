// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/SimulatorRig.h"

#include <QCryptographicHash>
#include <QTest>

using namespace std::chrono_literals;

/// Which bills can be had, when, and how they are fetched (reference 6.1 to 6.3).
class BillRulesTest : public QObject
{
    Q_OBJECT
    /// The vectors' moment is 08:00:00 in China on 2026-01-01.
    static void tomorrowAtTen(SimulatorRig &rig) { rig.control("PUT", "/sim/clock", {{"advance_s", 26 * 3600}}); }
    static HttpReply bill(SimulatorRig &rig, const QByteArray &query)
    {
        return rig.call("GET", "/v3/bill/tradebill?" + query);
    }
    static QString codeOf(const HttpReply &reply) { return objectIn(reply.body)["code"].toString(); }
    static QByteArray targetIn(const HttpReply &reply)
    {
        return QUrl(objectIn(reply.body)["download_url"].toString())
            .toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority);
    }
private slots:
    void isMadeAtTenTheNextDay()
    {
        SimulatorRig rig;
        rig.paid("A00001");
        QCOMPARE(codeOf(bill(rig, "bill_date=2026-01-01")), "PARAM_ERROR"); // today
        rig.control("PUT", "/sim/clock", {{"advance_s", 26 * 3600 - 1}});
        QCOMPARE(codeOf(bill(rig, "bill_date=2026-01-01")), "STATEMENT_CREATING");
        rig.control("PUT", "/sim/clock", {{"advance_s", 1}});
        const HttpReply reply = bill(rig, "bill_date=2026-01-01");
        QCOMPARE(reply.status, 200);
        QCOMPARE(rig.signatureFault(reply.headers, reply.body), QString());
        QCOMPARE(objectIn(reply.body)["hash_type"].toString(), "SHA1");
        QCOMPARE(codeOf(bill(rig, "bill_date=2025-12-31")), "NO_STATEMENT_EXIST");
    }
    void refusesWhatIsNotThere_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QString>("code");
        QTest::newRow("no date") << QByteArray("bill_type=ALL") << "PARAM_ERROR";
        QTest::newRow("no such day") << QByteArray("bill_date=2025-02-30") << "PARAM_ERROR";
        QTest::newRow("another form") << QByteArray("bill_date=20260101") << "PARAM_ERROR";
        QTest::newRow("tomorrow") << QByteArray("bill_date=2026-01-03") << "PARAM_ERROR";
        QTest::newRow("too long ago") << QByteArray("bill_date=2025-10-01") << "PARAM_ERROR";
        QTest::newRow("three months ago") << QByteArray("bill_date=2025-10-02") << "NO_STATEMENT_EXIST";
        QTest::newRow("type") << QByteArray("bill_date=2026-01-01&bill_type=EVERYTHING") << "PARAM_ERROR";
        QTest::newRow("packing") << QByteArray("bill_date=2026-01-01&tar_type=ZIP") << "PARAM_ERROR";
        QTest::newRow("no refunds") << QByteArray("bill_date=2026-01-01&bill_type=REFUND") << "NO_STATEMENT_EXIST";
    }
    void refusesWhatIsNotThere()
    {
        QFETCH(QByteArray, query);
        QFETCH(QString, code);
        SimulatorRig rig;
        rig.paid("A00001");
        tomorrowAtTen(rig);
        const HttpReply reply = bill(rig, query);
        QCOMPARE(reply.status, 400);
        QCOMPARE(codeOf(reply), code);
    }
    void otherAccountsHaveNoFlow()
    {
        SimulatorRig rig;
        rig.paid("A00001");
        tomorrowAtTen(rig);
        const auto flow = [&](const QByteArray &account) {
            return rig.call("GET", "/v3/bill/fundflowbill?bill_date=2026-01-01&account_type=" + account);
        };
        QCOMPARE(flow("BASIC").status, 200);
        QCOMPARE(codeOf(flow("FEES")), "NO_STATEMENT_EXIST");
        QCOMPARE(codeOf(flow("MATTRESS")), "PARAM_ERROR");
    }
    void isFetchedUnsignedAndSoon()
    {
        SimulatorRig rig;
        rig.paid("A00001");
        tomorrowAtTen(rig);
        const HttpReply offer = bill(rig, "bill_date=2026-01-01");
        const HttpReply file = rig.call("GET", targetIn(offer));
        QCOMPARE(file.status, 200);
        QVERIFY(!file.headers.has("Wechatpay-Signature"));
        QVERIFY(file.headers.value("Request-ID").endsWith("-0"));
        QCOMPARE(QCryptographicHash::hash(file.body, QCryptographicHash::Sha1).toHex(),
                 objectIn(offer.body)["hash_value"].toString().toLatin1());
        HttpRequest stranger = SimulatorRig::plainRequest("GET", targetIn(offer));
        QCOMPARE(rig.send(stranger).result().status, 401);
        QCOMPARE(rig.call("GET", "/v3/billdownload/file?token=another").status, 400);
        rig.advance(299s);
        QCOMPARE(rig.call("GET", targetIn(offer)).status, 200);
        rig.advance(1s);
        QCOMPARE(rig.call("GET", targetIn(offer)).status, 400);
    }
    void leadsBackToWhereItWasReached()
    {
        SimulatorRig rig;
        rig.paid("A00001");
        tomorrowAtTen(rig);
        HttpRequest request = rig.merchantRequest("GET", "/v3/bill/tradebill?bill_date=2026-01-01");
        request.headers.set("Host", "127.0.0.1:8090");
        const QString url = objectIn(rig.send(request).result().body)["download_url"].toString();
        QVERIFY2(url.startsWith("http://127.0.0.1:8090/v3/billdownload/file?token="), qPrintable(url));
    }
    void theUnconfirmedPointsAreSwitches()
    {
        SimulatorRig rig(SimulatorSwitches{.billUrlLifeS = 30, .billHashWithBom = false});
        rig.paid("A00001");
        tomorrowAtTen(rig);
        const HttpReply offer = bill(rig, "bill_date=2026-01-01");
        const QByteArray file = rig.call("GET", targetIn(offer)).body;
        QCOMPARE(QCryptographicHash::hash(file.mid(3), QCryptographicHash::Sha1).toHex(),
                 objectIn(offer.body)["hash_value"].toString().toLatin1());
        rig.advance(30s);
        QCOMPARE(rig.call("GET", targetIn(offer)).status, 400);
    }
};

QTEST_GUILESS_MAIN(BillRulesTest)
#include "tst_bill_rules.moc"
