// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/LoginDesk.h"

#include <QPromise>
#include <deque>
#include <memory>

/// A server's people and tickets that say only what a test has them say, and remember what they were asked.
class ScriptedLoginDesk final : public LoginDesk
{
public:
    /// Calls of one kind, oldest first, each to be answered by the test.
    template <class T> struct Line
    {
        struct Call
        {
            QStringList words;
            std::shared_ptr<QPromise<Result<T>>> promise = std::make_shared<QPromise<Result<T>>>();
        };
        QFuture<Result<T>> ask(const QStringList &words)
        {
            asked.append(words);
            Call call{words};
            call.promise->start();
            open.push_back(call);
            return call.promise->future();
        }
        /// Answers the oldest open one.
        void answer(const Result<T> &answer)
        {
            if (open.empty())
                qFatal("nothing of that kind was asked");
            finish(open.begin(), answer);
        }
        /// Answers the newest open one whose first word this is.
        void answerTo(const QString &word, const Result<T> &answer)
        {
            const auto found = std::find_if(open.rbegin(), open.rend(),
                                            [&word](const Call &call) { return call.words.value(0) == word; });
            if (found == open.rend())
                qFatal("nobody waits for %s", qPrintable(word));
            finish(std::next(found).base(), answer);
        }
        int waiting(const QString &word) const
        {
            return int(std::count_if(open.begin(), open.end(),
                                     [&word](const Call &call) { return call.words.value(0) == word; }));
        }
        QList<QStringList> asked; ///< answered or not
        std::deque<Call> open;

    private:
        void finish(typename std::deque<Call>::iterator at, const Result<T> &answer)
        {
            const auto promise = at->promise; // the answer may bring new calls
            open.erase(at);
            promise->addResult(answer);
            promise->finish();
        }
    };

    QFuture<Result<People>> people() override { return peoples.ask({}); }
    QFuture<Result<PinAnswer>> signIn(const QString &person, const QString &pin) override
    {
        return pins.ask({person, pin});
    }
    void signOut(const QByteArray &session) override { signedOut.append(QString::fromLatin1(session)); }
    QFuture<Result<Ticket>> openTicket(const QString &shop, const QString &till) override
    {
        return tickets.ask({shop, till});
    }
    QFuture<Result<std::optional<TicketNews>>> news(const Ticket &ticket, TicketState after) override
    {
        return polls.ask({ticket.key, toText(after)});
    }
    void stopWaiting(const Ticket &ticket) override
    {
        stopped.append(ticket.key);
        while (polls.waiting(ticket.key) > 0)
            polls.answerTo(ticket.key, gone());
    }
    QFuture<Result<TicketNews>> bind(const Ticket &ticket, const QString &person, const QByteArray &manager) override
    {
        return binds.ask({ticket.key, person, QString::fromLatin1(manager)});
    }

    static Error gone() { return {ErrorCode::Unknown, QStringLiteral("NO_ANSWER")}; }

    Line<People> peoples;
    Line<PinAnswer> pins;
    Line<Ticket> tickets;
    Line<std::optional<TicketNews>> polls;
    Line<TicketNews> binds;
    QStringList signedOut;
    QStringList stopped;
};
