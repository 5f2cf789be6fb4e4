// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QPointer>

/// Calls with the answer, unless the asker has gone by then. For askers that come and go, and futures that end on their
/// thread, as the store's do. Qt 6.4's future.then(asker, …) demands that the asker still lives.
template <class Answer, class Call> void whileHere(QObject *asker, QFuture<Answer> future, Call call)
{
    future.then([guard = QPointer<QObject>(asker), call = std::move(call)](const Answer &answer) {
        if (guard)
            call(answer);
    });
}
