// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/SimulatorRig.h"

#include <QTest>
#include <zlib.h>

using namespace std::chrono_literals;

/// What stands in a bill, to the byte (reference 6.4).
class BillFilesTest : public QObject
{
    Q_OBJECT
    static QByteArray fetch(SimulatorRig &rig, const QByteArray &target)
    {
        const QUrl url(objectIn(rig.call("GET", target).body)["download_url"].toString());
        return rig.call("GET", url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority)).body;
    }
    static QByteArray tradeBill(SimulatorRig &rig, const QByteArray &more = {})
    {
        return fetch(rig, "/v3/bill/tradebill?bill_date=2026-01-01" + more);
    }
    static QList<QByteArray> linesOf(const QByteArray &file)
    {
        auto lines = file.split('\n');
        lines.removeLast(); // the last line ends, too
        for (auto &line : lines)
            line.chop(1);
        return lines;
    }
    static QStringList cellsOf(const QByteArray &line) { return QString::fromUtf8(line.mid(1)).split(",`"); }
    /// A morning with a sale, its refund, and a sale whose words are awkward; then the next day, after ten.
    static void play(SimulatorRig &rig)
    {
        const QJsonObject order = rig.paid("T20260101080000_000001");
        rig.advance(1h);
        rig.refund(SimulatorRig::refundOf(order, "R20260101090000_000001", 990));
        rig.advance(1min);
        QJsonObject awkward = SimulatorRig::order("A00002", 10);
        awkward["description"] = "tea,`milk`\r\nsugar";
        awkward["attach"] = "a,b";
        awkward["scene_info"] = QJsonObject{{"payer_client_ip", "192.0.2.7"}, {"device_id", "POS-01"}};
        rig.create(awkward);
        rig.control("POST", "/sim/pay", {{"out_trade_no", "A00002"}, {"payer_total", 7}});
        rig.create(SimulatorRig::order("NEVER1"));
        rig.control("PUT", "/sim/clock", {{"advance_s", 30 * 3600}});
    }
private slots:
    void hasTheVectorsForm()
    {
        SimulatorRig rig;
        play(rig);
        const QByteArray file = tradeBill(rig);
        const auto lines = linesOf(file);
        const auto vectors = linesOf(SimulatorRig::vector("21_tradebill_ALL_2026-01-01.csv"));
        QCOMPARE(file.count('\n'), file.count("\r\n"));
        QCOMPARE(lines.size(), 6);
        QCOMPARE(lines[0], vectors[0]); // with the BOM
        QCOMPARE(lines[4], vectors[3]);
        for (const int at : {1, 2}) {
            QStringList cells = cellsOf(lines[at]);
            const QStringList expected = cellsOf(vectors[at]);
            QCOMPARE(cells.size(), expected.size());
            // Money and states are the vector's; names, times and ids are this day's own.
            for (const int same : {2, 3, 6, 8, 9, 10, 11, 12, 13, 15, 16, 17, 18, 19, 22, 23, 24, 25, 26})
                QCOMPARE(cells[same], expected[same]);
        }
        QCOMPARE(cellsOf(lines[1])[0], "2026-01-01 08:00:00");
        QCOMPARE(cellsOf(lines[2])[0], "2026-01-01 09:00:00");
        QCOMPARE(cellsOf(lines[5]), QStringList({"3", "20.00", "9.90", "0.00", "0.06000", "20.00", "9.90"}));
    }
    void awkwardWordsStayOneCell()
    {
        SimulatorRig rig;
        play(rig);
        const QStringList cells = cellsOf(linesOf(tradeBill(rig))[3]);
        QCOMPARE(cells.size(), 27);
        QCOMPARE(cells[4], "POS-01");
        QCOMPARE(cells[13], "0.03"); // the coupon
        QCOMPARE(cells[20], "tea,'milk'\\r\\nsugar");
        QCOMPARE(cells[21], "a,b");
    }
    void kindsHaveTheirOwnColumns()
    {
        SimulatorRig rig;
        play(rig);
        const auto payments = linesOf(tradeBill(rig, "&bill_type=SUCCESS"));
        QCOMPARE(payments.size(), 5);
        QVERIFY(!payments[0].contains("退款"));
        QCOMPARE(cellsOf(payments[1]).size(), payments[0].count(',') + 1);
        const auto refunds = linesOf(tradeBill(rig, "&bill_type=REFUND"));
        QCOMPARE(refunds.size(), 4);
        QVERIFY(refunds[0].contains("退款申请时间,退款成功时间"));
        QVERIFY(cellsOf(refunds[1]).contains("2026-01-01 09:00:02"));
    }
    void gzipIsTheSame()
    {
        SimulatorRig rig;
        play(rig);
        QByteArray packed = tradeBill(rig, "&tar_type=GZIP");
        QByteArray plain(100'000, '\0');
        z_stream stream{};
        stream.next_in = reinterpret_cast<Bytef *>(packed.data());
        stream.avail_in = uInt(packed.size());
        stream.next_out = reinterpret_cast<Bytef *>(plain.data());
        stream.avail_out = uInt(plain.size());
        QCOMPARE(inflateInit2(&stream, MAX_WBITS + 16), Z_OK);
        QCOMPARE(inflate(&stream, Z_FINISH), Z_STREAM_END);
        plain.truncate(qsizetype(stream.total_out));
        inflateEnd(&stream);
        QCOMPARE(plain, tradeBill(rig));
    }
    void aClosedRefundIsNotThere()
    {
        SimulatorRig rig;
        rig.plan(R"({"refund":{"outcome":"CLOSED"}})");
        rig.refund(SimulatorRig::refundOf(rig.paid("A00001"), "R1", 990));
        rig.control("PUT", "/sim/clock", {{"advance_s", 26 * 3600}});
        QCOMPARE(linesOf(tradeBill(rig)).size(), 4);
    }
    void theFlowAddsUp()
    {
        SimulatorRig rig;
        play(rig);
        const auto lines = linesOf(fetch(rig, "/v3/bill/fundflowbill?bill_date=2026-01-01"));
        QCOMPARE(lines.size(), 8); // two payments, one fee (the other is too small), a refund and its fee
        QVERIFY(lines[0].startsWith("\xEF\xBB\xBF"
                                    "记账时间,微信支付业务单号,"));
        const QStringList balances{cellsOf(lines[1])[7], cellsOf(lines[2])[7], cellsOf(lines[3])[7],
                                   cellsOf(lines[4])[7], cellsOf(lines[5])[7]};
        QCOMPARE(balances, QStringList({"10019.90", "10019.78", "10009.88", "10009.94", "10010.04"}));
        QCOMPARE(cellsOf(lines[3])[5], "支出");
        QCOMPARE(cellsOf(lines[3])[9], "点错了");
        QCOMPARE(cellsOf(lines[3])[10], "R20260101090000_000001");
        QCOMPARE(cellsOf(lines[7]), QStringList({"5", "3", "20.06", "2", "10.02"}));
    }
};

QTEST_GUILESS_MAIN(BillFilesTest)
#include "tst_bill_files.moc"
