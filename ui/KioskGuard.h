// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Wish.h"

#include <QList>
#include <QObject>
#include <QPointer>
#include <QSet>

class Clock;
class QKeyEvent;
class QWidget;

/// Where a window is the whole screen for good: it is not closed, not made small, and left by no key that reaches the
/// program. What would close it is a wish.
class KioskGuard final : public QObject
{
    Q_OBJECT
public:
    static constexpr int restoreMs = 100; ///< a window manager that makes it small again gets no quicker an answer

    /// Until it dies.
    KioskGuard(QWidget &window, Clock &clock, QObject *parent = nullptr);
    /// Another window of the program that stays as large as it is, for as long as it is wanted. Until it dies.
    void keepOpen(QWidget &other);

    bool eventFilter(QObject *watched, QEvent *event) override;
    /// That window over all of the screen it is on, with a window manager or without one.
    static void fill(QWidget &window);

signals:
    /// Wish::Kind::LeaveKiosk.
    void wished(const Wish &wish);

private:
    static bool isWayOut(const QKeyEvent &event);
    static bool isClosing(const QKeyEvent &event);
    QWidget *kept(const QObject *watched) const;
    bool isWhole(const QWidget &window) const;
    static bool isTakenAway(const QWidget &window);
    void restoreSoon(QWidget &window);
    void restore(QWidget &window);

    QWidget &m_window;
    QList<QPointer<QWidget>> m_others;
    Clock &m_clock;
    QSet<const QWidget *> m_restoring;
};
