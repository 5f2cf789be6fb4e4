// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"
#include "ui/OrderSearch.h"
#include "ui/models/HistoryView.h"

#include <QObject>

/// The server as the history and the check of a number see it (server/http/API.md, "Orders"). HistoryApi is the real
/// one; tests script their own. Errors as PaymentDesk's: their message begins with the server's code.
class HistoryDesk : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    static constexpr int mostInPage = 500;
    struct Page
    {
        QList<Order> orders; ///< the newest first
        QString next; ///< the cursor of what follows; empty: nothing does
    };
    struct Check
    {
        CheckView::Verdict verdict = CheckView::Verdict::Unknown;
        std::optional<Order> order;
        QDateTime paidAt;
    };

    virtual QFuture<Result<Page>> orders(const OrderSearch &search, int limit, const QString &cursor) = 0;
    /// As it is now, with what was sold.
    virtual QFuture<Result<Order>> order(const OutTradeNo &number) = 0;
    /// {"out_trade_no","marks":[…]} (API.md, "Timeline").
    virtual QFuture<Result<QJsonObject>> timeline(const OutTradeNo &number) = 0;
    /// Asks WeChat now about a number from a customer's phone: whole or its last four characters and more, ours or
    /// WeChat's. meant: the order that it is said to pay; empty: any.
    virtual QFuture<Result<Check>> check(const QString &number, const QString &meant) = 0;
};
