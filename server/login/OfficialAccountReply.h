// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/HttpTransport.h"

#include <QJsonObject>

/// Answers of WeChat's Official Account interface: a JSON object, a fault of which says "errcode".
namespace OfficialAccountReply {

constexpr qsizetype maxBytes = 64 * 1024;

/// The object, where it is no fault. Unauthorized: the access token is not, or no longer, good (40001, 40014, 42001).
/// RateLimited, ProviderRefused: as WeChat says; ProviderUnavailable: it is busy; Unknown: no answer that can be read.
/// No error names an address, for those hold secrets: neither the transport's words nor WeChat's are passed on.
Result<QJsonObject> read(const Result<HttpAnswer> &answer);

} // namespace OfficialAccountReply
