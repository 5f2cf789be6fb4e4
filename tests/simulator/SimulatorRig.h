// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/HttpMessage.h"
#include "server/simulator/Simulator.h"
#include "tests/support/ScriptedTransport.h"
#include "tests/support/SeededRandom.h"
#include "tests/support/VirtualClock.h"

#include <QJsonArray>
#include <QJsonDocument>

/// A simulator with the test vectors' keys on a virtual clock, and a merchant that talks to it, all in memory.
class SimulatorRig
{
public:
    static QByteArray vector(const QString &name); ///< a file of tests/data/vectors
    static SimulatorKeys vectorKeys();

    explicit SimulatorRig(const SimulatorSwitches &switches = {})
        : SimulatorRig(Simulator::Settings{.keys = vectorKeys(), .switches = switches})
    {
    }
    explicit SimulatorRig(const Simulator::Settings &settings);

    /// A request as a merchant's SDK sends it, signed now; targets are percent-encoded.
    HttpRequest merchantRequest(const QByteArray &method, const QByteArray &target, const QByteArray &body = {});
    /// The same without any headers yet.
    static HttpRequest plainRequest(const QByteArray &method, const QByteArray &target, const QByteArray &body = {});
    void sign(HttpRequest &request);
    /// Hands a request to the route its target belongs to.
    QFuture<HttpReply> send(const HttpRequest &request);
    HttpReply call(const QByteArray &method, const QByteArray &target, const QJsonObject &body = {});

    /// One of the strings behind the scene, pulled on this machine.
    HttpReply control(const QByteArray &method, const QByteArray &target, const QJsonObject &body = {});
    void plan(const char *json); ///< of faults, and it must be a possible one

    static QJsonObject order(const QString &outTradeNo, qint64 totalFen = 1990);
    HttpReply create(const QJsonObject &body) { return call("POST", "/v3/pay/transactions/native", body); }
    HttpReply query(const QByteArray &outTradeNo);
    HttpReply close(const QByteArray &outTradeNo);
    /// An order that is paid: its transaction object.
    QJsonObject paid(const QString &outTradeNo, qint64 totalFen = 1990);
    /// A refund of that transaction, as 4.1 has it.
    static QJsonObject refundOf(const QJsonObject &transaction, const QString &outRefundNo, qint64 fen);
    HttpReply refund(const QJsonObject &body) { return call("POST", "/v3/refund/domestic/refunds", body); }
    HttpReply queryRefund(const QByteArray &outRefundNo)
    {
        return call("GET", "/v3/refund/domestic/refunds/" + outRefundNo.toPercentEncoding());
    }
    /// What a notification that was sent says, or an empty object.
    QJsonObject opened(const HttpCall &notification) const;
    QString stateOf(const QByteArray &outTradeNo);
    QString codeUrlOf(const QJsonObject &body); ///< creates; empty when that is refused

    /// Lets everything run that is due, and the answers to it.
    void advance(std::chrono::milliseconds span);
    /// "" when the reply or notification is signed by the key its serial names, else what is wrong with it.
    QString signatureFault(const HttpHeaders &headers, const QByteArray &body) const;

    VirtualClock clock;
    SeededRandom random;
    ScriptedTransport transport; ///< notifications end here
    std::unique_ptr<Simulator> simulator;
};

QJsonObject objectIn(const QByteArray &body);
