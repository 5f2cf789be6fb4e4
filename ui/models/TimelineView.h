// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

/// F12: what happened to one order, by the millisecond.
struct TimelineView
{
    enum class Say {
        Nothing,
        Loading,
        NotRead, ///< the server did not answer; F5 asks again
        NoOrder, ///< there was no sale yet, or the server does not know it
        Exported, ///< file
        NotExported,
    };
    struct Row
    {
        qint64 ms = 0; ///< since the first
        QString source; ///< till, server, wechat, notify, query, system
        QString what; ///< a mark's name
        QString outcome; ///< empty: it does not say
        qint64 tookMs = -1; ///< -1: nothing was measured
        int count = 1; ///< more than 1: the same so often
        qint64 lastMs = 0; ///< with count: the last one, since the first mark of all
    };
    bool open = false;
    QString tail; ///< of the order's number
    QList<Row> rows;
    int page = 0; ///< counts up; the page shows it modulo the pages it has
    Say say = Say::Nothing;
    QString file; ///< where it was exported to, below the data folder
};
