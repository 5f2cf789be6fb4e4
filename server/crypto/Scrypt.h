// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"

#include <QByteArray>

/// Short secrets kept so that who steals the books must pay for every guess (scrypt, RFC 7914). A hash tells how it was
/// made: "scrypt$15$8$1$<salt>$<hash>", both in base64.
namespace Scrypt {

/// What one guess costs: about 128 * 2^log2N * r bytes of memory, and p times the work.
struct Cost
{
    int log2N = 15;
    int r = 8;
    int p = 1;
};

constexpr qsizetype saltBytes = 16;

/// Takes about a tenth of a second at the usual cost: never on a thread that others wait for. InvalidInput: a salt of
/// another length, or a cost that is out of bounds.
Result<QByteArray> hash(const QByteArray &secret, const QByteArray &salt, const Cost &cost = {});
/// Takes as long as making it did. False also for a text that is no hash, or one of a cost that is out of bounds: what
/// is read from a file must not choose how much memory we take.
bool matches(const QByteArray &secret, const QByteArray &hash);

} // namespace Scrypt
