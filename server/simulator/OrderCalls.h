// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/simulator/GatewayReply.h"
#include "server/simulator/SimulatorSwitches.h"

#include <QHash>
#include <optional>

class Books;
class Faults;
class Payments;
class SimulatorKeys;
struct BookOrder;
struct HttpRequest;

/// How codes are spelled in a code_url: "weixin://wxpay/bizpayurl?pr=", or "http://host:port/pay/" for a plain phone.
struct CodeUrlForm
{
    QString prefix = QStringLiteral("weixin://wxpay/bizpayurl?pr=");

    /// length: a weixin:// form is filled up to it where it is shorter.
    QString urlFor(const QString &code, int length = 0) const;
    /// The code in a code_url of any of the two forms; empty when it is none.
    static QString codeIn(const QString &codeUrl);
};

/// The Native calls of reference 2.1, 2.4 and 2.5 as work on the books: a request in, an answer out. That the request
/// is authentic has been seen to before.
class OrderCalls
{
public:
    OrderCalls(const SimulatorKeys &keys, Books &books, Faults &faults, Payments &payments,
               const SimulatorSwitches &switches, const CodeUrlForm &form)
        : m_keys(keys), m_books(books), m_faults(faults), m_payments(payments), m_switches(switches), m_form(form)
    {
    }

    GatewayReply create(const HttpRequest &request);
    GatewayReply queryByNumber(const HttpRequest &request) const;
    GatewayReply queryByTransactionId(const HttpRequest &request) const;
    GatewayReply close(const HttpRequest &request);

private:
    static constexpr qsizetype maxTroubles = 1000; ///< numbers whose create calls were answered 500 on purpose

    std::optional<GatewayReply> fieldFault(const HttpRequest &request, QJsonObject &body) const;
    /// BadDay::CreateTrouble has its say, twice a number.
    bool isInTrouble(const BookOrder &wanted);
    GatewayReply placed(const BookOrder &wanted);
    GatewayReply queried(const HttpRequest &request, const BookOrder *order) const;

    const SimulatorKeys &m_keys;
    Books &m_books;
    Faults &m_faults;
    Payments &m_payments;
    const SimulatorSwitches &m_switches;
    CodeUrlForm m_form;
    QHash<QString, int> m_troubles;
};
