// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/customer/Screens.h"

#include <QObject>
#include <QPointer>
#include <map>
#include <memory>

class KioskGuard;
class QWidget;

/// Dark windows over a kiosk's other screens where nothing of the program is to be seen, so that no hand reaches what
/// lies behind. They are there as long as the window that fills the first screen is.
class KioskBlinds final : public QObject
{
    Q_OBJECT
public:
    KioskBlinds(QWidget &first, Screens &screens, KioskGuard &guard, QObject *parent = nullptr);
    ~KioskBlinds() override;
    /// A window that may fill one of those screens. Until it dies.
    void leaveTo(QWidget &other);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void draw();
    bool isBare(const Screens::Place &place) const;

    QWidget &m_first;
    QPointer<QWidget> m_other;
    Screens &m_screens;
    KioskGuard &m_guard;
    std::map<QString, std::unique_ptr<QWidget>> m_blinds; ///< by the screen's name
};
