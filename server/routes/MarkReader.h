// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/OrderMark.h"

/// The body of POST …/timeline: 1 to 32 marks of a till's, each with `at` (RFC 3339, at most a day old and ten minutes
/// ahead of now), `what` and a MarkDetail's members. InvalidInput says what is at fault.
Result<QList<OrderMark>> readMarks(const QJsonObject &body, const OutTradeNo &number, const QDateTime &now);
