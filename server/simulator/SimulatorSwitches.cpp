// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/simulator/SimulatorSwitches.h"

#include <array>
#include <optional>
#include <variant>

namespace {

using Switches = SimulatorSwitches;
using Member = std::variant<bool Switches::*, int Switches::*, qint64 Switches::*, QString Switches::*,
                            GatewayKeyMode Switches::*>;

struct Named
{
    const char *name;
    Member member;
    qint64 least = 0;
    qint64 most = 0;
};

constexpr qint64 aYearS = 366LL * 24 * 3600;
constexpr qsizetype longestCode = 64;

constexpr std::array<std::pair<const char *, GatewayKeyMode>, 3> keyModes{{
    {"public_key", GatewayKeyMode::PublicKey},
    {"certificate", GatewayKeyMode::Certificate},
    {"mixed", GatewayKeyMode::Mixed},
}};

const QList<Named> &all()
{
    static const QList<Named> list{
        {"key_mode", &Switches::keyMode},
        {"new_merchant", &Switches::newMerchant},
        {"missing_accept_status", &Switches::missingAcceptStatus, 400, 499},
        {"missing_user_agent_status", &Switches::missingUserAgentStatus, 400, 499},
        {"wrong_content_type_status", &Switches::wrongContentTypeStatus, 400, 499},
        {"unknown_serial_refused", &Switches::unknownSerialRefused},
        {"requests_per_second", &Switches::requestsPerSecond, 0, 100'000},
        {"too_fast_code", &Switches::tooFastCode},
        {"http_notify_url_accepted", &Switches::httpNotifyUrlAccepted},
        {"code_url_length", &Switches::codeUrlLength, 0, 512},
        {"reused_number_status", &Switches::reusedNumberStatus, 400, 499},
        {"reused_number_code", &Switches::reusedNumberCode},
        {"unknown_order_code", &Switches::unknownOrderCode},
        {"paid_on_close_status", &Switches::paidOnCloseStatus, 400, 499},
        {"paid_on_close_code", &Switches::paidOnCloseCode},
        {"close_unknown_accepted", &Switches::closeUnknownAccepted},
        {"expired_reads_notpay_s", &Switches::expiredReadsNotPayS, 0, aYearS},
        {"time_expire_capped", &Switches::timeExpireCappedAt90Days},
        {"limit_pay_accepted", &Switches::limitPayAccepted},
        {"unpaid_query_has_amount", &Switches::unpaidQueryHasAmount},
        {"max_total", &Switches::maxTotalFen, 1, std::numeric_limits<qint32>::max()},
        {"resend_keeps_id", &Switches::resendKeepsId},
        {"resend_keeps_ciphertext", &Switches::resendKeepsCiphertext},
        {"refund_spacing_s", &Switches::refundSpacingS, 0, aYearS},
        {"reused_refund_status", &Switches::reusedRefundStatus, 400, 499},
        {"reused_refund_code", &Switches::reusedRefundCode},
        {"refund_promotion_type", &Switches::refundPromotionType},
        {"abnormal_needs_bank_data", &Switches::abnormalNeedsBankData},
        {"bill_url_life_s", &Switches::billUrlLifeS, 1, 3600},
        {"bill_hash_with_bom", &Switches::billHashWithBom},
    };
    return list;
}

struct Reading
{
    const Switches &from;

    QJsonValue operator()(GatewayKeyMode Switches::*member) const
    {
        return QLatin1String(keyModes[size_t(from.*member)].first);
    }
    template <class T> QJsonValue operator()(T Switches::*member) const { return from.*member; }
};

/// True when the value fits and has been set.
struct Writing
{
    Switches &into;
    QJsonValue value;
    const Named &limits;

    bool operator()(bool Switches::*member) const
    {
        into.*member = value.toBool();
        return value.isBool();
    }
    bool operator()(QString Switches::*member) const
    {
        into.*member = value.toString();
        return !value.toString().isEmpty() && value.toString().size() <= longestCode;
    }
    bool operator()(GatewayKeyMode Switches::*member) const
    {
        for (const auto &[name, mode] : keyModes) {
            if (value.toString() != QLatin1String(name))
                continue;
            into.*member = mode;
            return true;
        }
        return false;
    }
    template <class Integer> bool operator()(Integer Switches::*member) const
    {
        const qint64 number = value.toInteger(limits.least - 1);
        into.*member = Integer(number);
        return number >= limits.least && number <= limits.most;
    }
};

QJsonValue valueFrom(const QString &text)
{
    if (text == QLatin1String("true") || text == QLatin1String("false"))
        return text == QLatin1String("true");
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    return isNumber ? QJsonValue(number) : QJsonValue(text);
}

} // namespace

QJsonObject SimulatorSwitches::toJson() const
{
    QJsonObject json;
    for (const auto &one : all())
        json[QLatin1String(one.name)] = std::visit(Reading{*this}, one.member);
    return json;
}

Result<void> SimulatorSwitches::set(const QJsonObject &json)
{
    SimulatorSwitches changed = *this;
    for (auto wanted = json.begin(); wanted != json.end(); ++wanted) {
        const auto &list = all();
        const auto known = std::find_if(list.begin(), list.end(),
                                        [&](const Named &one) { return wanted.key() == QLatin1String(one.name); });
        if (known == list.end() || !std::visit(Writing{changed, *wanted, *known}, known->member))
            return Error{ErrorCode::InvalidInput,
                         QStringLiteral("unknown or impossible switch: %1").arg(wanted.key().left(longestCode))};
    }
    *this = changed;
    return {};
}

Result<void> SimulatorSwitches::setFromText(const QString &pair)
{
    const qsizetype equals = pair.indexOf(QLatin1Char('='));
    if (equals < 1)
        return Error{ErrorCode::InvalidInput, QStringLiteral("a switch is NAME=VALUE")};
    return set({{pair.left(equals), valueFrom(pair.mid(equals + 1))}});
}
