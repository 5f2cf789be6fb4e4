// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/OpsDesk.h"
#include "server/store/RelayRows.h"

class RelayPeers;
class RelayRoute;
class RelayStore;

/// What an operator sees of a relay beside what every server shows (OpsDesk): of all shops together, never of one.
class RelayOps : public QObject
{
    Q_OBJECT
public:
    struct Watched
    {
        OpsDesk::Watched house;
        RelayStore &store;
        const RelayRoute &route;
        RelayPeers &peers;
    };
    /// All of it must outlive this.
    explicit RelayOps(const Watched &watched);

    OpsDesk &desk() { return m_desk; }

private:
    void askPosts();
    void askLinks();
    void askWaiting();
    QFuture<void> lookIntoBooks();

    Watched m_watched;
    OpsDesk m_desk;
    std::optional<RelayWaiting> m_waiting; ///< as the scrape found it; none: the books did not say
};
