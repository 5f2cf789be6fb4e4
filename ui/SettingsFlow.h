// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/AddTill.h"
#include "ui/JoinServer.h"
#include "ui/SettingsRules.h"
#include "ui/SupervisorPin.h"
#include "ui/models/OfficeView.h"
#include "ui/selling/GoodsSheets.h"

#include <functional>

/// Null in both: a till that has nothing to do with others.
struct PairingFlows
{
    AddTill *add = nullptr;
    JoinServer *join = nullptr;
};

/// How this till is set up: each change is kept at once, then told. What is the whole shop's money needs a
/// supervisor's PIN where money is real.
class SettingsFlow final : public QObject
{
    Q_OBJECT
public:
    using Item = SettingsView::Item;
    struct Till
    {
        QJsonObject values; ///< every member of till.json, as it counts now
        /// Writes those members and leaves the others. Configuration: no such value can be.
        std::function<Result<void>(const QJsonObject &changed)> keep;
        bool training = true;
        bool kiosk = false; ///< the window is closed by a supervisor alone
    };
    static constexpr int mostDigits = 6;

    SettingsFlow(const Till &till, LoginDesk &people, GoodsSheetDesk &sheets, GoodsShelf &shelf, Clock &clock,
                 const PairingFlows &pairing = {}, QObject *parent = nullptr);

    void open();
    /// In a kiosk: who may close the till?
    void openLeaving();
    /// For a till that is to join a server and has not yet.
    void openJoining();
    void close();
    bool isOpen() const { return m_open; }
    void wish(const Wish &wish);
    void fill(OfficeView &view) const;
    /// Changed elsewhere at the till, and kept there.
    void follow(const QJsonObject &changed);
    /// What became of the paper that was wished for.
    void printTested(PrinterTrouble trouble);

signals:
    void changed();
    void closed();
    void refusedSound();
    /// Those members are kept, and count from now on.
    void kept(const QJsonObject &changed);
    /// The loudspeaker is to be heard: TryPaid, TryRefused or TryAttention.
    void soundWished(SettingsView::Item which);
    /// A paper of no sale; printTested says what became of it.
    void testPrintWished();
    /// A supervisor has signed for the end of this program.
    void leaveSigned();
    /// A supervisor's session that nobody needs any more; a secret.
    void sessionDone(const QByteArray &session);

private:
    using Say = SettingsView::Say;
    using Step = SettingsView::Step;
    using Group = SettingsView::Group;

    void wishList(const Wish &wish);
    void wishNumber(const Wish &wish);
    void show(Group group);
    void turn(int by);
    void set(Item item, const QString &wish);
    void act(Item item, const QString &file);
    void setPrinter(const SettingRule &rule, const QJsonValue &value);
    void offerPath(const QString &kind);
    QJsonObject printer() const; ///< what its kind has of all that was ever set
    bool printerComplete() const;
    void change(const QJsonObject &changed, bool restart);
    void keep(const QJsonObject &changed, bool restart);
    void askSupervisor();
    void forgetWaiting();
    // Other tills, other servers (SettingsFlowPairing.cpp)
    void connectPairing();
    void openAddTill(const QByteArray &session = {});
    void openJoin();
    void beginJoin();
    void signedFor(Item action, const QByteArray &session);
    void askLeave();
    void closePairing();
    void fillPairing(SettingsView &settings) const;
    void signedIn(const LoginDesk::Session &session);
    void back();
    void refuse(Say why);
    void say(Say say);

    Till m_till;
    Clock &m_clock;
    SupervisorPin m_pin;
    GoodsSheets m_sheets;
    QJsonObject m_printer; ///< of every kind, so that another one and back loses nothing
    bool m_open = false;
    Group m_group = Group::Selling;
    Step m_step = Step::List;
    Say m_say = Say::Nothing;
    Item m_number = Item::BigAmount;
    QString m_typed;
    QDateTime m_previewedAt;
    PrinterTrouble m_trouble = PrinterTrouble::None;
    int m_page = 0;
    QJsonObject m_waiting; ///< to be kept when a supervisor has signed
    QString m_waitingFile; ///< to be imported then
    const PairingFlows m_pairing;
    std::optional<Item> m_waitingAction; ///< AddTill, JoinServer or LeaveKiosk, then
    bool m_mayNotGo = false; ///< the join page was asked for, and says why it does not come up
};
