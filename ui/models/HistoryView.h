// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Order.h"

#include <QHash>
#include <QList>

/// One order as a line of a list.
struct OrderLine
{
    enum class State {
        Open, ///< it can still be paid, or its end is not known
        Paid,
        PartlyBack, ///< refunded
        Back, ///< all of it
        NotPaid,
        Odd, ///< oddity: a person must decide about money that came for it
    };
    QString number;
    QString tail;
    QString pickupNo;
    QDateTime at; ///< when it was paid, else when it was begun
    Money amount; ///< what was received, else what is due
    State state = State::Open;
    Money refunded;
    std::optional<CaseKind> oddity;
    Tender tender = Tender::WeChatPay;
    QString tenderName; ///< of Tender::Other: 支付宝
    QString by; ///< a person's id, or a terminal's name
    std::optional<Money> payerTotal;
    Money discount;
};

/// F3: the shop's orders by day, number, amount or time, with what happened to the chosen one.
struct HistoryView
{
    enum class Filter { All, Paid, Refunded, NotPaid, Odd };
    /// What stands at the right.
    enum class Side { Order, Keys, Export };
    enum class Say {
        Nothing,
        Loading,
        NotRead, ///< the server did not answer; F5 asks again
        NoneFound,
        NotUnderstood, ///< what was typed is neither digits, nor an amount, nor a time
        PaymentCode, ///< a customer's payment code was scanned, which is nobody's to show
        OnlyNewest, ///< the list is as long as it gets; more has to be searched for, or exported
        NothingToRefund, ///< the chosen order was not paid
        NothingToPrint,
        FinishSaleFirst, ///< money goes back when no sale is under way
    };
    /// How the search line is read.
    enum class Sought { Everything, Number, Amount, Time };
    /// One step of an order's way, for cashiers: seconds and words.
    struct Moment
    {
        QDateTime at;
        QString what; ///< a mark's name, or an event's
        QString source; ///< success: who told us
        QString word; ///< a refund's status, a case's kind or decision
        std::optional<Money> amount;
    };
    enum class ExportState { Choose, Running, Finishing, Done, Stopped, Failed };

    QString text; ///< of the search line
    Sought sought = Sought::Everything;
    QDate day; ///< whose orders they are; invalid: of all days
    bool isToday = true;
    Filter filter = Filter::All;
    Side side = Side::Order;
    Say say = Say::Nothing;

    QList<OrderLine> lines; ///< as far as they are read, the newest first
    bool hasMore = false; ///< there are more than lines
    QString chosen; ///< number of a line; empty: none
    QHash<QString, QString> names; ///< of people, by id

    QList<Moment> story; ///< of the chosen one
    bool storyRead = false;

    ExportState exporting = ExportState::Choose;
    qint64 exported = 0; ///< orders written so far
    QString file; ///< where they were written to, below the data folder
};

/// "I have paid": what was paid lately, and what WeChat says about a number from the customer's phone.
struct CheckView
{
    enum class Say {
        Nothing,
        Loading, ///< the last minutes' orders
        NotRead, ///< the server did not tell them
        TooShort, ///< four digits at least
        NoDigits, ///< a number has digits only when it is typed
        PaymentCode, ///< a customer's payment code was scanned
        Asking, ///< WeChat is being asked
        NotReached, ///< the server did not answer: nothing is known
        Answered, ///< verdict
    };
    enum class Verdict {
        This, ///< it pays the order that was meant
        Another, ///< a paid order of today
        AnotherDay,
        Unpaid, ///< a known order, and WeChat says that it is not paid
        None, ///< neither we nor WeChat know a payment by that number
        Unknown, ///< WeChat did not answer
    };
    QString typed;
    QList<OrderLine> recent; ///< the newest first
    QString chosen;
    int page = 0; ///< counts up; the page shows it modulo the pages it has
    Say say = Say::Nothing;
    Verdict verdict = Verdict::Unknown;
    std::optional<OrderLine> found; ///< the order the verdict is about
    QDateTime paidAt;
    bool isNamed = false; ///< one order was meant: the one at the till, or the chosen line
    std::optional<OrderLine> atTill; ///< the order on the till's screen
};
