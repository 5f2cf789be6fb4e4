// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"
#include "ui/models/Wish.h"

#include <QWidget>

class ActionButton;
class FingerprintLines;
class QLabel;
class QVBoxLayout;
class RunLine;
class TextField;
class TouchButton;

/// The three steps of a till on its way to another server. What is typed has the keys as soon as a step comes up.
class JoinCard : public QWidget
{
    Q_OBJECT
public:
    JoinCard(const Theme &theme, QWidget *parent);

    void show(const JoinView &join);
    using QWidget::show;
    void fit();

signals:
    void wished(const Wish &wish);

private:
    TextField *addField(const QString &name, SettingsView::Item item);
    TouchButton *addButton(const QString &name, SettingsView::Item item);
    void addRows();
    void showHead(const JoinView &join);
    void showFields(const JoinView &join);
    void showButtons(const JoinView &join);
    void showSays(const JoinView &join);
    void giveKeys(const JoinView &join);
    TextField *fieldOf(JoinView::Step step) const; ///< null: nothing is typed there
    void go();

    const Theme &m_theme;
    QVBoxLayout *m_rows;
    RunLine *m_steps;
    RunLine *m_title;
    QLabel *m_how;
    RunLine *m_place;
    FingerprintLines *m_fingerprint;
    TextField *m_address;
    TextField *m_code;
    QLabel *m_says;
    ActionButton *m_go;
    TouchButton *m_same;
    TouchButton *m_other;
    JoinView m_shown; ///< only to see what is new
    bool m_hasShown = false;
};
