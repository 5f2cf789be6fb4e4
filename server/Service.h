// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ServerConfig.h"
#include "server/domain/Result.h"

#include <QFuture>
#include <QObject>

/// What a program can tell a server that runs until it is told to end, whichever it is.
class Service : public QObject
{
    Q_OBJECT
public:
    virtual const ServerAddresses &addresses() const = 0;
    virtual QString working() const = 0; ///< what it does, for `systemctl status`
    virtual QString readAgain() const = 0; ///< what reload() reads

    /// What may have changed is read again and, if all of it is good, used from now on; nobody who is connected
    /// notices. Configuration: why everything goes on as before.
    virtual Result<void> reload() = 0;
    /// Ends in order (GracefulStop), and then says stopped(). What is left is to destroy it. Once.
    virtual void stop() = 0;
    /// Ends when the store's thread has come so far.
    virtual QFuture<void> storeReached() = 0;

signals:
    /// storeAnswers: false when the store hangs: to destroy this would be to wait for it.
    void stopped(bool storeAnswers);
};
