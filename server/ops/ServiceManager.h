// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <chrono>
#include <optional>

/// What systemd is told of this process (sd_notify(3)). Where nobody listens (no NOTIFY_SOCKET, or no Linux) nothing
/// is said.
class ServiceManager
{
public:
    void ready(const QString &status) const; ///< also the end of a reload
    void reloading() const;
    void stopping(const QString &status) const;
    void status(const QString &status) const; ///< one line that `systemctl status` shows
    void alive() const;

    /// The time within which alive() must come; none: nobody watches.
    static std::optional<std::chrono::microseconds> watchdogTime();

private:
    static void say(const QString &state);
};
