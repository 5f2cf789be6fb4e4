// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/wechatpay/BillFile.h"

#include "server/wechatpay/Gunzip.h"

#include <QCryptographicHash>

namespace {

constexpr char mark[] = "\xEF\xBB\xBF";

QByteArray sha1Of(QByteArrayView bytes)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    hash.addData(bytes);
    return hash.result().toHex();
}

} // namespace

Result<BillText> Bills::unpack(const PackedBill &bill)
{
    if (bill.bytes.isEmpty() && bill.sha1.isEmpty())
        return BillText{};
    if (bill.bytes.size() > maxPackedBytes)
        return Error{ErrorCode::InvalidInput, QStringLiteral("the bill is too long")};
    const auto text = isGzip(bill.bytes) ? gunzip(bill.bytes, maxTextBytes) : Result<QByteArray>(bill.bytes);
    if (!text)
        return text.error();
    if (sha1Of(*text) == bill.sha1)
        return BillText{.csv = *text, .markIsHashed = true};
    const bool marked = text->startsWith(mark);
    if (marked && sha1Of(QByteArrayView(*text).sliced(sizeof(mark) - 1)) == bill.sha1)
        return BillText{.csv = *text, .markIsHashed = false};
    return Error{ErrorCode::Unverified, QStringLiteral("the bill is not the one that was promised: its hash differs")};
}
