// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"
#include "ui/models/Wish.h"

#include <QFrame>

class PracticeBadge;
class RunLine;
class StripButton;

/// The line at the bottom: quiet until something is wrong; the last sale; what still has to be settled.
class StatusStrip : public QFrame
{
    Q_OBJECT
public:
    StatusStrip(const Theme &theme, QWidget *parent);

    /// With the practice badge when the top bar, its place, is not on the screen.
    void show(const TillView &view, bool withBadge = false);
    using QFrame::show;
    void fit();

signals:
    void wished(const Wish &wish);

private:
    void showLastSale(const StripView &strip);
    void showPrinting(const PrintingView &printing);
    void showRefunds(const OfficeView &office);
    void showCases(int open);

    const Theme &m_theme;
    RunLine *m_health;
    PracticeBadge *m_badge;
    RunLine *m_lastSale;
    StripButton *m_reprint; ///< the printer's trouble; a press prints again
    RunLine *m_printing; ///< the same in a small window
    RunLine *m_parked;
    RunLine *m_refunds;
    RunLine *m_cases; ///< in a small window, where a button of that height would cost too much
    StripButton *m_inbox;
    RunLine *m_help;
};
