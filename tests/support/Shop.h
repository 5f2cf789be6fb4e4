// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/checkout/Checkout.h"
#include "server/store/Database.h"
#include "tests/support/Await.h"
#include "tests/support/Orders.h"
#include "tests/support/ScriptedProvider.h"
#include "tests/support/VirtualClock.h"

#include <QTemporaryDir>
#include <QTest>

/// A shop's real books and checkout over a scripted WeChat Pay, on a clock that stands still.
struct Shop
{
    QTemporaryDir folder;
    VirtualClock clock{Orders::start.toMSecsSinceEpoch()};
    ScriptedProvider wechat;
    std::unique_ptr<Database> database = *Database::open(folder.filePath("books.sqlite"));
    OrderStore store{*database, "1900000001"};
    Checkout checkout{store, wechat, clock, {.shopId = "1900000001"}};
    QStringList told; ///< what was announced, "TYPE seq"

    Shop()
    {
        QObject::connect(&checkout, &Checkout::happened, &checkout, [this](const Order &, const OrderEvent &event) {
            told << QStringLiteral("%1 %2").arg(toText(event.type)).arg(event.seq);
        });
    }
    NewOrder wanted(const char *number = "T00001", qint64 amount = 1990) const
    {
        return {.number = Orders::number(number), .total = Orders::fen(amount), .description = "tea"};
    }
    Order placed(const char *number = "T00001") { return await(checkout.place(wanted(number)))->order; }
    Order now(const char *number = "T00001") { return *await(checkout.order(Orders::number(number))); }
    /// Lets everything that is due happen, the store's thread included.
    void settleDown()
    {
        for (int i = 0; i < 4; ++i) {
            (void)await(store.cases("open"));
            QCoreApplication::processEvents();
        }
    }
    void pass(std::chrono::milliseconds span)
    {
        clock.advance(span);
        settleDown();
    }
};

namespace Orders {

inline PaymentEvent saying(TradeState state, const char *text = "T00001")
{
    PaymentEvent seen = payment(text);
    seen.witness = Witness::Query;
    seen.state = state;
    return seen;
}

} // namespace Orders
