// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ServerConfig.h"
#include "server/crypto/TlsIdentity.h"

class DataFolder;
struct Listeners;

/// Where a server's certificate comes from. Every error is Configuration, in a sentence; none holds a secret.
namespace ServerTls {

/// From the files that were named: the key is its owner's alone, it is the certificate's, and that is valid now.
Result<TlsIdentity> read(const TlsFiles &files, const QDateTime &now);

constexpr int yearsGenerated = 10; ///< tills pin it, so that a new one costs a walk to each
constexpr int renewedDaysBefore = 30;
constexpr const char *generatedFile = "tls_identity.pem"; ///< key and certificate, mode 0600

/// The folder's own, made where there is none, or none that is valid for long enough.
Result<TlsIdentity> generatedIn(const DataFolder &folder, const QStringList &hosts, const QDateTime &now);
/// What a generated one names: this machine, where it listens, and the public names.
QStringList hostsOf(const ServerConfig &config);

/// Connections from now on are served as the configuration says. The certificate's fingerprint; empty without TLS. An
/// error leaves everything as it was.
Result<QByteArray> serve(Listeners &listeners, const ServerConfig &config, const DataFolder &folder,
                         const QDateTime &now);

} // namespace ServerTls
