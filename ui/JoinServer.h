// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Clock.h"
#include "ui/JoinDesk.h"
#include "ui/models/OfficeView.h"
#include "ui/models/Wish.h"

#include <QObject>
#include <functional>

/// The way of this till to another server: its address, its certificate, which a person compares with what the other
/// side shows, and the code that is shown there. Nothing secret is sent before a person has said that it is the same.
class JoinServer final : public QObject
{
    Q_OBJECT
public:
    using Say = JoinView::Say;
    using Step = JoinView::Step;
    static constexpr std::chrono::minutes codeLife{5}; ///< API.md, "Terminals"
    static constexpr int codeTries = 10; ///< wrong ones, after which the code there is good no more
    static constexpr qsizetype codeChars = 8;
    static constexpr std::chrono::seconds doneStays{3};

    struct Till
    {
        std::function<QString()> name; ///< which its orders carry there
        std::function<OpenBusiness()> open; ///< what it would leave behind
        /// Where the shop says that it belongs. A fingerprint there is what a person would compare with.
        std::optional<ServerPlace> shop = {};
    };
    /// desk: null where the till's start names its server.
    JoinServer(JoinDesk *desk, const Till &till, Clock &clock, QObject *parent = nullptr);

    /// False, and why is said, where this till may not go now.
    bool open();
    /// Answers on their way count no more. Of a till that has joined: it goes.
    void close();
    void wish(const Wish &wish);
    /// To the step before; false: there is none.
    bool back();
    const JoinView &view() const { return m_view; }

signals:
    void changed();
    void refusedSound();
    /// Everything is kept, and nothing open: the till begins anew, with that server.
    void joined();

private:
    bool isFree(); ///< or says what has to be finished first
    void typed(const Wish &wish);
    void connectTo();
    void seen(const QUrl &url, const Result<SeenServer> &answer);
    bool isPinned() const; ///< by the shop
    void askForCode();
    void join();
    void answered(const Result<void> &answer);
    void wrongCode();
    void whyNotReached();
    void done();
    void goOn();
    void say(Say say);
    void refuse(Say why);
    void show(Step step, Say say = Say::Nothing);

    JoinDesk *const m_desk;
    const Till m_till;
    Clock &m_clock;
    JoinView m_view;
    QUrl m_url;
    SeenServer m_seen;
    int m_epoch = 0; ///< what was asked in an earlier one is not heard
    int m_wrong = 0; ///< codes in a row, at that server
    qint64 m_codeAskedMs = 0; ///< when the code's page came up
};
