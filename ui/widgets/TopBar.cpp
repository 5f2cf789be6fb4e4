// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/TopBar.h"

#include "ui/Wording.h"
#include "ui/widgets/PracticeBadge.h"
#include "ui/widgets/RunLine.h"
#include "ui/widgets/TouchButton.h"

#include <QHBoxLayout>

TopBar::TopBar(const QString &shop, const QString &till, const Theme &theme, QWidget *parent)
    : QFrame(parent), m_theme(theme), m_shop(shop), m_till(till),
      m_name(new RunLine(QStringLiteral("shopName"), theme, this)),
      m_sale(addTab("tabSale", "keypad", Wish::Kind::NextSale)),
      m_orders(addTab("tabOrders", "orders", Wish::Kind::Find)),
      m_refund(addTab("tabRefund", "refund", Wish::Kind::Refund)),
      m_inbox(addTab("tabInbox", "inbox", Wish::Kind::Inbox)),
      m_check(addTab("tabCheck", "question", Wish::Kind::Check)),
      m_settings(addTab("tabSettings", "settings", Wish::Kind::Settings)),
      m_badge(new PracticeBadge(PracticeBadge::Reader::Cashier, theme, this)),
      m_language(new TouchButton(QStringLiteral("languageButton"), QStringLiteral("flat"), theme, this)),
      m_light(new TouchButton(QStringLiteral("themeButton"), QStringLiteral("flat"), theme, this)),
      m_help(new TouchButton(QStringLiteral("helpButton"), QStringLiteral("flat"), theme, this)),
      m_lock(new TouchButton(QStringLiteral("lockButton"), QStringLiteral("flat"), theme, this)),
      m_time(new RunLine(QStringLiteral("clock"), theme, this))
{
    setObjectName(QStringLiteral("topBar"));
    QSizePolicy place = m_badge->sizePolicy();
    place.setRetainSizeWhenHidden(true); // in live too: no button moves for it
    m_badge->setSizePolicy(place);
    m_language->setType(16, QFont::Medium);
    m_light->setType(17, QFont::Normal);
    m_help->setType(17, QFont::Normal);
    m_help->setIconName(QStringLiteral("help"));
    m_lock->setType(16, QFont::Medium);
    m_lock->setIconName(QStringLiteral("lock"));
    connect(m_lock, &QPushButton::clicked, this, [this] { emit wished({Wish::Kind::Lock}); });
    connect(m_language, &QPushButton::clicked, this, &TopBar::languageAsked);
    connect(m_light, &QPushButton::clicked, this, &TopBar::themeAsked);
    connect(m_help, &QPushButton::clicked, this, &TopBar::helpAsked);
    auto *row = new QHBoxLayout(this);
    row->addWidget(m_name);
    row->addSpacing(8);
    for (TouchButton *tab : {m_sale, m_orders, m_refund, m_inbox, m_check, m_settings})
        row->addWidget(tab);
    row->addStretch(1);
    row->addWidget(m_badge);
    row->addSpacing(6);
    row->addWidget(m_language);
    row->addWidget(m_light);
    row->addWidget(m_help);
    row->addWidget(m_lock);
    row->addWidget(m_time);
    fit();
}

TouchButton *TopBar::addTab(const char *name, const char *icon, Wish::Kind kind)
{
    auto *tab = new TouchButton(QLatin1String(name), QStringLiteral("flat"), m_theme, this);
    tab->setProperty("tabIcon", QLatin1String(icon));
    connect(tab, &QPushButton::clicked, this, [this, tab, kind] {
        if (tab->tone() == QLatin1String("flat")) // else it is here already
            emit wished({kind});
    });
    return tab;
}

void TopBar::fit()
{
    setFixedHeight(qMax(48, m_theme.space(56)));
    const int side = qMax(10, m_theme.space(24));
    layout()->setContentsMargins(side, 2, side, 2);
    layout()->setSpacing(qMax(2, m_theme.space(8)));
    for (TouchButton *button :
         {m_sale, m_orders, m_refund, m_inbox, m_check, m_settings, m_language, m_light, m_help, m_lock})
        button->setFixedHeight(44);
}

/// In a narrow window the pages and the practice badge come first.
void TopBar::resizeEvent(QResizeEvent *)
{
    constexpr int roomForTime = 900;
    constexpr int roomForName = 860;
    m_time->setVisible(width() >= roomForTime);
    m_name->setVisible(width() >= roomForName);
}

void TopBar::setTime(const QDateTime &now)
{
    m_timeText = now.toLocalTime().toString(QStringLiteral("HH:mm"));
    m_time->setRuns({{m_timeText, m_theme.tokens().muted, 16}});
}

void TopBar::show(const TillView &view)
{
    m_name->setRuns({{Wording::till(m_shop, m_till), m_theme.tokens().ink, 18, QFont::DemiBold}});
    showTabs(view);
    m_badge->show(view);
    const bool tiny = m_theme.density() == Theme::Density::Tiny;
    m_language->setText(tiny ? Wording::otherLanguageShort() : Wording::otherLanguage());
    m_language->setAccessibleName(Wording::languageHint());
    const Theme::Mode next = m_theme.nextMode();
    m_light->setIconName(next == Theme::Mode::Light  ? QStringLiteral("sun")
                         : next == Theme::Mode::Dark ? QStringLiteral("moon")
                                                     : QStringLiteral("contrast"));
    m_light->setAccessibleName(Wording::themeHint());
    m_help->setAccessibleName(Wording::helpHint());
    const bool narrow = m_theme.density() != Theme::Density::Regular;
    const QFontMetricsF metrics(m_theme.font(16, QFont::Medium));
    m_lock->setText(metrics.elidedText(view.lock.operatorName, Qt::ElideRight, m_theme.space(narrow ? 90 : 140)));
    m_lock->setAccessibleName(Wording::lockButton(view.lock.operatorName));
    m_time->setRuns({{m_timeText, m_theme.tokens().muted, 16}});
}

/// Words where there is room for them, else their drawings. Inbox has its count in the strip.
void TopBar::showTabs(const TillView &view)
{
    using Page = OfficeView::Page;
    const bool words = m_theme.density() == Theme::Density::Regular;
    const bool filled = m_theme.tokens().border > 1; // where every edge is strong, green words say too little
    const QString chosen = filled ? QStringLiteral("filled") : QStringLiteral("tab");
    const auto face = [&](TouchButton *tab, Page page, const QString &text, const QString &hint) {
        const bool here = view.office.page == page;
        tab->setTone(here ? chosen : QStringLiteral("flat"));
        tab->setType(words ? 16 : 17, here ? QFont::DemiBold : QFont::Medium);
        tab->setText(words ? text : QString());
        tab->setIconName(words ? QString() : tab->property("tabIcon").toString());
        tab->setAccessibleName(hint);
    };
    face(m_sale, Page::None, Wording::tabSale(), Wording::tabSale());
    face(m_orders, Page::History, Wording::tabOrders(), Wording::ordersHint());
    face(m_refund, Page::Refund, Wording::tabRefund(), Wording::refundHint());
    face(m_inbox, Page::Inbox, Wording::inboxTitle(), Wording::inboxHint(view.strip.cases));
    face(m_check, Page::Check, Wording::iHavePaid(), Wording::checkHint());
    face(m_settings, Page::Settings, {}, Wording::settingsHint());
    m_settings->setIconName(m_settings->property("tabIcon").toString()); // there is no room for one word more
}
