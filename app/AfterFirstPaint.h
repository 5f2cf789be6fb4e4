// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEvent>
#include <QTimer>
#include <QWidget>
#include <functional>

/// Calls once when the window has been painted for the first time: it is there to be used. A window that nobody can
/// see is not painted; then the call comes after two seconds.
class AfterFirstPaint : public QObject
{
public:
    AfterFirstPaint(QWidget &window, std::function<void()> call) : QObject(&window), m_call(std::move(call))
    {
        window.installEventFilter(this);
        QTimer::singleShot(2000, this, [this] { done(); });
    }

protected:
    bool eventFilter(QObject *window, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            window->removeEventFilter(this);
            // Behind the paint event, which goes on to the window's children.
            QMetaObject::invokeMethod(
                this, [this] { done(); }, Qt::QueuedConnection);
        }
        return false;
    }

private:
    void done()
    {
        if (const auto call = std::exchange(m_call, {}))
            call();
    }

    std::function<void()> m_call;
};
