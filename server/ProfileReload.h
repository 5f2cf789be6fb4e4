// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/wechatpay/MerchantProfile.h"

class WeChatPay;

/// The profile read anew, whole, and fit to follow the present one; or why not, in a sentence.
Result<MerchantProfile> readProfileAgain(const QString &file, const WeChatPay &present);
/// Says in the log what of a profile that was taken waits for the next start. used: what we started with.
void sayWhatWaits(const MerchantProfile &taken, const std::optional<OfficialAccountProfile> &used);
