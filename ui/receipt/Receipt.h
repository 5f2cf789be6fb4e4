// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Order.h"

#include <QList>

struct ReceiptLine
{
    QString name;
    Money price; ///< of one
    int quantity = 1;
};

struct ReceiptDiscount
{
    enum class Kind { Rate, Minus, Round };
    Kind kind = Kind::Minus;
    Money amount; ///< what it took off
    int rate = 0; ///< of a Rate: 1 to 99, 88 is 8.8 折
};

struct ReceiptCash
{
    Money received;
    Money change;
};

/// What went back, on a refund's receipt.
struct ReceiptRefund
{
    QString number; ///< the refund's own
    Money amount;
    QString reason; ///< in words for people; may be empty
    QDateTime at;
};

/// A copy that a person asked for.
struct ReceiptReprint
{
    int count = 1;
    QDateTime at;
};

/// What a receipt says, apart from how it looks. Of a sale, or of a refund where there is one; an amount that was typed
/// without goods has no lines.
struct Receipt
{
    static constexpr qsizetype maxLines = 200;
    static constexpr qsizetype maxText = 200; ///< characters of any one text
    static constexpr int maxReprints = 999;

    QString shop;
    QString address; ///< may be empty, and of several lines
    QString footer; ///< the same
    QString till;
    QString cashier;
    QString orderNumber; ///< our out_trade_no
    QString pickupNo; ///< empty where the shop has none
    QDateTime at; ///< of the sale
    QList<ReceiptLine> lines;
    QList<ReceiptDiscount> discounts;
    Money total;
    Tender tender = Tender::WeChatPay;
    QString tenderName; ///< of Tender::Other
    std::optional<Money> payerTotal; ///< what the customer really paid, after WeChat's coupon
    std::optional<ReceiptCash> cash;
    std::optional<ReceiptRefund> refund;
    std::optional<ReceiptReprint> reprint;
    bool training = false;
    bool sample = false; ///< of no sale: it is never queued

    QString tail() const { return orderNumber.right(4); }
    /// What it is of: "NUMBER/sale" or "NUMBER/REFUNDNUMBER". Copies share it.
    QString subject() const;
    /// Its own: the subject and how often it was asked for again, "NUMBER/sale/0".
    QString id() const;
    Money subtotal() const; ///< of the lines, before discounts
    int count() const; ///< how many goods

    /// InvalidInput, naming the member, for what no receipt may say: sums that do not add up, or what is out of range.
    Result<void> check() const;
};
