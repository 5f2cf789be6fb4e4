// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"

class QSslConfiguration;
class TlsIdentity;

/// How our side of TLS is set up in Qt: 1.2 or newer (RFC 8446, RFC 9325), this identity, HTTP/1.1 by ALPN, nothing
/// asked of the client.
namespace TlsConfiguration {

/// Configuration: Qt has no TLS here, or cannot use the identity.
Result<QSslConfiguration> of(const TlsIdentity &identity);

} // namespace TlsConfiguration
