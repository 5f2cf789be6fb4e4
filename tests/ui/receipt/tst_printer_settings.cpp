// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/VirtualClock.h"
#include "ui/receipt/PrinterSettings.h"
#include "ui/receipt/ReceiptPrinter.h"

#include <QJsonDocument>
#include <QTest>

/// Which printer a till has is said in one object, and every word of it counts.
class PrinterSettingsTest : public QObject
{
    Q_OBJECT

    static Result<PrinterSettings> read(const QByteArray &json)
    {
        return PrinterSettings::from(QJsonDocument::fromJson(json).object());
    }

private slots:
    void whatIsSaidIsTaken()
    {
        const auto network = read(R"({"kind":"network","host":"10.0.0.9","port":9101,"paper":58,"cut":false,
                                      "drawer":true,"status":false})");
        QVERIFY(network);
        QCOMPARE(network->kind, PrinterSettings::Kind::Network);
        QCOMPARE(network->host, QString("10.0.0.9"));
        QCOMPARE(network->port, 9101);
        QCOMPARE(network->paper, PaperWidth::Mm58);
        QVERIFY(!network->cut && network->drawer && !network->status);
        const auto serial = read(R"({"kind":"serial","path":"/dev/ttyS0","baud":115200})");
        QVERIFY(serial);
        QCOMPARE(serial->baud, 115200);
        QVERIFY(serial->cut && !serial->drawer && serial->status);
        QCOMPARE(serial->paper, PaperWidth::Mm80);
        QCOMPARE(read(R"({"kind":"network","host":"p"})")->port, 9100);
        QVERIFY(read(R"({"kind":"none"})"));
    }
    void everyKindHasItsPrinter()
    {
        VirtualClock clock;
        for (const char *json :
             {R"({"kind":"none"})", R"({"kind":"network","host":"p"})", R"({"kind":"device","path":"/dev/usb/lp0"})",
              R"({"kind":"serial","path":"/dev/ttyS0"})", R"({"kind":"system","name":"p"})",
              R"({"kind":"pdf","path":"/srv/receipts","paper":58})"}) {
            const auto settings = read(json);
            QVERIFY2(settings, json);
            QVERIFY(settings->printer(clock));
        }
    }
    void whatIsWrongIsNamed_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("member");
        const auto row = [](const char *name, const char *json, const char *member) {
            QTest::newRow(name) << QByteArray(json) << QString(member);
        };
        row("nothing", R"({})", "kind");
        row("a kind nobody knows", R"({"kind":"fax"})", "kind");
        row("no host", R"({"kind":"network"})", "host");
        row("an empty host", R"({"kind":"network","host":""})", "host");
        row("host as a number", R"({"kind":"network","host":1})", "host");
        row("port 0", R"({"kind":"network","host":"p","port":0})", "port");
        row("port 65536", R"({"kind":"network","host":"p","port":65536})", "port");
        row("port as text", R"({"kind":"network","host":"p","port":"9100"})", "port");
        row("half a port", R"({"kind":"network","host":"p","port":9100.5})", "port");
        row("paper", R"({"kind":"network","host":"p","paper":76})", "paper");
        row("cut", R"({"kind":"network","host":"p","cut":1})", "cut");
        row("drawer", R"({"kind":"network","host":"p","drawer":"yes"})", "drawer");
        row("status", R"({"kind":"network","host":"p","status":null})", "status");
        row("a word nobody knows", R"({"kind":"network","host":"p","colour":true})", "colour");
        row("another kind's word", R"({"kind":"network","host":"p","baud":9600})", "baud");
        row("a baud nobody has", R"({"kind":"serial","path":"/dev/ttyS0","baud":9601})", "baud");
        row("no path", R"({"kind":"device"})", "path");
        row("no name", R"({"kind":"system"})", "name");
        row("no folder", R"({"kind":"pdf"})", "path");
        row("a file has no drawer", R"({"kind":"pdf","path":"/x","drawer":true})", "drawer");
        row("a drawer on none", R"({"kind":"none","drawer":true})", "drawer");
    }
    void whatIsWrongIsNamed()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, member);
        const auto settings = read(json);
        QVERIFY(!settings);
        QCOMPARE(settings.error().code, ErrorCode::Configuration);
        QVERIFY2(settings.error().message.startsWith("printer: " + member + ' '), qPrintable(settings.error().message));
    }
};

QTEST_MAIN(PrinterSettingsTest)
#include "tst_printer_settings.moc"
