// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/TillSettings.h"
#include "ui/Journal.h"
#include "ui/LoginApi.h"
#include "ui/LoginFlow.h"
#include "ui/Sounds.h"
#include "ui/TillClient.h"
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

    /// journalFile: the till's own memory (ui/Journal). StoreFailure when it cannot be kept.
    static Result<std::unique_ptr<Till>> open(const TillSettings &settings, const Server &server,
                                              const QString &journalFile, Clock &clock, Random &random);

    /// Connects, and takes up what the last run left open.
    void start();
    MainWindow &window() { return m_window; }
    SaleFlow &flow() { return m_flow; }
    LoginFlow &login() { return m_login; }

private:
    Till(const TillSettings &settings, const Server &server, std::unique_ptr<Journal> journal, Clock &clock,
         Random &random);
    void connectLogin();
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
    SaleFlow m_flow;
    LoginFlow m_login;
    TillInput m_input;
    MainWindow m_window;
};
