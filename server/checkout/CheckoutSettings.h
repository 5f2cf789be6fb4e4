// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <chrono>

/// What holds for every order of this server.
struct CheckoutSettings
{
    QString shopId;
    bool training = true;
    std::chrono::seconds orderLifetime{300};
    /// How long an asker is kept waiting for WeChat; the asking itself goes on behind.
    std::chrono::milliseconds patience{3000};
    /// Between two tries of something that WeChat has not answered.
    std::chrono::milliseconds retryDelay{2000};
    /// Most questions about payments that are asked in any one second (promise 1).
    int queriesPerSecond = 50;
};
