// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/AddTill.h"

#include "ui/Answers.h"

AddTill::AddTill(PairingDesk &desk, const Reach &reach, Clock &clock, QObject *parent)
    : QObject(parent), m_desk(desk), m_clock(clock)
{
    m_view.addresses = reach.addresses;
    m_view.onlyHere = reach.onlyHere;
}

void AddTill::ask(const QByteArray &session)
{
    m_view.say = Say::Asking;
    m_view.code.clear(); // it is good no more when the new one is made
    m_view.secondsLeft = -1;
    m_askedMs = m_clock.steadyMs();
    whenAnswered(m_desk.makeCode(session), this, [this, session, epoch = ++m_epoch](const Result<QString> &answer) {
        if (epoch == m_epoch)
            answered(answer, !session.isEmpty());
        if (!session.isEmpty())
            emit sessionDone(session);
    });
    lookAtCertificate();
    emit changed();
}

void AddTill::lookAtCertificate()
{
    whenAnswered(m_desk.certificate(), this, [this, epoch = m_epoch](const Result<CertificatePin> &seen) {
        if (!seen || epoch != m_epoch)
            return;
        m_view.fingerprint = QString::fromLatin1(seen->hex());
        emit changed();
    });
}

void AddTill::answered(const Result<QString> &answer, bool signedFor)
{
    if (answer) {
        m_view.say = Say::Shown;
        m_view.code = *answer;
        return tick();
    }
    const Error &error = answer.error();
    const bool mayNot = error.code == ErrorCode::Forbidden || error.code == ErrorCode::Unauthorized;
    if (mayNot && !signedFor)
        return emit supervisorWanted();
    if (error.code == ErrorCode::Unknown || error.code == ErrorCode::ProviderUnavailable)
        return refuse(Say::NotAnswered);
    m_view.refusal = codeOf(error);
    refuse(Say::Refused);
}

void AddTill::tick()
{
    constexpr qint64 secondMs = 1000;
    const qint64 leftMs = std::chrono::milliseconds(codeLife).count() - (m_clock.steadyMs() - m_askedMs);
    if (leftMs <= 0) {
        m_view.code.clear();
        m_view.secondsLeft = -1;
        m_view.say = Say::Over;
        return emit changed();
    }
    m_view.secondsLeft = int((leftMs + secondMs - 1) / secondMs);
    m_clock.callAfter(std::chrono::milliseconds(1 + (leftMs - 1) % secondMs), this, [this, epoch = m_epoch] {
        if (epoch == m_epoch)
            tick();
    });
    emit changed();
}

void AddTill::close()
{
    ++m_epoch;
    m_view.code.clear();
    m_view.secondsLeft = -1;
    m_view.say = Say::Asking;
}

void AddTill::refuse(Say why)
{
    m_view.say = why;
    emit changed();
    emit refusedSound();
}
