// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/receipt/SampleReceipt.h"

#include "ui/Wording.h"

Receipt SampleReceipt::of(const TillIdentity &identity, const ReceiptSettings &settings, const QDateTime &at)
{
    const auto fen = [](qint64 amount) { return Money::fromFen(amount).value(); };
    const QStringList goods = Wording::receiptSampleGoods();
    return {.shop = identity.shop,
            .address = settings.address,
            .footer = settings.footer,
            .till = identity.till,
            .orderNumber = QStringLiteral("0000000000"),
            .pickupNo = QStringLiteral("001"),
            .at = at,
            .lines = {{goods[0], fen(2200), 2}, {goods[1], fen(1250), 1}},
            .discounts = {{ReceiptDiscount::Kind::Rate, fen(678), 88}, {ReceiptDiscount::Kind::Round, fen(22), 0}},
            .total = fen(4950),
            .sample = true};
}
