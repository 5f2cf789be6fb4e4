// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"

#include <QCoreApplication>
#include <QFuture>
#include <QPointer>

/// Calls back with the answer, on the window's thread, unless the asker has gone by then. Not future.then(asker, …):
/// Qt 6.4 asserts that such a context still lives when the answer comes, and an asker here may well be gone.
template <class Answer, class Call> void whenAnswered(QFuture<Answer> future, QObject *asker, Call call)
{
    future.then(QCoreApplication::instance(),
                [guard = QPointer<QObject>(asker), call = std::move(call)](const Answer &answer) {
                    if (guard)
                        call(answer);
                });
}

/// The server's code, which an error's sentence begins with.
inline QString codeOf(const Error &error)
{
    return error.message.section(u' ', 0, 0).left(32);
}
