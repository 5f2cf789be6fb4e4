// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/HistoryDesk.h"
#include "ui/Journal.h"
#include "ui/LoginDesk.h"
#include "ui/models/PrintingView.h"
#include "ui/receipt/PrintQueue.h"
#include "ui/receipt/SaleReceipt.h"

/// A till's receipts and its cash drawer: makes the receipt of what was sold or given back, hands it to the PrintQueue
/// when the paid screen has been painted, and says in the strip what did not come out. No sale waits for it.
class TillPrinter final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds settleAfter{50}; ///< of the paid screen: the customer's is painted too
    static constexpr std::chrono::milliseconds unpaintedAfter{400}; ///< where another page covers it
    static constexpr std::chrono::milliseconds readAgainAfter{2000};
    static constexpr std::chrono::seconds sayFor{6};
    static constexpr qint64 secondPressAfterMs = 300; ///< sooner is the same press twice
    static constexpr int mostReads = 5; ///< of an order whose money went back
    static constexpr qsizetype keptSales = 20; ///< whose receipts need no server

    struct Shop
    {
        TillIdentity identity;
        ReceiptSettings receipt;
        bool hasPrinter = false;
    };

    TillPrinter(std::unique_ptr<PrintQueue> queue, HistoryDesk &orders, LoginDesk &people, Clock &clock,
                const Shop &shop, QObject *parent = nullptr);

    PrintingView view() const;
    /// Set up anew, for what comes from now on; what waits comes out of that printer.
    void use(const Shop &shop, std::unique_ptr<ReceiptPrinter> printer);

public slots:
    void setCashier(const QString &name) { m_cashier = name; } ///< who sells from now on
    void sold(const Order &order, const SaleTerms &terms);
    void painted(); ///< the paid screen
    void openDrawer();
    void refunded(const JournalRefund &refund, const QDateTime &at);
    /// F10: the receipt of the last sale (empty: there was none) where none was asked for yet, else what the strip
    /// complains of, else the last sale's once more.
    void wish(const QString &lastSale);
    /// That order's receipt once more.
    void reprint(const QString &outTradeNo);
    /// A paper of no sale; tested() says what became of it.
    void test();

signals:
    void changed();
    void refusedSound();
    /// For the timeline of that order (API.md, "Timeline").
    void marked(const OutTradeNo &number, const QString &what);
    void tested(PrinterTrouble trouble);

private:
    using Say = PrintingView::Say;
    using Then = std::function<void(const Receipt &)>;

    void flush();
    void print(const Receipt &receipt);
    void again(const Receipt &receipt);
    void asked(const Receipt &receipt, const Result<void> &answer);
    void read(const OutTradeNo &number, int tries, const Then &then);
    void nameCashier(const Order &order, const Then &then);
    void letOldOnesGo();
    void say(Say say);
    void refuse(Say why);
    void mark(const QString &id, const char *what);
    const Receipt *soldHere(const QString &outTradeNo) const;
    const PrintJob *inTrouble() const; ///< the newest

    std::unique_ptr<PrintQueue> m_queue;
    HistoryDesk &m_orders;
    LoginDesk &m_people;
    Clock &m_clock;
    Shop m_shop;
    QString m_cashier;
    QList<Receipt> m_sold; ///< of this run, oldest first
    QList<Receipt> m_waiting; ///< for the paint
    bool m_paintAwaited = false;
    bool m_drawerWaits = false;
    qint64 m_pressedMs = -secondPressAfterMs;
    Say m_say = Say::Nothing;
    int m_says = 0; ///< grows with each
};
