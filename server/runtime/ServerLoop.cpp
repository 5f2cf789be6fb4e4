// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/runtime/ServerLoop.h"

#include <QCoreApplication>
#include <QThread>

#ifdef Q_OS_LINUX
#include "server/runtime/EpollDispatcher.h"

void ServerLoop::useInApplication()
{
    if (auto dispatcher = EpollDispatcher::make())
        QCoreApplication::setEventDispatcher(dispatcher.release());
}

void ServerLoop::useIn(QThread &thread)
{
    if (auto dispatcher = EpollDispatcher::make())
        thread.setEventDispatcher(dispatcher.release());
}
#else
void ServerLoop::useInApplication() {}
void ServerLoop::useIn(QThread &) {}
#endif
