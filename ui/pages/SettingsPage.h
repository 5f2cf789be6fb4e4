// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"
#include "ui/models/Wish.h"

#include <QWidget>

class ActionButton;
class AddTillCard;
class Card;
class FindPad;
class JoinCard;
class QGridLayout;
class QLabel;
class QStackedLayout;
class ReceiptPreview;
class RunLine;
class SearchLine;
class SettingRow;
class SupervisorPad;
class TouchButton;
class WrongLines;

/// Alt+S: the groups at the left, the settings of one at the right, or the keys of a number, a supervisor's PIN, a
/// receipt as it comes out, a code for another till, or the way to another server. A sale under way goes on behind.
class SettingsPage : public QWidget
{
    Q_OBJECT
public:
    explicit SettingsPage(const Theme &theme, QWidget *parent = nullptr);

    void show(const TillView &view);
    using QWidget::show;
    void fit();

signals:
    void wished(const Wish &wish);

protected:
    void hideEvent(QHideEvent *event) override; ///< a file dialog goes with the page

private:
    QWidget *makeTabs();
    QWidget *makeList();
    QWidget *makeNumber();
    QWidget *makeGroup(const QList<QList<SettingsView::Item>> &rows);
    void wish(const Wish &wish);
    void chooseFile(SettingsView::Item item);
    void placeTabs();
    void showTabs(const SettingsView &settings);
    void showSays(const SettingsView &settings);
    void showPaper(const SettingsView &settings);

    const Theme &m_theme;
    QWidget *m_tabs;
    QGridLayout *m_tabGrid;
    QList<TouchButton *> m_groups;
    ActionButton *m_back;
    Card *m_card;
    QStackedLayout *m_faces; ///< in the order of SettingsView::Step
    QList<QWidget *> m_lists; ///< one a group, of which one is there
    QList<SettingRow *> m_rows;
    QLabel *m_about;
    WrongLines *m_wrong;
    QLabel *m_says;
    RunLine *m_numberName;
    SearchLine *m_typed;
    QLabel *m_numberSays;
    FindPad *m_pad;
    SupervisorPad *m_supervisor;
    ReceiptPreview *m_paper;
    AddTillCard *m_addTill;
    JoinCard *m_join;
    bool m_kiosk = false; ///< as it was shown last
};
