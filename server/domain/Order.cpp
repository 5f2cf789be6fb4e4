// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/Order.h"

#include <array>

namespace {

template <class Enum> struct Name
{
    Enum value;
    const char *text;
};

constexpr std::array tradeStates{Name{TradeState::NotPay, "NOTPAY"},         Name{TradeState::Success, "SUCCESS"},
                                 Name{TradeState::Refund, "REFUND"},         Name{TradeState::Closed, "CLOSED"},
                                 Name{TradeState::UserPaying, "USERPAYING"}, Name{TradeState::Revoked, "REVOKED"},
                                 Name{TradeState::PayError, "PAYERROR"}};
constexpr std::array tenders{Name{Tender::WeChatPay, "wechatpay"}, Name{Tender::Cash, "cash"},
                             Name{Tender::Other, "other"}};
constexpr std::array witnesses{Name{Witness::Notify, "notify"}, Name{Witness::Query, "query"}};
constexpr std::array eventTypes{Name{EventType::Created, "CREATED"}, Name{EventType::CodeReady, "CODE_READY"},
                                Name{EventType::Success, "SUCCESS"}, Name{EventType::Closed, "CLOSED"},
                                Name{EventType::Refund, "REFUND"},   Name{EventType::Case, "CASE"}};

template <class Names, class Enum> QString textOf(const Names &names, Enum value)
{
    const auto found =
        std::find_if(names.begin(), names.end(), [value](const auto &name) { return name.value == value; });
    return QString::fromLatin1(found->text);
}

template <class Enum, class Names> Result<Enum> valueOf(const Names &names, const QString &text)
{
    for (const auto &name : names) {
        if (text == QLatin1String(name.text))
            return name.value;
    }
    return Error{ErrorCode::InvalidInput, QStringLiteral("unknown value: %1").arg(text.left(32))};
}

} // namespace

Money Order::discount() const
{
    return payerTotal ? total.minus(*payerTotal).has_value() ? *total.minus(*payerTotal) : Money() : Money();
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
