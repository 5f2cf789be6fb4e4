// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/TillIdentity.h"
#include "ui/receipt/Receipt.h"
#include "ui/receipt/ReceiptSettings.h"

/// The receipt of no sale, and it says so: what the settings preview, and what a test print brings out.
namespace SampleReceipt {

/// In the words of the language that is switched on.
Receipt of(const TillIdentity &identity, const ReceiptSettings &settings, const QDateTime &at);

} // namespace SampleReceipt
