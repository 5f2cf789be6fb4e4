// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/HistoryFlow.h"

#include "ui/Answers.h"
#include "ui/OrderLines.h"

using QueryKind = HistoryQuery::Kind;

HistoryFlow::HistoryFlow(HistoryDesk &desk, LoginDesk &people, HistoryExport &exports, Clock &clock, QObject *parent)
    : QObject(parent), m_desk(desk), m_people(people), m_exports(exports), m_clock(clock)
{
    connect(&m_exports, &HistoryExport::changed, this, &HistoryFlow::changed);
}

void HistoryFlow::open()
{
    m_open = true;
    m_text.clear();
    m_textBefore.clear();
    m_query = {};
    m_day = today();
    m_filter = HistoryView::Filter::All;
    m_side = m_exports.isRunning() ? Side::Export : Side::Order;
    m_lines.clear();
    choose({});
    load();
    loadNames();
}

void HistoryFlow::close()
{
    if (!std::exchange(m_open, false))
        return;
    ++m_epoch;
    ++m_stories;
    m_asking = false;
    m_lines.clear();
    emit closed();
}

void HistoryFlow::wish(const Wish &wish)
{
    switch (wish.kind) {
    case Wish::Kind::Cancel:
        return back();
    case Wish::Kind::Type:
        return type(wish.text);
    case Wish::Kind::Backspace:
        m_text.chop(m_isScanned ? m_text.size() : 1);
        return findSoon();
    case Wish::Kind::Clear:
        m_text.clear();
        return findSoon();
    case Wish::Kind::TakeBack:
        return takeBack(wish.count);
    case Wish::Kind::Scanned:
        return scanned(wish.text);
    case Wish::Kind::Pay:
        m_side = m_side == Side::Keys ? Side::Order : m_side;
        return find();
    case Wish::Kind::Query:
        return load();
    case Wish::Kind::RowUp:
        return move(-1);
    case Wish::Kind::RowDown:
        return move(1);
    case Wish::Kind::MoreRows:
        return move(wish.count);
    case Wish::Kind::Pick:
        choose(wish.text);
        return readAhead();
    case Wish::Kind::Earlier:
    case Wish::Kind::LineLess: // the key Left, which takes one less of a bill's line elsewhere
        return setDay(m_day.addDays(-1));
    case Wish::Kind::Later:
    case Wish::Kind::LineMore:
        return setDay(m_day.addDays(1));
    case Wish::Kind::Today:
        return setDay(today());
    case Wish::Kind::Filter:
        return setFilter(wish.count);
    case Wish::Kind::Find:
        m_side = m_side == Side::Keys ? Side::Order : Side::Keys;
        return emit changed();
    case Wish::Kind::Export:
        return exportWished(wish.text);
    case Wish::Kind::Reprint:
        return reprint();
    default:
        return;
    }
}

void HistoryFlow::back()
{
    if (m_side == Side::Order)
        return close();
    m_side = Side::Order; // an export goes on behind it
    emit changed();
}

/// The number pad has no colon and no dash of its own: its × and + stand for them, which no search line needs.
void HistoryFlow::type(const QString &key)
{
    if (m_side == Side::Export && (key == QLatin1String("1") || key == QLatin1String("2")))
        return exportWished(key == QLatin1String("1") ? QStringLiteral("csv") : QStringLiteral("json"));
    m_textBefore.append(m_text);
    if (m_textBefore.size() > keptSteps)
        m_textBefore.removeFirst();
    QString added = key == u'×' ? QStringLiteral(":") : key == u'+' ? QStringLiteral("-") : key;
    const QString before = m_isScanned ? QString() : m_text;
    if (before.size() + added.size() > HistoryQuery::longest)
        return emit refusedSound();
    m_text = before + added;
    findSoon();
}

void HistoryFlow::takeBack(int keys)
{
    for (; keys > 0 && !m_textBefore.isEmpty(); --keys)
        m_text = m_textBefore.takeLast();
    findSoon();
}

void HistoryFlow::scanned(const QString &text)
{
    const auto query = HistoryQuery::scanned(text);
    if (query.kind() != QueryKind::Number)
        return refuse(query.kind() == QueryKind::PaymentCode ? Say::PaymentCode : Say::NotUnderstood);
    m_text = text;
    m_textBefore.clear();
    m_isScanned = true;
    m_query = query;
    m_side = Side::Order;
    load();
}

void HistoryFlow::findSoon()
{
    m_isScanned = false;
    m_query = HistoryQuery::typed(m_text);
    const int epoch = ++m_epoch;
    m_asking = false;
    m_say = Say::Nothing;
    m_clock.callAfter(std::chrono::milliseconds(findAfterMs), this, [this, epoch] {
        if (epoch == m_epoch && m_open)
            find();
    });
    emit changed();
}

void HistoryFlow::find()
{
    if (m_query.kind() == QueryKind::NotUnderstood)
        return refuse(Say::NotUnderstood);
    if (m_query.kind() != QueryKind::Unfinished)
        load();
}

void HistoryFlow::setDay(const QDate &day)
{
    if (isOfAllDays() || day > today())
        return emit refusedSound();
    m_day = day;
    load();
}

void HistoryFlow::setFilter(int filter)
{
    if (filter < int(HistoryView::Filter::All) || filter > int(HistoryView::Filter::Odd))
        return;
    m_filter = HistoryView::Filter(filter);
    load();
}

void HistoryFlow::load()
{
    ++m_epoch;
    m_search = search();
    m_cursor.clear();
    m_isFirstPage = true;
    m_say = Say::Loading;
    ask();
    emit changed();
}

void HistoryFlow::ask()
{
    m_asking = true;
    whenAnswered(m_desk.orders(m_search, pageSize, m_cursor), this,
                 [this, epoch = m_epoch](const Result<HistoryDesk::Page> &answer) {
                     if (epoch == m_epoch && m_open)
                         loaded(answer);
                 });
}

void HistoryFlow::loaded(const Result<HistoryDesk::Page> &answer)
{
    m_asking = false;
    if (std::exchange(m_isFirstPage, false)) {
        m_lines.clear();
        m_isWhole = true;
    }
    if (!answer)
        return refuse(Say::NotRead);
    for (const Order &order : answer->orders) {
        if (m_search.takes(order) && m_lines.size() < mostLines)
            m_lines.append(OrderLines::of(order));
    }
    m_cursor = answer->next;
    m_isWhole = m_cursor.isEmpty();
    if (chosenAt() < 0)
        choose(m_lines.isEmpty() ? QString() : m_lines.front().number);
    const bool cut = !m_isWhole && m_lines.size() >= mostLines;
    const bool nothing = m_isWhole && m_lines.isEmpty();
    m_say = nothing ? Say::NoneFound : cut ? Say::OnlyNewest : Say::Nothing;
    readAhead();
    emit changed();
}

/// More of them before they are wanted, and no more than that.
void HistoryFlow::readAhead()
{
    const bool wanted = chosenAt() + ahead >= m_lines.size();
    if (wanted && !m_asking && !m_isWhole && m_lines.size() < mostLines)
        ask();
}

void HistoryFlow::loadNames()
{
    whenAnswered(m_people.people(), this, [this](const Result<LoginDesk::People> &answer) {
        if (!answer)
            return; // the ids stand for them
        for (const Person &person : answer->people)
            m_names[person.id] = person.name;
        emit changed();
    });
}

void HistoryFlow::move(int rows)
{
    const qsizetype at = chosenAt();
    const qsizetype last = m_lines.size() - 1;
    const qsizetype to = std::clamp<qsizetype>(at + rows, 0, std::max<qsizetype>(last, 0));
    if (m_lines.isEmpty() || to == at)
        return emit refusedSound();
    choose(m_lines[to].number);
    readAhead();
}

void HistoryFlow::choose(const QString &number)
{
    if (m_say == Say::NothingToRefund || m_say == Say::NothingToPrint || m_say == Say::FinishSaleFirst)
        m_say = Say::Nothing;
    m_chosen = number;
    m_story.clear();
    m_storyRead = false;
    const int story = ++m_stories;
    if (!number.isEmpty())
        m_clock.callAfter(std::chrono::milliseconds(storyAfterMs), this, [this, story] {
            if (story == m_stories && m_open)
                askStory();
        });
    emit changed();
}

/// The order as it is now, and its way there.
void HistoryFlow::askStory()
{
    const auto number = OutTradeNo::parse(m_chosen);
    if (!number)
        return;
    whenAnswered(m_desk.order(*number), this, [this, story = m_stories](const Result<Order> &answer) {
        const qsizetype at = chosenAt();
        if (story != m_stories || !answer || at < 0)
            return; // the line is what we know
        m_lines[at] = OrderLines::of(*answer);
        emit changed();
    });
    whenAnswered(m_desk.timeline(*number), this, [this, story = m_stories](const Result<QJsonObject> &answer) {
        if (story != m_stories || !answer)
            return;
        m_story = OrderLines::storyOf(*answer);
        m_storyRead = true;
        emit changed();
    });
}

void HistoryFlow::reprint()
{
    using State = OrderLine::State;
    const OrderLine *line = chosen();
    if (!line || line->state == State::Open || line->state == State::NotPaid || line->state == State::Odd)
        return refuse(Say::NothingToPrint);
    emit reprintWished(line->number);
}

/// First which kind of file, then off.
void HistoryFlow::exportWished(const QString &format)
{
    if (format == QLatin1String("stop"))
        return m_exports.stop();
    if (format.isEmpty() || m_side != Side::Export) {
        m_exports.forget();
        m_side = m_side == Side::Export ? Side::Order : Side::Export;
        return emit changed();
    }
    if (m_exports.isRunning())
        return emit refusedSound();
    if (m_query.kind() == QueryKind::NotUnderstood || m_query.kind() == QueryKind::Unfinished)
        return refuse(Say::NotUnderstood);
    m_exports.start(search(), format == QLatin1String("json") ? OrderSheet::Format::Json : OrderSheet::Format::Csv,
                    m_names);
}

void HistoryFlow::say(Say say)
{
    m_say = say;
    emit changed();
}

void HistoryFlow::refuse(Say why)
{
    say(why);
    emit refusedSound();
}

qsizetype HistoryFlow::chosenAt() const
{
    const auto found =
        std::find_if(m_lines.begin(), m_lines.end(), [this](const OrderLine &line) { return line.number == m_chosen; });
    return found == m_lines.end() ? -1 : found - m_lines.begin();
}

const OrderLine *HistoryFlow::chosen() const
{
    const qsizetype at = chosenAt();
    return m_open && at >= 0 ? &m_lines[at] : nullptr;
}
