// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <QEventLoop>
#include <QTimer>
#include <QWidget>
#include <functional>

/// Notes the end of each of a window's paint rounds: everything that had changed is painted and handed to the platform.
class PaintWatch : public QObject
{
public:
    explicit PaintWatch(QWidget &window) { window.installEventFilter(this); }

    /// Waits for the first round that ends with this true. Nanoseconds since start; -1 when none came in time.
    qint64 until(std::function<bool()> shows, const QElapsedTimer &since, int timeoutMs = 15'000)
    {
        m_doneNs = -1;
        m_since = &since;
        m_shows = std::move(shows);
        QEventLoop loop; // QTest's waits look only every 10 ms
        m_loop = &loop;
        QTimer::singleShot(timeoutMs, &loop, &QEventLoop::quit);
        loop.exec();
        m_loop = nullptr;
        m_shows = {};
        return m_doneNs;
    }
    /// Called at the end of each round.
    std::function<void()> painted;

protected:
    bool eventFilter(QObject *window, QEvent *event) override
    {
        if (event->type() != QEvent::UpdateRequest || m_inside)
            return false;
        m_inside = true;
        QCoreApplication::sendEvent(window, event);
        m_inside = false;
        if (m_loop && m_doneNs < 0 && m_shows()) {
            m_doneNs = m_since->nsecsElapsed();
            m_loop->quit();
        }
        if (painted)
            painted();
        return true;
    }

private:
    std::function<bool()> m_shows;
    QEventLoop *m_loop = nullptr;
    const QElapsedTimer *m_since = nullptr;
    qint64 m_doneNs = -1;
    bool m_inside = false;
};
