// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/checkout/Cases.h"
#include "server/checkout/Refunds.h"
#include "tests/support/SeededRandom.h"
#include "tests/support/Shop.h"

#include <QSignalSpy>

/// A shop that can also give money back.
struct RefundShop : Shop
{
    SeededRandom random;
    RefundStore refundStore{*database, "1900000001"};
    CaseStore caseStore{*database, "1900000001"};
    std::unique_ptr<Refunds> refunds;
    std::unique_ptr<Cases> cases;

    RefundShop()
    {
        wechat.queries.answers = {Orders::saying(TradeState::NotPay)};
        open();
    }
    /// As after a restart: what was under way is forgotten, what is in the books is taken up.
    void restart()
    {
        cases.reset();
        refunds.reset();
        wechat.refunds.held.clear();
        wechat.refundQueries.held.clear();
        open();
        refunds->start();
        settleDown();
    }
    Order paid(const char *number = "T00001", qint64 amount = 1990)
    {
        (void)await(checkout.place(wanted(number, amount)));
        return *await(checkout.settle(Orders::payment(number, amount, transactionOf(number))))->order;
    }
    static const char *transactionOf(const char *number) { return QByteArray(number) == "T00001" ? "420001" : number; }

    NewRefund wish(const char *number, qint64 amount, const char *order = "T00001") const
    {
        return {.number = *OutRefundNo::parse(number),
                .order = Orders::number(order),
                .amount = Orders::fen(amount),
                .reason = "broken",
                .operatorId = "wang"};
    }
    /// In the books only.
    Result<RefundStore::Requested> booked(const NewRefund &wanted)
    {
        return await(refundStore.request(wanted, clock.now()));
    }
    Result<RefundStore::Requested> booked(const char *number, qint64 amount) { return booked(wish(number, amount)); }
    Refund refund(const char *number) { return *await(refundStore.load(*OutRefundNo::parse(number))); }
    RefundChange settled(const RefundEvent &seen) { return *await(refunds->settle(seen)); }
    int asked(const char *call) const { return int(wechat.calls.count(QString::fromLatin1(call))); }
    QList<PaymentCase> inState(const char *state) { return *await(caseStore.list(state)); }
    QList<OrderEvent> log(const char *number = "T00001")
    {
        return await(checkout.history(Orders::number(number), 0))->events;
    }

private:
    void open()
    {
        refunds = std::make_unique<Refunds>(refundStore, wechat, clock, CheckoutSettings{.shopId = "1900000001"});
        cases = std::make_unique<Cases>(caseStore, *refunds, wechat, clock, random);
        const auto note = [this](const Order &, const OrderEvent &event) {
            told << QStringLiteral("%1 %2").arg(toText(event.type)).arg(event.seq);
        };
        QObject::connect(refunds.get(), &Refunds::happened, refunds.get(), note);
        QObject::connect(cases.get(), &Cases::happened, cases.get(), note);
        QObject::connect(&checkout, &Checkout::happened, refunds.get(), &Refunds::noticePayment);
        QObject::connect(cases.get(), &Cases::happened, refunds.get(), &Refunds::noticePayment);
    }
};

namespace Orders {

/// What WeChat says of a refund of the order that fresh() makes.
inline RefundEvent saying(RefundStatus status, const char *number, qint64 amount, qint64 total = 1990)
{
    return {.witness = Witness::Notify,
            .outTradeNo = "T00001",
            .transactionId = "420001",
            .outRefundNo = QString::fromLatin1(number),
            .refundId = "50001",
            .status = status,
            .successTime = status == RefundStatus::Success ? start.addSecs(90) : QDateTime(),
            .userReceivedAccount = QStringLiteral("支付用户零钱"),
            .total = fen(total),
            .refund = fen(amount)};
}

} // namespace Orders
