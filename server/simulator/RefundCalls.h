// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/simulator/GatewayReply.h"
#include "server/simulator/RefundBook.h"

class Books;
class Faults;
class RefundEndings;
class SimulatorKeys;
struct HttpRequest;

/// The refund calls of reference 4.1 and 4.3 as work on the books. That the request is authentic has been seen to
/// before.
class RefundCalls
{
public:
    RefundCalls(const SimulatorKeys &keys, Books &books, Faults &faults, RefundEndings &endings,
                const SimulatorSwitches &switches)
        : m_keys(keys), m_books(books), m_faults(faults), m_endings(endings), m_switches(switches)
    {
    }

    GatewayReply refund(const HttpRequest &request);
    GatewayReply query(const HttpRequest &request) const;
    GatewayReply redirect(const HttpRequest &request);

private:
    /// Whose payment it is about; null: nobody's, or another merchant's.
    const BookOrder *orderOf(const QJsonObject &body) const;
    RefundBook::Course courseOf(const BookOrder &order);
    GatewayReply replyFor(const BookRefund &refund) const;
    GatewayReply refusalFor(const Error &error) const;

    const SimulatorKeys &m_keys;
    Books &m_books;
    Faults &m_faults;
    RefundEndings &m_endings;
    const SimulatorSwitches &m_switches;
};
