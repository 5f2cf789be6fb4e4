// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/VirtualClock.h"
#include "tests/ui/LookScenes.h"
#include "ui/MainWindow.h"

#include <QCoreApplication>

/// A till's window on a virtual clock, as tests look at it.
struct LookWindow
{
    /// Laid out it is as on a screen, only that nothing is painted: for tests that measure and do not look.
    enum class Painted { Yes, No };

    explicit LookWindow(QSize size = {1366, 768}, Language::Tongue tongue = Language::Tongue::Chinese,
                        Theme::Mode mode = Theme::Mode::Light, Painted painted = Painted::Yes)
        : theme(mode), language(tongue),
          window({QStringLiteral("晨光咖啡"), QStringLiteral("1 号收银台")}, clock, theme, language)
    {
        window.setAttribute(Qt::WA_DontShowOnScreen, painted == Painted::No);
        window.resize(size);
        static_cast<QWidget &>(window).show();
        settle();
    }
    void show(const TillView &view)
    {
        window.show(view);
        settle();
    }
    void show(const char *scene, bool training)
    {
        for (const LookScene &each : LookScene::all(training))
            if (each.name == QLatin1String(scene))
                return show(each.view);
        qFatal("no scene %s", scene);
    }
    void settle()
    {
        for (int round = 0; round < 3; ++round)
            QCoreApplication::processEvents();
    }
    /// The visible one of that name; null when there is none.
    template <typename T = QWidget> T *visible(const char *name) const
    {
        for (T *each : window.findChildren<T *>(QLatin1String(name)))
            if (each->isVisible())
                return each;
        return nullptr;
    }
    QRect place(const QWidget *widget) const { return {widget->mapTo(&window, QPoint(0, 0)), widget->size()}; }

    /// The design floor, below and above it, what 125, 150 and 200 % leave of 1366x768, and a small screen.
    static QList<QSize> sizes()
    {
        return {{1366, 768}, {1280, 720}, {1920, 1080}, {1093, 614}, {911, 512}, {683, 384}, {1024, 600}};
    }

    VirtualClock clock;
    Theme theme;
    Language language;
    MainWindow window;
};
