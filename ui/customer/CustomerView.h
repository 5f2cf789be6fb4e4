// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Money.h"

#include <QList>
#include <QString>

struct TillView;

/// A line of the bill, as the customer reads it.
struct CustomerLine
{
    QString name;
    int quantity = 1;
    Money amount; ///< of all of them
    friend bool operator==(const CustomerLine &, const CustomerLine &) = default;
};

/// Everything a customer may see, as one value. What is not in it cannot get onto their screen: no notice, no code, no
/// case, nothing of the sale before or of the shop's other business.
struct CustomerView
{
    enum class Face {
        Shop, ///< nobody is being served
        Ringing, ///< amount, lines
        Making, ///< a code is being asked for
        Code, ///< amount, codeUrl, secondsLeft
        Checking, ///< whether it is paid
        NotPaid, ///< cancelled, and WeChat says no money was taken
        Expired, ///< the same after the deadline
        AskCashier, ///< a person has to look at it
        Paid, ///< amount, pickupNo
        Thanks, ///< for a while after Paid; CustomerWindow's own
        Away, ///< the till is locked, and nobody is being served
    };
    Face face = Face::Shop;
    bool training = false;
    Money amount;
    Money saved; ///< what the discounts took off, already taken off amount
    QList<CustomerLine> lines;
    QString codeUrl;
    int secondsLeft = -1; ///< -1: no countdown
    QString pickupNo;

    bool isServing() const { return face != Face::Shop && face != Face::Thanks && face != Face::Away; }
    friend bool operator==(const CustomerView &, const CustomerView &) = default;
};

/// What the customer sees while the cashier sees that.
CustomerView customerViewOf(const TillView &till);
