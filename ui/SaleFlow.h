// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Attempt.h"
#include "ui/CloseLadder.h"
#include "ui/ClosedAttempts.h"
#include "ui/NoticeLine.h"
#include "ui/ParkedAttempts.h"
#include "ui/selling/RingUp.h"

class Random;

struct SaleSettings
{
    bool training = true;
    Money bigAmount = *Money::fromFen(50'000); ///< above it Pay asks for a second press
    int paidSeconds = 5; ///< 2 to 10: how long Paid stays by itself
    QString description; ///< what the customer's phone says was bought
    SellingSettings selling = {};
};

/// One till's way through its sales: takes wishes, asks the server, and says what the window shows. Every rule of
/// product.md about one payment is here; there is no clock, no network and no window of its own in it.
class SaleFlow final : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 paidAtLeastMs = 1500; ///< nothing ends Paid before
    static constexpr qint64 parkAfterMs = 10'000; ///< a shop must not stand still for a cancel
    static constexpr qint64 secondPressAfterMs = 300; ///< sooner is the same press twice
    static constexpr qint64 cancelAskedForMs = 5'000;
    static constexpr int mostPlacings = 12; ///< about a minute and a half of asking for a code

    SaleFlow(PaymentDesk &desk, Journal &journal, Clock &clock, Random &random, const SaleSettings &settings,
             const RingUp::Around &around = {}, QObject *parent = nullptr);

    /// Takes up what the last run left open. Call it once, when the signals are connected.
    void start();
    const TillView &view() const { return m_view; }

    /// From now on: the big amount, how long Paid stays, pickup numbers and the layout.
    void use(const SaleSettings &settings);

public slots:
    void wish(const Wish &wish);

signals:
    void changed();
    /// Another screen, not only another word on it; the view is new already.
    void screenChanged();
    /// Sound and voice, once for an order over all restarts: it has been written down. parked: it is not the order on
    /// the screen.
    void announce(Money amount, bool training, const QString &outTradeNo, bool parked);
    /// Money was taken for it, whatever way: for its receipt, once as announce is, and parked ones too. The terms say
    /// what was sold.
    void sold(const Order &order, const SaleTerms &terms);
    /// Money came that somebody must decide about.
    void attentionSound();
    /// A key that could not count.
    void refusedSound();
    /// Cash was taken (sold comes first), or somebody pressed the button: the drawer is to open.
    void drawerWished();
    /// For the timeline of that order (API.md, "Timeline").
    void marked(const OutTradeNo &number, const QString &what);

private:
    enum class Phase { Idle, Creating, Waiting, Closing, Resuming, Paid, Cancelled, Expired, CallManager };
    enum class Purpose { Cancel, Expire, NewCode }; ///< of Closing

    // Ringing up (SaleFlowRinging.cpp)
    void type(const QString &key);
    void beginNext();
    void ring(const Wish &wish);
    void edit(void (Basket::*change)());
    void takeBack(int keys);
    void scanned(const QString &text);
    void tryPay(SaleTerms terms);
    bool pressedEnough(Money amount);
    void touched();
    Basket &writable();

    // Wishes (SaleFlow.cpp)
    void pay();
    void cancel();
    void cancelForSure();
    void query();
    void queried(const OutTradeNo &number, const Result<Order> &answer);
    void newCode();
    void nextSale();
    void mockPay();
    void showCustomer();
    void finishFirst();
    void drawer();
    void refuse();

    // To the server (SaleFlowPlacing.cpp)
    struct Beginning
    {
        Money amount;
        QString sale; ///< empty: this is its first attempt
        SaleTerms terms;
        QString heldId;
    };
    bool begin(const Beginning &beginning);
    void place();
    void placed(const OutTradeNo &number, const Result<Order> &answer);
    void placeLater(std::chrono::milliseconds pause);
    void salePaidBefore(const Order &other);
    void refused(const Error &error);
    void giveBack(const Notice &notice, const QString &how);
    void resume(const Attempt &attempt);
    void askResumed();

    // What happens (SaleFlowOrders.cpp)
    void hearPush(const Order &order);
    void hear(const Order &order);
    bool callForOdd(const Order &order);
    void decided(const Order &order);
    void showCode();
    void startClosing(Purpose purpose);
    void cancelRefused();
    void park();
    void endedUnpaid();
    void paid(const Order &order);
    void parkedPaid(const Attempt &attempt, const Order &order);
    void parkedUnpaid(const Attempt &attempt);
    void parkedOdd(const Attempt &attempt, const Order &order);
    void callManager(const Notice &notice);
    Notice caseNotice(const Order &order) const;
    void announceOnce(const Attempt &attempt, const Order &order, bool parked);
    void setOnline(bool online);
    void leave(); ///< to Ready, with what was typed ahead
    void dropAttempt();
    void stopAsking();
    bool isCurrent(const OutTradeNo &number) const { return m_attempt && m_attempt->number() == number; }
    void mark(const char *what); ///< in the timeline of the attempt on the screen

    // What is shown (SaleFlowView.cpp)
    void enter(Phase phase, const Notice &notice);
    void refresh();
    void count();
    void fillAttempt(TillView &view) const;
    PayState stateNow() const;
    static int screenOf(PayState state);
    void after(qint64 delayMs, std::function<void()> call); ///< not if the phase has been left by then

    PaymentDesk &m_desk;
    Journal &m_journal;
    Clock &m_clock;
    Random &m_random;
    SaleSettings m_settings;
    NoticeLine m_notice;
    ParkedAttempts m_parked;
    ClosedAttempts m_closed;
    RingUp m_ringUp;

    Phase m_phase = Phase::Idle;
    Purpose m_purpose = Purpose::Cancel;
    int m_epoch = 0; ///< grows with each phase: what was planned in an old one does not happen
    Basket m_entry;
    Basket m_next;
    Basket m_saved; ///< of the sale on the screen, to be mended after a cancel
    qint64 m_armedMs = -1; ///< when Pay asked for its second press
    qint64 m_cancelAskedMs = -1;
    std::optional<Attempt> m_attempt;
    CloseLadder *m_ladder = nullptr; ///< of the attempt on the screen; owned as a child
    int m_placings = 0;
    bool m_placing = false;
    bool m_querying = false;
    bool m_online = true;
    bool m_caseOpen = false; ///< of CallManager: a person decides about its money, and it may count yet
    int m_cases = 0;
    bool m_canLeavePaid = false;
    bool m_customerEyes = false;
    std::optional<Order> m_paidOrder;
    std::optional<LastSale> m_lastSale;
    TillView m_view;
};
