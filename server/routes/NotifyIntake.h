// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"
#include "server/wechatpay/SignatureVerifier.h"

class Checkout;
class FlightRecorder;
class HttpHeaders;
class LineLimit;
class NotifyNews;
class Refunds;
class WeChatPay;

/// What becomes of a notification of WeChat's, whether it was posted to us or waited at a relay: it is verified, and in
/// the books, as whatever it is, before the answer is given.
struct NotifyIntake
{
    WeChatPay &wechatpay;
    Checkout &checkout;
    Refunds &refunds;
    FlightRecorder *recorder = nullptr; ///< none: nothing is marked
    NotifyNews *news = nullptr; ///< none: nothing is told
    LineLimit *refusals = nullptr; ///< how many lines refusals may write; none: as many as there are
    static constexpr int refusalLinesAMinute = 30;

    /// InvalidInput, Unverified: it is refused, as it would be again. Any other error: it was not written, and is worth
    /// another try.
    QFuture<Result<void>> take(const HttpHeaders &headers, const QByteArray &body,
                               Freshness freshness = Freshness::Enforced) const;
};
