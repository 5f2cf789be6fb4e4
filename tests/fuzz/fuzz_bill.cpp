// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/wechatpay/BillFile.h"
#include "server/wechatpay/FundFlowStatement.h"
#include "server/wechatpay/Gunzip.h"
#include "server/wechatpay/TradeStatement.h"
#include "tests/fuzz/Fuzz.h"

#include <QCryptographicHash>

namespace {

void trade(const QByteArray &csv)
{
    const auto bill = TradeStatement::read(csv);
    if (!bill)
        return Fuzz::require(bill.error().code == ErrorCode::InvalidInput, "a bad bill is a bad bill");
    for (const TradeStatementRow &row : bill->rows()) {
        Fuzz::require(row.time.isValid(), "a row has its time");
        Fuzz::require(row.settlementTotal.fen() <= Money::maxFen && row.refund.fen() <= Money::maxFen,
                      "a row has amounts");
    }
    const auto again = TradeStatement::read(QByteArray(csv).replace("\r\n", "\n"));
    Fuzz::require(again && again->rows().size() == bill->rows().size(), "line ends do not matter");
}

void fundFlow(const QByteArray &csv)
{
    const auto bill = FundFlowStatement::read(csv);
    if (!bill)
        return Fuzz::require(bill.error().code == ErrorCode::InvalidInput, "a bad bill is a bad bill");
    for (const FundFlowStatementRow &row : bill->rows())
        Fuzz::require(row.time.isValid() && row.amount.fen() <= Money::maxFen, "a row has time and amount");
}

/// A small limit, so that what swells beyond it is found quickly.
void packed(const QByteArray &bytes)
{
    constexpr qsizetype limit = 100'000;
    const auto text = gunzip(bytes, limit);
    Fuzz::require(!text || text->size() <= limit, "nothing swells beyond the limit");
    if (!text)
        return;
    const QByteArray hash = QCryptographicHash::hash(*text, QCryptographicHash::Sha1).toHex();
    const auto bill = Bills::unpack({.bytes = bytes, .sha1 = hash});
    Fuzz::require(!isGzip(bytes) || (bill && bill->csv == *text), "the right hash opens a bill");
    trade(*text);
}

} // namespace

/// Bills of either kind, plain and packed; the first byte says which.
void fuzzOne(Fuzz::Input input)
{
    switch (input.byte() % 3) {
    case 0:
        return trade(input.rest());
    case 1:
        return fundFlow(input.rest());
    default:
        return packed(input.rest());
    }
}
