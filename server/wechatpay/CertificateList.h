// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/crypto/AesGcm.h"
#include "server/crypto/Certificate.h"

#include <QList>

/// Opens the body of a reply to GET /v3/certificates (reference 1.5). That the APIv3 key opens it is what makes a
/// certificate trustworthy; its serial must be the one the list names. One bad entry refuses the list: Unverified.
Result<QList<Certificate>> openCertificateList(const QByteArray &body, const AesGcm &cipher);
