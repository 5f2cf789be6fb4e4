// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Journal.h"

#include "server/domain/Json.h"

namespace {

Error storeFailure(const QString &why)
{
    return {ErrorCode::StoreFailure, QStringLiteral("the till's journal: %1").arg(why)};
}

QJsonObject markOf(const JournalAttempt &attempt)
{
    QJsonObject mark{{"mark", "attempt"},
                     {"out_trade_no", attempt.outTradeNo.text()},
                     {"sale", attempt.sale},
                     {"amount", attempt.amount.fen()},
                     {"at", attempt.at.toUTC().toString(Qt::ISODateWithMs)}};
    if (const QJsonObject terms = attempt.terms.toJson(); !terms.isEmpty())
        mark["terms"] = terms;
    if (!attempt.heldId.isEmpty())
        mark["held"] = attempt.heldId;
    return mark;
}

QJsonObject markOf(const JournalRefund &refund)
{
    return {{"mark", "refund"},
            {"out_refund_no", refund.outRefundNo.text()},
            {"out_trade_no", refund.outTradeNo.text()},
            {"amount", refund.amount.fen()},
            {"reason", refund.reason},
            {"at", refund.at.toUTC().toString(Qt::ISODateWithMs)}};
}

QJsonObject markOf(const char *mark, const QString &number)
{
    return {{"mark", QLatin1String(mark)}, {"out_trade_no", number}};
}

} // namespace

Result<std::unique_ptr<Journal>> Journal::open(const QString &path)
{
    auto file = MarkFile::open(path, QStringLiteral("the till's journal"));
    if (!file)
        return file.error();
    std::unique_ptr<Journal> journal(new Journal(std::move(file).value()));
    for (const QJsonObject &mark : journal->m_file->takeMarks())
        journal->apply(mark);
    if (journal->m_file->size() > compactAboveBytes) {
        if (const auto compacted = journal->compact(); !compacted)
            return compacted.error();
    }
    return journal;
}

Result<void> Journal::compact()
{
    QList<QJsonObject> marks;
    for (const QString &number :
         m_announcedOrder.mid(std::max<qsizetype>(0, m_announcedOrder.size() - keptAnnouncements)))
        marks.append(markOf("announced", number));
    for (const JournalAttempt &attempt : m_open) {
        marks.append(markOf(attempt));
        if (attempt.parked)
            marks.append(markOf("parked", attempt.outTradeNo.text()));
    }
    for (const JournalRefund &refund : m_openRefunds)
        marks.append(markOf(refund));
    return m_file->rewrite(marks);
}

Result<void> Journal::attempt(const JournalAttempt &attempt)
{
    if (m_open.size() >= maxOpenAttempts)
        return storeFailure(QStringLiteral("too many attempts whose end is not known"));
    return append(markOf(attempt));
}

Result<void> Journal::parked(const OutTradeNo &number)
{
    return append(markOf("parked", number.text()));
}

Result<void> Journal::ended(const OutTradeNo &number, const QString &how)
{
    QJsonObject mark = markOf("ended", number.text());
    mark["how"] = how;
    return append(mark);
}

Result<void> Journal::announced(const OutTradeNo &number)
{
    return append(markOf("announced", number.text()));
}

Result<void> Journal::refund(const JournalRefund &refund)
{
    if (m_openRefunds.size() >= maxOpenRefunds)
        return storeFailure(QStringLiteral("too many refunds whose end is not known"));
    return append(markOf(refund));
}

Result<void> Journal::refundEnded(const OutRefundNo &number, const QString &how)
{
    return append({{"mark", "refund_ended"}, {"out_refund_no", number.text()}, {"how", how}});
}

Result<void> Journal::append(const QJsonObject &mark)
{
    const auto written = m_file->append(mark);
    if (written)
        apply(mark);
    return written;
}

void Journal::apply(const QJsonObject &mark)
{
    if (mark.contains(QLatin1String("out_refund_no")))
        return applyRefund(mark);
    const auto number = OutTradeNo::parse(mark["out_trade_no"].toString());
    if (!number)
        return;
    const QString kind = mark["mark"].toString();
    const auto open = std::find_if(m_open.begin(), m_open.end(),
                                   [&number](const auto &attempt) { return attempt.outTradeNo == *number; });
    if (kind == QLatin1String("attempt")) {
        const auto amount = Json::toMoney(mark["amount"]);
        if (amount && open == m_open.end())
            m_open.append({*number, mark["sale"].toString(), *amount,
                           QDateTime::fromString(mark["at"].toString(), Qt::ISODateWithMs), false,
                           SaleTerms::fromJson(mark["terms"].toObject()), mark["held"].toString()});
    } else if (kind == QLatin1String("parked")) {
        if (open != m_open.end())
            open->parked = true;
    } else if (kind == QLatin1String("ended")) {
        if (open != m_open.end())
            m_open.erase(open);
    } else if (kind == QLatin1String("announced")) {
        rememberAnnounced(number->text());
    }
}

void Journal::applyRefund(const QJsonObject &mark)
{
    const auto number = OutRefundNo::parse(mark["out_refund_no"].toString());
    if (!number)
        return;
    const auto open = std::find_if(m_openRefunds.begin(), m_openRefunds.end(),
                                   [&number](const auto &refund) { return refund.outRefundNo == *number; });
    const bool isOpen = open != m_openRefunds.end();
    if (mark["mark"].toString() == QLatin1String("refund_ended")) {
        if (isOpen)
            m_openRefunds.erase(open);
        return;
    }
    const auto order = OutTradeNo::parse(mark["out_trade_no"].toString());
    const auto amount = Json::toMoney(mark["amount"]);
    if (mark["mark"].toString() == QLatin1String("refund") && order && amount && !isOpen)
        m_openRefunds.append({*number, *order, *amount, mark["reason"].toString(),
                              QDateTime::fromString(mark["at"].toString(), Qt::ISODateWithMs)});
}

void Journal::rememberAnnounced(const QString &number)
{
    if (m_announced.contains(number))
        return;
    m_announced.insert(number);
    m_announcedOrder.append(number);
    if (m_announcedOrder.size() > 2 * keptAnnouncements)
        m_announced.remove(m_announcedOrder.takeFirst());
}
