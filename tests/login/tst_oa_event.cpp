// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/login/AccountPushes.h"

#include <QTest>

/// What is read out of a push, and what is not even tried.
class OaEventTest : public QObject
{
    Q_OBJECT

    static OfficialAccountEvent good(const QByteArray &xml)
    {
        const auto event = OfficialAccountEvent::read(xml);
        return event && *event ? **event : OfficialAccountEvent{};
    }
    /// The valid event with something put in its place.
    static QByteArray spoiled(const QByteArray &before, const QByteArray &after)
    {
        QByteArray xml = AccountPushes::xml("SCAN", "login_7f3c9a");
        if (!xml.contains(before))
            qFatal("nothing to spoil");
        return xml.replace(before, after);
    }

private slots:
    void whoeverScans()
    {
        const auto event = good(AccountPushes::xml("SCAN", "login_7f3c9a"));
        QCOMPARE(event.event, QStringLiteral("SCAN"));
        QCOMPARE(event.scene, QStringLiteral("login_7f3c9a"));
        QCOMPARE(event.fromOpenid, QStringLiteral("oUpF8uMuAJO_M2pxb"));
        QCOMPARE(event.createTime, 1767225600);
        QCOMPARE(event.ticket, QString());
    }
    void aSceneThatBeginsLikeANewFollowers()
    {
        QCOMPARE(good(AccountPushes::xml("SCAN", "qrscene_x")).scene, QStringLiteral("qrscene_x"));
        QCOMPARE(good(AccountPushes::xml("subscribe", "qrscene_qrscene_x")).scene, QStringLiteral("qrscene_x"));
    }
    void followingWithoutAQrIsNoScan_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::newRow("found by name") << QByteArray();
        QTest::newRow("after a payment") << QByteArray("last_trade_no_4200001");
    }
    void followingWithoutAQrIsNoScan()
    {
        QFETCH(QByteArray, key);
        const auto event = good(AccountPushes::xml("subscribe", key));
        QCOMPARE(event.event, QStringLiteral("subscribe"));
        QCOMPARE(event.scene, QString());
    }
    void otherEventsHaveNoScene()
    {
        QCOMPARE(good(AccountPushes::xml("VIEW", "http://example.test/" + QByteArray(500, 'x'))).scene, QString());
        QCOMPARE(good(AccountPushes::xml("unsubscribe", "")).event, QStringLiteral("unsubscribe"));
    }
    void aMessageIsNoEvent()
    {
        const auto message = OfficialAccountEvent::read(spoiled("<![CDATA[event]]>", "<![CDATA[text]]>"));
        QVERIFY(message && !*message);
    }
    void unknownElementsArePassedOver()
    {
        QCOMPARE(good(spoiled("<Event>", "<New a='1'><Event>unsubscribe</Event><deep><er/></deep></New><Event>")).event,
                 QStringLiteral("SCAN"));
        QCOMPARE(good("<?xml version='1.0' encoding='UTF-8'?>\n<!-- c -->" + AccountPushes::xml("SCAN", "x")).scene,
                 QStringLiteral("x"));
    }
    void whatIsNotAnEventIsRefused_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("JSON") << QByteArray("{\"Event\":\"SCAN\"}");
        QTest::newRow("half of it") << AccountPushes::xml("SCAN", "x").chopped(40);
        QTest::newRow("more after it") << AccountPushes::xml("SCAN", "x") + "<xml/>";
        QTest::newRow("zeros") << QByteArray(500, '\0');
        QTest::newRow("binary") << QByteArray::fromHex("89504e470d0a1a0affd8ffe000104a46");
        QTest::newRow("bad UTF-8") << spoiled("login_", "login\xff\xfe");
        QTest::newRow("another root") << spoiled("xml>", "html>");
        QTest::newRow("1 MiB") << AccountPushes::xml("SCAN", QByteArray(1024 * 1024, 'x'));
        QTest::newRow("just too long") << AccountPushes::xml("SCAN", "x")
                                              + QByteArray(OfficialAccountEvent::maxBytes, ' ');
        QTest::newRow("as deep as fits") << QByteArray("<xml>") + QByteArray("<a>").repeated(5000);
        QTest::newRow("no sender") << spoiled("FromUserName", "OtherName");
        QTest::newRow("a sender with markup") << spoiled("[oUpF", "[<b>");
        QTest::newRow("an endless sender") << AccountPushes::xml("SCAN", "x", QByteArray(65, 'o'));
        QTest::newRow("no time") << spoiled("CreateTime", "OtherTime");
        QTest::newRow("a time that is none") << spoiled(">1767225600<", ">yesterday<");
        QTest::newRow("a time before time") << spoiled(">1767225600<", ">-1<");
        QTest::newRow("no type") << spoiled("MsgType", "OtherType");
        QTest::newRow("no event") << spoiled("[SCAN]", "[]");
        QTest::newRow("an event with spaces") << spoiled("[SCAN]", "[SCAN OF]");
        QTest::newRow("a scan of nothing") << spoiled("[login_7f3c9a]", "[]");
        QTest::newRow("an endless scene") << AccountPushes::xml("SCAN", QByteArray(65, 'x'));
        QTest::newRow("two senders") << spoiled("</xml>", "<FromUserName>oOther</FromUserName></xml>");
        QTest::newRow("elements in a field") << spoiled("<![CDATA[SCAN]]>", "<b>SCAN</b>");
    }
    void whatIsNotAnEventIsRefused()
    {
        QFETCH(QByteArray, xml);
        const auto event = OfficialAccountEvent::read(xml);
        QVERIFY(!event);
        QCOMPARE(event.error().code, ErrorCode::InvalidInput);
    }
    void noDtdAndNoEntities_data()
    {
        QTest::addColumn<QByteArray>("xml");
        const auto with = [](const QByteArray &dtd, const QByteArray &scene) {
            return dtd + spoiled("<![CDATA[login_7f3c9a]]>", scene);
        };
        QTest::newRow("an empty DTD") << with("<!DOCTYPE xml>", "x");
        QTest::newRow("an entity") << with("<!DOCTYPE xml [<!ENTITY a 'x'>]>", "&a;");
        QTest::newRow("a file of ours") << with("<!DOCTYPE xml [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>", "&a;");
        QTest::newRow("somebody's server") << with("<!DOCTYPE xml SYSTEM 'http://127.0.0.1:9/x.dtd'>", "x");
        QTest::newRow("an entity nobody declared") << with("", "&a;");
        QByteArray bomb = "<!DOCTYPE xml [<!ENTITY a0 'ha'>";
        for (int i = 1; i < 60; ++i) {
            const QByteArray last = "&a" + QByteArray::number(i - 1) + ';';
            bomb += "<!ENTITY a" + QByteArray::number(i) + " '" + last.repeated(10) + "'>";
        }
        QTest::newRow("a bomb") << with(bomb + "]>", "&a59;");
    }
    void noDtdAndNoEntities()
    {
        QFETCH(QByteArray, xml);
        QVERIFY(xml.size() < OfficialAccountEvent::maxBytes);
        const auto event = OfficialAccountEvent::read(xml);
        QVERIFY(!event);
        QCOMPARE(event.error().code, ErrorCode::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(OaEventTest)
#include "tst_oa_event.moc"
