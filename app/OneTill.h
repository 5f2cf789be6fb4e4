// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/DataFolder.h"

#include <QLocalServer>

/// One till a data dir, whichever server it works for: the first start has it, and is told of every later one.
class OneTill final : public QObject
{
    Q_OBJECT
public:
    static constexpr int answerMs = 3000; ///< a till that is busy for longer does not come to the front

    /// AddressInUse: another till has it.
    static Result<std::unique_ptr<OneTill>> claim(const QString &dataDir);
    /// Has the till that was started first come to the front, and waits until it says so. False: it did not.
    static bool bringFirstToFront(const QString &dataDir);
    /// Where a program of that name listens for those of the same data dir.
    static QString socketIn(const QString &dataDir, const QString &name);

signals:
    void startedAgain();

private:
    explicit OneTill(DataFolder folder);
    void answer();

    DataFolder m_folder; ///< its lock says who is first
    QLocalServer m_door;
};
