// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/TillSettings.h"
#include "ui/BackOffice.h"
#include "ui/HistoryApi.h"
#include "ui/LoginApi.h"
#include "ui/LoginFlow.h"
#include "ui/MoneyApi.h"
#include "ui/Sounds.h"
#include "ui/TillClient.h"
#include "ui/TimelineApi.h"
#include "ui/TimelineFlow.h"
#include "ui/input/TillInput.h"

#include <memory>

class Random;

/// One till put together: window, input, the lock, the way through a sale, the client of its server.
class Till : public QObject
{
    Q_OBJECT
public:
    struct Server
    {
        QUrl url;
        QByteArray terminalToken;
    };

    /// journalFile: the till's own memory (ui/Journal); what F12 saves goes into exports/ beside it. StoreFailure when
    /// it cannot be kept.
    static Result<std::unique_ptr<Till>> open(const TillSettings &settings, const Server &server,
                                              const QString &journalFile, Clock &clock, Random &random);

    /// Connects, and takes up what the last run left open.
    void start();
    MainWindow &window() { return m_window; }
    SaleFlow &flow() { return m_flow; }
    LoginFlow &login() { return m_login; }
    BackOffice &office() { return m_office; }

private:
    Till(const TillSettings &settings, const Server &server, std::unique_ptr<Journal> journal,
         const QString &exportFolder, Clock &clock, Random &random);
    void connectLogin();
    void connectTimeline();
    QString orderInSight() const; ///< the one on the screen, or the last one
    void connectOffice();
    void wish(const Wish &wish); ///< a locked till's go to the lock alone
    void show();
    void keepChoices(); ///< language and theme, for the next start

    QString m_settingsFile;
    std::pair<Language::Tongue, Theme::Mode> m_kept;
    std::unique_ptr<Journal> m_journal;
    Theme m_theme;
    Language m_language;
    Sounds m_sounds;
    TillClient m_client;
    LoginApi m_loginApi;
    MoneyApi m_moneyApi;
    HistoryApi m_historyApi;
    HistoryExport m_exports;
    SaleFlow m_flow;
    LoginFlow m_login;
    BackOffice m_office;
    TimelineApi m_timelineApi;
    TillRecorder m_recorder;
    TimelineFlow m_timeline;
    TillInput m_input;
    MainWindow m_window;
};
