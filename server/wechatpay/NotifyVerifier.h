// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/crypto/AesGcm.h"
#include "server/wechatpay/EventReader.h"
#include "server/wechatpay/Notification.h"
#include "server/wechatpay/SignatureVerifier.h"

/// Turns what was posted to notify_url into a Notification, in the order of reference 3.7: size, signature over the
/// raw bytes, envelope, decryption, content. Nothing is parsed before the signature holds.
class NotifyVerifier
{
public:
    static constexpr qsizetype maxBodyBytes = 1024 * 1024;

    /// verifier must outlive this.
    NotifyVerifier(const MerchantProfile &profile, const SignatureVerifier &verifier);

    /// Unverified: signature, serial, clock or cipher. InvalidInput: too long, or broken after a good signature.
    Result<Notification> verify(const HttpHeaders &headers, const QByteArray &body);
    /// The same for a signature that has been checked elsewhere.
    Result<Notification> read(Verdict verdict, const QByteArray &body);

    /// Signatures only; a broken content after a good one counts as valid.
    const SignatureCounts &counts() const { return m_counts; }

private:
    Result<Notification> open(const QByteArray &body) const;

    const SignatureVerifier &m_verifier;
    AesGcm m_cipher;
    EventReader m_events;
    SignatureCounts m_counts;
};
