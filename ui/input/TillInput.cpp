// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/input/TillInput.h"

#include "server/domain/Clock.h"
#include "ui/input/KeyMap.h"

#include <QAbstractButton>
#include <QApplication>
#include <QKeyEvent>

TillInput::TillInput(Clock &clock, QObject *parent) : QObject(parent), m_clock(clock) {}

void TillInput::screenChanged()
{
    m_guard.screenChanged(m_clock.steadyMs());
}

bool TillInput::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::KeyRelease: {
        auto *widget = qobject_cast<QWidget *>(watched); // windows hand their keys on to a widget: look once, there
        if (!widget || alreadySeen(widget, event) || widget->testAttribute(Qt::WA_InputMethodEnabled)
            || QApplication::activeModalWidget() || QApplication::activePopupWidget())
            return false;
        const auto &key = *static_cast<QKeyEvent *>(event);
        if (event->type() == QEvent::KeyPress)
            return keyPressed(key);
        if (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter)
            m_guard.enterReleased(key.isAutoRepeat());
        return false;
    }
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
    case QEvent::MouseButtonRelease:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd:
        return watched->isWidgetType() && pointer(watched, *event);
    default:
        return false;
    }
}

/// A key nobody accepts climbs from child to parent as one and the same event; it was pressed once.
bool TillInput::alreadySeen(QWidget *widget, const QEvent *event)
{
    const bool climbing =
        event == m_lastEvent && m_lastWidget && m_lastWidget != widget && widget->isAncestorOf(m_lastWidget);
    m_lastEvent = event;
    m_lastWidget = widget;
    return climbing;
}

bool TillInput::pointer(QObject *watched, const QEvent &event)
{
    const bool begins = event.type() == QEvent::MouseButtonPress || event.type() == QEvent::MouseButtonDblClick
                        || event.type() == QEvent::TouchBegin;
    if (m_guard.allowsPointer(m_clock.steadyMs())) {
        if (begins)
            m_pressSwallowed = false;
        return m_pressSwallowed && !begins; // the rest of a press that was ignored
    }
    if (begins)
        m_pressSwallowed = true;
    else if (auto *button = qobject_cast<QAbstractButton *>(watched))
        button->setDown(false); // pressed on the old screen: it must not stay down, nor click
    return true;
}

bool TillInput::keyPressed(const QKeyEvent &event)
{
    if (event.key() == Qt::Key_F1) {
        if (!event.isAutoRepeat())
            emit helpWished();
        return true;
    }
    const bool spaceInBurst = event.key() == Qt::Key_Space && m_scan.deadlineMs() >= 0; // a hand's presses buttons
    if (const QChar c = spaceInBurst ? QChar(u' ') : KeyMap::character(event); !c.isNull()) {
        if (!event.isAutoRepeat()) { // a key held down is one digit, and no scanner
            follow(m_scan.character(c, timeOf(event)));
            askAtSilence();
        }
        return true;
    }
    if (event.key() == Qt::Key_Tab) {
        const auto step = m_scan.endKey(timeOf(event));
        follow(step);
        return step.swallow;
    }
    const auto wish = KeyMap::command(event);
    if (!wish)
        return false;
    if (wish->kind == Wish::Kind::Pay)
        return enterPressed(event);
    const bool repeats =
        wish->kind == Wish::Kind::Backspace || wish->kind == Wish::Kind::RowUp || wish->kind == Wish::Kind::RowDown;
    if (!event.isAutoRepeat() || repeats)
        emit wished(*wish);
    return true;
}

bool TillInput::enterPressed(const QKeyEvent &event)
{
    const bool mayAct = m_guard.enterPressed(event.isAutoRepeat());
    const auto step = m_scan.endKey(timeOf(event));
    follow(step);
    if (mayAct && !step.swallow)
        emit wished({Wish::Kind::Pay});
    return true;
}

void TillInput::follow(const ScanDetector::Step &step)
{
    const auto typeable = [](QChar c) { return KeyMap::typed(c).has_value(); };
    if (const auto count = std::count_if(step.takeBack.begin(), step.takeBack.end(), typeable); count > 0)
        emit wished({.kind = Wish::Kind::TakeBack, .count = int(count)});
    if (!step.scanned.isEmpty())
        emit wished({Wish::Kind::Scanned, step.scanned});
    for (const QChar c : step.echo) {
        if (const auto wish = KeyMap::typed(c))
            emit wished(*wish);
    }
}

void TillInput::askAtSilence()
{
    if (m_askedAtSilence)
        return;
    m_askedAtSilence = true;
    const qint64 waitMs = std::max<qint64>(1, m_scan.deadlineMs() - m_clock.steadyMs());
    m_clock.callAfter(std::chrono::milliseconds(waitMs), this, [this] {
        m_askedAtSilence = false;
        follow(m_scan.silence(m_clock.steadyMs()));
        if (m_scan.deadlineMs() >= 0)
            askAtSilence();
    });
}

/// When the key was pressed, not when we got round to it: after a stall of the window a hand's keys arrive all at once
/// and must not look like a scanner's. Event times have an origin of their own; the offset is learnt and kept.
qint64 TillInput::timeOf(const QKeyEvent &event)
{
    const qint64 nowMs = m_clock.steadyMs();
    qint64 atMs = nowMs;
    if (event.timestamp() != 0) {
        constexpr qint64 longestStallMs = 2000;
        atMs = qint64(event.timestamp()) + m_timestampOffsetMs;
        if (atMs > nowMs || nowMs - atMs > longestStallMs) {
            m_timestampOffsetMs = nowMs - qint64(event.timestamp());
            atMs = nowMs;
        }
    }
    m_lastKeyMs = std::max(m_lastKeyMs, atMs);
    return m_lastKeyMs;
}
