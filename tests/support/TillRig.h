// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/ScriptedDesk.h"
#include "tests/support/SeededRandom.h"
#include "tests/support/VirtualClock.h"
#include "ui/SaleFlow.h"
#include "ui/selling/GoodsShelf.h"
#include "ui/selling/HeldBills.h"

#include <QTemporaryDir>

/// A till at a scripted server on a clock that stands still: the hand, the eye and the ear of one cashier.
class TillRig
{
public:
    explicit TillRig(SaleSettings settings = {}, QList<ShelfGoods> goods = {}) : m_settings(settings)
    {
        m_goodsDesk.list.goods = std::move(goods);
        powerOn();
    }

    /// A crash and a new start: what was on the disk is there, nothing else.
    void powerCut()
    {
        flow.reset();
        journal.reset();
        held.reset();
        desk = std::make_unique<ScriptedDesk>();
        m_random = SeededRandom(++m_seed);
        powerOn();
    }
    void wish(Wish::Kind kind, const QString &text = {}) { flow->wish({kind, text}); }
    void type(const QString &keys)
    {
        for (const QChar key : keys)
            wish(Wish::Kind::Type, QString(key));
    }
    QString journalPath() const { return m_folder.filePath(QStringLiteral("till.journal")); }
    QString heldPath() const { return m_folder.filePath(QStringLiteral("held")); }
    void pay() { wish(Wish::Kind::Pay); }
    void cancelTwice()
    {
        wish(Wish::Kind::Cancel);
        wish(Wish::Kind::Cancel);
    }
    void pass(std::chrono::milliseconds span) { clock.advance(span); }

    const TillView &view() const { return flow->view(); }
    PayState state() const { return flow->view().state; }
    Notice::Kind notice() const { return flow->view().notice.kind; }

    /// The order of the newest placing, as the server would tell of it.
    Order order(TradeState state = TradeState::NotPay, qint64 seq = 2) const
    {
        const auto &call = desk->last(QStringLiteral("place"));
        return order(call.number, call.amount, state, seq);
    }
    Order order(const OutTradeNo &number, Money amount, TradeState state, qint64 seq) const
    {
        Order order{.shopId = {}, .outTradeNo = number, .total = amount, .state = state};
        order.codeUrl = QStringLiteral("weixin://wxpay/bizpayurl?pr=") + number.text();
        order.createdAt = clock.now().addSecs(7200); // the server's clock is hours off: only spans may count
        order.expiresAt = order.createdAt.addSecs(300);
        order.training = m_settings.training;
        order.tender = tenderOf(number);
        order.seq = seq;
        if (state == TradeState::Success)
            order.successTime = clock.now();
        return order;
    }
    /// As it was asked for.
    Tender tenderOf(const OutTradeNo &number) const
    {
        for (const auto &call : desk->calls)
            if (call.verb == QLatin1String("place") && call.number == number)
                return call.terms.tender;
        return Tender::WeChatPay;
    }
    /// From Ready to a QR on the screen.
    void bringUpCode(const QString &amount = QStringLiteral("12.5"))
    {
        type(amount);
        pay();
        desk->answer(QStringLiteral("place"), order());
    }
    static Error unknown() { return {ErrorCode::Unknown, QStringLiteral("NO_ANSWER")}; }

    VirtualClock clock;
    std::unique_ptr<ScriptedDesk> desk = std::make_unique<ScriptedDesk>();
    std::unique_ptr<Journal> journal;
    std::unique_ptr<HeldBills> held;
    std::unique_ptr<GoodsShelf> shelf;
    std::unique_ptr<SaleFlow> flow;
    QStringList announced; ///< over all restarts: "12.50 <number>"
    int refusals = 0;
    int drawers = 0;
    int screens = 0;

private:
    void powerOn()
    {
        auto opened = Journal::open(journalPath());
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        journal = std::move(opened).value();
        auto aside = HeldBills::open(heldPath(), m_settings.selling.typedName);
        if (!aside)
            qFatal("%s", qPrintable(aside.error().message));
        held = std::move(aside).value();
        shelf = std::make_unique<GoodsShelf>(m_goodsDesk, clock, m_folder.filePath(QStringLiteral("goods.json")));
        shelf->start();
        flow = std::make_unique<SaleFlow>(*desk, *journal, clock, m_random, m_settings,
                                          RingUp::Around{shelf.get(), held.get()});
        QObject::connect(
            flow.get(), &SaleFlow::announce, flow.get(),
            [this](Money amount, bool, const QString &number) { announced.append(amount.yuan() + u' ' + number); });
        QObject::connect(flow.get(), &SaleFlow::refusedSound, flow.get(), [this] { ++refusals; });
        QObject::connect(flow.get(), &SaleFlow::drawerWished, flow.get(), [this] { ++drawers; });
        QObject::connect(flow.get(), &SaleFlow::screenChanged, flow.get(), [this] { ++screens; });
        flow->start();
    }

    /// Hands out one list, at once.
    struct Goods final : GoodsDesk
    {
        QFuture<Result<List>> goods(qint64) override { return ready(Result<List>(list)); }
        List list{true, 1, {}};
    };

    SaleSettings m_settings;
    Goods m_goodsDesk;
    QTemporaryDir m_folder;
    SeededRandom m_random{1};
    quint64 m_seed = 1;
};
