// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>

/// One notification as it was posted to a relay, byte by byte: all that its receiver needs to verify it (reference
/// 1.4), and what the relay adds, of which nothing can be verified.
struct RelayedNotification
{
    qint64 seq = 0; ///< in its shop's line: from 1 without gaps
    QDateTime receivedAt; ///< by the relay's clock; for people only
    QByteArray timestamp; ///< the header Wechatpay-Timestamp, and so on
    QByteArray nonce;
    QByteArray signature;
    QByteArray serial;
    QByteArray signatureType; ///< empty: that header was not there
    QByteArray contentType; ///< empty: not there
    QByteArray body;

    /// What it takes in the books.
    qint64 bytes() const;
    /// SHA-256 of headers and body, in hex: equal for the same delivery only.
    QByteArray digest() const;
};
