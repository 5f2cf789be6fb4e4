// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/RefundTracker.h"
#include "ui/SupervisorPin.h"
#include "ui/input/AmountEntry.h"
#include "ui/models/TillView.h"

class Random;

/// F9, one refund at a time: which sale, how much and why, a supervisor's PIN where one is needed, and what became of
/// it. What has been asked for goes on in the RefundTracker when the page is left.
class RefundFlow final : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 findAfterMs = 250; ///< after the last digit
    static constexpr qint64 secondPressAfterMs = 300; ///< sooner is the same press twice
    static constexpr qsizetype longestTail = 32;
    static constexpr qsizetype mostSales = 50;

    RefundFlow(MoneyDesk &desk, RefundTracker &tracker, SupervisorPin &pin, Clock &clock, Random &random,
               QObject *parent = nullptr);

    /// At what a person has to see first: a refund that failed or waits for a supervisor; else the sales, with the
    /// till's last one chosen.
    void open(const std::optional<LastSale> &last);
    /// The same with that order chosen, unless something has to be seen first.
    void openFor(const QString &outTradeNo);
    void close();
    bool isOpen() const { return m_open; }
    void wish(const Wish &wish);
    void fill(OfficeView &view) const;

signals:
    void changed();
    void closed();
    void refusedSound();

private:
    using Step = RefundView::Step;
    using Say = RefundView::Say;

    void begin();
    void wishChoose(const Wish &wish);
    void wishAmount(const Wish &wish);
    void wishResult(const Wish &wish);
    void type(const QString &key);
    void takeBack(int keys);
    void scanned(const QString &text);
    void findSoon();
    void load();
    void loaded(const Result<QList<Order>> &answer);
    void chooseFirst();
    void move(int rows);
    void takeSale();
    void amountEdited(AmountEntry::Refusal refusal);
    void pay();
    void submit();
    void back();
    void trackerChanged();
    void signedIn(const LoginDesk::Session &session);
    void go(Step step, Say say = Say::Nothing);
    void say(Say say);
    void refuse(Say why);
    const Order *order(const QString &number) const;
    static RefundView::Sale saleOf(const Order &order);

    MoneyDesk &m_desk;
    RefundTracker &m_tracker;
    SupervisorPin &m_pin;
    Clock &m_clock;
    Random &m_random;
    bool m_open = false;
    Step m_step = Step::Choose;
    Say m_say = Say::Nothing;
    int m_epoch = 0; ///< grows with each question and step: an older answer counts no more
    std::optional<LastSale> m_last;
    QString m_tail;
    QStringList m_tailBefore; ///< newest last, for what a scanner typed
    QList<Order> m_orders;
    QString m_chosen;
    int m_page = 0;
    std::optional<Order> m_order; ///< from Amount on
    QList<Refund> m_past;
    AmountEntry m_entry;
    MoneyReason m_reason = MoneyReason::Returned;
    qint64 m_armedMs = -1; ///< when the button asked for its second press
    std::optional<OutRefundNo> m_current; ///< of Supervisor and Result
};
