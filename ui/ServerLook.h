// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/JoinDesk.h"

#include <QObject>

/// Shakes hands with a server and goes: nothing of ours is sent, and no certificate is believed.
class ServerLook final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    static constexpr int timeoutMs = 6'000;

    /// See JoinDesk::look.
    QFuture<Result<SeenServer>> look(const QUrl &url);

private:
    class Hand;
};
