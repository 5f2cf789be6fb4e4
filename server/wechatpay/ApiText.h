// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"

/// Text as the provider's API takes it (reference 1.1), for every call that carries some.
namespace ApiText {

constexpr int beijingOffsetSeconds = 8 * 3600; ///< of every time that it writes

/// A JSON string with its quotes, in UTF-8.
QByteArray quoted(const QString &text);
/// Without what the body may not hold (characters of four bytes) and what helps nobody (control characters).
QString speakable(const QString &text);
/// At most so many bytes of UTF-8, cut between two characters. For text that is speakable.
QString cutToBytes(const QString &text, qsizetype bytes);
/// Unknown: a reply that verified and is about something else.
Error notTheAnswer();

} // namespace ApiText
