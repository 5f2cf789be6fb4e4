// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Till.h"

#include "ui/Wording.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QScopedValueRollback>

namespace {
Q_LOGGING_CATEGORY(lcTill, "scantill.till")
}

Result<std::unique_ptr<Till>> Till::open(const TillSettings &settings, const Server &server, const QString &journalFile,
                                         Clock &clock, Random &random)
{
    auto journal = Journal::open(journalFile);
    if (!journal)
        return journal.error();
    const QDir folder = QFileInfo(journalFile).absoluteDir();
    auto held = HeldBills::open(folder.filePath(QStringLiteral("till-held.jsonl")), settings.sale.selling.typedName);
    if (!held)
        return held.error();
    auto prints =
        PrintQueue::open(folder.filePath(QStringLiteral("till-prints.jsonl")), settings.printer.printer(clock), clock);
    if (!prints)
        return prints.error();
    Memory memory{std::move(journal).value(), std::move(held).value(), std::move(prints).value(), folder.path()};
    return std::unique_ptr<Till>(new Till(settings, server, std::move(memory), clock, random));
}

Till::Till(const TillSettings &settings, const Server &server, Memory memory, Clock &clock, Random &random)
    : m_clock(clock), m_toJoin(server.toJoin),
      m_settings(settings), m_kept{settings.language, settings.theme, settings.sale.selling.layout},
      m_journal(std::move(memory.journal)), m_held(std::move(memory.held)), m_theme(settings.theme),
      m_language(settings.language), m_speech(settings.voice.from == VoiceSettings::From::Engine),
      m_voice(m_loudspeakers, m_speech, memory.folder + QStringLiteral("/voice"), settings.voice.from,
              settings.language),
      m_speaker(m_loudspeakers, m_voice, clock, settings.voice),
      m_client(server.place, server.terminalToken, clock, random), m_loginApi(server.place, server.terminalToken),
      m_moneyApi(server.place, server.terminalToken), m_goodsApi(server.place, server.terminalToken),
      m_goods(m_goodsApi, clock, memory.folder + QStringLiteral("/till-goods.json")),
      m_historyApi(server.place, server.terminalToken),
      m_exports(m_historyApi, clock, memory.folder + QStringLiteral("/exports"), settings.sale.training,
                &Wording::sheet),
      m_flow(m_client, *m_journal, clock, random, settings.sale, {&m_goods, m_held.get()}),
      m_login(m_loginApi, clock, settings.sale.training, settings.identity),
      m_pairingApi(server.place, server.terminalToken), m_addTill(m_pairingApi, server.reach, clock),
      m_join(server.join,
             {[this] { return m_settings.identity.till; }, [this] { return openBusiness(); }, server.toJoin}, clock),
      m_setup({settings.members(),
               [file = settings.file](const QJsonObject &changed) { return TillSettings::keep(file, changed); },
               settings.sale.training, server.kiosk},
              m_loginApi, m_goodsApi, m_goods, clock, {&m_addTill, &m_join}),
      m_office(m_flow, m_moneyApi, m_loginApi, *m_journal, clock, random, m_historyApi, m_exports, &m_setup),
      m_printer(std::move(memory.prints), m_historyApi, m_loginApi, clock, receipts(settings)),
      m_timelineApi(server.place, server.terminalToken), m_recorder(m_timelineApi, clock),
      m_timeline(m_timelineApi, m_recorder, memory.folder + QStringLiteral("/exports")), m_input(clock),
      m_window(settings.identity, clock, m_theme, m_language), m_screens(m_window),
      m_customer(settings.identity, m_screens, clock, settings.theme, settings.customer)
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
    connect(&m_theme, &Theme::changed, this, &Till::keepChoices);
    connect(&m_theme, &Theme::changed, &m_customer, [this] { m_customer.setMode(m_theme.mode()); });
    connect(&m_language, &Language::changed, this, &Till::keepChoices);
    connectSpeaker();
    connect(&m_flow, &SaleFlow::changed, this, &Till::keepChoices);
    connectLogin();
    connectOffice();
    connectSettings();
    connectTimeline();
    connectPrinter();
    if (server.kiosk)
        connectKiosk();
    show();
}

int Till::spokenNumber() const
{
    return m_settings.voice.sayTill ? Announcement::numberOf(m_settings.identity.till) : 0;
}

void Till::connectSpeaker()
{
    connect(&m_flow, &SaleFlow::announce, this, [this](Money amount, bool training, const QString &order, bool parked) {
        m_speaker.paid(
            {.amount = amount, .training = training, .parked = parked, .till = spokenNumber(), .outTradeNo = order});
    });
    connect(&m_flow, &SaleFlow::refusedSound, &m_speaker, &Speaker::refused);
    connect(&m_flow, &SaleFlow::attentionSound, &m_speaker, &Speaker::attention);
    connect(&m_language, &Language::changed, &m_voice, &Voice::use);
}

void Till::connectTimeline()
{
    connect(&m_flow, &SaleFlow::marked, &m_recorder, &TillRecorder::mark);
    const auto mark = [this](const QString &order, const char *what) {
        if (const auto number = OutTradeNo::parse(order))
            m_recorder.mark(*number, QLatin1String(what));
    };
    connect(&m_window, &MainWindow::painted, this,
            [this, mark](const QString &what) { mark(m_flow.view().outTradeNo, what.toLatin1().constData()); });
    connect(&m_customer, &CustomerWindow::codePainted, this,
            [this, mark] { mark(m_flow.view().outTradeNo, "customer_qr_painted"); });
    // After the speaker, which was connected first.
    connect(&m_flow, &SaleFlow::announce, this,
            [mark](Money, bool, const QString &order, bool) { mark(order, "sound"); });
    connect(&m_speaker, &Speaker::speaking, this, [mark](const QString &order) { mark(order, "voice"); });
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

TillPrinter::Shop Till::receipts(const TillSettings &settings)
{
    return {settings.identity, settings.receipt, settings.printer.kind != PrinterSettings::Kind::None};
}

void Till::connectPrinter()
{
    connect(&m_flow, &SaleFlow::sold, &m_printer, &TillPrinter::sold);
    connect(&m_flow, &SaleFlow::drawerWished, &m_printer, &TillPrinter::openDrawer);
    connect(&m_window, &MainWindow::painted, &m_printer, [this](const QString &what) {
        if (what == QLatin1String("green_painted"))
            m_printer.painted();
    });
    connect(&m_office, &BackOffice::refunded, &m_printer, &TillPrinter::refunded);
    connect(&m_office, &BackOffice::reprintWished, &m_printer, &TillPrinter::reprint);
    connect(&m_login, &LoginFlow::changed, &m_printer, [this] { m_printer.setCashier(m_login.view().operatorName); });
    connect(&m_printer, &TillPrinter::changed, this, &Till::show);
    connect(&m_printer, &TillPrinter::refusedSound, &m_speaker, &Speaker::refused);
    connect(&m_printer, &TillPrinter::marked, &m_recorder, &TillRecorder::mark);
}

QString Till::saleToPrint() const
{
    const TillView &view = m_flow.view();
    if (view.state == PayState::Paid)
        return view.outTradeNo;
    return view.strip.lastSale ? view.strip.lastSale->outTradeNo : QString();
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
    connect(&m_login, &LoginFlow::refusedSound, &m_speaker, &Speaker::refused);
    connect(&m_client, &TillClient::sessionRefused, &m_login, &LoginFlow::refuseSession);
    connect(&m_client, &TillClient::onlineChanged, &m_login, &LoginFlow::setOnline);
}

void Till::connectOffice()
{
    connect(&m_office, &BackOffice::changed, this, &Till::show);
    connect(&m_office, &BackOffice::screenChanged, &m_input, &TillInput::screenChanged);
    connect(&m_office, &BackOffice::refusedSound, &m_speaker, &Speaker::refused);
    connect(&m_login, &LoginFlow::sessionChanged, &m_moneyApi, &MoneyApi::useSession);
    connect(&m_login, &LoginFlow::sessionChanged, &m_historyApi, &HistoryApi::useSession);
    connect(&m_historyApi, &HistoryApi::sessionRefused, &m_login, &LoginFlow::refuseSession);
    connect(&m_login, &LoginFlow::screenChanged, this,
            [this] { m_login.isLocked() ? m_office.leave() : m_office.askNow(); });
    connect(&m_moneyApi, &MoneyApi::sessionRefused, &m_login, &LoginFlow::refuseSession);
    connect(&m_client, &TillClient::casesChanged, &m_office, &BackOffice::casesChanged);
}

void Till::connectSettings()
{
    connect(&m_login, &LoginFlow::sessionChanged, &m_goodsApi, &GoodsApi::useSession);
    connect(&m_goodsApi, &GoodsApi::sessionRefused, &m_login, &LoginFlow::refuseSession);
    connect(&m_login, &LoginFlow::sessionChanged, &m_pairingApi, &PairingApi::useSession);
    connect(&m_pairingApi, &PairingApi::sessionRefused, &m_login, &LoginFlow::refuseSession);
    connect(&m_join, &JoinServer::joined, this, &Till::joinedAnother);
    connect(&m_setup, &SettingsFlow::kept, this, &Till::use);
    connect(&m_setup, &SettingsFlow::testPrintWished, &m_printer, &TillPrinter::test);
    connect(&m_printer, &TillPrinter::tested, &m_setup, &SettingsFlow::printTested);
    connect(&m_setup, &SettingsFlow::soundWished, &m_speaker, [this](SettingsView::Item which) {
        if (which == SettingsView::Item::TryRefused)
            m_speaker.refused();
        else if (which == SettingsView::Item::TryAttention)
            m_speaker.attention();
        else
            m_speaker.test();
    });
}

void Till::connectKiosk()
{
    m_guard = std::make_unique<KioskGuard>(m_window, m_clock);
    m_guard->keepOpen(m_customer);
    m_blinds = std::make_unique<KioskBlinds>(m_window, m_screens, *m_guard);
    m_blinds->leaveTo(m_customer);
    connect(m_guard.get(), &KioskGuard::wished, this, &Till::wish);
    connect(&m_setup, &SettingsFlow::leaveSigned, this, &Till::leaveSigned);
}

OpenBusiness Till::openBusiness() const
{
    const TillView &sale = m_flow.view();
    const bool over =
        sale.state == PayState::Paid || sale.state == PayState::Cancelled || sale.state == PayState::Expired;
    const bool rungUp = !sale.entry.isEmpty() || !sale.next.isEmpty() || !sale.selling.lines.isEmpty();
    if (sale.state == PayState::Ready ? rungUp : !over || !sale.next.isEmpty())
        return OpenBusiness::Sale;
    if (!m_journal->openAttempts().isEmpty())
        return OpenBusiness::Payment;
    if (!m_journal->openRefunds().isEmpty())
        return OpenBusiness::Refund;
    return m_held->list().isEmpty() ? OpenBusiness::Nothing : OpenBusiness::Held;
}

void Till::use(const QJsonObject &changed)
{
    const auto settings = m_settings.with(changed);
    if (!settings)
        return; // what cannot be is not kept
    const QScopedValueRollback rollback(m_using, true);
    m_settings = *settings;
    m_kept = {m_settings.language, m_settings.theme, m_settings.sale.selling.layout};
    m_speaker.setSettings(m_settings.voice);
    m_flow.use(m_settings.sale);
    m_customer.setWhere(m_settings.customer);
    if (changed.contains(QLatin1String("printer")) || changed.contains(QLatin1String("receipt")))
        m_printer.use(receipts(m_settings), m_settings.printer.printer(m_clock));
    m_language.use(m_settings.language);
    m_theme.setMode(m_settings.theme);
}

void Till::wish(const Wish &wish)
{
    if (m_login.isLocked() || wish.kind == Wish::Kind::Lock)
        m_login.wish(wish);
    else if (m_timeline.isOpen())
        m_timeline.wish(wish);
    else if (wish.kind == Wish::Kind::Diagnostics)
        m_timeline.open(orderInSight());
    else if (wish.kind == Wish::Kind::Reprint && m_office.view().page != OfficeView::Page::History)
        m_printer.wish(saleToPrint());
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
    view.strip.printing = m_printer.view();
    m_window.show(view);
    m_customer.show(customerViewOf(view));
}

void Till::showWindow()
{
    if (!m_guard)
        return m_window.showMaximized();
    KioskGuard::fill(m_window);
    m_window.activateWindow(); // where no window manager does so
}

void Till::bringToFront()
{
    m_window.setWindowState(m_window.windowState() & ~Qt::WindowMinimized);
    m_window.setVisible(true);
    m_window.raise();
    m_window.activateWindow();
}

void Till::openCustomer(bool kiosk)
{
    m_customer.open(kiosk);
}

TillSettings::Choices Till::choices() const
{
    return {m_language.tongue(), m_theme.mode(), m_flow.view().selling.layout};
}

void Till::keepChoices()
{
    if (m_using)
        return;
    const auto now = choices();
    const QJsonObject before = TillSettings::members(std::exchange(m_kept, now));
    QJsonObject changed = TillSettings::members(now);
    for (const auto &member : before.keys())
        if (before[member] == changed[member])
            changed.remove(member);
    if (changed.isEmpty())
        return; // a window of another size changes the theme too, and is nobody's choice
    if (const auto settings = m_settings.with(changed))
        m_settings = *settings;
    m_setup.follow(changed);
    if (const auto kept = TillSettings::keep(m_settings.file, changed); !kept)
        qCWarning(lcTill).noquote() << "the choice of language, theme and layout is not kept:" << kept.error().message;
}

void Till::start()
{
    m_client.start();
    m_goods.start();
    m_flow.start();
    m_login.start();
    m_office.start();
    if (m_toJoin)
        m_office.joinServer();
}
