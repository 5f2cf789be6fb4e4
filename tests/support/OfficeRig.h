// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/ScriptedHistoryDesk.h"
#include "tests/support/ScriptedMoneyDesk.h"
#include "tests/support/TillRig.h"
#include "ui/BackOffice.h"

/// A till's refunds and inbox at a scripted server on a clock that stands still, over the rig of its sales.
class OfficeRig
{
public:
    using Page = OfficeView::Page;
    using Step = RefundView::Step;
    using Outcome = RefundView::Outcome;

    OfficeRig() { powerOn(); }

    /// A crash and a new start: what was on the disk is there, nothing else.
    void powerCut()
    {
        office.reset();
        till.powerCut();
        desk = std::make_unique<ScriptedMoneyDesk>();
        powerOn();
    }
    void wish(Wish::Kind kind, const QString &text = {}, int count = 0)
    {
        const Wish wish{kind, text, count};
        office->takes(wish) ? office->wish(wish) : till.flow->wish(wish);
    }
    void type(const QString &keys)
    {
        for (const QChar key : keys)
            wish(Wish::Kind::Type, key);
    }
    void pay() { wish(Wish::Kind::Pay); }
    void pass(std::chrono::milliseconds span) { till.pass(span); }

    Order paid(const char *number, qint64 fen, qint64 refundedFen = 0) const
    {
        Order order = till.order(*OutTradeNo::parse(QString::fromLatin1(number)), *Money::fromFen(fen),
                                 refundedFen > 0 ? TradeState::Refund : TradeState::Success, 3);
        order.refunded = *Money::fromFen(refundedFen);
        return order;
    }
    /// The refund that was asked for last, as the server would tell of it.
    Refund refund(RefundStatus status = RefundStatus::Processing) const
    {
        const QStringList &words = desk->refunds.asked.back();
        Refund refund{.shopId = {}, .outRefundNo = *OutRefundNo::parse(words[0])};
        refund.outTradeNo = words[1];
        refund.amount = *Money::fromFen(words[2].toLongLong());
        refund.status = status;
        return refund;
    }
    /// From Ready to the amount step of the newest of these.
    void takeSale(const QList<Order> &orders)
    {
        wish(Wish::Kind::Refund);
        desk->orders.answer(orders);
        pay();
    }
    /// Pressed twice, as a hand does.
    void confirm()
    {
        pay();
        pass(std::chrono::milliseconds(RefundFlow::secondPressAfterMs));
        pay();
    }
    static Error says(ErrorCode code, const char *name) { return {code, QString::fromLatin1(name) + " said so"}; }
    static Person chenJing()
    {
        return {.id = QStringLiteral("p2"), .name = QStringLiteral("陈静"), .role = Role::Supervisor, .hasPin = true};
    }
    /// The only supervisor types the PIN.
    void sign(const char *token = "supervisor-1")
    {
        people.peoples.answer(LoginDesk::People{{chenJing()}, {}});
        type(QStringLiteral("135790"));
        pass(std::chrono::milliseconds(PinLogin::sendAfterMs));
        people.pins.answer(
            LoginDesk::PinAnswer{.kind = LoginDesk::PinAnswer::Kind::SignedIn, .session = {token, chenJing()}});
    }
    Random &random() { return m_random; }
    const OfficeView &view() const { return office->view(); }
    const RefundView &shown() const { return office->view().refund; }
    const InboxView &inbox() const { return office->view().inbox; }
    const HistoryView &orders() const { return office->view().history; }
    const CheckView &check() const { return office->view().check; }

    TillRig till;
    std::unique_ptr<ScriptedMoneyDesk> desk = std::make_unique<ScriptedMoneyDesk>();
    ScriptedLoginDesk people;
    ScriptedHistoryDesk history;
    QTemporaryDir exportFolder;
    HistoryExport exports{history, till.clock, exportFolder.filePath(QStringLiteral("exports")), true,
                          [] { return OrderSheet::Words(); }};
    std::unique_ptr<BackOffice> office;
    int refusals = 0;
    int screens = 0;

private:
    void powerOn()
    {
        office = std::make_unique<BackOffice>(*till.flow, *desk, people, *till.journal, till.clock, m_random, history,
                                              exports);
        QObject::connect(office.get(), &BackOffice::refusedSound, office.get(), [this] { ++refusals; });
        QObject::connect(office.get(), &BackOffice::screenChanged, office.get(), [this] { ++screens; });
        office->start();
    }

    SeededRandom m_random{7};
};
