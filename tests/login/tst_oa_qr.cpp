// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/login/AccountRig.h"

#include <QJsonDocument>
#include <QTest>

using namespace std::chrono_literals;

/// The QR of a ticket: the account's where WeChat draws one in time, the page's where it does not.
class OaQrTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<AccountRig> m_rig;

    QFuture<Result<QString>> asked() { return m_rig->account.qrFor(m_rig->ticket()); }

private slots:
    void init() { m_rig = std::make_unique<AccountRig>(); }

    void theAccountsOwn()
    {
        auto qr = asked();
        m_rig->net.answer(0, QJsonObject{{"access_token", "t"}, {"expires_in", 7200}});
        const auto body = QJsonDocument::fromJson(m_rig->net.calls.at(1).body).object();
        QCOMPARE(body["expire_seconds"].toInt(), 120);
        QCOMPARE(body["action_info"].toObject()["scene"].toObject()["scene_str"].toString(), QStringLiteral("KEY"));
        m_rig->net.answer(1, QJsonObject{{"url", "http://weixin.qq.com/q/1"}});
        QCOMPARE(*resultOf(qr), QStringLiteral("http://weixin.qq.com/q/1"));
    }
    void silenceIsAnsweredByThePage()
    {
        auto qr = asked();
        m_rig->clock.advance(2999ms);
        QVERIFY(!qr.isFinished());
        m_rig->clock.advance(1ms);
        QVERIFY(qr.isFinished());
        QCOMPARE(*resultOf(qr), *m_rig->pageQr);
        m_rig->net.answer(0, QJsonObject{{"access_token", "t"}, {"expires_in", 7200}}); // late: harms nobody
        m_rig->net.answer(1, QJsonObject{{"url", "http://weixin.qq.com/q/1"}});
    }
    void aRefusalIsAnsweredByThePage()
    {
        auto qr = asked();
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression("the page's QR instead: .*errcode 40013"));
        m_rig->net.answer(0, QJsonObject{{"errcode", 40013}});
        QCOMPARE(*resultOf(qr), *m_rig->pageQr);
    }
    void withoutAPageThereIsNone()
    {
        m_rig->pageQr = Error{ErrorCode::ProviderUnavailable, "phones cannot reach us"};
        auto qr = asked();
        QCOMPARE(resultOf(qr).error().message, QStringLiteral("phones cannot reach us"));
        QVERIFY(m_rig->net.calls.isEmpty());
    }
};

QTEST_GUILESS_MAIN(OaQrTest)
#include "tst_oa_qr.moc"
