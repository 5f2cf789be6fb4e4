// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/wechatpay/MerchantProfile.h"

#include "server/wechatpay/ProfileReader.h"

Result<MerchantProfile> MerchantProfile::read(const QString &path)
{
    return ProfileReader(path).read();
}

bool MerchantProfile::isWeChatPay(const QUrl &base)
{
    const auto same = [&base](const QUrl &host) {
        return base.scheme() == host.scheme() && base.host() == host.host() && base.port(443) == 443;
    };
    return same(mainHost()) || same(backupHost());
}
