// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Bill.h"
#include "server/domain/CaseKind.h"
#include "server/domain/Ids.h"
#include "server/domain/Money.h"

#include <QDateTime>
#include <QJsonObject>
#include <optional>

/// WeChat Pay's own (reference 2.6). UserPaying, Revoked and PayError belong to payment codes.
enum class TradeState { NotPay, Success, Refund, Closed, UserPaying, Revoked, PayError };

/// How the sale is paid. Only WeChat Pay is verified money.
enum class Tender { WeChatPay, Cash, Other };

/// Who told us: WeChat's notification, or our own query. Both count the same.
enum class Witness { Notify, Query };

/// One attempt to be paid for one sale, as the server's books hold it.
struct Order
{
    QString shopId; ///< with outTradeNo the key of an order
    OutTradeNo outTradeNo;
    QString sale; ///< attempts of one sale share it; the first attempt's number unless the till names one
    QString pickupNo; ///< the number to call out; empty where the shop has none
    Tender tender = Tender::WeChatPay;
    QString tenderName; ///< what people call it, 支付宝; with Tender::Other only
    QString description;
    std::optional<Bill> bill; ///< what was sold; none: not said, or not loaded with the order (Json::fromWholeOrder)
    Money total;
    std::optional<Money> payerTotal; ///< what the customer really paid, after WeChat's coupons
    TradeState state = TradeState::NotPay;
    bool closing = false; ///< a cancel is on its way and its end is not known yet
    QString codeUrl; ///< empty until WeChat has answered; put into the QR unchanged
    QString transactionId;
    QString payerOpenid;
    QString terminal;
    QString operatorId;
    std::optional<Witness> confirmedBy;
    QDateTime createdAt;
    QDateTime expiresAt;
    QDateTime successTime;
    Money refunded; ///< gone back or on its way: refunds that WeChat has accepted and not closed
    std::optional<Money> received; ///< by WeChat's books, where a mismatch was honoured; none: total
    std::optional<CaseKind> openCase; ///< a person must decide about money that came for it
    Money caseAmount; ///< what WeChat received, with openCase
    std::optional<Money> cashReceived; ///< what the customer handed over, total or more; with Tender::Cash only
    bool training = false;
    qint64 seq = 0; ///< of the newest event; 1 is CREATED

    /// Money was received for it (some of it may have gone back since).
    bool isPaid() const { return state == TradeState::Success || state == TradeState::Refund; }
    /// Nothing more can happen to it but a refund.
    bool isFinal() const
    {
        return isPaid() || state == TradeState::Closed || state == TradeState::Revoked || state == TradeState::PayError;
    }
    /// WeChat has nothing more to tell of it: over, or its payment waits for a person. Another merchant's payment says
    /// nothing about ours.
    bool isSettled() const { return isFinal() || (openCase && *openCase != CaseKind::Foreign); }
    Money change() const; ///< what the customer got back of cashReceived
    /// WeChat's coupons: what WeChat received less what the customer paid.
    Money discount() const;
};

enum class EventType { Created, CodeReady, Success, Closed, Refund, Case };

/// One line of the durable log: what happened to an order, numbered from 1 without gaps.
struct OrderEvent
{
    qint64 seq = 0;
    QDateTime at;
    EventType type = EventType::Created;
    QString source; ///< till, notify, query, system
    QString operatorId;
    QJsonObject detail; ///< what the type alone does not say; never a secret
};

QString toText(TradeState state);
QString toText(Tender tender);
QString toText(Witness witness);
QString toText(EventType type);
Result<TradeState> tradeStateFrom(const QString &text);
Result<Tender> tenderFrom(const QString &text);
Result<Witness> witnessFrom(const QString &text);
Result<EventType> eventTypeFrom(const QString &text);
