// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"
#include "ui/CertificatePin.h"

#include <QFuture>

/// The till's own server, which makes codes for further tills (API.md, "Terminals"). PairingApi is the real one; tests
/// script their own.
class PairingDesk
{
public:
    PairingDesk() = default;
    virtual ~PairingDesk() = default;
    PairingDesk(const PairingDesk &) = delete;
    PairingDesk &operator=(const PairingDesk &) = delete;

    /// "7K3M-Q9XD", good for five minutes; the one before is good no more. session: a supervisor's; empty: of who is
    /// signed in at the till. Forbidden or Unauthorized where that is not enough.
    virtual QFuture<Result<QString>> makeCode(const QByteArray &session) = 0;
    /// What the server shows to whoever connects; not set: no TLS.
    virtual QFuture<Result<CertificatePin>> certificate() = 0;
};
