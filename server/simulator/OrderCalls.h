// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/simulator/GatewayReply.h"
#include "server/simulator/SimulatorSwitches.h"

class Books;
class SimulatorKeys;
struct BookOrder;
struct HttpRequest;

/// How codes are spelled in a code_url: "weixin://wxpay/bizpayurl?pr=", or "http://host:port/pay/" for a plain phone.
struct CodeUrlForm
{
    QString prefix = QStringLiteral("weixin://wxpay/bizpayurl?pr=");

    QString urlFor(const QString &code) const { return prefix + code; }
    /// The code in a code_url of any of the two forms; empty when it is none.
    static QString codeIn(const QString &codeUrl);
};

/// The Native calls of reference 2.1, 2.4 and 2.5 as work on the books: a request in, an answer out. That the request
/// is authentic has been seen to before.
class OrderCalls
{
public:
    OrderCalls(const SimulatorKeys &keys, Books &books, const SimulatorSwitches &switches, const CodeUrlForm &form)
        : m_keys(keys), m_books(books), m_switches(switches), m_form(form)
    {
    }

    GatewayReply create(const HttpRequest &request);
    GatewayReply queryByNumber(const HttpRequest &request) const;
    GatewayReply queryByTransactionId(const HttpRequest &request) const;
    GatewayReply close(const HttpRequest &request);

private:
    GatewayReply placed(const BookOrder &wanted);
    GatewayReply queried(const HttpRequest &request, const BookOrder *order) const;

    const SimulatorKeys &m_keys;
    Books &m_books;
    SimulatorSwitches m_switches;
    CodeUrlForm m_form;
};
