// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/Reckoning.h"
#include "server/store/Statement.h"

namespace {

bool isPaid(const QJsonObject &order)
{
    const QString state = order["trade_state"].toString();
    return state == QLatin1String("SUCCESS") || state == QLatin1String("REFUND");
}

qint64 totalOf(const QJsonObject &order)
{
    return order["amount"].toObject()["total"].toInteger(-1);
}

/// What nothing in the file may answer to.
struct Audit
{
    const char *what;
    const char *sql; ///< answers the numbers of orders that are wrong
};

constexpr Audit audits[] = {
    {"its events are not numbered from 1 without gaps",
     "SELECT out_trade_no FROM order_events GROUP BY out_trade_no HAVING count(*) <> max(seq) OR min(seq) <> 1"},
    {"its row is not as far as its log",
     "SELECT out_trade_no FROM orders WHERE seq <> (SELECT max(seq) FROM order_events e "
     "WHERE e.shop_id = orders.shop_id AND e.out_trade_no = orders.out_trade_no)"},
    {"it ended more than once", "SELECT out_trade_no FROM order_events WHERE type IN ('SUCCESS', 'CLOSED') "
                                "GROUP BY out_trade_no HAVING count(*) > 1"},
    {"it is paid and its log does not say so",
     "SELECT out_trade_no FROM orders WHERE trade_state = 'SUCCESS' AND NOT EXISTS (SELECT 1 FROM order_events e "
     "WHERE e.shop_id = orders.shop_id AND e.out_trade_no = orders.out_trade_no AND e.type = 'SUCCESS')"},
    {"it is not paid and its log says it is",
     "SELECT out_trade_no FROM orders WHERE trade_state NOT IN ('SUCCESS', 'REFUND') AND EXISTS (SELECT 1 FROM "
     "order_events e WHERE e.shop_id = orders.shop_id AND e.out_trade_no = orders.out_trade_no "
     "AND e.type = 'SUCCESS')"},
    {"two orders of one sale are paid",
     "SELECT min(out_trade_no) FROM orders WHERE trade_state = 'SUCCESS' GROUP BY shop_id, sale HAVING count(*) > 1"},
};

} // namespace

Reckoning::Reckoning(ProcessShop &shop)
{
    for (const auto &order : shop.orders())
        m_orders.insert(order.toObject()["out_trade_no"].toString(), order.toObject());
    for (const auto &order : shop.twins())
        m_twins.insert(order.toObject()["out_trade_no"].toString(), order.toObject());
    const QJsonObject cases = ServerTalk::json(shop.get("/api/v1/cases"));
    for (const auto &one : cases["cases"].toArray())
        m_cases.insert(one.toObject()["transaction_id"].toString(), one.toObject());
    if (m_orders.isEmpty() || !cases["cases"].isArray())
        problems << "the books cannot be read";
}

void Reckoning::comparePayments()
{
    for (const auto &twin : std::as_const(m_twins))
        compare(twin);
    for (const auto &order : std::as_const(m_orders)) {
        const QString number = order["out_trade_no"].toString();
        const QString state = order["trade_state"].toString();
        if (isPaid(order)) {
            ++m_paid;
            m_paidFen += totalOf(order);
            if (!isPaid(m_twins.value(number)))
                complain(number, "it is paid in our books alone");
        } else if (state != QLatin1String("CLOSED") && !order["case"].isObject()) {
            complain(number, "it is still " + state);
        }
    }
    for (const auto &one : std::as_const(m_cases))
        m_caseFen += one["amount"].toInteger();
    if (m_paidFen + m_caseFen != m_twinFen)
        problems << QStringLiteral("the totals differ: ours %1 and %2 in cases, WeChat Pay's %3")
                        .arg(m_paidFen)
                        .arg(m_caseFen)
                        .arg(m_twinFen);
}

void Reckoning::compare(const QJsonObject &twin)
{
    if (!isPaid(twin))
        return;
    m_twinFen += totalOf(twin);
    const QString number = twin["out_trade_no"].toString();
    const QJsonObject ours = m_orders.value(number);
    const bool isCase = m_cases.contains(twin["transaction_id"].toString());
    if (isPaid(ours) == isCase)
        return complain(number, isCase ? "its payment counts twice, as paid and as a case" : "its payment is lost");
    if (isCase)
        return;
    if (ours["transaction_id"] != twin["transaction_id"] || totalOf(ours) != totalOf(twin))
        complain(number, "the books differ in the number or the amount of its payment");
}

void Reckoning::checkLog(const QString &booksFile)
{
    const auto database = SqlConnection::open(booksFile);
    if (!database) {
        problems << database.error().message;
        return;
    }
    for (const auto &[what, sql] : audits) {
        auto query = Statement::run(**database, QLatin1String(sql));
        if (!query) {
            problems << query.error().message;
            continue;
        }
        Rows rows = *std::move(query);
        while (rows.next())
            complain(rows.value(0).toString(), QLatin1String(what));
    }
    const auto whole = Statement::value(**database, "PRAGMA integrity_check");
    if (!whole || *whole != "ok")
        problems << "the file of the books is damaged";
}

void Reckoning::checkJournal(const QString &file)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return problems.append("a till's journal cannot be read");
    QSet<QString> announced;
    QSet<QString> open;
    for (const QByteArray &line : source.readAll().split('\n')) {
        const QJsonObject mark = QJsonDocument::fromJson(line).object();
        const QString number = mark["out_trade_no"].toString();
        const QString kind = mark["mark"].toString();
        if (kind == QLatin1String("attempt"))
            open.insert(number);
        if (kind == QLatin1String("ended"))
            open.remove(number);
        if (mark["how"] == QLatin1String("paid") && !isPaid(m_orders.value(number)))
            complain(number, "a till took it for paid");
        if (kind != QLatin1String("announced"))
            continue;
        if (announced.contains(number))
            complain(number, "a till wrote down twice that it announces it");
        if (!isPaid(m_orders.value(number)))
            complain(number, "a till announced it and it is not paid");
        announced.insert(number);
    }
    for (const QString &number : std::as_const(open))
        complain(number, "a till still waits for its end");
}

void Reckoning::checkAnnouncements(const QString &file)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return problems.append("nothing says what was announced");
    QSet<QByteArray> heard;
    for (const QByteArray &line : source.readAll().split('\n')) {
        const QByteArray number = line.split(' ')[0];
        if (line.isEmpty())
            continue;
        ++m_announced;
        if (heard.contains(number))
            complain(QString::fromLatin1(number), "it was announced twice");
        if (line.split(' ').value(1).toLongLong() != totalOf(m_orders.value(QString::fromLatin1(number))))
            complain(QString::fromLatin1(number), "another amount was announced");
        heard.insert(number);
    }
}

QString Reckoning::summary() const
{
    return QStringLiteral("%1 orders, %2 of them paid (%3 fen), %4 cases (%5 fen), %6 announcements; WeChat Pay: %7 "
                          "orders, %8 fen received")
        .arg(m_orders.size())
        .arg(m_paid)
        .arg(m_paidFen)
        .arg(m_cases.size())
        .arg(m_caseFen)
        .arg(m_announced)
        .arg(m_twins.size())
        .arg(m_twinFen);
}
