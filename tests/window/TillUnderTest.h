// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Till.h"
#include "server/domain/Random.h"
#include "tests/window/Hand.h"
#include "tests/window/PaintWatch.h"
#include "tests/window/ShopServer.h"

#include <QTest>

/// The real till in a real window at a real server: what a cashier does, sees and hears there.
class TillUnderTest
{
public:
    static constexpr int patienceMs = 20'000; ///< for what takes a moment on an idle machine

    /// devicePixels: of the window, whatever the scale factor.
    explicit TillUnderTest(QSize devicePixels = {1366, 768}, Clock *clock = nullptr,
                           std::unique_ptr<ShopServer> shop = nullptr,
                           CustomerWindow::Where customer = CustomerWindow::Where::Off,
                           const PrinterSettings &printer = {});

    void powerOn();
    void powerCut(); ///< the till's, not the server's: what is on its disk stays, nothing else
    bool isOn() const { return m_till != nullptr; }

    Hand &hand() { return *m_hand; }
    MainWindow &window() { return m_till->window(); }
    CustomerWindow &customer() { return m_till->customer(); }
    SaleFlow &flow() { return m_till->flow(); }
    PaintWatch &paints() { return *m_paints; }
    const TillView &view() const { return m_till->window().view(); }
    PayState state() const { return view().state; }

    bool comesTo(PayState state) const;
    /// Types an amount and pays: from Ready to a code on the screen.
    bool bringUpCode(const QString &amount);
    /// The words of the visible widget of that name; a null string when there is none.
    QString words(const char *name) const;
    /// The whole window as it is on the screen, in device pixels.
    QImage picture() const { return pictureOf(m_till->window()); }
    static QImage pictureOf(const QWidget &window);
    /// What a phone reads on the screen; empty when there is no code.
    QString code() const;
    /// The paid panel's own colours fill its edge in the picture, hatched as in training.
    bool isPaidInPicture() const;

private:
    std::unique_ptr<ShopServer> m_server;

public:
    ShopServer &server; ///< a training server where the test brings none
    QList<PayState> states; ///< each as it came, over power cuts
    QStringList announced; ///< "12.50 NUMBER", over power cuts
    QElapsedTimer sinceAnnounced;

private:
    QWidget *visible(const char *name) const;

    const QSize m_devicePixels;
    const CustomerWindow::Where m_customer;
    const PrinterSettings m_printer;
    SystemClock m_system;
    Clock &m_clock;
    SystemRandom m_random;
    std::unique_ptr<Till> m_till;
    std::unique_ptr<Hand> m_hand;
    std::unique_ptr<PaintWatch> m_paints;
};
