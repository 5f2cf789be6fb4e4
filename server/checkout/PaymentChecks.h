// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/checkout/Checkout.h"
#include "server/domain/PaymentCheck.h"
#include "server/store/CheckStore.h"

/// "I have paid": what a number on a customer's phone is worth, by the books and by the provider and never by the
/// screenshot. Whatever the provider tells on the way is settled by Checkout, also after the check has been answered.
class PaymentChecks : public QObject
{
    Q_OBJECT
public:
    /// Most questions of one check; they wait their turn like all others (QueryBudget).
    static constexpr int mostQuestions = 6;

    PaymentChecks(CheckStore &store, Checkout &checkout, Clock &clock,
                  std::chrono::milliseconds patience = std::chrono::seconds(3));

    /// InvalidInput: number must be 4 to 32 of an order number's characters; blanks do not count.
    static Result<QString> readNumber(const QString &text);

    /// After at most the patience. NotFound: the order on the screen is not in the books.
    QFuture<Result<PaymentCheck>> check(const ShownNumber &shown);

private:
    struct Round;
    using Running = std::shared_ptr<Round>;

    void ask(const Running &round, const KnownOrders &known);
    void askAbout(const Running &round, const Order &order);
    void askForUnknown(const Running &round, const QString &number);
    static void begin(Round &round, const QString &question);
    void answered(const Running &round, const QString &question, bool isAnswer);
    void finish(const Running &round);

    CheckStore &m_store;
    Checkout &m_checkout;
    Clock &m_clock;
    std::chrono::milliseconds m_patience;
};
