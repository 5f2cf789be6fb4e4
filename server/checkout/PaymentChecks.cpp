// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/checkout/PaymentChecks.h"

#include "server/checkout/CheckVerdict.h"

#include <QPromise>
#include <algorithm>

namespace {

constexpr qsizetype shortestNumber = 4;
constexpr qsizetype longestNumber = 32;
constexpr qsizetype wechatsLength = 28; // reference 2.4

/// A whole number of WeChat's: nothing but digits, and as many as it has.
bool isWechatsWhole(const QString &number)
{
    return number.size() >= wechatsLength
           && std::all_of(number.begin(), number.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool isKnown(const KnownOrders &known, const QString &number)
{
    return std::any_of(known.matching.begin(), known.matching.end(),
                       [&number](const Order &order) { return isWholeNumberOf(order, number); });
}

bool isPaidForSure(const KnownOrders &known, const QString &number)
{
    return std::any_of(known.matching.begin(), known.matching.end(),
                       [&number](const Order &order) { return order.isPaid() && isWholeNumberOf(order, number); });
}

bool isPaidToday(const KnownOrders &known, const QDateTime &now)
{
    return std::any_of(known.matching.begin(), known.matching.end(),
                       [&now](const Order &order) { return isPaidOnDayOf(order, now); });
}

} // namespace

/// One check on its way.
struct PaymentChecks::Round
{
    ShownNumber shown;
    QPromise<Result<PaymentCheck>> promise;
    QStringList asked; ///< order numbers, or the shown one
    QStringList unanswered; ///< of those
    int underWay = 0;
    QStringList named; ///< the orders that the provider names for it
    bool isOver = false;
};

PaymentChecks::PaymentChecks(CheckStore &store, Checkout &checkout, Clock &clock, std::chrono::milliseconds patience)
    : m_store(store), m_checkout(checkout), m_clock(clock), m_patience(patience)
{
}

Result<QString> PaymentChecks::readNumber(const QString &text)
{
    QString number = text;
    number.removeIf([](QChar c) { return c.isSpace(); });
    const auto fits = WatchKey::parse(number);
    if (!fits || number.size() < shortestNumber || number.size() > longestNumber)
        return Error{ErrorCode::InvalidInput, QStringLiteral("number must be 4 to 32 of: digits, letters, _ - | *")};
    return number;
}

QFuture<Result<PaymentCheck>> PaymentChecks::check(const ShownNumber &shown)
{
    const auto round = std::make_shared<Round>();
    round->shown = shown;
    round->promise.start();
    auto future = round->promise.future();
    m_clock.callAfter(m_patience, this, [this, round] { finish(round); });
    m_store.look(shown).then(this, [this, round](const Result<KnownOrders> &known) {
        if (known)
            return ask(round, *known);
        round->isOver = true;
        round->promise.addResult(Result<PaymentCheck>(known.error()));
        round->promise.finish();
    });
    return future;
}

void PaymentChecks::ask(const Running &round, const KnownOrders &known)
{
    const QString number = round->shown.text;
    ++round->underWay; // until all have been asked
    if (!isPaidForSure(known, number)) {
        if (known.onScreen)
            askAbout(round, *known.onScreen);
        if (number.size() >= longerThanAnyEnd && !isKnown(known, number))
            askForUnknown(round, number);
        for (const auto &order : known.matching)
            askAbout(round, order);
        // An end of WeChat's number may be that of a payment which nobody has told us of yet.
        for (const auto &order : isPaidToday(known, m_clock.now()) ? QList<Order>() : known.open)
            askAbout(round, order);
    }
    if (--round->underWay == 0)
        finish(round);
}

void PaymentChecks::askAbout(const Running &round, const Order &order)
{
    const QString question = order.outTradeNo.text();
    const bool needsNoAnswer = order.isPaid() || order.tender != Tender::WeChatPay;
    if (needsNoAnswer || round->asked.size() >= mostQuestions || round->asked.contains(question))
        return;
    begin(*round, question);
    m_checkout.query(order.outTradeNo).then(this, [this, round, question](const Result<Order> &asked) {
        answered(round, question, asked.has_value());
    });
}

void PaymentChecks::askForUnknown(const Running &round, const QString &number)
{
    const auto ours = OutTradeNo::parse(number);
    begin(*round, number);
    auto answer = isWechatsWhole(number) || !ours ? m_checkout.lookUp(number) : m_checkout.lookUp(*ours);
    answer.then(this, [this, round, number](const Result<PaymentEvent> &seen) {
        if (seen && !seen->foreign)
            round->named << seen->outTradeNo;
        answered(round, number, seen || seen.error().code == ErrorCode::NotFound);
    });
}

void PaymentChecks::begin(Round &round, const QString &question)
{
    round.asked << question;
    round.unanswered << question;
    ++round.underWay;
}

void PaymentChecks::answered(const Running &round, const QString &question, bool isAnswer)
{
    if (isAnswer)
        round->unanswered.removeOne(question);
    if (--round->underWay == 0)
        finish(round);
}

void PaymentChecks::finish(const Running &round)
{
    if (std::exchange(round->isOver, true))
        return;
    m_store.look(round->shown, round->named).then(this, [this, round](const Result<KnownOrders> &known) {
        if (!known) {
            round->promise.addResult(Result<PaymentCheck>(known.error()));
        } else {
            const auto &screen = round->shown.onScreen;
            round->promise.addResult(judge({.shown = round->shown,
                                            .known = *known,
                                            .isSilentAboutScreen = screen && round->unanswered.contains(screen->text()),
                                            .isSilent = !round->unanswered.isEmpty(),
                                            .now = m_clock.now()}));
        }
        round->promise.finish();
    });
}
