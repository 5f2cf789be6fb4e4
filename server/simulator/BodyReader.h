// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/simulator/FieldRules.h"
#include "server/simulator/GatewayReply.h"

struct HttpRequest;

/// A call's JSON body as it is judged and remembered.
namespace BodyReader {

/// The body as an object that keeps the rules, or the refusal.
std::optional<GatewayReply> fault(const HttpRequest &request, const QList<FieldRule> &rules, QJsonObject &body);
GatewayReply refusalFor(const FieldFault &fault);
/// All parameters of a call as one value: the same number must come with the same ones.
QByteArray fingerprintOf(const QJsonObject &body);

} // namespace BodyReader
