// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/checkout/CheckVerdict.h"
#include "tests/support/Orders.h"

#include <QTest>

/// Which of several orders a number on a phone stands for, and when nothing may be said.
class CheckVerdictTest : public QObject
{
    Q_OBJECT

    QDateTime m_now = Orders::start.addSecs(3600); // nine in the morning, in the shop

    static Order unpaid(const char *number, int madeS = 0)
    {
        Order order = Orders::fresh(number);
        order.createdAt = Orders::start.addSecs(madeS);
        return order;
    }
    static Order paid(const char *number, int paidS = 60, const char *transaction = "4200000000000000000000004821")
    {
        Order order = unpaid(number);
        order.state = TradeState::Success;
        order.successTime = Orders::start.addSecs(paidS);
        order.transactionId = QString::fromLatin1(transaction);
        return order;
    }
    CheckFacts facts(const char *number, const QList<Order> &matching, const char *onScreen = nullptr) const
    {
        CheckFacts facts{.shown = {.text = QString::fromLatin1(number)}, .known = {.matching = matching}, .now = m_now};
        if (onScreen)
            facts.shown.onScreen = Orders::number(onScreen);
        return facts;
    }
    static QString said(const CheckFacts &facts)
    {
        const auto check = judge(facts);
        return toText(check.verdict) + (check.order ? u' ' + check.order->outTradeNo.text() : QString());
    }

private slots:
    void thePaidOrderOnTheScreenIsThis()
    {
        auto order = paid("AA4821");
        QCOMPARE(said(facts("4821", {paid("BB4821", 70), order}, "AA4821")), QStringLiteral("this AA4821"));
        QCOMPARE(judge(facts("4821", {order}, "AA4821")).paidAt, order.successTime);
        order.state = TradeState::Refund; // it was paid
        QCOMPARE(said(facts("4821", {order}, "AA4821")), QStringLiteral("this AA4821"));
    }
    void aWholeNumberOfAnotherOneIsAnother()
    {
        // The screen's order ends alike, and the customer shows all of the other one's number.
        const auto screen = paid("AA4821", 60, "4200000000000000000000001111");
        const auto other = paid("BB4821", 50, "4200000000000000000000002222");
        QCOMPARE(said(facts("BB4821", {screen, other}, "AA4821")), QStringLiteral("another BB4821"));
        QCOMPARE(said(facts("4200000000000000000000002222", {other}, "AA4821")), QStringLiteral("another BB4821"));
    }
    void theNewestPaymentOfTodayWins()
    {
        QCOMPARE(said(facts("4821", {paid("AA4821", 10), paid("BB4821", 30), paid("CC4821", 20)})),
                 QStringLiteral("another BB4821"));
        QCOMPARE(said(facts("4821", {unpaid("DD4821"), paid("AA4821", 10)}, "DD4821")),
                 QStringLiteral("another AA4821"));
    }
    void theDayIsTheShops()
    {
        // Midnight in the shop is 16:00 UTC.
        const int midnightS = 16 * 3600;
        m_now = Orders::start.addSecs(midnightS + 60);
        QCOMPARE(said(facts("4821", {paid("AA4821", midnightS)})), QStringLiteral("another AA4821"));
        QCOMPARE(said(facts("4821", {paid("AA4821", midnightS - 1)})), QStringLiteral("another_day AA4821"));
        QCOMPARE(judge(facts("4821", {paid("AA4821", 5)})).paidAt, Orders::start.addSecs(5));
        m_now = Orders::start.addSecs(3600);
    }
    void theScreensOwnUnpaidNumberIsSaidBeforeAnOldPayment()
    {
        const auto old = paid("BB4821", -90'000);
        QCOMPARE(said(facts("4821", {unpaid("AA4821"), old}, "AA4821")), QStringLiteral("unpaid AA4821"));
        QCOMPARE(said(facts("4821", {unpaid("AA4821"), old}, "CC0000")), QStringLiteral("another_day BB4821"));
        QVERIFY(!judge(facts("4821", {unpaid("AA4821")})).paidAt.isValid());
    }
    void whatNobodyKnowsIsNone()
    {
        QCOMPARE(said(facts("4821", {})), QStringLiteral("none"));
        QCOMPARE(said(facts("4821", {}, "AA0000")), QStringLiteral("none"));
        QCOMPARE(said(facts("4821", {unpaid("BB4821"), unpaid("AA4821")})), QStringLiteral("unpaid BB4821"));
    }
    void aMissingAnswerThatCouldChangeItIsUnknown()
    {
        auto none = facts("4821", {}, "AA0000");
        none.isSilent = true;
        QCOMPARE(said(none), QStringLiteral("unknown"));
        auto old = facts("4821", {paid("BB4821", -90'000)});
        old.isSilent = true;
        QCOMPARE(said(old), QStringLiteral("unknown"));
        // That an end fits another sale may be chance while nobody says whether the screen's is paid.
        auto today = facts("4821", {paid("BB4821")}, "AA0000");
        today.isSilent = today.isSilentAboutScreen = true;
        QCOMPARE(said(today), QStringLiteral("unknown"));
        auto screens = facts("4821", {unpaid("AA4821")}, "AA4821");
        screens.isSilent = screens.isSilentAboutScreen = true;
        QCOMPARE(said(screens), QStringLiteral("unknown AA4821"));
    }
    void aMissingAnswerThatCouldNotIsNoMatter()
    {
        auto whole = facts("4200000000000000000000004821", {paid("BB0000")}, "AA0000");
        whole.isSilent = whole.isSilentAboutScreen = true;
        QCOMPARE(said(whole), QStringLiteral("another BB0000"));
        auto today = facts("4821", {paid("BB4821")}, "AA0000");
        today.isSilent = true; // about somebody else's
        QCOMPARE(said(today), QStringLiteral("another BB4821"));
    }
    void moneyThatWaitsForAPersonPaysNothing()
    {
        auto order = unpaid("AA4821");
        order.openCase = CaseKind::AmountMismatch;
        QCOMPARE(said(facts("4821", {order}, "AA4821")), QStringLiteral("unpaid AA4821"));
    }
    void comesOverTheWire()
    {
        for (const auto &known :
             {facts("4821", {paid("AA4821")}, "AA4821"), facts("4821", {}), facts("4821", {unpaid("AA4821")})}) {
            const auto check = judge(known);
            const auto read = Json::toCheck(Json::fromCheck(check));
            QCOMPARE(read->verdict, check.verdict);
            QCOMPARE(read->order.has_value(), check.order.has_value());
            QCOMPARE(read->paidAt, check.paidAt);
        }
        QCOMPARE(Json::fromCheck(judge(facts("4821", {}))),
                 (QJsonObject{{"verdict", "none"}, {"order", QJsonValue()}, {"paid_at", QJsonValue()}}));
        QVERIFY(!Json::toCheck({{"verdict", "maybe"}}));
        QVERIFY(!Json::toCheck({{"verdict", "this"}, {"order", QJsonValue()}})); // of what?
    }
};

QTEST_GUILESS_MAIN(CheckVerdictTest)
#include "tst_check_verdict.moc"
