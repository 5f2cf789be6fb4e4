// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/OfficeRig.h"
#include "tests/support/ScriptedPrinter.h"
#include "ui/Language.h"
#include "ui/receipt/TillPrinter.h"

/// A till's receipts over the rig of its sales and refunds, with a printer that a test answers for.
class PrinterRig
{
public:
    explicit PrinterRig(const ReceiptSettings &settings = {}, bool hasPrinter = true)
        : m_shop{{QStringLiteral("晨光咖啡"), QStringLiteral("1 号收银台")}, settings, hasPrinter}
    {
        powerOn();
    }

    void powerCut()
    {
        till.reset();
        printer.waiting.reset();
        office.powerCut();
        powerOn();
    }
    /// What a window does: the paid screen is painted, and the customer's.
    void paint()
    {
        till->painted();
        office.pass(TillPrinter::settleAfter);
    }
    /// By WeChat Pay, up to the moment before the paint; its tail.
    QString sell(const QString &amount = QStringLiteral("12.5"))
    {
        office.till.bringUpCode(amount);
        const Order paid = office.till.order(TradeState::Success, 3);
        office.till.desk->push(paid);
        return paid.outTradeNo.tail();
    }
    /// And back to Ready, with its paper out.
    QString sellWhole()
    {
        const QString tail = sell();
        paint();
        printer.answer();
        office.pass(std::chrono::seconds(10));
        return tail;
    }
    QString lastSale() const
    {
        const auto &last = office.till.view().strip.lastSale;
        return last ? last->outTradeNo : QString();
    }
    /// At least the pause between two presses.
    void press()
    {
        office.pass(std::chrono::milliseconds(TillPrinter::secondPressAfterMs));
        till->wish(lastSale());
        office.pass(std::chrono::milliseconds(0));
    }
    PrintingView view() const { return till->view(); }

    OfficeRig office;
    ScriptedPrinter::Script printer;
    std::unique_ptr<TillPrinter> till;
    QStringList marks; ///< "print_asked 4821"
    int refusals = 0;

private:
    void powerOn()
    {
        auto queue = PrintQueue::open(m_folder.filePath(QStringLiteral("prints")),
                                      std::make_unique<ScriptedPrinter>(printer), office.till.clock);
        if (!queue)
            qFatal("%s", qPrintable(queue.error().message));
        till = std::make_unique<TillPrinter>(std::move(queue).value(), office.history, office.people, office.till.clock,
                                             m_shop);
        QObject::connect(office.till.flow.get(), &SaleFlow::sold, till.get(), &TillPrinter::sold);
        QObject::connect(office.till.flow.get(), &SaleFlow::drawerWished, till.get(), &TillPrinter::openDrawer);
        QObject::connect(office.office.get(), &BackOffice::refunded, till.get(), &TillPrinter::refunded);
        QObject::connect(office.office.get(), &BackOffice::reprintWished, till.get(), &TillPrinter::reprint);
        QObject::connect(till.get(), &TillPrinter::marked, till.get(),
                         [this](const OutTradeNo &number, auto what) { marks.append(what + u' ' + number.tail()); });
        QObject::connect(till.get(), &TillPrinter::refusedSound, till.get(), [this] { ++refusals; });
    }

    const TillPrinter::Shop m_shop;
    QTemporaryDir m_folder;
    Language m_language;
};
