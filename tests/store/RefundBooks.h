// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/CaseStore.h"
#include "server/store/Database.h"
#include "server/store/OrderStore.h"
#include "server/store/RefundStore.h"
#include "tests/support/Await.h"
#include "tests/support/Orders.h"

#include <QTemporaryDir>

/// A shop's books with one order of 19.90, paid unless a test says otherwise, and refunds of it.
class RefundBooks
{
public:
    explicit RefundBooks(bool isPaid = true)
    {
        if (!await(orders.insert(Orders::fresh(), Orders::created())))
            qFatal("the order was not written");
        if (isPaid)
            (void)await(orders.settle(Orders::payment(), now));
    }
    NewRefund wish(const QString &number, qint64 amount) const
    {
        return {.number = *OutRefundNo::parse(number),
                .order = Orders::number(),
                .amount = Orders::fen(amount),
                .reason = "broken",
                .operatorId = "wang"};
    }
    Result<RefundStore::Requested> request(const QString &number, qint64 amount)
    {
        return await(refunds.request(wish(number, amount), now));
    }
    /// The code of what request() was refused with; Internal when it was not.
    ErrorCode refusal(const NewRefund &wanted)
    {
        const auto asked = await(refunds.request(wanted, now));
        return asked ? ErrorCode::Internal : asked.error().code;
    }
    static RefundEvent saying(RefundStatus status, const QString &number, qint64 amount)
    {
        return {.witness = Witness::Notify,
                .outTradeNo = "T00001",
                .transactionId = "420001",
                .outRefundNo = number,
                .refundId = "50001",
                .status = status,
                .successTime = status == RefundStatus::Success ? Orders::start.addSecs(90) : QDateTime(),
                .total = Orders::fen(1990),
                .refund = Orders::fen(amount)};
    }
    RefundChange settle(RefundStatus status, const QString &number, qint64 amount)
    {
        return *await(refunds.settle(saying(status, number, amount), now));
    }
    RefundChange settle(const RefundEvent &seen) { return *await(refunds.settle(seen, now)); }
    Order order() { return *await(orders.load(Orders::number())); }
    Refund refund(const QString &number) { return *await(refunds.load(*OutRefundNo::parse(number))); }
    QStringList log()
    {
        QStringList types;
        const auto history = await(orders.history(Orders::number(), 0));
        for (const auto &event : history->events)
            types << toText(event.type);
        return types;
    }
    QList<PaymentCase> open() { return *await(cases.list("open")); }
    CaseDecision decision(const char *reason = "seen") { return {open().first().id, reason, "chen"}; }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Database> m_database = *Database::open(m_folder.filePath("books.sqlite"));

public:
    OrderStore orders{*m_database, "1900000001"};
    RefundStore refunds{*m_database, "1900000001"};
    CaseStore cases{*m_database, "1900000001"};
    QDateTime now = Orders::start.addSecs(60);
};
