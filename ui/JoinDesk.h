// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/ServerPlace.h"

#include <QFuture>

/// What a server shows of itself before anything is said to it.
struct SeenServer
{
    CertificatePin pin; ///< not set: there is no TLS, on this machine
    bool vouched = false; ///< by an authority that the system knows, and for that name
};

/// A server elsewhere, before this till is one of its own. JoinTill is the real one; tests script their own.
class JoinDesk
{
public:
    JoinDesk() = default;
    virtual ~JoinDesk() = default;
    JoinDesk(const JoinDesk &) = delete;
    JoinDesk &operator=(const JoinDesk &) = delete;

    /// ProviderUnavailable: nobody is there. Unverified: no TLS is spoken there.
    virtual QFuture<Result<SeenServer>> look(const QUrl &url) = 0;
    /// Pairs this till under that name and keeps it, so that the next start goes there. Forbidden: the code is not, or
    /// no longer, good. RateLimited: no code is looked at for a while. ProviderUnavailable: nothing was sent, for
    /// nobody is there or another certificate is shown. Unknown: it may have happened. Conflict: money of an earlier
    /// server is open in what this till keeps. AddressInUse: another program keeps it. StoreFailure: it could not be
    /// written.
    virtual QFuture<Result<void>> join(const ServerPlace &place, const QString &code, const QString &till) = 0;
};
