// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"
#include "ui/models/Wish.h"

#include <QFrame>

class PracticeBadge;
class RunLine;
class TouchButton;

/// Whose till, the pages there are, the practice badge, language, light and dark, help, who takes the money, the time.
class TopBar : public QFrame
{
    Q_OBJECT
public:
    TopBar(const QString &shop, const QString &till, const Theme &theme, QWidget *parent);

    void show(const TillView &view);
    using QFrame::show;
    void fit();
    void setTime(const QDateTime &now);

signals:
    void languageAsked();
    void themeAsked();
    void helpAsked();
    void wished(const Wish &wish);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    TouchButton *addTab(const char *name, const char *icon, Wish::Kind kind);
    void showTabs(const TillView &view);

    const Theme &m_theme;
    const QString m_shop;
    const QString m_till;
    RunLine *m_name;
    TouchButton *m_sale;
    TouchButton *m_orders;
    TouchButton *m_refund;
    TouchButton *m_inbox;
    TouchButton *m_check;
    TouchButton *m_settings;
    PracticeBadge *m_badge;
    TouchButton *m_language;
    TouchButton *m_light;
    TouchButton *m_help;
    TouchButton *m_lock; ///< with the name of who takes the money
    RunLine *m_time;
    QString m_timeText;
};
