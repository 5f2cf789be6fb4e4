// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/checkout/Checkout.h"
#include "server/store/Database.h"
#include "tests/checkout/PretendWechat.h"
#include "tests/support/Await.h"

#include <QTemporaryDir>
#include <QTest>

/// A shop's real books under a checkout that has been started, or is killed and started again, with a WeChat Pay that
/// has books too. No notification ever comes.
struct OpenShop
{
    QTemporaryDir folder;
    VirtualClock clock{Orders::start.toMSecsSinceEpoch()};
    PretendWechat wechat{clock};
    std::unique_ptr<Database> database = *Database::open(folder.filePath("books.sqlite"));
    OrderStore store{*database, "1900000001"};
    CheckoutSettings settings{.shopId = "1900000001"};
    std::unique_ptr<Checkout> checkout;
    QStringList told; ///< what was announced, "TYPE seq"

    explicit OpenShop(int queriesPerSecond = 50)
    {
        settings.queriesPerSecond = queriesPerSecond;
        open();
        checkout->start();
    }
    ~OpenShop() { database->drain(); }

    void open()
    {
        checkout = std::make_unique<Checkout>(store, wechat, clock, settings);
        QObject::connect(checkout.get(), &Checkout::happened, checkout.get(),
                         [this](const Order &, const OrderEvent &event) {
                             told << QStringLiteral("%1 %2").arg(toText(event.type)).arg(event.seq);
                         });
    }
    /// What was in memory is gone.
    void kill()
    {
        checkout.reset();
        settleDown();
    }
    void restart()
    {
        kill();
        open();
        checkout->start();
        settleDown();
        pass(std::chrono::milliseconds(1));
    }

    NewOrder wanted(const char *number = "T00001", qint64 amount = 1990) const
    {
        return {.number = Orders::number(number), .total = Orders::fen(amount), .description = "tea"};
    }
    void place(const char *number = "T00001")
    {
        const auto placing = checkout->place(wanted(number));
        settleDown();
        pass(wechat.delay);
    }
    Order now(const char *number = "T00001") { return *await(store.load(Orders::number(number))); }
    qint64 elapsedMs() const { return clock.steadyMs() - Orders::start.toMSecsSinceEpoch(); }

    void settleDown()
    {
        for (int i = 0; i < 4; ++i) {
            database->drain();
            QCoreApplication::processEvents();
        }
    }
    /// In small steps, for answers of the store take none of the clock's time.
    void pass(std::chrono::milliseconds span, std::chrono::milliseconds step = std::chrono::milliseconds(100))
    {
        while (span.count() > 0) {
            const auto next = std::min(span, step);
            clock.advance(next);
            settleDown();
            span -= next;
        }
    }
};
