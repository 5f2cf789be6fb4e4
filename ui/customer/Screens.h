// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QRect>

class QScreen;
class QWidget;

/// The screens of this machine, as they come and go.
class Screens : public QObject
{
    Q_OBJECT
public:
    struct Place
    {
        QString name;
        QRect area; ///< on the desktop, logical pixels
        QScreen *screen = nullptr; ///< null in a test's

        /// That window over all of it, without the focus.
        void fillWith(QWidget &window) const;
    };
    using QObject::QObject;
    virtual QList<Place> all() const = 0;
    /// The one that the cashier's window is on.
    virtual Place cashiers() const = 0;

signals:
    void changed();
};
