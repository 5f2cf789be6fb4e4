// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Icon.h"

QString Icon::nameOf(PayState state)
{
    switch (state) {
    case PayState::Ready:
        return QStringLiteral("ready");
    case PayState::Creating:
        return QStringLiteral("creating");
    case PayState::Waiting:
        return QStringLiteral("waiting");
    case PayState::Paid:
        return QStringLiteral("paid");
    case PayState::Cancelling:
        return QStringLiteral("cancelling");
    case PayState::Cancelled:
        return QStringLiteral("cancelled");
    case PayState::Expired:
        return QStringLiteral("expired");
    case PayState::Checking:
        return QStringLiteral("checking");
    case PayState::CallManager:
        return QStringLiteral("manager");
    }
    return {};
}
