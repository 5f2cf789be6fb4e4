// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <optional>

/// Standard base64 with its padding and nothing else: no line breaks, no spaces, no stray bits. None for all other
/// input, so that one value has one spelling and a signature probe (reference 1.7) is no crash but a refusal.
std::optional<QByteArray> strictBase64(const QByteArray &text);
