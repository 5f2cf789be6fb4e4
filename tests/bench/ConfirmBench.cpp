// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/ConfirmBench.h"

#include <QTest>
#include <QTimer>

ConfirmBench::ConfirmBench(int tills)
{
    SaleSettings settings;
    settings.paidSeconds = 2;
    settings.description = QStringLiteral("tea");
    for (int till = 0; till < tills; ++till) {
        const QuietTill::Place place{QUrl(m_shop.at().http), m_shop.at().terminalToken,
                                     m_shop.path(QStringLiteral("till-%1.jsonl").arg(till))};
        m_desks.push_back(std::make_unique<Desk>());
        Desk &desk = *m_desks.back();
        desk.till = std::make_unique<QuietTill>(place, m_clock, m_random, settings);
        connect(&desk.till->flow(), &SaleFlow::changed, this, [this, &desk] { changed(desk); });
        desk.till->start();
    }
}

bool ConfirmBench::run(int sales, bool notifications)
{
    const QJsonObject faults{{"notify", QJsonObject{{"drop", notifications ? 0 : 1}}}};
    if (m_shop.simulator("PUT", "/sim/faults", faults).status != 200)
        return false;
    green = {};
    m_toBegin = sales;
    for (const auto &desk : m_desks) {
        if (m_toBegin > 0 && desk->till->state() == PayState::Ready) {
            --m_toBegin;
            desk->till->sell(QStringLiteral("12"));
        }
    }
    constexpr int patienceMs = 240'000;
    const auto done = [this, sales] {
        return green.count() == sales && std::all_of(m_desks.begin(), m_desks.end(), [](const auto &desk) {
                   return desk->till->state() == PayState::Ready;
               });
    };
    return QTest::qWaitFor(done, patienceMs);
}

void ConfirmBench::changed(Desk &desk)
{
    const PayState now = desk.till->state();
    const PayState before = std::exchange(desk.last, now);
    if (now == PayState::Waiting && desk.paidCode != desk.till->view().codeUrl) {
        desk.paidCode = desk.till->view().codeUrl;
        QTimer::singleShot(200 + int(m_dice() % 3000), Qt::PreciseTimer, this, [this, &desk] { confirm(desk); });
    }
    if (now == before)
        return;
    if (now == PayState::Paid)
        green.add(desk.sinceConfirmed.nsecsElapsed());
    if (now == PayState::Ready && m_toBegin > 0) {
        --m_toBegin;
        QTimer::singleShot(0, this, [&desk] { desk.till->sell(QStringLiteral("12")); });
    }
}

void ConfirmBench::confirm(Desk &desk)
{
    desk.sinceConfirmed.start();
    (void)m_shop.paySoon(desk.paidCode);
}
