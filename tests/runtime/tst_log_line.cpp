// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/runtime/LogLine.h"

#include <QJsonDocument>
#include <QTest>

/// Whatever is logged is one line that programs can read, moves no cursor and gives no secret away.
class LogLineTest : public QObject
{
    Q_OBJECT

    static LogLine line(const QString &message, const QJsonObject &fields = {})
    {
        return {QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5, 6), Qt::UTC), "info", "scantill.test", message, fields};
    }
    static QJsonObject read(const QByteArray &json) { return QJsonDocument::fromJson(json).object(); }

private slots:
    void asJson()
    {
        const auto bytes = line("ready 好了", {{"http", "http://127.0.0.1:8080"}, {"count", 3}}).json();
        QCOMPARE(bytes.count('\n'), 1);
        QVERIFY(bytes.endsWith('\n'));
        const auto json = read(bytes);
        QCOMPARE(json.keys(), (QStringList{"category", "fields", "level", "message", "ts"}));
        QCOMPARE(json["ts"], QJsonValue("2026-01-02T03:04:05.006Z"));
        QCOMPARE(json["level"], QJsonValue("info"));
        QCOMPARE(json["category"], QJsonValue("scantill.test"));
        QCOMPARE(json["message"], QJsonValue(QStringLiteral("ready 好了")));
        QCOMPARE(json["fields"].toObject()["count"], QJsonValue(3));
        QVERIFY(!read(line("ready").json()).contains("fields"));
    }
    void asText()
    {
        QCOMPARE(line("ready", {{"count", 3}}).text(),
                 QByteArray("2026-01-02T03:04:05.006Z info scantill.test: ready count=3\n"));
    }
    void controlCharactersAreWritten_data()
    {
        QTest::addColumn<QString>("evil");
        QTest::newRow("line feed") << QString("a\nfatal: forged");
        QTest::newRow("carriage return") << QString("a\rfatal: forged");
        QTest::newRow("escape") << QString("a\x1b[2Jb");
        QTest::newRow("DEL") << QString("a\x7f"
                                        "b");
        QTest::newRow("C1 CSI") << QString("a") + QChar(0x9b) + "2Jb";
        QTest::newRow("line separator") << QString("a") + QChar(0x2028) + "b";
        QTest::newRow("right to left") << QString("a") + QChar(0x202e) + "b";
        QTest::newRow("NUL") << QString("a") + QChar(0) + "b";
    }
    void controlCharactersAreWritten()
    {
        QFETCH(QString, evil);
        for (const auto &bytes : {line(evil).json(), line(evil).text(), line("x", {{"y", evil}}).json()}) {
            QCOMPARE(bytes.count('\n'), 1);
            for (const QChar c : QString::fromUtf8(bytes.chopped(1)))
                QVERIFY(c.isPrint());
        }
        QCOMPARE(read(line(evil).json())["message"], QJsonValue(evil)); // and nothing is lost
    }
    void secretsAreTakenOut_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("secret");
        const auto row = [](const char *name, const QString &message, const QString &secret) {
            QTest::newRow(name) << message << secret;
        };
        row("bearer", "Authorization: Bearer abcDEF123-_456 refused", "abcDEF123-_456");
        row("merchant's signature", "Authorization: WECHATPAY2-SHA256-RSA2048 mchid=\"1\",signature=\"c2ln\"", "c2ln");
        row("query", "GET /scan/1?timeout=3&token=abcdef0123 took long", "abcdef0123");
        row("JSON", "{\"api_v3_key\": \"0123456789abcdef0123456789abcdef\", \"mchid\":\"1\"}",
            "0123456789abcdef0123456789abcdef");
        row("app secret", "app_secret=feedbeef", "feedbeef");
        row("private key", "read -----BEGIN PRIVATE KEY-----\nMIIEvQIBADAN\n-----END PRIVATE KEY----- twice",
            "MIIEvQIBADAN");
        row("private key, cut", "read -----BEGIN RSA PRIVATE KEY-----\nMIIEvQIBADAN\nBgkqhkiG", "MIIEvQIBADAN");
    }
    void secretsAreTakenOut()
    {
        QFETCH(QString, message);
        QFETCH(QString, secret);
        QVERIFY(!line(message).json().contains(secret.toUtf8()));
        QVERIFY(!line(message).text().contains(secret.toUtf8()));
        QVERIFY(!line("x", {{"said", message}}).json().contains(secret.toUtf8()));
        QVERIFY(!line("x", {{"session_token", secret}, {"pin", secret}}).json().contains(secret.toUtf8()));
    }
    void wordsAboutSecretsStay()
    {
        const QString words = "api_v3_key: the file must hold 32 characters; a valid token is needed, mchid=1900000109";
        QCOMPARE(read(line(words).json())["message"], QJsonValue(words));
    }
    void isCutToWhatAPipeTakesWhole_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<int>("fieldSize");
        QTest::newRow("long") << QString(100'000, 'x') << 1;
        QTest::newRow("Chinese") << QString(5'000, QChar(0x6536)) << 1;
        QTest::newRow("escapes") << QString(5'000, QChar(1)) << 1;
        QTest::newRow("emoji") << QStringLiteral("😀").repeated(3'000) << 1;
        QTest::newRow("long field") << QString("short") << 100'000;
    }
    void isCutToWhatAPipeTakesWhole()
    {
        QFETCH(QString, message);
        QFETCH(int, fieldSize);
        const auto made = line(message, {{"field", QString(fieldSize, 'y')}});
        for (const auto &bytes : {made.json(), made.text()}) {
            QVERIFY(bytes.size() <= LogLine::maxBytes && bytes.size() > 20);
            QVERIFY(bytes.endsWith('\n'));
            QVERIFY(!bytes.contains("\xef\xbf\xbd")); // no character was cut in two
        }
        const auto kept = read(made.json())["message"].toString();
        QVERIFY(kept == message || (kept.endsWith(QChar(0x2026)) && message.startsWith(kept.chopped(1))));
    }
};

QTEST_GUILESS_MAIN(LogLineTest)
#include "tst_log_line.moc"
