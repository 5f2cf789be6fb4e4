// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ProfileReload.h"

#include "server/wechatpay/WeChatPay.h"

#include <QLoggingCategory>

namespace {

Q_LOGGING_CATEGORY(lcReload, "scantill.reload")

auto partsOf(const OfficialAccountProfile &account)
{
    return std::tie(account.appid, account.appSecret, account.token, account.apiBase);
}

bool isSameAccount(const MerchantProfile &one, const MerchantProfile &other)
{
    const auto &a = one.officialAccount();
    const auto &b = other.officialAccount();
    return a && b ? partsOf(*a) == partsOf(*b) : !a && !b;
}

} // namespace

Result<MerchantProfile> readProfileAgain(const QString &file, const WeChatPay &present)
{
    auto profile = MerchantProfile::read(file);
    if (!profile)
        return profile;
    if (const auto accepted = present.accepts(*profile); !accepted)
        return accepted.error();
    if (profile->orderLifetime() != present.profile().orderLifetime())
        qCWarning(lcReload) << "order_lifetime_s stays as it was until the next start";
    if (!isSameAccount(*profile, present.profile()))
        qCWarning(lcReload) << "official_account stays as it was until the next start";
    return profile;
}
