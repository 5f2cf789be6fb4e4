// SPDX-License-Identifier: GPL-3.0-or-later
// What HistoryFlow asks for and shows: made anew from what is known, never patched.
#include "ui/HistoryFlow.h"

using QueryKind = HistoryQuery::Kind;

OrderSearch HistoryFlow::search() const
{
    using Filter = HistoryView::Filter;
    OrderSearch search;
    switch (m_filter) {
    case Filter::All:
        break;
    case Filter::Paid:
        search.state = TradeState::Success;
        break;
    case Filter::Refunded:
        search.state = TradeState::Refund;
        break;
    case Filter::NotPaid:
        search.state = TradeState::Closed;
        break;
    case Filter::Odd:
        search.odd = true;
        break;
    }
    if (m_query.kind() == QueryKind::Number) {
        search.number = m_query.number();
        return search; // a customer's bill may be of any day
    }
    if (m_query.kind() == QueryKind::Amount)
        search.amount = m_query.amount();
    search.from = m_day.startOfDay();
    search.to = m_day.addDays(1).startOfDay();
    if (m_query.kind() == QueryKind::Time) {
        search.shownFrom = QDateTime(m_day, m_query.from());
        search.shownBefore = search.shownFrom.addSecs(m_query.seconds());
        search.from = search.shownFrom.addSecs(-paidWithinSeconds);
        search.to = search.shownBefore;
    }
    return search;
}

void HistoryFlow::fill(OfficeView &view) const
{
    using Sought = HistoryView::Sought;
    HistoryView &history = view.history;
    history.text = m_text;
    history.sought = m_query.kind() == QueryKind::Number   ? Sought::Number
                     : m_query.kind() == QueryKind::Amount ? Sought::Amount
                     : m_query.kind() == QueryKind::Time   ? Sought::Time
                                                           : Sought::Everything;
    history.day = isOfAllDays() ? QDate() : m_day;
    history.isToday = m_day == today();
    history.filter = m_filter;
    history.side = m_side;
    history.say = m_say;
    history.lines = m_lines;
    history.hasMore = !m_isWhole;
    history.chosen = m_chosen;
    history.names = m_names;
    history.story = m_story;
    history.storyRead = m_storyRead;
    history.exporting = m_exports.state();
    history.exported = m_exports.rows();
    history.file = m_exports.file();
}
