// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the orders.
#include "ui/Wording.h"

#include <QLocale>

using State = OrderLine::State;

namespace {

const QString dot = QStringLiteral(" · ");

QString grouped(qint64 count)
{
    return QLocale(QLocale::English).toString(count);
}

} // namespace

QString Wording::tabOrders()
{
    return tr("Orders");
}
QString Wording::ordersHint()
{
    return tr("Orders (F3)");
}

QString Wording::backToPayment(const TillView &view)
{
    const QString words = underWay(view);
    return words.isEmpty() ? QString() : words + dot + backHint();
}

QString Wording::historyFind()
{
    return tr("Last digits, amount or time; or scan the customer's bill");
}

QString Wording::historyFound(const HistoryView &history)
{
    switch (history.sought) {
    case HistoryView::Sought::Everything:
        return {};
    case HistoryView::Sought::Number:
        return tr("a number's end");
    case HistoryView::Sought::Amount:
        return tr("an amount");
    case HistoryView::Sought::Time:
        return tr("a time");
    }
    return {};
}

QString Wording::historyDay(const HistoryView &history)
{
    if (!history.day.isValid())
        return tr("All days");
    if (history.isToday)
        return tr("Today");
    static constexpr const char *days[] = {QT_TR_NOOP("%1 Mon"), QT_TR_NOOP("%1 Tue"), QT_TR_NOOP("%1 Wed"),
                                           QT_TR_NOOP("%1 Thu"), QT_TR_NOOP("%1 Fri"), QT_TR_NOOP("%1 Sat"),
                                           QT_TR_NOOP("%1 Sun")};
    return tr(days[history.day.dayOfWeek() - 1]).arg(history.day.toString(QStringLiteral("MM-dd")));
}

QString Wording::earlierDay()
{
    return tr("The day before");
}
QString Wording::laterDay()
{
    return tr("The day after");
}
QString Wording::exportOrders()
{
    return tr("Export");
}

QString Wording::filter(HistoryView::Filter filter)
{
    switch (filter) {
    case HistoryView::Filter::All:
        return tr("All", "orders");
    case HistoryView::Filter::Paid:
        return tr("Paid");
    case HistoryView::Filter::Refunded:
        return tr("Refunded");
    case HistoryView::Filter::NotPaid:
        return tr("Not paid");
    case HistoryView::Filter::Odd:
        return tr("To decide");
    }
    return {};
}

QStringList Wording::orderHeads()
{
    return {tr("Time"), pickupLabel(), tr("Number"), amountLabel(), tr("State"), tr("Cashier")};
}

QString Wording::orderTime(const QDateTime &at, bool withDay)
{
    return withDay ? when(at) : clock(at);
}

QString Wording::orderTail(const QString &tail)
{
    return QStringLiteral("…") + tail;
}

QString Wording::orderState(const OrderLine &line)
{
    switch (line.state) {
    case State::Open:
        return tr("Being paid");
    case State::Paid:
        return line.tender == Tender::WeChatPay ? tr("Paid") : tr("Paid") + dot + tender(line.tender, line.tenderName);
    case State::PartlyBack:
        return tr("Partly refunded %1").arg(money(line.refunded));
    case State::Back:
        return tr("All refunded");
    case State::NotPaid:
        return tr("Not paid");
    case State::Odd:
        return tr("To decide: %1").arg(caseName(line.oddity.value_or(CaseKind::UnknownOrder)));
    }
    return {};
}

QString Wording::orderNumber(const OrderLine &line)
{
    return line.pickupNo.isEmpty() ? line.number : pickupLabel() + u' ' + line.pickupNo + dot + line.number;
}

QString Wording::tender(Tender tender, const QString &name)
{
    switch (tender) {
    case Tender::WeChatPay:
        return tr("WeChat Pay");
    case Tender::Cash:
        return tr("cash");
    case Tender::Other:
        return name.isEmpty() ? tr("another way") : name;
    }
    return {};
}

QString Wording::moment(const HistoryView::Moment &moment)
{
    const auto is = [&moment](const char *what) { return moment.what == QLatin1String(what); };
    const QString amount = moment.amount ? u' ' + money(*moment.amount) : QString();
    if (is("created"))
        return tr("Sale begun");
    if (is("code_ready"))
        return tr("The code is made");
    if (is("qr_painted"))
        return tr("The code was shown");
    if (is("success") && moment.source == QLatin1String("notify"))
        return tr("WeChat says: paid (notification)");
    if (is("success"))
        return moment.source == QLatin1String("query") ? tr("WeChat says: paid (our query)") : tr("Paid");
    if (is("green_painted"))
        return tr("Shown as paid");
    if (is("sound"))
        return tr("The sound was played");
    if (is("voice"))
        return tr("Said aloud");
    if (is("printed"))
        return tr("Receipt printed");
    if (is("print_failed"))
        return tr("The receipt did not come out");
    if (is("print_unclear"))
        return tr("The receipt may have come out or not");
    if (is("cancel"))
        return tr("Cancel was pressed");
    if (is("parked"))
        return tr("Parked: its end is not known yet");
    if (is("closed"))
        return tr("Closed, not paid");
    if (is("refund") && moment.word == QLatin1String("SUCCESS"))
        return tr("Refunded%1", "with an amount").arg(amount);
    if (is("refund") && moment.word == QLatin1String("PROCESSING"))
        return tr("Refund asked for%1", "with an amount").arg(amount);
    if (is("refund"))
        return tr("The refund did not go through%1", "with an amount").arg(amount);
    return tr("A person has to decide, or has decided");
}

QString Wording::historySays(const HistoryView &history)
{
    switch (history.say) {
    case HistoryView::Say::Nothing:
        return {};
    case HistoryView::Say::Loading:
        return tr("Looking up the orders…");
    case HistoryView::Say::NotRead:
        return tr("The orders could not be read. Press F5 to try again.");
    case HistoryView::Say::NoneFound:
        return tr("No order fits. Try another day, or fewer digits.");
    case HistoryView::Say::NotUnderstood:
        return tr("Type the last four digits or more, an amount like 36.5, or a time like 10:42.");
    case HistoryView::Say::PaymentCode:
        return tr("That is the customer's payment code. Please scan the code on their bill.");
    case HistoryView::Say::OnlyNewest:
        return tr("Only the newest are listed. Search for less; an export has them all.");
    case HistoryView::Say::NothingToRefund:
        return tr("This order has nothing left to refund.");
    case HistoryView::Say::NothingToPrint:
        return tr("This order was not paid, so it has no receipt.");
    case HistoryView::Say::FinishSaleFirst:
        return tr("Please finish the sale under way first.");
    }
    return {};
}

QString Wording::historyRows(qsizetype first, qsizetype last, qsizetype of, bool hasMore)
{
    const QString all = grouped(of) + (hasMore ? QStringLiteral("+") : QString());
    return tr("%1–%2 of %3").arg(grouped(first), grouped(last), all);
}

QString Wording::newerRows()
{
    return tr("‹ Newer");
}
QString Wording::olderRows()
{
    return tr("Older ›");
}
QString Wording::nothingChosen()
{
    return tr("Choose an order to see how it went.");
}
QString Wording::storyHint()
{
    return tr("F12 shows milliseconds and more");
}
QString Wording::reprint()
{
    return tr("Reprint");
}
QString Wording::keyDone()
{
    return tr("Find");
}

QString Wording::exportTitle()
{
    return tr("Export these orders");
}

QString Wording::exportWhat(const HistoryView &history)
{
    QStringList parts{historyDay(history), filter(history.filter)};
    if (!history.text.isEmpty())
        parts.append(history.text.size() > 12 ? orderTail(history.text.right(8)) : history.text);
    return parts.join(dot);
}

QString Wording::exportCsv()
{
    return tr("Table (CSV)");
}
QString Wording::exportJson()
{
    return tr("JSON");
}
QString Wording::exportStop()
{
    return tr("Stop");
}

QString Wording::exportSays(const HistoryView &history)
{
    switch (history.exporting) {
    case HistoryView::ExportState::Choose:
        return tr("All that the search finds, as one file in the till's data folder. Selling goes on meanwhile.");
    case HistoryView::ExportState::Running:
        return tr("%1 orders written so far…").arg(grouped(history.exported));
    case HistoryView::ExportState::Finishing:
        return tr("%1 orders; putting the file away…").arg(grouped(history.exported));
    case HistoryView::ExportState::Done:
        return tr("%1 orders saved in the data folder as %2").arg(grouped(history.exported), history.file);
    case HistoryView::ExportState::Stopped:
        return tr("Stopped; nothing was left behind.");
    case HistoryView::ExportState::Failed:
        return tr("The export failed; nothing was left behind. Check the disk and the network, then try again.");
    }
    return {};
}

OrderSheet::Words Wording::sheet()
{
    return {.heads = {tr("Begun"), tr("Paid at"), pickupLabel(), tr("Order number"), tr("WeChat's number"),
                      tr("Paid with"), amountLabel(), tr("Customer paid"), tr("WeChat coupon"), tr("Refunded"),
                      tr("State"), tr("Cashier"), tr("Till", "head of a column")},
            .values = {{toText(TradeState::NotPay), tr("Being paid")},
                       {toText(TradeState::Success), tr("Paid")},
                       {toText(TradeState::Refund), tr("Paid, refunded")},
                       {toText(TradeState::Closed), tr("Not paid")},
                       {toText(Tender::WeChatPay), tender(Tender::WeChatPay)},
                       {toText(Tender::Cash), tender(Tender::Cash)},
                       {toText(Tender::Other), tender(Tender::Other)}}};
}

QList<std::pair<QString, QString>> Wording::historyKeys()
{
    const auto cap = [](const char *text) { return QString::fromUtf8(text); };
    return {{cap("0–9 . : -"), tr("Last digits, an amount or a time")},
            {cap("×  +"), tr("Colon and dash of the number pad")},
            {cap("Delete"), tr("Clear what is typed")},
            {cap("↑ ↓"), tr("Choose the order")},
            {cap("← →  Home"), tr("The day before, after; today")},
            {cap("F3"), tr("Keys to touch, and back")},
            {cap("F5  /"), tr("Read the orders again")},
            {cap("F9"), tr("Refund the chosen order")},
            {cap("F10"), tr("Print its receipt again")},
            {cap("F12"), tr("How it went, by the millisecond")},
            {cap("Esc"), tr("One step back")},
            {cap("F1"), tr("This help")}};
}
