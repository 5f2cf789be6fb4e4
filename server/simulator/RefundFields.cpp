// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/Refund.h"
#include "server/simulator/FieldRules.h"

#include <limits>

namespace {

using Kind = FieldRule::Kind;

const char *checkOutRefundNo(const QJsonValue &value)
{
    return OutRefundNo::parse(value.toString()) ? nullptr : "only digits, letters, _ - | * and @ are allowed";
}

const char *checkFundsAccount(const QJsonValue &value)
{
    const QString text = value.toString();
    const bool known = text == QLatin1String("AVAILABLE") || text == QLatin1String("UNSETTLED");
    return known ? nullptr : "AVAILABLE or UNSETTLED";
}

const char *checkFromAccount(const QJsonValue &value)
{
    const QString text = value.toString();
    const bool known = text == QLatin1String("AVAILABLE") || text == QLatin1String("UNAVAILABLE");
    return known ? nullptr : "AVAILABLE or UNAVAILABLE";
}

const char *checkAbnormalType(const QJsonValue &value)
{
    const QString text = value.toString();
    const bool known = text == QLatin1String("USER_BANK_CARD") || text == QLatin1String("MERCHANT_BANK_CARD");
    return known ? nullptr : "USER_BANK_CARD or MERCHANT_BANK_CARD";
}

const QList<FieldRule> &fromRules()
{
    static const QList<FieldRule> rules{
        {"account", Kind::Text, true, 1, 32, checkFromAccount},
        {"amount", Kind::Integer, true, 1, FieldRule::anyInteger},
    };
    return rules;
}

const QList<FieldRule> &refundAmountRules()
{
    static const QList<FieldRule> rules{
        {"refund", Kind::Integer, true, 1, FieldRule::anyInteger},
        {"total", Kind::Integer, true, 1, FieldRule::anyInteger},
        {"currency", Kind::Text, true, 1, 16, FieldChecks::currency},
        {"from", Kind::ObjectList, false, 0, 2, nullptr, &fromRules()},
    };
    return rules;
}

const QList<FieldRule> &refundGoodsRules()
{
    static const QList<FieldRule> rules{
        {"merchant_goods_id", Kind::Text, true, 1, 32},
        {"wechatpay_goods_id", Kind::Text, false, 0, 32},
        {"goods_name", Kind::Text, false, 0, 256},
        {"unit_price", Kind::Integer, true, 0, FieldRule::anyInteger},
        {"refund_amount", Kind::Integer, true, 1, FieldRule::anyInteger},
        {"refund_quantity", Kind::Integer, true, 1, FieldRule::anyInteger},
    };
    return rules;
}

} // namespace

const QList<FieldRule> &refundRules()
{
    static const QList<FieldRule> rules{
        {"transaction_id", Kind::Text, false, 1, 32},
        {"out_trade_no", Kind::Text, false, 6, 32, FieldChecks::outTradeNo},
        {"out_refund_no", Kind::Text, true, 1, 64, checkOutRefundNo},
        {"reason", Kind::Text, false, 0, 80},
        {"notify_url", Kind::Text, false, 1, 256, FieldChecks::notifyUrl},
        {"funds_account", Kind::Text, false, 1, 32, checkFundsAccount},
        {"amount", Kind::Object, true, 0, 0, nullptr, &refundAmountRules()},
        {"goods_detail", Kind::ObjectList, false, 1, 6000, nullptr, &refundGoodsRules()},
    };
    return rules;
}

const QList<FieldRule> &abnormalRefundRules()
{
    static const QList<FieldRule> rules{
        {"out_refund_no", Kind::Text, true, 1, 64, checkOutRefundNo},
        {"type", Kind::Text, true, 1, 32, checkAbnormalType},
        {"bank_type", Kind::Text, false, 0, 32},
        {"bank_account", Kind::Text, false, 0, 1024},
        {"real_name", Kind::Text, false, 0, 1024},
    };
    return rules;
}
