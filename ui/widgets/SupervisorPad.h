// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"
#include "ui/models/Wish.h"

#include <QWidget>

class PeoplePicker;
class PinDots;
class PinPad;
class QLabel;

/// A supervisor's name and PIN beside what they sign for, on the till somebody else is signed in at.
class SupervisorPad : public QWidget
{
    Q_OBJECT
public:
    explicit SupervisorPad(const Theme &theme, QWidget *parent = nullptr);

    void show(const TillView &view);
    using QWidget::show;

signals:
    void wished(const Wish &wish);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void place();

    const Theme &m_theme;
    QLabel *m_title;
    PeoplePicker *m_people;
    PinDots *m_dots;
    QLabel *m_says;
    PinPad *m_pad;
};
