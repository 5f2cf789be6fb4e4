// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/HttpHeaders.h"

#include <QJsonObject>
#include <QStringList>

/// The files of tests/data/vectors. A missing one ends the test.
namespace Vectors {

QByteArray file(const QString &name);
QJsonObject json(const QString &vector);
QByteArray body(const QString &vector);
HttpHeaders headers(const QJsonObject &vector);
/// Names of all vectors of that kind, as the index lists them.
QStringList ofKind(const QString &kind);
/// The moment the vector says the receiver's clock shows, in milliseconds.
qint64 receiverClockMs(const QJsonObject &vector);

} // namespace Vectors
