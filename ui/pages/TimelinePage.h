// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"
#include "ui/models/Wish.h"

#include <QWidget>

class ActionButton;
class Card;
class QHBoxLayout;
class QLabel;
class RunLine;
class TimelineList;
class UnderWayPill;

/// F12: what happened to the order on the screen, or the last one, by the millisecond. The sale goes on behind it.
class TimelinePage : public QWidget
{
    Q_OBJECT
public:
    TimelinePage(const Theme &theme, QWidget *parent);

    void show(const TillView &view);
    using QWidget::show;
    void fit();

signals:
    void wished(const Wish &wish);

private:
    void showPage();
    ActionButton *addButton(const QString &name, const QString &keyCap, Wish::Kind kind);

    const Theme &m_theme;
    Card *m_card;
    RunLine *m_title;
    UnderWayPill *m_underWay;
    TimelineList *m_list;
    QLabel *m_says;
    QHBoxLayout *m_buttons;
    ActionButton *m_back;
    ActionButton *m_more;
    ActionButton *m_export;
};
