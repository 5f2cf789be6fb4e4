// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/customer/Screens.h"

/// Screens that a test plugs in and pulls out. The cashier's is the first.
class FakeScreens final : public Screens
{
public:
    explicit FakeScreens(const QList<Place> &given) : places(given) {}
    QList<Place> all() const override { return places; }
    Place cashiers() const override { return places.value(cashiersAt); }
    void become(const QList<Place> &now)
    {
        places = now;
        emit changed();
    }

    QList<Place> places;
    int cashiersAt = 0;
};
