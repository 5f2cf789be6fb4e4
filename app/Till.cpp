// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Till.h"

#include "ui/Wording.h"

#include <QApplication>
#include <QFileInfo>
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
    const QString exports = QFileInfo(journalFile).absolutePath() + QStringLiteral("/exports");
    return std::unique_ptr<Till>(new Till(settings, server, std::move(journal).value(), exports, clock, random));
}

Till::Till(const TillSettings &settings, const Server &server, std::unique_ptr<Journal> journal,
           const QString &exportFolder, Clock &clock, Random &random)
    : m_settingsFile(settings.file), m_kept(settings.language, settings.theme), m_journal(std::move(journal)),
      m_theme(settings.theme), m_language(settings.language), m_client(server.url, server.terminalToken, clock, random),
      m_loginApi(server.url, server.terminalToken), m_moneyApi(server.url, server.terminalToken),
      m_historyApi(server.url, server.terminalToken),
      m_exports(m_historyApi, clock, exportFolder, settings.sale.training, &Wording::sheet),
      m_flow(m_client, *m_journal, clock, random, settings.sale),
      m_login(m_loginApi, clock, settings.sale.training, settings.identity),
      m_office(m_flow, m_moneyApi, m_loginApi, *m_journal, clock, random, m_historyApi, m_exports),
      m_timelineApi(server.url, server.terminalToken), m_recorder(m_timelineApi, clock),
      m_timeline(m_timelineApi, m_recorder, exportFolder), m_input(clock),
      m_window(settings.identity, clock, m_theme, m_language)
{
    qApp->installEventFilter(&m_input);
    connect(&m_input, &TillInput::wished, this, &Till::wish);
    connect(&m_input, &TillInput::helpWished, &m_window, &MainWindow::toggleHelp);
    connect(&m_window, &MainWindow::wished, this, &Till::wish);
    connect(&m_flow, &SaleFlow::changed, this, &Till::show);
    connect(&m_flow, &SaleFlow::screenChanged, this, [this] {
        if (!m_login.isLocked() && !m_office.isOpen() && !m_timeline.isOpen()) // nothing has moved under the hand
            m_input.screenChanged();
    });
    connect(&m_flow, &SaleFlow::announce, &m_sounds, &Sounds::paid);
    connect(&m_flow, &SaleFlow::refusedSound, &m_sounds, &Sounds::refused);
    connect(&m_theme, &Theme::changed, this, &Till::keepChoices);
    connect(&m_language, &Language::changed, this, &Till::keepChoices);
    connectLogin();
    connectOffice();
    connectTimeline();
    show();
}

void Till::connectTimeline()
{
    connect(&m_flow, &SaleFlow::marked, &m_recorder, &TillRecorder::mark);
    connect(&m_window, &MainWindow::painted, this, [this](const QString &what) {
        if (const auto number = OutTradeNo::parse(m_flow.view().outTradeNo))
            m_recorder.mark(*number, what);
    });
    // After Sounds::paid, which was connected first.
    connect(&m_flow, &SaleFlow::announce, this, [this](Money, bool, const QString &outTradeNo) {
        if (const auto number = OutTradeNo::parse(outTradeNo))
            m_recorder.mark(*number, QStringLiteral("sound"));
    });
    connect(&m_flow, &SaleFlow::screenChanged, this, [this] {
        const PayState state = m_flow.view().state;
        m_recorder.setBusy(state != PayState::Ready);
        if (state == PayState::Paid || state == PayState::CallManager)
            m_timeline.close(); // whoever reads it must see this
    });
    connect(&m_login, &LoginFlow::screenChanged, &m_timeline, &TimelineFlow::close);
    connect(&m_timeline, &TimelineFlow::changed, this, &Till::show);
    connect(&m_timeline, &TimelineFlow::screenChanged, &m_input, &TillInput::screenChanged);
}

QString Till::orderInSight() const
{
    if (const QString chosen = m_office.orderInSight(); !chosen.isEmpty())
        return chosen;
    const TillView &view = m_flow.view();
    if (!view.outTradeNo.isEmpty() || !view.strip.lastSale)
        return view.outTradeNo;
    return view.strip.lastSale->outTradeNo;
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

void Till::connectOffice()
{
    connect(&m_office, &BackOffice::changed, this, &Till::show);
    connect(&m_office, &BackOffice::screenChanged, &m_input, &TillInput::screenChanged);
    connect(&m_office, &BackOffice::refusedSound, &m_sounds, &Sounds::refused);
    connect(&m_login, &LoginFlow::sessionChanged, &m_moneyApi, &MoneyApi::useSession);
    connect(&m_login, &LoginFlow::sessionChanged, &m_historyApi, &HistoryApi::useSession);
    connect(&m_historyApi, &HistoryApi::sessionRefused, &m_login, &LoginFlow::refuseSession);
    connect(&m_login, &LoginFlow::screenChanged, this,
            [this] { m_login.isLocked() ? m_office.leave() : m_office.askNow(); });
    connect(&m_moneyApi, &MoneyApi::sessionRefused, &m_login, &LoginFlow::refuseSession);
    connect(&m_client, &TillClient::casesChanged, &m_office, &BackOffice::casesChanged);
}

void Till::wish(const Wish &wish)
{
    if (m_login.isLocked() || wish.kind == Wish::Kind::Lock)
        m_login.wish(wish);
    else if (m_timeline.isOpen())
        m_timeline.wish(wish);
    else if (wish.kind == Wish::Kind::Diagnostics)
        m_timeline.open(orderInSight());
    else if (m_office.takes(wish))
        m_office.wish(wish);
    else
        m_flow.wish(wish);
}

void Till::show()
{
    TillView view = m_flow.view();
    view.lock = m_login.view();
    view.timeline = m_timeline.view();
    view.office = m_office.view();
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
    m_office.start();
}
