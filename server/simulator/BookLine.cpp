// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/simulator/BookLine.h"

#include "server/domain/Json.h"

#include <QJsonDocument>

namespace {

template <class Entry> Result<BookLine> read(const QJsonObject &json)
{
    auto entry = Entry::fromJson(json);
    return entry ? Result<BookLine>(BookLine(std::move(entry).value())) : Result<BookLine>(entry.error());
}

} // namespace

QString BookLines::keyOf(const BookLine &line)
{
    // A refund number may look like an order's, but no order's key has a space.
    const auto *order = std::get_if<BookOrder>(&line);
    return order ? order->key() : QStringLiteral("refund ") + std::get<BookRefund>(line).outRefundNo;
}

QByteArray BookLines::toBytes(const BookLine &line)
{
    const auto json = std::visit([](const auto &entry) { return entry.toJson(); }, line);
    return QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
}

Result<BookLine> BookLines::fromBytes(const QByteArray &bytes)
{
    const auto json = Json::parseObject(bytes);
    if (!json)
        return json.error();
    return json->contains(QLatin1String("out_refund_no")) ? read<BookRefund>(*json) : read<BookOrder>(*json);
}
