// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/checkout/PaymentChecks.h"
#include "tests/checkout/OpenShop.h"

using namespace std::chrono_literals;

namespace {

constexpr auto wechats = "4200001234202601010000004821"; // 28 digits

struct CheckingShop : OpenShop
{
    CheckStore checkStore{*database, "1900000001"};
    PaymentChecks checks{checkStore, *checkout, clock};

    explicit CheckingShop(int queriesPerSecond = 50) : OpenShop(queriesPerSecond) {}

    QFuture<Result<PaymentCheck>> begin(const QString &number, const char *onScreen = nullptr)
    {
        ShownNumber shown{.text = number};
        if (onScreen)
            shown.onScreen = Orders::number(onScreen);
        auto check = checks.check(shown);
        settleDown();
        return check;
    }
    /// "verdict order", without any time passing.
    QString said(const QString &number, const char *onScreen = nullptr)
    {
        const auto check = begin(number, onScreen);
        return check.isFinished() ? text(check.result()) : QStringLiteral("not yet");
    }
    static QString text(const Result<PaymentCheck> &check)
    {
        if (!check)
            return QStringLiteral("error");
        return toText(check->verdict) + (check->order ? u' ' + check->order->outTradeNo.text() : QString());
    }
    QList<PaymentCase> cases() { return *await(store.cases("open")); }
    int questions() const
    {
        return int(std::count_if(wechat.calls.begin(), wechat.calls.end(),
                                 [](const auto &call) { return call.what.startsWith("query"); }));
    }
};

} // namespace

/// "I have paid": whatever is shown, the provider decides, and what it says is in the books afterwards.
class PaymentChecksTest : public QObject
{
    Q_OBJECT
private slots:
    void thisSaleIsPaid_data()
    {
        QTest::addColumn<QString>("number");
        QTest::newRow("the end of our number") << "0001";
        QTest::newRow("our whole number") << "T00001";
        QTest::newRow("the end of WeChat's") << "4821";
        QTest::newRow("more of its end") << "0000004821";
        QTest::newRow("WeChat's whole number") << wechats;
    }
    void thisSaleIsPaid()
    {
        QFETCH(QString, number);
        CheckingShop shop;
        shop.place();
        shop.wechat.transactions["T00001"] = wechats;
        shop.wechat.pay("T00001"); // and no notification comes
        const auto check = shop.begin(number, "T00001");
        QVERIFY(check.isFinished());
        QCOMPARE(check.result()->verdict, CheckVerdict::This);
        QCOMPARE(check.result()->order->state, TradeState::Success);
        QCOMPARE(check.result()->paidAt, Orders::start.addSecs(5));
        QCOMPARE(shop.told.last(), QStringLiteral("SUCCESS 3"));
        const int asked = shop.questions();
        QCOMPARE(shop.said(number, "T00001"), QStringLiteral("this T00001"));
        if (number == wechats || number == "T00001")
            QCOMPARE(shop.questions(), asked); // what the books say for sure is not asked again
    }
    void anotherSaleOfTodayIsPaid()
    {
        CheckingShop shop;
        shop.place("T00001");
        shop.place("T00002");
        shop.wechat.transactions["T00001"] = wechats;
        shop.wechat.pay("T00001");
        for (const auto *number : {"4821", "0001", "T00001", wechats})
            QCOMPARE(shop.said(number, "T00002"), QStringLiteral("another T00001"));
        QCOMPARE(shop.said(wechats), QStringLiteral("another T00001"));
        QCOMPARE(shop.now("T00002").state, TradeState::NotPay);
    }
    void aScreenshotOfAnotherDay()
    {
        CheckingShop shop;
        shop.place("T00001");
        shop.wechat.pay("T00001");
        QCOMPARE(shop.said("0001"), QStringLiteral("another T00001"));
        shop.pass(24h, 1h);
        shop.place("T00002");
        QCOMPARE(shop.said("0001", "T00002"), QStringLiteral("another_day T00001"));
    }
    void theProviderSaysNotPaid()
    {
        CheckingShop shop;
        shop.place();
        QCOMPARE(shop.said("0001", "T00001"), QStringLiteral("unpaid T00001"));
        QCOMPARE(shop.said("T00001"), QStringLiteral("unpaid T00001"));
        QCOMPARE(shop.wechat.times("query T00001").size(), 2);
    }
    void nobodyKnowsTheNumber()
    {
        CheckingShop shop;
        shop.place();
        for (const auto *number : {"9999", "4200001234202601010000009999", "01jabcdefghjkmnpqrstv9999"})
            QCOMPARE(shop.said(number, "T00001"), QStringLiteral("none"));
        QVERIFY(shop.wechat.words().contains("query by 4200001234202601010000009999"));
        QVERIFY(shop.wechat.words().contains("query 01jabcdefghjkmnpqrstv9999"));
        QVERIFY(shop.cases().isEmpty());
    }
    void theProviderIsDown()
    {
        CheckingShop shop;
        shop.place();
        shop.wechat.isDown = true;
        QCOMPARE(shop.said("0001", "T00001"), QStringLiteral("unknown T00001"));
        QCOMPARE(shop.said("9999"), QStringLiteral("unknown"));
        QCOMPARE(shop.said(wechats, "T00001"), QStringLiteral("unknown"));
    }
    void theProviderHangs()
    {
        CheckingShop shop;
        shop.place();
        shop.wechat.hangs = true;
        const auto check = shop.begin("0001", "T00001");
        shop.pass(2999ms);
        QVERIFY(!check.isFinished());
        shop.pass(1ms);
        QVERIFY(check.isFinished());
        QCOMPARE(CheckingShop::text(check.result()), QStringLiteral("unknown T00001"));
    }
    void anAnswerThatComesTooLateIsSettledAllTheSame()
    {
        CheckingShop shop;
        shop.place();
        shop.wechat.pay("T00001");
        shop.wechat.delay = 4s;
        const auto check = shop.begin("0001", "T00001");
        shop.pass(3s);
        QCOMPARE(CheckingShop::text(check.result()), QStringLiteral("unknown T00001"));
        QCOMPARE(shop.now().state, TradeState::NotPay);
        shop.pass(1s);
        QCOMPARE(shop.now().state, TradeState::Success);
    }
    void whatIsKnownForSureNeedsNoAnswer()
    {
        CheckingShop shop;
        shop.place("T00001");
        shop.wechat.transactions["T00001"] = wechats;
        shop.wechat.pay("T00001");
        QCOMPARE(shop.said(wechats), QStringLiteral("another T00001"));
        shop.wechat.isDown = true;
        shop.place("T00002");
        QCOMPARE(shop.said(wechats, "T00002"), QStringLiteral("another T00001"));
        QCOMPARE(shop.said("4821", "T00002"), QStringLiteral("unknown")); // that could be T00002's too
    }
    void anotherMerchantsPaymentIsNone()
    {
        CheckingShop shop;
        shop.place();
        shop.wechat.isForeign = true;
        shop.wechat.states["THEIRS01"] = TradeState::Success;
        shop.wechat.transactions["THEIRS01"] = wechats;
        QCOMPARE(shop.said(wechats, "T00001"), QStringLiteral("none"));
        QCOMPARE(shop.cases().size(), 1);
        QCOMPARE(shop.cases().first().kind, CaseKind::Foreign);
        QCOMPARE(shop.said("4821", "T00001"), QStringLiteral("none"));
        QCOMPARE(shop.now().state, TradeState::NotPay);
    }
    void aPaymentOfANumberWeNeverMadeIsNoneAndACase()
    {
        CheckingShop shop;
        shop.wechat.states["01jabcdefghjkmnpqrstv0001"] = TradeState::Success;
        QCOMPARE(shop.said("01jabcdefghjkmnpqrstv0001"), QStringLiteral("none"));
        QCOMPARE(shop.cases().size(), 1);
        QCOMPARE(shop.cases().first().kind, CaseKind::UnknownOrder);
        QCOMPARE(shop.said("01jabcdefghjkmnpqrstv0001"), QStringLiteral("none"));
        QCOMPARE(shop.cases().size(), 1);
    }
    void anotherAmountPaysNothing()
    {
        CheckingShop shop;
        shop.place();
        shop.wechat.receives = 100;
        shop.wechat.transactions["T00001"] = wechats;
        shop.wechat.pay("T00001");
        for (const auto *number : {wechats, "4821", "0001"}) {
            const auto check = shop.begin(number, "T00001");
            QCOMPARE(CheckingShop::text(check.result()), QStringLiteral("unpaid T00001"));
            QCOMPARE(check.result()->order->openCase, CaseKind::AmountMismatch);
        }
        QCOMPARE(shop.cases().size(), 1);
    }
    void aLatePaymentPaysNothing()
    {
        CheckingShop shop;
        shop.place();
        (void)shop.checkout->close(Orders::number());
        shop.pass(5s);
        QCOMPARE(shop.now().state, TradeState::Closed);
        shop.wechat.pay("T00001");
        const auto check = shop.begin("0001", "T00001");
        QCOMPARE(CheckingShop::text(check.result()), QStringLiteral("unpaid T00001"));
        QCOMPARE(check.result()->order->openCase, CaseKind::Late);
    }
    void ofSeveralTheNewestPaymentOfTodayWins()
    {
        CheckingShop shop;
        for (const auto *number : {"A00001", "B00001", "C00001", "D00001"})
            shop.place(number);
        int atS = 0;
        for (const auto *number : {"B00001", "C00001", "A00001"}) {
            shop.wechat.paidAt = Orders::start.addSecs(++atS);
            shop.wechat.pay(number);
            QVERIFY(await(shop.checkout->query(Orders::number(number))));
        }
        QCOMPARE(shop.said("0001"), QStringLiteral("another A00001"));
        QCOMPARE(shop.said("0001", "D00001"), QStringLiteral("another A00001"));
        QCOMPARE(shop.said("0001", "B00001"), QStringLiteral("this B00001"));
    }
    void cashIsNoPaymentOnAPhone()
    {
        CheckingShop shop;
        Order cash = Orders::fresh("K00001");
        cash.tender = Tender::Cash;
        cash.state = TradeState::Success;
        cash.successTime = Orders::start;
        cash.cashReceived = cash.total;
        QVERIFY(await(shop.store.insert(cash, Orders::created())));
        QCOMPARE(shop.said("0001"), QStringLiteral("none"));
        QVERIFY(shop.wechat.calls.isEmpty());
    }
    void theOrderOnTheScreenMustBeThere()
    {
        CheckingShop shop;
        const auto check = shop.begin("0001", "T99999");
        QVERIFY(check.isFinished());
        QCOMPARE(check.result().error().code, ErrorCode::NotFound);
        shop.pass(4s); // nothing is said twice
    }
    void aCheckAsksOnlySoMuch()
    {
        CheckingShop shop;
        for (int i = 10; i < 40; ++i)
            shop.place(QStringLiteral("T%1").arg(i, 5, 10, QLatin1Char('0')).toLatin1().constData());
        const int before = shop.questions();
        QCOMPARE(shop.said(wechats, "T00010"), QStringLiteral("none"));
        QVERIFY(shop.questions() - before <= PaymentChecks::mostQuestions);
        QVERIFY(shop.wechat.words().contains("query T00010"));
    }
    void checksAreCountedLikeAllQuestions()
    {
        CheckingShop shop(2);
        shop.place();
        QList<QFuture<Result<PaymentCheck>>> checks;
        for (int i = 0; i < 6; ++i)
            checks << shop.begin("0001", "T00001");
        shop.pass(4s, 50ms);
        QList<qint64> asked;
        for (const auto &call : shop.wechat.calls) {
            if (call.what.startsWith("query"))
                asked << call.atMs;
        }
        QVERIFY(asked.size() >= 6);
        for (int i = 2; i < asked.size(); ++i)
            QVERIFY(asked[i] - asked[i - 2] >= 1000);
        for (const auto &check : checks)
            QVERIFY(check.isFinished());
    }
    void readsNumbers_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("number"); // empty: refused
        QTest::newRow("an end") << "4821"
                                << "4821";
        QTest::newRow("in groups") << " 4200 0012\t34 "
                                   << "4200001234";
        QTest::newRow("32") << QString(32, u'1') << QString(32, u'1');
        QTest::newRow("33") << QString(33, u'1') << "";
        QTest::newRow("three digits") << "821"
                                      << "";
        QTest::newRow("three digits and a blank") << "82 1"
                                                  << "";
        QTest::newRow("nothing") << ""
                                 << "";
        QTest::newRow("what no number has") << "48%21"
                                            << "";
        QTest::newRow("Chinese") << QStringLiteral("四八二一") << "";
    }
    void readsNumbers()
    {
        QFETCH(QString, text);
        QFETCH(QString, number);
        const auto read = PaymentChecks::readNumber(text);
        QCOMPARE(read ? *read : QString(), number);
    }
};

QTEST_GUILESS_MAIN(PaymentChecksTest)
#include "tst_payment_checks.moc"
