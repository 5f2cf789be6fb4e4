// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/Clock.h"

#include <QTimer>

qint64 SystemClock::nowMs() const
{
    return QDateTime::currentMSecsSinceEpoch();
}

qint64 SystemClock::steadyMs() const
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

void SystemClock::callAfter(std::chrono::milliseconds delay, QObject *context, std::function<void()> call)
{
    QTimer::singleShot(delay, Qt::PreciseTimer, context, std::move(call));
}
