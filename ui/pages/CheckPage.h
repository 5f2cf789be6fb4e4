// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"
#include "ui/models/Wish.h"

#include <QWidget>

class ActionButton;
class Card;
class FindPad;
class QLabel;
class QStackedLayout;
class RowList;
class RunLine;
class SearchLine;
class VerdictCard;

/// "I have paid": the last minutes' orders or WeChat's answer at the left, digits at the right.
class CheckPage : public QWidget
{
    Q_OBJECT
public:
    explicit CheckPage(const Theme &theme, QWidget *parent = nullptr);

    void show(const TillView &view);
    using QWidget::show;
    void fit();

signals:
    void wished(const Wish &wish);

private:
    QWidget *makeLeft();
    void showRecent(const CheckView &check);
    void showSays(const CheckView &check);

    const Theme &m_theme;
    Card *m_left;
    QLabel *m_title;
    ActionButton *m_back;
    SearchLine *m_typed;
    RunLine *m_recentTitle;
    QStackedLayout *m_faces;
    RowList *m_recent;
    QLabel *m_nothing;
    VerdictCard *m_verdict;
    QLabel *m_says;
    FindPad *m_pad;
};
