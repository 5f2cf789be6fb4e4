// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"

class MerchantProfile;
class WeChatPay;

/// The profile read anew, whole, and fit to follow the present one; or why not, in a sentence. What of it only a start
/// takes up is said in the log.
Result<MerchantProfile> readProfileAgain(const QString &file, const WeChatPay &present);
