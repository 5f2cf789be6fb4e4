// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/crypto/TlsIdentity.h"

#include <QUrl>

/// The same tests of a listener run twice: plainly, and over TLS where OVER_TLS is defined.
namespace TestTls {

#ifdef OVER_TLS
constexpr bool isOn = true;
#else
constexpr bool isOn = false;
#endif

/// Of this machine, for a day around now.
inline TlsIdentity identity()
{
    const auto now = QDateTime::currentDateTimeUtc();
    auto made = TlsIdentity::selfSigned({"localhost", "127.0.0.1"}, now.addDays(-1), now.addDays(1));
    if (!made)
        qFatal("%s", qPrintable(made.error().message));
    return *made;
}

/// Opens a client that takes any certificate.
template <class Socket> void open(Socket &client, QUrl url)
{
    if (isOn)
        url.setScheme(QStringLiteral("wss"));
    QObject::connect(&client, &Socket::sslErrors, &client, [&client] { client.ignoreSslErrors(); });
    client.open(url);
}

} // namespace TestTls
