// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/NetworkTransport.h"

/// A customer's phone that has read a code: it opens the page that the code names, keeps its cookie and presses what
/// is on it.
class Phone
{
public:
    /// Whether a page came. body() is what it says.
    bool open(const QString &codeUrl);
    /// Presses the page's Pay; true when the page then says that it is paid.
    bool pay();
    QString body() const { return m_body; }

private:
    bool visit(const HttpCall &call);

    NetworkTransport m_network;
    QUrl m_page;
    QByteArray m_cookie;
    QString m_body;
};
