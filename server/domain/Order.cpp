// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/Order.h"

#include <array>

namespace {

template <class Enum> using Name = std::pair<Enum, const char *>;

constexpr std::array<Name<TradeState>, 7> tradeStates{{{TradeState::NotPay, "NOTPAY"},
                                                       {TradeState::Success, "SUCCESS"},
                                                       {TradeState::Refund, "REFUND"},
                                                       {TradeState::Closed, "CLOSED"},
                                                       {TradeState::UserPaying, "USERPAYING"},
                                                       {TradeState::Revoked, "REVOKED"},
                                                       {TradeState::PayError, "PAYERROR"}}};
constexpr std::array<Name<Tender>, 3> tenders{
    {{Tender::WeChatPay, "wechatpay"}, {Tender::Cash, "cash"}, {Tender::Other, "other"}}};
constexpr std::array<Name<Witness>, 2> witnesses{{{Witness::Notify, "notify"}, {Witness::Query, "query"}}};
constexpr std::array<Name<EventType>, 6> eventTypes{{{EventType::Created, "CREATED"},
                                                     {EventType::CodeReady, "CODE_READY"},
                                                     {EventType::Success, "SUCCESS"},
                                                     {EventType::Closed, "CLOSED"},
                                                     {EventType::Refund, "REFUND"},
                                                     {EventType::Case, "CASE"}}};

template <class Names, class Enum> QString textOf(const Names &names, Enum value)
{
    const auto found =
        std::find_if(names.begin(), names.end(), [value](const auto &name) { return name.first == value; });
    return QString::fromLatin1(found->second);
}

template <class Enum, class Names> Result<Enum> valueOf(const Names &names, const QString &text)
{
    for (const auto &name : names) {
        if (text == QLatin1String(name.second))
            return name.first;
    }
    return Error{ErrorCode::InvalidInput, QStringLiteral("unknown value: %1").arg(text.left(32))};
}

} // namespace

Money Order::discount() const
{
    const auto discount = received.value_or(total).minus(payerTotal.value_or(received.value_or(total)));
    return discount ? *discount : Money();
}

Money Order::change() const
{
    const auto change = cashReceived.value_or(total).minus(total);
    return change ? *change : Money();
}

QString toText(TradeState state)
{
    return textOf(tradeStates, state);
}
QString toText(Tender tender)
{
    return textOf(tenders, tender);
}
QString toText(Witness witness)
{
    return textOf(witnesses, witness);
}
QString toText(EventType type)
{
    return textOf(eventTypes, type);
}
Result<TradeState> tradeStateFrom(const QString &text)
{
    return valueOf<TradeState>(tradeStates, text);
}
Result<Tender> tenderFrom(const QString &text)
{
    return valueOf<Tender>(tenders, text);
}
Result<Witness> witnessFrom(const QString &text)
{
    return valueOf<Witness>(witnesses, text);
}
Result<EventType> eventTypeFrom(const QString &text)
{
    return valueOf<EventType>(eventTypes, text);
}
