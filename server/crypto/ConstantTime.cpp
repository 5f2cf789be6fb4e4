// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/crypto/ConstantTime.h"

#include <openssl/crypto.h>

bool equalInConstantTime(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), size_t(a.size())) == 0;
}
