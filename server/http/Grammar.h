// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

/// The few productions of RFC 9110 and 9112 that reading and writing both need.
bool isToken(QByteArrayView text); ///< a method or a field name
bool isTarget(QByteArrayView text); ///< visible ASCII that begins with "/" or "http://"; no fragment
bool isFieldValue(QByteArrayView text); ///< no control character but the tab
bool isDigits(QByteArrayView text);
