// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEventLoop>
#include <QFutureWatcher>
#include <QTimer>

/// Runs the event loop until the future is done; a test that waits longer has failed.
template <class T> T await(QFuture<T> future, int timeoutMs = 30'000)
{
    if (!future.isFinished()) {
        QEventLoop loop;
        QFutureWatcher<T> watcher;
        QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
        watcher.setFuture(future);
        QTimer::singleShot(timeoutMs, &loop, [] { qFatal("the future did not finish in time"); });
        loop.exec();
    }
    return future.takeResult();
}
