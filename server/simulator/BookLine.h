// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/simulator/BookOrder.h"
#include "server/simulator/BookRefund.h"

#include <variant>

/// What one line of the books holds: an order or a refund as it is since then.
using BookLine = std::variant<BookOrder, BookRefund>;

namespace BookLines {

/// A later line of the same key takes the place of an earlier one.
QString keyOf(const BookLine &line);
QByteArray toBytes(const BookLine &line); ///< with the line's end
Result<BookLine> fromBytes(const QByteArray &bytes);

} // namespace BookLines
