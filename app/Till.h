// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/TillSettings.h"
#include "ui/BackOffice.h"
#include "ui/HistoryApi.h"
#include "ui/KioskBlinds.h"
#include "ui/KioskGuard.h"
#include "ui/LoginApi.h"
#include "ui/LoginFlow.h"
#include "ui/MoneyApi.h"
#include "ui/PairingApi.h"
#include "ui/TillClient.h"
#include "ui/TimelineApi.h"
#include "ui/TimelineFlow.h"
#include "ui/customer/CustomerWindow.h"
#include "ui/customer/QtScreens.h"
#include "ui/input/TillInput.h"
#include "ui/receipt/TillPrinter.h"
#include "ui/selling/GoodsApi.h"
#include "ui/selling/GoodsShelf.h"
#include "ui/selling/HeldBills.h"
#include "ui/voice/AudioOutput.h"
#include "ui/voice/QtSpeechEngine.h"
#include "ui/voice/Speaker.h"

#include <memory>

class Random;

/// One till put together: window, input, the lock, the way through a sale, the client of its server.
class Till : public QObject
{
    Q_OBJECT
public:
    struct Server
    {
        ServerPlace place;
        QByteArray terminalToken;
        AddTill::Reach reach = {}; ///< of that server, for further tills
        JoinDesk *join = nullptr; ///< the way to another; null: the till's start says that there is none
        std::optional<ServerPlace> toJoin = {}; ///< the shop's, which this till has yet to join
        bool kiosk = false; ///< the window is the whole screen, and closed by a supervisor alone
    };

    /// journalFile: the till's own memory (ui/Journal). Beside it lie the bills put aside, the receipts on
    /// their way, the copy of the shop's goods, a shop's own voice in voice/, and what F12 saves in exports/.
    /// StoreFailure when it cannot be kept.
    static Result<std::unique_ptr<Till>> open(const TillSettings &settings, const Server &server,
                                              const QString &journalFile, Clock &clock, Random &random);

    /// Connects, and takes up what the last run left open.
    void start();
    /// Shows the cashier's window, over all of its screen in a kiosk.
    void showWindow();
    /// Before all others: the till was started a second time.
    void bringToFront();
    /// The customer's window, where there is to be one. Call it when the cashier's window has been shown. kiosk: that
    /// one fills its screen.
    void openCustomer(bool kiosk);
    MainWindow &window() { return m_window; }
    CustomerWindow &customer() { return m_customer; }
    SaleFlow &flow() { return m_flow; }
    LoginFlow &login() { return m_login; }
    BackOffice &office() { return m_office; }
    SettingsFlow &settings() { return m_setup; }
    Speaker &speaker() { return m_speaker; }
    TillPrinter &printer() { return m_printer; }

signals:
    /// A supervisor has closed the kiosk.
    void leaveSigned();
    /// This till is another server's from its next start on, and nothing is open here: start anew.
    void joinedAnother();

private:
    /// What a till keeps on its disk.
    struct Memory
    {
        std::unique_ptr<Journal> journal;
        std::unique_ptr<HeldBills> held;
        std::unique_ptr<PrintQueue> prints;
        QString folder;
    };
    Till(const TillSettings &settings, const Server &server, Memory memory, Clock &clock, Random &random);
    void connectSpeaker();
    void connectSettings();
    void connectKiosk();
    OpenBusiness openBusiness() const; ///< what it would leave behind
    void use(const QJsonObject &changed); ///< kept already
    int spokenNumber() const; ///< of the till; 0: it is not said
    void connectLogin();
    void connectTimeline();
    QString orderInSight() const; ///< the one on the screen, or the last one
    void connectOffice();
    static TillPrinter::Shop receipts(const TillSettings &settings);
    void connectPrinter();
    QString saleToPrint() const; ///< the one that is paid on the screen, else the last; empty: none
    void wish(const Wish &wish); ///< a locked till's go to the lock alone
    void show();
    TillSettings::Choices choices() const;
    void keepChoices(); ///< for the next start

    Clock &m_clock;
    const std::optional<ServerPlace> m_toJoin;
    TillSettings m_settings; ///< as they count now
    TillSettings::Choices m_kept;
    bool m_using = false; ///< settings count one after the other, and are nobody's choice in between
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<HeldBills> m_held;
    Theme m_theme;
    Language m_language;
    AudioOutput m_loudspeakers;
    QtSpeechEngine m_speech;
    Voice m_voice;
    Speaker m_speaker;
    TillClient m_client;
    LoginApi m_loginApi;
    MoneyApi m_moneyApi;
    GoodsApi m_goodsApi;
    GoodsShelf m_goods;
    HistoryApi m_historyApi;
    HistoryExport m_exports;
    SaleFlow m_flow;
    LoginFlow m_login;
    PairingApi m_pairingApi;
    AddTill m_addTill;
    JoinServer m_join;
    SettingsFlow m_setup;
    BackOffice m_office;
    TillPrinter m_printer;
    TimelineApi m_timelineApi;
    TillRecorder m_recorder;
    TimelineFlow m_timeline;
    TillInput m_input;
    MainWindow m_window;
    QtScreens m_screens;
    CustomerWindow m_customer;
    std::unique_ptr<KioskGuard> m_guard; ///< null: this is no kiosk; so the next
    std::unique_ptr<KioskBlinds> m_blinds;
};
