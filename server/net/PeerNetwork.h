// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>

/// Who is counted as one peer: an IPv4 address, and all of an IPv6 /64, which is what one customer of a provider gets.
/// An IPv4 peer is the same whether it came by an IPv4 or a dual-stack socket.
QHostAddress networkOf(const QHostAddress &peer);
