// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/Ids.h"
#include "server/simulator/FieldRules.h"

#include <QDateTime>
#include <QHostAddress>
#include <QRegularExpression>
#include <QUrl>
#include <limits>

namespace {

using Kind = FieldRule::Kind;

const char *checkMchid(const QJsonValue &value)
{
    const QString text = value.toString();
    const bool digits = std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return digits ? nullptr : "only digits are allowed";
}

const char *checkTime(const QJsonValue &value)
{
    static const QRegularExpression form(
        QStringLiteral("\\A\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(Z|[+-]\\d{2}:\\d{2})\\z"));
    const QString text = value.toString();
    const bool holds = form.match(text).hasMatch() && QDateTime::fromString(text, Qt::ISODate).isValid();
    return holds ? nullptr : "the value must look like 2018-06-08T10:34:56+08:00";
}

const char *checkAddress(const QJsonValue &value)
{
    const QString text = value.toString();
    const bool whole = text.contains(QLatin1Char(':')) || text.count(QLatin1Char('.')) == 3; // "1.2" would parse, too
    return whole && !QHostAddress(text).isNull() ? nullptr : "the value must be an IPv4 or IPv6 address";
}

const QList<FieldRule> &amountRules()
{
    static const QList<FieldRule> rules{
        {"total", Kind::Integer, true, 1, FieldRule::anyInteger},
        {"currency", Kind::Text, false, 1, 16, FieldChecks::currency},
    };
    return rules;
}

const QList<FieldRule> &goodsRules()
{
    static const QList<FieldRule> rules{
        {"merchant_goods_id", Kind::Text, true, 1, 32},
        {"wechatpay_goods_id", Kind::Text, false, 0, 32},
        {"goods_name", Kind::Text, false, 0, 256},
        {"quantity", Kind::Integer, true, 1, FieldRule::anyInteger},
        {"unit_price", Kind::Integer, true, 0, FieldRule::anyInteger},
    };
    return rules;
}

const QList<FieldRule> &detailRules()
{
    static const QList<FieldRule> rules{
        {"cost_price", Kind::Integer, false, 0, FieldRule::anyInteger},
        {"invoice_id", Kind::Text, false, 0, 32},
        {"goods_detail", Kind::ObjectList, false, 1, 6000, nullptr, &goodsRules()},
    };
    return rules;
}

const QList<FieldRule> &storeRules()
{
    static const QList<FieldRule> rules{
        {"id", Kind::Text, true, 1, 32},
        {"name", Kind::Text, false, 0, 256},
        {"area_code", Kind::Text, false, 0, 32},
        {"address", Kind::Text, false, 0, 512},
    };
    return rules;
}

const QList<FieldRule> &sceneRules()
{
    static const QList<FieldRule> rules{
        {"payer_client_ip", Kind::Text, true, 1, 45, checkAddress},
        {"device_id", Kind::Text, false, 0, 32},
        {"store_info", Kind::Object, false, 0, 0, nullptr, &storeRules()},
    };
    return rules;
}

const QList<FieldRule> &settleRules()
{
    static const QList<FieldRule> rules{{"profit_sharing", Kind::Boolean}};
    return rules;
}

} // namespace

const char *FieldChecks::outTradeNo(const QJsonValue &value)
{
    return OutTradeNo::parse(value.toString()) ? nullptr : "only digits, letters, _ - | and * are allowed";
}

const char *FieldChecks::notifyUrl(const QJsonValue &value)
{
    const QUrl url(value.toString(), QUrl::StrictMode);
    const bool web = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    if (!url.isValid() || !web || url.host().isEmpty() || !url.userInfo().isEmpty())
        return "the value must be an http or https address";
    return url.hasQuery() || url.hasFragment() ? "the address must not carry parameters" : nullptr;
}

const char *FieldChecks::currency(const QJsonValue &value)
{
    return value.toString() == QLatin1String("CNY") ? nullptr : "only CNY is allowed";
}

const QList<FieldRule> &nativeOrderRules()
{
    static const QList<FieldRule> rules{
        {"appid", Kind::Text, true, 1, 32},
        {"mchid", Kind::Text, true, 1, 32, checkMchid},
        {"description", Kind::Text, true, 1, 127},
        {"out_trade_no", Kind::Text, true, 6, 32, FieldChecks::outTradeNo},
        {"time_expire", Kind::Text, false, 1, 64, checkTime},
        {"attach", Kind::Text, false, 0, 128},
        {"notify_url", Kind::Text, true, 1, 255, FieldChecks::notifyUrl},
        {"goods_tag", Kind::Text, false, 0, 32},
        {"support_fapiao", Kind::Boolean},
        {"limit_pay", Kind::TextList, false, 1, 32},
        {"amount", Kind::Object, true, 0, 0, nullptr, &amountRules()},
        {"detail", Kind::Object, false, 0, 0, nullptr, &detailRules()},
        {"scene_info", Kind::Object, false, 0, 0, nullptr, &sceneRules()},
        {"settle_info", Kind::Object, false, 0, 0, nullptr, &settleRules()},
    };
    return rules;
}

const QList<FieldRule> &closeOrderRules()
{
    static const QList<FieldRule> rules{{"mchid", Kind::Text, true, 1, 32, checkMchid}};
    return rules;
}
