// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/OrderSheet.h"

#include "server/domain/Json.h"

#include <QJsonDocument>

namespace {

constexpr qsizetype mostExactDigits = 15; ///< a spreadsheet rounds the rest of a longer number away

QString row(const QStringList &cells)
{
    QStringList quoted;
    quoted.reserve(cells.size());
    for (const QString &cell : cells)
        quoted.append(OrderSheet::cell(cell));
    return quoted.join(u',') + QStringLiteral("\r\n");
}

QString timeText(const QDateTime &at)
{
    return at.isValid() ? at.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")) : QString();
}

bool isFormulaStart(QChar c)
{
    return c == u'=' || c == u'+' || c == u'-' || c == u'@' || c == u'\t' || c == u'\r';
}

} // namespace

OrderSheet::OrderSheet(Format format, Words words, QHash<QString, QString> names)
    : m_format(format), m_words(std::move(words)), m_names(std::move(names))
{
}

QString OrderSheet::cell(QString text)
{
    const bool digits = std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (digits && text.size() > mostExactDigits)
        text.prepend(u'`'); // as WeChat's own bills do
    else if (!text.isEmpty() && (isFormulaStart(text[0]) || text[0] == u'\''))
        text.prepend(u'\'');
    if (!text.contains(u'"') && !text.contains(u',') && !text.contains(u'\n') && !text.contains(u'\r'))
        return text;
    return u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

QByteArray OrderSheet::begin() const
{
    if (m_format == Format::Json)
        return "{\"orders\":[";
    static const QStringList plain{"created_at",  "paid_at",  "pickup_no",   "out_trade_no", "transaction_id",
                                   "tender",      "amount",   "payer_total", "discount",     "refunded",
                                   "trade_state", "operator", "terminal"};
    const bool worded = m_words.heads.size() == columns;
    return "\xEF\xBB\xBF" + row(worded ? m_words.heads : plain).toUtf8();
}

QByteArray OrderSheet::lines(const QList<Order> &orders, bool first) const
{
    QByteArray bytes;
    for (const Order &order : orders) {
        if (m_format == Format::Csv) {
            bytes += csv(order);
            continue;
        }
        bytes += std::exchange(first, false) ? "\n" : ",\n";
        bytes += json(order);
    }
    return bytes;
}

QByteArray OrderSheet::end() const
{
    return m_format == Format::Json ? QByteArray("\n]}\n") : QByteArray();
}

QByteArray OrderSheet::csv(const Order &order) const
{
    const Money due = order.received.value_or(order.total);
    return row({timeText(order.createdAt), timeText(order.successTime), order.pickupNo, order.outTradeNo.text(),
                order.transactionId, order.tenderName.isEmpty() ? word(toText(order.tender)) : order.tenderName,
                due.yuan(), order.payerTotal ? order.payerTotal->yuan() : QString(), order.discount().yuan(),
                order.refunded.yuan(), word(toText(order.state)), m_names.value(order.operatorId, order.operatorId),
                order.terminal})
        .toUtf8();
}

QByteArray OrderSheet::json(const Order &order)
{
    QJsonObject json = Json::fromOrder(order);
    json.remove(QLatin1String("code_url"));
    json.remove(QLatin1String("payer_openid"));
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}
