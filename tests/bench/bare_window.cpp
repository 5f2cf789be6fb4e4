// SPDX-License-Identifier: GPL-3.0-or-later
// The least that a Qt Widgets program can be: till_bench starts it beside the till.
#include "app/AfterFirstPaint.h"

#include <QApplication>
#include <cstdio>

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    QWidget window;
    new AfterFirstPaint(window, [] {
        std::puts("{\"ready\":true}");
        std::fflush(stdout);
    });
    window.showMaximized();
    return QApplication::exec();
}
