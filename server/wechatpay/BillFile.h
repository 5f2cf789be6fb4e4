// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"

#include <QByteArray>

/// A bill as it was downloaded: what is in it is not known to be WeChat's until unpackBill has said so.
struct PackedBill
{
    QByteArray bytes; ///< gzip, or the text itself; empty for a day without trade
    QByteArray sha1; ///< of the text, 40 lower-case hex digits, from a signed reply; empty with bytes
};

/// A bill that is what the signed reply said it is.
struct BillText
{
    QByteArray csv; ///< UTF-8, with the byte order mark if it came with one
    bool markIsHashed = true; ///< the hash covers the byte order mark (reference 6.2 leaves it open); true without one
};

namespace Bills {

constexpr qsizetype maxPackedBytes = 8 * 1024 * 1024; ///< what NetworkTransport takes in one answer
constexpr qsizetype maxTextBytes = 64 * 1024 * 1024;

/// Gunzips and checks the hash: some work for a big bill, to be done where nobody waits. Unverified when the hash is
/// another, InvalidInput when it is too long or no gzip.
Result<BillText> unpack(const PackedBill &bill);

} // namespace Bills
