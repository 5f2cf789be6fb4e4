// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/crypto/AesGcm.h"

#include <QJsonObject>

/// Opens {algorithm, nonce, associated_data, ciphertext} (reference 3.1, 3.3), as notifications and certificates come.
/// InvalidInput when members are missing or of another algorithm, Unverified when the cipher does not hold.
Result<QByteArray> openSealedResource(const QJsonObject &resource, const AesGcm &cipher);
