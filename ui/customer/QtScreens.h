// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/customer/Screens.h"

class QWidget;

/// The screens Qt knows of. Follows the cashier's window when it is moved to another one.
class QtScreens final : public Screens
{
    Q_OBJECT
public:
    explicit QtScreens(QWidget &cashiersWindow);

    QList<Place> all() const override;
    Place cashiers() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void watch(QScreen *screen);
    void tellLater(); ///< when Qt has moved the windows of a screen that is gone

    QWidget &m_window;
    bool m_watched = false;
    bool m_telling = false;
};
