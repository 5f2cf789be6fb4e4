// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/QuietTill.h"
#include "tests/window/DistantShop.h"
#include "tests/window/TillUnderTest.h"

#include <QTimer>
#include <random>
#include <vector>

/// "An owner's first ten minutes", part 4 (product.md): ten orders are paid in the last second of their life, or just
/// after. Each ends green, or unpaid with the phone refused, or as one case; never as two of these.
class WindowExpiryRaceTest : public QObject
{
    Q_OBJECT

    /// One order at one till, and its customer.
    struct Race
    {
        QString number;
        int status = 0; ///< of the phone
        QList<PayState> states;
    };
    static constexpr int lifetimeS = 60; ///< the shortest there is
    static constexpr int others = 9; ///< tills without a window, beside the one with

    static void note(Race &race, PayState state)
    {
        if (race.states.isEmpty() || race.states.back() != state)
            race.states.append(state);
    }
    static QString amountOf(int till) { return QString::number(30 + till); }
    QString numberOf(ShopServer &shop, int till)
    {
        for (const auto &row : shop.rows()) {
            if (row.toObject()["amount"].toObject()["total"].toInt() == (30 + till) * 100)
                return row.toObject()["out_trade_no"].toString();
        }
        return {};
    }
    void payAt(ShopServer &shop, Race &race, int beforeEndMs)
    {
        const auto end = QDateTime::fromString(shop.order(race.number)["expires_at"].toString(), Qt::ISODateWithMs)
                             .toMSecsSinceEpoch();
        const auto waitMs = end - SystemClock().nowMs() - beforeEndMs;
        QTimer::singleShot(std::max<qint64>(0, waitMs), Qt::PreciseTimer, this, [this, &shop, &race] {
            shop.paySoonByNumber(race.number).then(this, [&race](const Result<HttpAnswer> &answer) {
                race.status = answer ? answer->status : -1;
            });
        });
    }
    static void judge(ShopServer &shop, const Race &race, const QJsonArray &cases)
    {
        const auto green = race.states.count(PayState::Paid);
        const auto unpaid = race.states.count(PayState::Expired);
        const auto inbox = std::count_if(cases.begin(), cases.end(), [&race](const QJsonValue &one) {
            return one.toObject()["out_trade_no"].toString() == race.number;
        });
        const auto what = QStringLiteral("%1: phone %2, green %3, unpaid %4, cases %5, %6")
                              .arg(race.number)
                              .arg(race.status)
                              .arg(green)
                              .arg(unpaid)
                              .arg(inbox)
                              .arg(shop.state(race.number));
        const bool isOne = race.status == 200 ? green + inbox == 1 : green + inbox == 0 && unpaid == 1;
        QVERIFY2(isOne, qPrintable(what));
        QCOMPARE(shop.state(race.number), QString(green ? "SUCCESS" : "CLOSED"));
    }

private slots:
    void tenAtOnce()
    {
        auto distant = std::make_unique<DistantShop>(lifetimeS);
        DistantShop &shop = *distant;
        TillUnderTest window({1366, 768}, nullptr, std::move(distant));
        SystemClock clock;
        SystemRandom random;
        SaleSettings settings;
        settings.description = QStringLiteral("tea");
        std::vector<std::unique_ptr<QuietTill>> tills;
        std::vector<Race> races(others + 1);
        for (int till = 0; till < others; ++till) {
            const QuietTill::Place place{QUrl(shop.at().http), shop.at().terminalToken,
                                         shop.path(QStringLiteral("till-%1.jsonl").arg(till))};
            tills.push_back(std::make_unique<QuietTill>(place, clock, random, settings));
            auto &flow = tills.back()->flow();
            connect(&flow, &SaleFlow::changed, this, [&flow, &race = races[till]] { note(race, flow.view().state); });
            tills.back()->start();
            tills.back()->sell(amountOf(till));
        }
        connect(&window.flow(), &SaleFlow::changed, this, [&] { note(races[others], window.state()); });
        QVERIFY(window.bringUpCode(amountOf(others)));
        std::mt19937_64 dice(10);
        for (int till = 0; till <= others; ++till) {
            QTRY_VERIFY(races[till].states.contains(PayState::Waiting));
            races[till].number = numberOf(shop, till);
            QVERIFY(!races[till].number.isEmpty());
            payAt(shop, races[till], till == others ? 700 : int(dice() % 1300) - 300);
        }
        const auto isOver = [](const Race &race) {
            return race.status != 0
                   && (race.states.contains(PayState::Paid) || race.states.contains(PayState::Expired));
        };
        QVERIFY(QTest::qWaitFor([&] { return std::all_of(races.begin(), races.end(), isOver); },
                                lifetimeS * 1000 + TillUnderTest::patienceMs));
        QTest::qWait(4000); // what a late notification or one more question would change
        const QJsonArray cases = shop.cases();
        for (const Race &race : races)
            judge(shop, race, cases);
        QVERIFY(std::any_of(races.begin(), races.end(), [](const Race &race) { return race.status == 200; }));
    }
};

QTEST_MAIN(WindowExpiryRaceTest)
#include "tst_window_expiry_race.moc"
