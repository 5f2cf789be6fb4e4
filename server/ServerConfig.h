// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Money.h"
#include "server/http/HttpLimits.h"
#include "server/http/TrustedProxies.h"
#include "server/push/WatchLimits.h"

#include <QHostAddress>
#include <QStringList>
#include <QUrl>
#include <optional>

/// What the QR on a till's lock screen holds.
enum class LoginBy {
    Page, ///< the address of our own page
    OfficialAccount, ///< a parametric QR of the shop's Official Account
};

/// PEM files. The key's is its owner's alone.
struct TlsFiles
{
    QString certificate; ///< the server's own first, then what leads to its authority
    QString key;
};

/// What a server is told at its start. api.md, "Programs".
struct ServerConfig
{
    QString dataDir; ///< live and training data lie in folders of their own below it
    bool training = false; ///< runs the simulator in this process and opens the training routes
    QString profileFile; ///< the merchant's; needed unless training
    QHostAddress host = QHostAddress(QHostAddress::LocalHost);
    quint16 port = 8080; ///< 0: a free one
    bool portMayMove = false; ///< a free one when port is busy
    quint16 simulatorPort = 8090; ///< moves with portMayMove too
    /// Where customers' phones reach us; none: in training the address of the default route, on a free port.
    std::optional<std::pair<QHostAddress, quint16>> phoneListen;
    /// Where an operator's tools reach /readyz and /metrics; none: on the main port, for this machine alone.
    std::optional<std::pair<QHostAddress, quint16>> opsListen;
    LoginBy loginBy = LoginBy::Page;
    bool genuineCodeUrl = false; ///< training: weixin:// in place of an http:// address any phone can open
    QStringList publicNames;
    TrustedProxies trustedProxies; ///< whose word on the client is believed
    bool behindProxy() const { return !trustedProxies.isEmpty(); } ///< it brings TLS, where we have none
    std::optional<TlsFiles> tlsFiles; ///< what tills and phones are served with
    bool tlsGenerate = false; ///< with a certificate of our own making, kept in the data folder
    bool usesTls() const { return tlsFiles || tlsGenerate; }
    HttpLimits limits;
    WatchLimits watchLimits;
    int queriesPerSecond = 50; ///< most questions about payments that WeChat Pay is asked
    Money refundLimit = Money::fromFen(20'000).value(); ///< what a cashier may give back of one order in all
    QString storeFile; ///< empty: books.sqlite in the data folder
    QUrl relayUrl; ///< of the relay this shop takes notifications from
    QString relayTokenFile; ///< what it is recognised by there; empty: there is no relay
};

/// Where a started server is reached.
struct ServerAddresses
{
    QString http; ///< "http://127.0.0.1:8080", "https://…" with TLS
    QString simulator; ///< empty where there is none
    QString phone; ///< empty where there is none
    QString ops; ///< empty where there is none
    QString shopId;
    bool training = false;
    QString dataFolder; ///< the live or the training folder of dataDir
    QByteArray terminalToken; ///< a secret
    QByteArray tlsFingerprint; ///< SHA-256 of the certificate in hex; empty without TLS
};
