// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/CheckFlow.h"

#include "ui/Answers.h"
#include "ui/OrderLines.h"
#include "ui/input/HistoryQuery.h"

CheckFlow::CheckFlow(HistoryDesk &desk, Clock &clock, QObject *parent) : QObject(parent), m_desk(desk), m_clock(clock)
{
}

void CheckFlow::open(const QString &atTill)
{
    m_open = true;
    m_atTill = atTill;
    m_typed.clear();
    m_typedBefore.clear();
    m_isAsked = false;
    m_recent.clear();
    m_chosen.clear();
    m_page = 0;
    m_question = {};
    m_answer.reset();
    load();
}

void CheckFlow::close()
{
    if (!std::exchange(m_open, false))
        return;
    ++m_epoch;
    ++m_loads;
    emit closed();
}

void CheckFlow::wish(const Wish &wish)
{
    switch (wish.kind) {
    case Wish::Kind::Cancel:
        return back();
    case Wish::Kind::Type:
        return type(wish.text);
    case Wish::Kind::Backspace:
        m_typed.chop(m_isAsked ? m_typed.size() : 1);
        return edited();
    case Wish::Kind::Clear:
        m_typed.clear();
        return edited();
    case Wish::Kind::TakeBack:
        return takeBack(wish.count);
    case Wish::Kind::Scanned:
        return scanned(wish.text);
    case Wish::Kind::RowUp:
        return move(-1);
    case Wish::Kind::RowDown:
        return move(1);
    case Wish::Kind::MoreRows:
        ++m_page;
        return emit changed();
    case Wish::Kind::Pick:
        return choose(wish.text);
    case Wish::Kind::Pay:
        return askTyped();
    case Wish::Kind::Query: // the same once more, or the list
        return m_question.first.isEmpty() ? load() : ask(m_question.first, m_question.second);
    default:
        return;
    }
}

/// First what was said and typed, then the page.
void CheckFlow::back()
{
    if (m_typed.isEmpty() && m_question.first.isEmpty())
        return close();
    m_typed.clear();
    edited();
}

void CheckFlow::type(const QString &key)
{
    m_typedBefore.append(m_typed);
    if (m_typedBefore.size() > keptSteps)
        m_typedBefore.removeFirst();
    const bool digits = std::all_of(key.begin(), key.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!digits)
        return refuse(Say::NoDigits);
    const QString before = m_isAsked ? QString() : m_typed;
    if (before.size() + key.size() > mostDigits)
        return emit refusedSound();
    m_typed = before + key;
    edited();
}

void CheckFlow::takeBack(int keys)
{
    for (; keys > 0 && !m_typedBefore.isEmpty(); --keys)
        m_typed = m_typedBefore.takeLast();
    edited();
}

/// What was said is about another number.
void CheckFlow::edited()
{
    ++m_epoch;
    m_isAsked = false;
    m_question = {};
    m_answer.reset();
    say(Say::Nothing);
}

void CheckFlow::scanned(const QString &text)
{
    const auto query = HistoryQuery::scanned(text);
    if (query.kind() != HistoryQuery::Kind::Number)
        return refuse(query.kind() == HistoryQuery::Kind::PaymentCode ? Say::PaymentCode : Say::NoDigits);
    m_typed = text;
    m_typedBefore.clear();
    ask(text, m_atTill);
}

void CheckFlow::load()
{
    const int loads = ++m_loads;
    const OrderSearch lately{.from = m_clock.now().addSecs(-recentSeconds)};
    say(Say::Loading);
    whenAnswered(m_desk.orders(lately, mostRecent, {}), this, [this, loads](const Result<HistoryDesk::Page> &answer) {
        if (loads == m_loads && m_open)
            loaded(answer);
    });
}

void CheckFlow::loaded(const Result<HistoryDesk::Page> &answer)
{
    const bool waited = m_say == Say::Loading; // else something has been asked meanwhile
    if (!answer)
        return waited ? refuse(Say::NotRead) : void();
    m_recent.clear();
    for (const Order &order : answer->orders)
        m_recent.append(OrderLines::of(order));
    if (!line(m_chosen))
        m_chosen = line(m_atTill) ? m_atTill : m_recent.isEmpty() ? QString() : m_recent.front().number;
    say(waited ? Say::Nothing : m_say);
}

void CheckFlow::move(int rows)
{
    const auto at =
        std::find_if(m_recent.begin(), m_recent.end(), [this](const auto &each) { return each.number == m_chosen; });
    const qsizetype to = at == m_recent.end() ? 0 : at - m_recent.begin() + rows;
    if (to < 0 || to >= m_recent.size())
        return emit refusedSound();
    choose(m_recent[to].number);
}

void CheckFlow::choose(const QString &number)
{
    if (!line(number))
        return;
    m_chosen = number;
    m_typed.clear();
    edited();
}

/// A number that was typed; else the chosen order.
void CheckFlow::askTyped()
{
    if (m_say == Say::Asking)
        return; // pressed twice is pressed once
    if (m_typed.isEmpty() && m_chosen.isEmpty())
        return refuse(Say::TooShort);
    if (m_typed.isEmpty())
        return ask(m_chosen, m_chosen);
    if (m_typed.size() < leastDigits)
        return refuse(Say::TooShort);
    ask(m_typed, m_atTill);
}

void CheckFlow::ask(const QString &number, const QString &meant)
{
    m_isAsked = true;
    m_question = {number, meant};
    m_answer.reset();
    const int epoch = ++m_epoch;
    say(Say::Asking);
    whenAnswered(m_desk.check(number, meant), this, [this, epoch](const Result<HistoryDesk::Check> &answer) {
        if (epoch == m_epoch && m_open)
            answered(answer);
    });
}

void CheckFlow::answered(const Result<HistoryDesk::Check> &answer)
{
    if (!answer)
        return refuse(Say::NotReached);
    m_answer = *answer;
    if (m_answer->order) {
        const OrderLine found = OrderLines::of(*m_answer->order);
        for (OrderLine &each : m_recent)
            each = each.number == found.number ? found : each;
    }
    say(Say::Answered);
}

void CheckFlow::say(Say say)
{
    m_say = say;
    emit changed();
}

void CheckFlow::refuse(Say why)
{
    say(why);
    emit refusedSound();
}

const OrderLine *CheckFlow::line(const QString &number) const
{
    const auto found = std::find_if(m_recent.begin(), m_recent.end(),
                                    [&number](const OrderLine &each) { return each.number == number; });
    return found == m_recent.end() ? nullptr : &*found;
}

void CheckFlow::fill(OfficeView &view) const
{
    CheckView &check = view.check;
    check.typed = m_typed;
    check.recent = m_recent;
    check.chosen = m_chosen;
    check.page = m_page;
    check.say = m_say;
    check.isNamed = !m_question.second.isEmpty();
    if (const OrderLine *atTill = line(m_atTill))
        check.atTill = *atTill;
    if (!m_answer)
        return;
    check.verdict = m_answer->verdict;
    check.paidAt = m_answer->paidAt;
    if (m_answer->order)
        check.found = OrderLines::of(*m_answer->order);
}
