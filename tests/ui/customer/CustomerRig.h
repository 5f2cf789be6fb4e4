// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/FakeScreens.h"
#include "tests/support/VirtualClock.h"
#include "tests/ui/customer/CustomerScenes.h"
#include "ui/Language.h"
#include "ui/customer/CustomerWindow.h"

#include <QCoreApplication>
#include <QLabel>

/// The customer's window beside a cashier's screen that a test makes up.
struct CustomerRig
{
    static inline const Screens::Place cashiers{QStringLiteral("A"), QRect(0, 0, 1366, 768)};
    static inline const Screens::Place customers{QStringLiteral("B"), QRect(1366, 0, 1024, 600)};

    explicit CustomerRig(CustomerWindow::Where where = CustomerWindow::Where::Auto,
                         const QList<Screens::Place> &places = {cashiers, customers},
                         Theme::Mode mode = Theme::Mode::Light, Language::Tongue tongue = Language::Tongue::Chinese)
        : screens(places), language(tongue),
          window({QStringLiteral("晨光咖啡"), QStringLiteral("1 号收银台")}, screens, clock, mode, where)
    {
    }
    void open(bool kiosk = false)
    {
        window.open(kiosk);
        settle();
    }
    void show(const CustomerView &view)
    {
        window.show(view);
        settle();
    }
    void settle()
    {
        for (int round = 0; round < 3; ++round)
            QCoreApplication::processEvents();
    }
    template <typename T = QWidget> T *visible(const char *name) const
    {
        for (T *each : window.findChildren<T *>(QLatin1String(name))) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    }
    QString words(const char *name) const
    {
        const QWidget *widget = visible(name);
        const auto *label = qobject_cast<const QLabel *>(widget);
        return label ? label->text() : widget ? widget->accessibleName() : QString();
    }

    VirtualClock clock;
    FakeScreens screens;
    Language language;
    CustomerWindow window;
};
