// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/input/HandGuard.h"
#include "ui/input/ScanDetector.h"
#include "ui/models/Wish.h"

#include <QObject>
#include <QPointer>

class Clock;
class QKeyEvent;
class QWidget;

/// Turns keys into wishes and keeps hasty hands from harm. Install it as an event filter on the application: a scanner
/// must be understood wherever the focus is. Keys that go to a text field are left alone.
class TillInput final : public QObject
{
    Q_OBJECT
public:
    explicit TillInput(Clock &clock, QObject *parent = nullptr);

    bool eventFilter(QObject *watched, QEvent *event) override;

public slots:
    /// Another screen has appeared: from now on the pointer is ignored for 500 ms, and Enter until it is let go.
    void screenChanged();

signals:
    void wished(const Wish &wish);
    void helpWished();

private:
    bool keyPressed(const QKeyEvent &event);
    bool enterPressed(const QKeyEvent &event);
    bool pointer(QObject *watched, const QEvent &event);
    bool alreadySeen(QWidget *widget, const QEvent *event);
    void follow(const ScanDetector::Step &step);
    void askAtSilence();
    qint64 timeOf(const QKeyEvent &event);

    Clock &m_clock;
    ScanDetector m_scan;
    HandGuard m_guard;
    qint64 m_timestampOffsetMs = 0;
    qint64 m_lastKeyMs = 0;
    bool m_askedAtSilence = false;
    bool m_pressSwallowed = false;
    const QEvent *m_lastEvent = nullptr; ///< compared, never followed
    QPointer<QWidget> m_lastWidget;
};
