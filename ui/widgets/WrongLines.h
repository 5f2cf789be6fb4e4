// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"
#include "ui/models/Wish.h"

#include <QWidget>

class QLabel;
class TouchButton;

/// What is wrong with a file, line by line: as many as there is room for, and a button to the next ones.
class WrongLines : public QWidget
{
    Q_OBJECT
public:
    explicit WrongLines(const Theme &theme, QWidget *parent);

    void show(const QList<SettingsView::WrongLine> &wrong, int page);
    using QWidget::show;

signals:
    void wished(const Wish &wish);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QStringList pages(int height) const;
    void place();

    const Theme &m_theme;
    QLabel *m_lines;
    TouchButton *m_more;
    QList<SettingsView::WrongLine> m_wrong;
    int m_page = 0;
};
