// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"
#include "ui/models/Wish.h"

#include <QWidget>

class ActionButton;
class Card;
class CaseCard;
class QLabel;
class QStackedLayout;
class RowList;
class SupervisorPad;
class TouchButton;

/// Alt+I: the payments that wait for a person at the left, the chosen one with its two moves at the right, or a
/// supervisor's PIN. A sale under way goes on behind.
class InboxPage : public QWidget
{
    Q_OBJECT
public:
    explicit InboxPage(const Theme &theme, QWidget *parent = nullptr);

    void show(const TillView &view);
    using QWidget::show;
    void fit();

signals:
    void wished(const Wish &wish);

private:
    QWidget *makeLeft();
    QWidget *makeRight();
    void showList(const InboxView &inbox);
    void showSays(const InboxView &inbox);

    const Theme &m_theme;
    Card *m_left;
    TouchButton *m_open;
    TouchButton *m_decided;
    ActionButton *m_back;
    QStackedLayout *m_lists;
    RowList *m_rows;
    QWidget *m_nothing;
    QLabel *m_nothingTitle;
    QLabel *m_nothingSays;
    QLabel *m_says;
    QStackedLayout *m_sides;
    CaseCard *m_case;
    SupervisorPad *m_supervisor;
};
