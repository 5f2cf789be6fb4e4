// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <chrono>

/// How a notification that could be read has ended.
enum class NotifyOutcome {
    Settled, ///< it changed the books
    Repeated, ///< the books had it already
    NotKnown, ///< an event type that we do not know
    NotWritten, ///< the store would not have it; it comes again
};

/// Tells of each notification whose signature holds and whose content could be read.
class NotifyNews : public QObject
{
    Q_OBJECT
signals:
    /// receivedAt: when its last byte was here. Before anything is written.
    void verified(const QString &outTradeNo, std::chrono::steady_clock::time_point receivedAt);
    /// After every push that it caused. outTradeNo: empty with NotKnown.
    void ended(const QString &outTradeNo, NotifyOutcome outcome);
};
