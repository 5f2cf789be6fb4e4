// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/relay/RelayLink.h"

#include "server/domain/WhileHere.h"

#include <QLoggingCategory>

namespace {

Q_LOGGING_CATEGORY(lcRelayLink, "scantill.relay")

} // namespace

RelayLink::RelayLink(RelayAccess access, RelayPositionStore &positions, RelayInbox::Take take, Clock &clock,
                     Random &random)
    : m_access(std::move(access)), m_positions(positions), m_take(std::move(take)), m_lines(linesAMinute, clock),
      m_socket(m_access.url, clock, random)
{
    connect(&m_socket, &RelaySocket::up, this, &RelayLink::greet);
    connect(&m_socket, &RelaySocket::down, this, &RelayLink::away);
    connect(&m_socket, &RelaySocket::textCame, this, &RelayLink::textCame);
}

void RelayLink::start()
{
    m_socket.open();
}

void RelayLink::stop()
{
    m_socket.close();
    away();
}

void RelayLink::greet()
{
    m_inbox = std::make_unique<RelayInbox>(m_positions, m_take, m_counts, m_lines);
    connect(m_inbox.get(), &RelayInbox::done, this, [this](qint64 seq) {
        m_socket.proveGood();
        m_socket.send(RelayFrames::text(RelayFrames::Ack{seq}));
    });
    connect(m_inbox.get(), &RelayInbox::failed, this, [this](const QString &why) {
        qCWarning(lcRelayLink).noquote() << "a notification could not be kept:" << why;
        m_socket.drop(); // not acknowledged: it comes again
    });
    const auto begin = [this, inbox = QPointer(m_inbox.get())](const Result<RelayPosition> &position) {
        if (!inbox || inbox != m_inbox.get()) // of a connection that has gone
            return;
        if (!position)
            return giveUp("the books cannot be read");
        m_own = *position;
        m_greeted = true;
        m_socket.send(RelayFrames::text(RelayFrames::Hello{m_access.shop, m_access.token, m_own}));
    };
    whileHere(this, m_inbox->load(), begin);
}

void RelayLink::away()
{
    m_greeted = m_welcomed = false;
    // What it is busy with may still end in the books; only its answers are of no use any more. It may be telling us.
    if (!m_inbox)
        return;
    m_inbox->disconnect(this);
    m_inbox->setParent(this); // it counts and writes lines with what is ours
    m_inbox.release()->deleteLater();
}

void RelayLink::giveUp(const char *why)
{
    qCWarning(lcRelayLink) << why;
    m_socket.drop();
}

void RelayLink::textCame(const QString &text)
{
    if (!m_greeted)
        return giveUp("the relay spoke before it was greeted");
    const auto frame = RelayFrames::fromRelay(text);
    if (const auto *welcome = std::get_if<RelayFrames::Welcome>(&frame); welcome && !m_welcomed)
        return welcomed(*welcome);
    const auto *notification = std::get_if<RelayedNotification>(&frame);
    if (!notification || !m_welcomed)
        return giveUp("the relay said what is not understood");
    if (!m_inbox->put(*notification))
        giveUp("the relay sends more than was acknowledged");
}

void RelayLink::welcomed(const RelayFrames::Welcome &welcome)
{
    m_welcomed = true;
    qCInfo(lcRelayLink) << "the relay is there;" << welcome.last - welcome.position.after << "notifications wait";
    m_inbox->begin(m_own, welcome.position);
}
