// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QTest>

/// Runs the event loop until the future is done; a test that waits longer has failed.
template <class T>
T await(QFuture<T> future, int timeoutMs = 10'000)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, timeoutMs))
        qFatal("the future did not finish in time");
    return future.takeResult();
}
