// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Clock.h"
#include "ui/models/TillView.h"

#include <QObject>

/// The one sentence under the order: a lasting one, and a passing one that covers it for some seconds.
class NoticeLine final : public QObject
{
    Q_OBJECT
public:
    explicit NoticeLine(Clock &clock, QObject *parent = nullptr) : QObject(parent), m_clock(clock) {}

    void set(const Notice &notice) { m_lasting = notice; }
    const Notice &lasting() const { return m_lasting; }

    /// Money that came late is not covered by a slip of the hand.
    void flash(const Notice &notice, std::chrono::milliseconds span)
    {
        if (isMoney(m_passing.kind) && isSlip(notice.kind))
            return;
        m_passing = notice;
        m_clock.callAfter(span, this, [this, id = ++m_passingId] {
            if (id != m_passingId)
                return;
            m_passing = {};
            emit faded();
        });
    }
    /// What a key said is over with the next key.
    void endSlip()
    {
        if (isSlip(m_passing.kind))
            m_passing = {};
    }
    void end(Notice::Kind kind)
    {
        if (m_passing.kind == kind)
            m_passing = {};
    }
    const Notice &shown() const { return m_passing.kind == Notice::Kind::None ? m_lasting : m_passing; }

signals:
    void faded();

private:
    static bool isMoney(Notice::Kind kind)
    {
        return kind == Notice::Kind::ParkedPaid || kind == Notice::Kind::PaidLate || kind == Notice::Kind::PaidTwice
               || kind == Notice::Kind::PaidOddly || kind == Notice::Kind::AmountDiffers;
    }
    static bool isSlip(Notice::Kind kind)
    {
        return kind == Notice::Kind::ThirdDecimal || kind == Notice::Kind::AmountTooLarge
               || kind == Notice::Kind::GoodsScanned || kind == Notice::Kind::PaymentCodeScanned
               || kind == Notice::Kind::GoodsHeldBack || kind == Notice::Kind::DiscountUseless
               || kind == Notice::Kind::CashShort || kind == Notice::Kind::HeldFull || kind == Notice::Kind::BillHeld;
    }

    Clock &m_clock;
    Notice m_lasting;
    Notice m_passing;
    int m_passingId = 0;
};
