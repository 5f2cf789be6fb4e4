// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/MoneyDesk.h"
#include "ui/SupervisorPin.h"
#include "ui/models/OfficeView.h"

#include <QHash>

/// Payments that wait for a person: the list, the two moves each has, the reason, and a supervisor's PIN where the
/// session at the till is not enough.
class InboxFlow final : public QObject
{
    Q_OBJECT
public:
    static constexpr int mostTries = 4; ///< of one decision, while no answer comes

    InboxFlow(MoneyDesk &desk, LoginDesk &people, SupervisorPin &pin, Clock &clock, QObject *parent = nullptr);

    void open();
    void close();
    bool isOpen() const { return m_open; }
    /// The server counts another number of open ones.
    void casesChanged(int open);
    void wish(const Wish &wish);
    void fill(OfficeView &view) const;

signals:
    void changed();
    void closed();
    void refusedSound();
    /// A supervisor's session that nobody needs any more; a secret.
    void sessionDone(const QByteArray &session);

private:
    using Step = InboxView::Step;
    using Say = InboxView::Say;

    void load();
    void loadNames();
    void wishList(const Wish &wish);
    void wishReason(const Wish &wish);
    void move(int rows);
    void pick(qint64 id);
    void turnTab();
    void begin(MoneyDesk::Move move);
    void choose(int place);
    void decide();
    void ask();
    void answered(const Result<PaymentCase> &answer);
    void refused(const Error &error);
    void ended(Say say);
    void back();
    void signedIn(const LoginDesk::Session &session);
    void endSession();
    void say(Say say);
    QList<PaymentCase> ofTab() const;
    const PaymentCase *chosen() const;
    QList<MoneyReason> reasons() const;

    MoneyDesk &m_desk;
    LoginDesk &m_people;
    SupervisorPin &m_pin;
    Clock &m_clock;
    bool m_open = false;
    bool m_decided = false;
    Step m_step = Step::List;
    Say m_say = Say::Nothing;
    QString m_code;
    QList<PaymentCase> m_all;
    QHash<QString, QString> m_names; ///< of people, by id
    qint64 m_chosen = 0;
    int m_page = 0;
    MoneyDesk::Move m_move = MoneyDesk::Move::Honour;
    MoneyReason m_reason = MoneyReason::Other;
    QByteArray m_session; ///< the supervisor's for this decision alone; a secret
    bool m_asking = false;
    int m_tries = 0;
    int m_epoch = 0; ///< grows with each question: an older answer counts no more
    int m_loads = 0;
};
