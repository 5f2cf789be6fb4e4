// SPDX-License-Identifier: GPL-3.0-or-later
// The words of F12.
#include "ui/Wording.h"

#include <QHash>

QString Wording::timelineTitle()
{
    return tr("What happened, by the millisecond");
}
QStringList Wording::timelineHeads()
{
    return {tr("ms", "head of a column: milliseconds"), tr("Who", "head of a column"), tr("What", "head of a column")};
}
QString Wording::timelineMore(int page, int pages)
{
    return tr("More (%1/%2)").arg(page).arg(pages);
}
QString Wording::timelineExport()
{
    return tr("Save as a file");
}

QString Wording::timelineSays(const TimelineView &view)
{
    switch (view.say) {
    case TimelineView::Say::Nothing:
        return {};
    case TimelineView::Say::Loading:
        return tr("Reading…");
    case TimelineView::Say::NotRead:
        return tr("The payment service did not answer. Press F5 to ask again.");
    case TimelineView::Say::NoOrder:
        return tr("There is no sale to show yet.");
    case TimelineView::Say::Exported:
        return tr("Saved in the data folder as %1").arg(view.file);
    case TimelineView::Say::NotExported:
        return tr("The file could not be written. Check the disk and try again.");
    }
    return {};
}

QString Wording::witness(const QString &source)
{
    const QHash<QString, QString> names{
        {QStringLiteral("till"), tr("Till")},           {QStringLiteral("server"), tr("Server")},
        {QStringLiteral("system"), tr("Server")},       {QStringLiteral("wechat"), tr("WeChat Pay")},
        {QStringLiteral("notify"), tr("Notification")}, {QStringLiteral("query"), tr("Own query")},
    };
    return names.value(source, source);
}

namespace {

/// Names of marks that nobody has words for are shown as they are: support knows them.
QString plain(const QString &name)
{
    return QString(name).replace(u'_', u' ');
}

} // namespace

QString Wording::markName(const QString &what)
{
    const QHash<QString, QString> names{
        {QStringLiteral("key"), tr("Pay was pressed")},
        {QStringLiteral("order_asked"), tr("The server was asked for a code")},
        {QStringLiteral("order_call"), tr("The order came in")},
        {QStringLiteral("created"), tr("The order is written down")},
        {QStringLiteral("create_asked"), tr("WeChat was asked for a code")},
        {QStringLiteral("create_answered"), tr("WeChat answered with a code")},
        {QStringLiteral("code_ready"), tr("The code is written down")},
        {QStringLiteral("order_answered"), tr("The server answered")},
        {QStringLiteral("qr_painted"), tr("The code is on the screen")},
        {QStringLiteral("customer_qr_painted"), tr("The code is on the customer's screen")},
        {QStringLiteral("query"), tr("WeChat was asked whether it is paid")},
        {QStringLiteral("query_key"), tr("F5 was pressed")},
        {QStringLiteral("query_answered"), tr("F5 was answered")},
        {QStringLiteral("notify_received"), tr("WeChat's notification came in")},
        {QStringLiteral("notify_verified"), tr("Its signature holds")},
        {QStringLiteral("notify_committed"), tr("What it says is written down")},
        {QStringLiteral("notify_answered"), tr("WeChat's notification was answered")},
        {QStringLiteral("success"), tr("Paid")},
        {QStringLiteral("closed"), tr("Closed, not paid")},
        {QStringLiteral("refund"), tr("Refund")},
        {QStringLiteral("case"), tr("A person has to decide, or has decided")},
        {QStringLiteral("pushed"), tr("Told to who waits")},
        {QStringLiteral("push_heard"), tr("The till heard it")},
        {QStringLiteral("green_painted"), tr("Green on the screen")},
        {QStringLiteral("sound"), tr("The sound was started")},
        {QStringLiteral("voice"), tr("The voice was started")},
        {QStringLiteral("print_asked"), tr("A receipt was asked for")},
        {QStringLiteral("printed"), tr("Receipt printed")},
        {QStringLiteral("print_failed"), tr("The receipt did not come out")},
        {QStringLiteral("print_unclear"), tr("The receipt may have come out or not")},
        {QStringLiteral("cancel"), tr("Cancel was pressed")},
        {QStringLiteral("parked"), tr("Parked: its end is not known yet")},
        {QStringLiteral("close_call"), tr("The server was asked to cancel")},
        {QStringLiteral("close_asked"), tr("WeChat was asked to close the order")},
        {QStringLiteral("close_answered"), tr("WeChat answered the close")},
        {QStringLiteral("refund_asked"), tr("WeChat was asked for a refund")},
        {QStringLiteral("refund_answered"), tr("WeChat answered the refund")},
        {QStringLiteral("refund_query"), tr("WeChat was asked how the refund goes")},
    };
    return names.value(what, plain(what));
}

QString Wording::markOutcome(const QString &outcome)
{
    const QHash<QString, QString> names{
        {QStringLiteral("ok"), tr("fine")},
        {QStringLiteral("NOTPAY"), tr("not paid")},
        {QStringLiteral("SUCCESS"), tr("paid")},
        {QStringLiteral("CLOSED"), tr("closed")},
        {QStringLiteral("no_answer"), tr("no answer")},
        {QStringLiteral("unavailable"), tr("WeChat could not be reached")},
        {QStringLiteral("not_found"), tr("not known there")},
        {QStringLiteral("refused"), tr("refused")},
        {QStringLiteral("relayed"), tr("through the relay")},
    };
    return names.value(outcome, plain(outcome));
}

QString Wording::mark(const TimelineView::Row &row)
{
    QString words = markName(row.what);
    if (!row.outcome.isEmpty())
        words = tr("%1: %2", "what happened: how it went").arg(words, markOutcome(row.outcome));
    if (row.count > 1)
        words += tr(" · %1 times, until %2 ms").arg(row.count).arg(row.lastMs);
    if (row.tookMs >= 0)
        words += tr(" · took %1 ms").arg(row.tookMs);
    return words;
}
