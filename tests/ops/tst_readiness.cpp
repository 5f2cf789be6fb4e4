// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ops/Readiness.h"
#include "tests/support/Await.h"

#include <QJsonDocument>
#include <QPromise>
#include <QTest>

/// Ready is who has all parts ready; the answer says of each.
class ReadinessTest : public QObject
{
    Q_OBJECT

    static Readiness::Look saying(bool isReady, const char *state)
    {
        return [=] { return ready(PartState{isReady, QString::fromLatin1(state)}); };
    }

    static QJsonObject partOf(const HttpReply &reply, const QString &name)
    {
        return QJsonDocument::fromJson(reply.body).object()["parts"].toObject()[name].toObject();
    }

private slots:
    void allMustBe()
    {
        Readiness readiness;
        readiness.add("store", saying(true, "written"));
        auto reply = await(readiness.answer());
        QCOMPARE(reply.status, 200);
        readiness.add("provider", saying(false, "silent"));
        reply = await(readiness.answer());
        QCOMPARE(reply.status, 503);
        QCOMPARE(QJsonDocument::fromJson(reply.body).object()["ready"], QJsonValue(false));
        QCOMPARE(partOf(reply, "store")["ready"], QJsonValue(true));
        QCOMPARE(partOf(reply, "provider")["ready"], QJsonValue(false));
        QCOMPARE(partOf(reply, "provider")["state"], QJsonValue("silent"));
    }
    void aPartMayTakeItsTime()
    {
        Readiness readiness;
        QPromise<PartState> store;
        store.start();
        readiness.add("store", [&store] { return store.future(); });
        readiness.add("server", saying(true, "running"));
        const auto answer = readiness.answer();
        QCoreApplication::processEvents();
        QVERIFY(!answer.isFinished());
        store.addResult(PartState{true, "written", {{"ms", 3}}});
        store.finish();
        const auto reply = await(answer);
        QCOMPARE(reply.status, 200);
        QCOMPARE(partOf(reply, "store")["ms"], QJsonValue(3));
    }
};

QTEST_GUILESS_MAIN(ReadinessTest)
#include "tst_readiness.moc"
