// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/Killings.h"

#include <QTest>

namespace {

const QJsonObject badDay{
    {"notify",
     QJsonObject{
         {"drop", 0.3}, {"duplicate", 0.2}, {"corrupt", 0.1}, {"delay_ms", QJsonArray{0, 1200}}, {"reorder", true}}},
    {"api", QJsonObject{{"error_rate", 0.08}, {"lose_reply", 0.04}, {"delay_ms", QJsonArray{0, 150}}}},
    {"schedule_scale", 0.02}};

} // namespace

Killings::Killings(const KillPlan &plan)
    : m_plan(plan), m_dice(plan.seed), m_shop(orderLifetimeS),
      m_robot(QStringLiteral(TILL_ROBOT), m_shop.path("robot.log"))
{
}

bool Killings::pass(int ms)
{
    QTest::qWait(ms);
    return true;
}

QStringList Killings::run()
{
    if (!open())
        return {"the programs do not start: " + QString::fromUtf8(m_shop.twin.log() + m_shop.server.log())};
    RobotCustomers customers(m_shop, m_plan.seed);
    customers.come();
    for (int kill = 0; kill < m_plan.kills; ++kill) {
        placeUntended();
        pass(100 + below(700));
        if (!killOnce())
            return {"a killed program does not start again: " + QString::fromUtf8(m_shop.server.log().right(2000))};
    }
    const bool finished = finish();
    waitForDeadlines();
    customers.go();
    Reckoning reckoning(m_shop);
    reckoning.comparePayments();
    (void)m_robot.terminate();
    if (m_shop.server.terminate() != 0)
        reckoning.problems << "the server does not end as it should";
    reckoning.checkLog(m_shop.books());
    for (int till = 0; till < m_plan.tills; ++till)
        reckoning.checkJournal(m_shop.path(QStringLiteral("till-%1.jsonl").arg(till)));
    reckoning.checkAnnouncements(m_shop.path("announced.txt"));
    if (!finished)
        reckoning.problems << "the tills did not bring what was open to its end in time";
    summary = reckoning.summary();
    paid = customers.paid;
    tooLate = customers.tooLate;
    return reckoning.problems;
}

bool Killings::open()
{
    if (!m_shop.startTwin() || !m_shop.startServer())
        return false;
    QJsonObject faults = badDay;
    faults["seed"] = qint64(m_plan.seed);
    return m_shop.simulator("PUT", "/sim/faults", faults).status == 200 && startRobot();
}

bool Killings::startRobot()
{
    m_robot.setArguments({m_shop.serverUrl(), m_shop.path("terminal_token"), m_shop.at().dataFolder,
                          QString::number(m_plan.tills), QString::number(m_dice())});
    return !m_robot.start().isEmpty();
}

bool Killings::killOnce()
{
    const int die = below(10);
    const bool server = die < 6 || die == 9;
    const bool tills = die >= 6;
    if (server)
        serverKills += m_shop.server.killHard();
    if (tills)
        tillKills += m_robot.killHard();
    pass(below(250));
    const bool fellBySpeaking = !tills && !m_robot.isRunning();
    tillKills += fellBySpeaking;
    return (!server || m_shop.startServer()) && (!(tills || fellBySpeaking) || startRobot());
}

void Killings::placeUntended()
{
    if (m_untended >= m_plan.untended)
        return;
    m_sincePlaced.start();
    const QString number =
        RobotCustomers::slowPrefix() + QString::number(m_plan.seed) + "N" + QString::number(++m_untended);
    const QJsonObject order{{"out_trade_no", number}, {"amount", 100 + m_untended}, {"description", "tea"}};
    // Whether it is heard of is the point of a kill: nobody asks.
    (void)m_network.send({.method = "POST",
                          .url = QUrl(m_shop.serverUrl() + "/api/v1/orders"),
                          .headers = m_shop.terminal(),
                          .body = QJsonDocument(order).toJson()});
}

bool Killings::finish()
{
    (void)m_shop.simulator("PUT", "/sim/faults", {});
    constexpr int tries = 3; // a till may fall once more before it hears of it
    for (int time = 0; time < tries; ++time) {
        if (!m_robot.isRunning() && !startRobot())
            return false;
        m_robot.say("finish");
        if (m_robot.nextLine(finishMs) == "idle")
            return true;
    }
    return false;
}

void Killings::waitForDeadlines()
{
    const auto nothingIsOpen = [this] {
        const auto orders = m_shop.orders();
        return std::none_of(orders.begin(), orders.end(), [](const QJsonValue &value) {
            const QJsonObject order = value.toObject();
            return order["trade_state"] == QLatin1String("NOTPAY") && !order["case"].isObject();
        });
    };
    QElapsedTimer since;
    since.start();
    const auto lastDeadlineMs = m_untended ? orderLifetimeS * 1000 - m_sincePlaced.elapsed() : 0;
    const auto patienceMs = std::max<qint64>(0, lastDeadlineMs) + deadlineGraceMs;
    while (!nothingIsOpen() && since.elapsed() < patienceMs)
        pass(500);
    waitedMs = since.elapsed();
    pass(1500); // notifications of the last payments, which may make a case
}
