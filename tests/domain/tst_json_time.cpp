// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/Json.h"

#include <QRandomGenerator>
#include <QTest>

/// A time in JSON is written as Qt writes RFC 3339 with milliseconds, on China's clocks, and read back the same.
class JsonTimeTest : public QObject
{
    Q_OBJECT

    static void compare(qint64 ms)
    {
        const auto time = QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
        const auto json = Json::fromTime(time);
        QCOMPARE(json.toString(), time.toOffsetFromUtc(8 * 3600).toString(Qt::ISODateWithMs));
        if (time.date().year() < 9999)
            QCOMPARE(Json::toTime(json), time);
    }

private slots:
    void atTheEdges()
    {
        for (const auto *text : {"1970-01-01T00:00:00.000Z", "1969-12-31T23:59:59.999Z", "2024-02-28T15:59:59.999Z",
                                 "2024-02-28T16:00:00.000Z", "2024-02-29T16:00:00.000Z", "2025-12-31T16:00:00.000Z",
                                 "2100-02-28T16:00:00.000Z", "9998-12-31T15:59:59.999Z", "9999-12-31T15:59:59.999Z"})
            compare(QDateTime::fromString(QLatin1String(text), Qt::ISODateWithMs).toMSecsSinceEpoch());
    }
    void anywhere()
    {
        QRandomGenerator random(7);
        for (int i = 0; i < 2000; ++i)
            compare(qint64(random.generate64() % 4'102'444'800'000)); // to the year 2100
    }
    void noTime() { QVERIFY(Json::fromTime({}).isNull()); }
};

QTEST_GUILESS_MAIN(JsonTimeTest)
#include "tst_json_time.moc"
