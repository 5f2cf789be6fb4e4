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

bool isSame(const std::optional<OfficialAccountProfile> &one, const std::optional<OfficialAccountProfile> &other)
{
    return one && other ? partsOf(*one) == partsOf(*other) : !one && !other;
}

} // namespace

Result<MerchantProfile> readProfileAgain(const QString &file, const WeChatPay &present)
{
    auto profile = MerchantProfile::read(file);
    if (!profile)
        return profile;
    if (const auto accepted = present.accepts(*profile); !accepted)
        return accepted.error();
    return profile;
}

void sayWhatWaits(const MerchantProfile &taken, const std::optional<OfficialAccountProfile> &used)
{
    if (!isSame(taken.officialAccount(), used))
        qCWarning(lcReload) << "official_account waits for the next start: until then all goes on with the one before";
}
