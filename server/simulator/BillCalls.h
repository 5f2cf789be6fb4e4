// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/simulator/GatewayReply.h"

#include <QDateTime>
#include <deque>
#include <optional>

class Books;
class Clock;
class Random;
class SimulatorKeys;
struct BillDay;
struct HttpRequest;
struct SimulatorSwitches;

/// The bill calls of reference 6: a bill is asked for, which makes a file, and fetched from its address soon after.
/// That a request is authentic has been seen to before.
class BillCalls
{
public:
    static constexpr qsizetype maxFiles = 32; ///< the oldest is forgotten

    /// clock: the simulator's.
    BillCalls(const SimulatorKeys &keys, const Books &books, const Clock &clock, Random &random,
              const SimulatorSwitches &switches)
        : m_keys(keys), m_books(books), m_clock(clock), m_random(random), m_switches(switches)
    {
    }

    GatewayReply tradeBill(const HttpRequest &request);
    GatewayReply fundFlowBill(const HttpRequest &request);
    /// `GET /v3/billdownload/file?token=…`: the file, unsigned.
    GatewayReply file(const HttpRequest &request) const;

private:
    struct File
    {
        QString token;
        QDateTime until;
        QByteArray bytes;
        bool gzip = false;
    };
    /// Why there is no bill of the day that is asked for; none: `day` is set.
    std::optional<GatewayReply> refusalFor(const HttpRequest &request, std::optional<BillDay> &day) const;
    GatewayReply offered(const HttpRequest &request, const QByteArray &plain);

    const SimulatorKeys &m_keys;
    const Books &m_books;
    const Clock &m_clock;
    Random &m_random;
    const SimulatorSwitches &m_switches;
    std::deque<File> m_files;
};
