// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customer/Screens.h"

#include <QWidget>

void Screens::Place::fillWith(QWidget &window) const
{
    window.setWindowFlags(Qt::Window | Qt::FramelessWindowHint | Qt::WindowDoesNotAcceptFocus); // hides it
    window.setGeometry(area); // which is all there is without a window manager
    if (screen) {
        window.setScreen(screen);
        window.setWindowState(Qt::WindowFullScreen);
    }
    window.setVisible(true);
}
