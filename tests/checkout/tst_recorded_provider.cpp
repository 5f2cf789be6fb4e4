// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/checkout/RecordedProvider.h"
#include "tests/support/Shop.h"

using namespace std::chrono_literals;

namespace {

struct RecordedRig : Shop
{
    MarkStore marks{*database, "1900000001"};
    FlightRecorder recorder{marks, clock};
    RecordedProvider provider{wechat, recorder, clock};

    RecordedRig() { (void)await(store.insert(Orders::fresh(), Orders::created())); }
    QStringList said()
    {
        (void)await(recorder.flush());
        QStringList said;
        const auto found = await(marks.of(Orders::number()));
        for (const OrderMark &mark : *found)
            said << QStringLiteral("%1 %2 %3").arg(mark.what, mark.detail.outcome).arg(mark.detail.tookMs);
        return said;
    }
};

} // namespace

/// The provider's questions and answers are marked with what they took, and pass through unchanged.
class RecordedProviderTest : public QObject
{
    Q_OBJECT
private slots:
    void aQuestionAndItsAnswer()
    {
        RecordedRig rig;
        rig.wechat.creates.hold = true;
        auto answer = rig.provider.createNative(Orders::fresh());
        rig.pass(31ms);
        rig.wechat.creates.release(QStringLiteral("weixin://wxpay/bizpayurl?pr=secret"));
        QCOMPARE(*await(answer), QString("weixin://wxpay/bizpayurl?pr=secret"));
        QCOMPARE(rig.said(), QStringList({"create_asked  -1", "create_answered ok 31"}));
    }
    void aQuestionWithoutAnAnswer()
    {
        RecordedRig rig;
        rig.wechat.closes.answers = {Error{ErrorCode::Unknown, "what the network said"}};
        const auto answer = await(rig.provider.close(Orders::number()));
        QCOMPARE(answer.error().code, ErrorCode::Unknown);
        QCOMPARE(answer.error().message, QString("what the network said"));
        QCOMPARE(rig.said(), QStringList({"close_asked  -1", "close_answered no_answer 0"}));
    }
    void aQueryIsOneMarkAtTheTimeOfItsQuestion()
    {
        RecordedRig rig;
        const QDateTime asked = rig.clock.now();
        rig.wechat.queries.hold = true;
        auto answer = rig.provider.query(Orders::number());
        rig.pass(120ms);
        rig.wechat.queries.release(Orders::saying(TradeState::NotPay));
        QVERIFY(await(answer).has_value());
        QCOMPARE(rig.said(), QStringList{"query NOTPAY 120"});
        QCOMPARE(await(rig.marks.of(Orders::number()))->first().at, asked);
    }
    void everyCallSaysHowItEnded()
    {
        RecordedRig rig;
        QStringList ended;
        connect(&rig.provider, &RecordedProvider::ended, this,
                [&ended](const char *call, std::optional<ErrorCode> fault, std::chrono::milliseconds took) {
                    ended << QStringLiteral("%1 %2 %3").arg(call).arg(fault ? int(*fault) : -1).arg(took.count());
                });
        rig.wechat.creates.hold = true;
        auto answer = rig.provider.createNative(Orders::fresh());
        rig.pass(31ms);
        rig.wechat.creates.release(QStringLiteral("weixin://wxpay/bizpayurl?pr=secret"));
        (void)await(answer);
        rig.wechat.closes.answers = {Error{ErrorCode::Unknown, {}}};
        (void)await(rig.provider.close(Orders::number()));
        rig.wechat.queries.answers = {Error{ErrorCode::NotFound, {}}, Orders::saying(TradeState::NotPay)};
        (void)await(rig.provider.queryByTransactionId("420001"));
        (void)await(rig.provider.query(Orders::number()));
        QCOMPARE(ended, QStringList({"create -1 31", QStringLiteral("close %1 0").arg(int(ErrorCode::Unknown)),
                                     QStringLiteral("query %1 0").arg(int(ErrorCode::NotFound)), "query -1 0"}));
    }
    void theOtherWayToAskIsMarkedByItsAnswer()
    {
        RecordedRig rig;
        rig.wechat.queries.answers = {Error{ErrorCode::NotFound, {}}, Orders::saying(TradeState::Success)};
        (void)await(rig.provider.queryByTransactionId("420001"));
        (void)await(rig.provider.queryByTransactionId("420001"));
        QCOMPARE(rig.said(), QStringList{"query SUCCESS 0"});
    }
};

QTEST_GUILESS_MAIN(RecordedProviderTest)
#include "tst_recorded_provider.moc"
