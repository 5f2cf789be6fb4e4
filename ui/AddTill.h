// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Clock.h"
#include "ui/PairingDesk.h"
#include "ui/models/OfficeView.h"

#include <QObject>

/// Has this till's server make a code for another one, and shows it until its time is up.
class AddTill final : public QObject
{
    Q_OBJECT
public:
    using Say = AddTillView::Say;
    static constexpr std::chrono::minutes codeLife{5}; ///< API.md, "Terminals"

    struct Reach
    {
        QStringList addresses; ///< where other tills reach this one's server
        bool onlyHere = false; ///< those of other computers do not
    };
    AddTill(PairingDesk &desk, const Reach &reach, Clock &clock, QObject *parent = nullptr);

    /// A new code; the one before is good no more. session: a supervisor's, for this alone.
    void ask(const QByteArray &session = {});
    /// Nothing is shown any more. The code stays good until its end.
    void close();
    const AddTillView &view() const { return m_view; }

signals:
    void changed();
    void refusedSound();
    /// Who is signed in at the till may not.
    void supervisorWanted();
    /// The answer to what was asked with that session is here; a secret.
    void sessionDone(const QByteArray &session);

private:
    void answered(const Result<QString> &answer, bool signedFor);
    void lookAtCertificate();
    void tick();
    void refuse(Say why);

    PairingDesk &m_desk;
    Clock &m_clock;
    AddTillView m_view;
    int m_epoch = 0; ///< what was asked or planned in an earlier one does not count
    qint64 m_askedMs = 0; ///< from then on, so that the code here is never shown for longer than it is good
};
