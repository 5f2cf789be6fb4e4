// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Till.h"

#include <QApplication>
#include <QLoggingCategory>

namespace {
Q_LOGGING_CATEGORY(lcTill, "scantill.till")
}

Result<std::unique_ptr<Till>> Till::open(const TillSettings &settings, const Server &server, const QString &journalFile,
                                         Clock &clock, Random &random)
{
    auto journal = Journal::open(journalFile);
    if (!journal)
        return journal.error();
    return std::unique_ptr<Till>(new Till(settings, server, std::move(journal).value(), clock, random));
}

Till::Till(const TillSettings &settings, const Server &server, std::unique_ptr<Journal> journal, Clock &clock,
           Random &random)
    : m_settingsFile(settings.file), m_kept(settings.language, settings.theme), m_journal(std::move(journal)),
      m_theme(settings.theme), m_language(settings.language), m_client(server.url, server.terminalToken, clock, random),
      m_loginApi(server.url, server.terminalToken), m_flow(m_client, *m_journal, clock, random, settings.sale),
      m_login(m_loginApi, clock, settings.sale.training, settings.identity), m_input(clock),
      m_window(settings.identity, clock, m_theme, m_language)
{
    qApp->installEventFilter(&m_input);
    connect(&m_input, &TillInput::wished, this, &Till::wish);
    connect(&m_input, &TillInput::helpWished, &m_window, &MainWindow::toggleHelp);
    connect(&m_window, &MainWindow::wished, this, &Till::wish);
    connect(&m_flow, &SaleFlow::changed, this, &Till::show);
    connect(&m_flow, &SaleFlow::screenChanged, this, [this] {
        if (!m_login.isLocked()) // nothing has moved under the hand
            m_input.screenChanged();
    });
    connect(&m_flow, &SaleFlow::announce, &m_sounds, &Sounds::paid);
    connect(&m_flow, &SaleFlow::refusedSound, &m_sounds, &Sounds::refused);
    connect(&m_theme, &Theme::changed, this, &Till::keepChoices);
    connect(&m_language, &Language::changed, this, &Till::keepChoices);
    connectLogin();
    show();
}

void Till::connectLogin()
{
    connect(&m_login, &LoginFlow::changed, this, &Till::show);
    connect(&m_login, &LoginFlow::screenChanged, &m_input, &TillInput::screenChanged);
    connect(&m_login, &LoginFlow::sessionChanged, &m_client, &TillClient::useSession);
    connect(&m_login, &LoginFlow::refusedSound, &m_sounds, &Sounds::refused);
    connect(&m_client, &TillClient::sessionRefused, &m_login, &LoginFlow::refuseSession);
    connect(&m_client, &TillClient::onlineChanged, &m_login, &LoginFlow::setOnline);
}

void Till::wish(const Wish &wish)
{
    if (m_login.isLocked() || wish.kind == Wish::Kind::Lock)
        m_login.wish(wish);
    else
        m_flow.wish(wish);
}

void Till::show()
{
    TillView view = m_flow.view();
    view.lock = m_login.view();
    m_window.show(view);
}

void Till::keepChoices()
{
    const std::pair chosen(m_language.tongue(), m_theme.mode());
    if (m_settingsFile.isEmpty() || std::exchange(m_kept, chosen) == chosen)
        return; // a window of another size changes the theme too, and is nobody's choice
    if (const auto kept = TillSettings::keep(m_settingsFile, chosen.first, chosen.second); !kept)
        qCWarning(lcTill).noquote() << "the choice of language and theme is not kept:" << kept.error().message;
}

void Till::start()
{
    m_client.start();
    m_flow.start();
    m_login.start();
}
