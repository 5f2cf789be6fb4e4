// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/LockPage.h"

#include "ui/Wording.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/PeoplePicker.h"
#include "ui/widgets/PhonePill.h"
#include "ui/widgets/PinDots.h"
#include "ui/widgets/PinPad.h"
#include "ui/widgets/PracticeBadge.h"
#include "ui/widgets/QrView.h"
#include "ui/widgets/RunLine.h"
#include "ui/widgets/UnderWayPill.h"

#include <QLabel>
#include <QPainter>
#include <QStackedLayout>

namespace {

void keepPlace(QWidget *widget, bool keeps = true)
{
    QSizePolicy policy = widget->sizePolicy();
    policy.setRetainSizeWhenHidden(keeps);
    widget->setSizePolicy(policy);
}

} // namespace

LockPage::LockPage(const TillIdentity &identity, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_identity(identity), m_theme(theme)
{
    setObjectName(QStringLiteral("lockPage"));
    auto *halves = new QHBoxLayout(this);
    halves->setContentsMargins(0, 0, 0, 0);
    halves->setSpacing(0);
    halves->addWidget(makeLeft());
    halves->addWidget(makeRight(), 1);
    makeCorner();
    fit();
}

QWidget *LockPage::makeLeft()
{
    m_left = new QWidget(this);
    m_left->setObjectName(QStringLiteral("lockLeft"));
    m_badge = new PracticeBadge(PracticeBadge::Reader::Cashier, m_theme, m_left);
    m_title = Labels::centred("lockTitle", "title", m_left);
    m_hint = Labels::centred("lockHint", "label", m_left);
    m_qr = new QrView(m_theme, m_left);
    m_pill = new PhonePill(m_theme, m_left);
    m_underWay = new UnderWayPill(m_theme, m_left);
    m_beside = new QHBoxLayout;
    m_beside->addStretch(1);
    m_beside->addWidget(m_qr);
    m_beside->addWidget(makeAside());
    m_beside->addStretch(1);
    m_leftRows = new QVBoxLayout(m_left);
    m_leftRows->addStretch(1);
    m_leftRows->addWidget(m_badge, 0, Qt::AlignHCenter);
    m_leftRows->addWidget(m_title);
    m_leftRows->addWidget(m_hint);
    m_leftRows->addLayout(m_beside);
    m_pills = new QVBoxLayout;
    m_pills->addWidget(m_pill, 0, Qt::AlignHCenter);
    m_pills->addWidget(m_underWay, 0, Qt::AlignHCenter);
    m_leftRows->addLayout(m_pills);
    m_leftRows->addStretch(1);
    return m_left;
}

QWidget *LockPage::makeAside()
{
    m_aside = new QWidget(m_left);
    m_aside->setObjectName(QStringLiteral("lockAside"));
    m_pick = Labels::centred("pickLabel", "label", m_aside);
    m_number = new RunLine(QStringLiteral("loginNumber"), m_theme, m_aside);
    m_number->setAlignment(Qt::AlignHCenter);
    m_words = Labels::centred("lockWords", "small", m_aside);
    m_newCode = addButton(QStringLiteral("newLoginCodeButton"), QStringLiteral("F6"), m_aside, Wish::Kind::NewCode);
    keepPlace(m_newCode);
    m_asideRows = new QVBoxLayout(m_aside);
    m_asideRows->setContentsMargins(0, 0, 0, 0);
    m_asideRows->addStretch(1);
    m_asideRows->addWidget(m_pick);
    m_asideRows->addWidget(m_number);
    m_asideRows->addWidget(m_words);
    m_asideRows->addWidget(m_newCode);
    m_asideRows->addStretch(1);
    return m_aside;
}

QWidget *LockPage::makeRight()
{
    m_right = new QWidget(this);
    m_right->setObjectName(QStringLiteral("lockRight"));
    m_column = new QWidget(m_right);
    m_people = new PeoplePicker(m_theme, m_column);
    m_dots = new PinDots(m_theme, m_column);
    keepPlace(m_dots);
    m_says = Labels::centred("lockSays", "label", m_column);
    m_pad = new PinPad(m_theme, m_column);
    connect(m_people, &PeoplePicker::wished, this, &LockPage::wished);
    connect(m_pad, &PinPad::wished, this, &LockPage::wished);
    m_pads = new QStackedLayout;
    m_pads->addWidget(m_pad);
    m_pads->addWidget(makeBinding());
    auto *rows = new QVBoxLayout(m_column);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_people);
    rows->addWidget(m_dots, 0, Qt::AlignHCenter);
    rows->addWidget(m_says);
    rows->addLayout(m_pads);
    auto *middle = new QVBoxLayout(m_right);
    middle->addStretch(1);
    middle->addWidget(m_column, 0, Qt::AlignHCenter);
    middle->addStretch(1);
    return m_right;
}

QWidget *LockPage::makeBinding()
{
    m_binding = new QWidget(m_column);
    m_binding->setObjectName(QStringLiteral("bindingActions"));
    m_signInOnly = addButton(QStringLiteral("signInOnlyButton"), {}, m_binding, Wish::Kind::SignInOnly);
    m_cancelBinding =
        addButton(QStringLiteral("cancelBindingButton"), QStringLiteral("Esc"), m_binding, Wish::Kind::Cancel);
    auto *rows = new QVBoxLayout(m_binding);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_signInOnly);
    rows->addWidget(m_cancelBinding);
    rows->addStretch(1);
    return m_binding;
}

void LockPage::makeCorner()
{
    m_corner = new QWidget(this);
    m_language = new TouchButton(QStringLiteral("lockLanguageButton"), QStringLiteral("flat"), m_theme, m_corner);
    m_light = new TouchButton(QStringLiteral("lockThemeButton"), QStringLiteral("flat"), m_theme, m_corner);
    m_language->setType(16, QFont::Medium);
    m_light->setType(17, QFont::Normal);
    connect(m_language, &QPushButton::clicked, this, &LockPage::languageAsked);
    connect(m_light, &QPushButton::clicked, this, &LockPage::themeAsked);
    for (TouchButton *button : {m_language, m_light})
        button->setFixedHeight(44);
}

ActionButton *LockPage::addButton(const QString &name, const QString &keyCap, QWidget *parent, Wish::Kind kind)
{
    auto *button = new ActionButton(name, QStringLiteral("plain"), keyCap, m_theme, parent);
    button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(button, &QPushButton::clicked, this, [this, kind] { emit wished({kind}); });
    return button;
}

int LockPage::margin() const
{
    return m_theme.density() == Theme::Density::Tiny ? 6 : qMax(8, m_theme.space(24));
}

void LockPage::fit()
{
    m_newCode->setType(16, QFont::DemiBold);
    m_newCode->setFixedHeight(m_theme.control(56));
    for (ActionButton *button : {m_signInOnly, m_cancelBinding})
        button->setFixedHeight(m_theme.control(64));
    m_binding->layout()->setSpacing(qMax(8, m_theme.space(12)));
    m_asideRows->setSpacing(qMax(2, m_theme.space(8)));
    place();
}

void LockPage::resizeEvent(QResizeEvent *)
{
    place();
}

void LockPage::place()
{
    const Theme::Density density = m_theme.density();
    const int percent = density == Theme::Density::Regular ? 50
                        : density == Theme::Density::Tiny  ? 69
                        : width() < 900                    ? 60
                                                           : 55;
    const int left = width() * percent / 100;
    m_left->setFixedWidth(left);
    placeLeft(left);
    placeRight(width() - left);
    placeCorner();
}

/// The code first: what has no room beside it and its number goes, the least needed before the rest.
void LockPage::placeLeft(int width)
{
    const bool regular = m_theme.density() == Theme::Density::Regular;
    const bool tiny = m_theme.density() == Theme::Density::Tiny;
    const int around = margin();
    const int gap = tiny ? 0 : qMax(6, m_theme.space(12));
    m_leftRows->setContentsMargins(around, around, around, around);
    m_leftRows->setSpacing(gap);
    m_pills->setSpacing(gap);
    const int beside = regular ? m_theme.space(36) : qMax(6, m_theme.space(16));
    m_beside->setSpacing(beside);
    const int most = regular ? m_theme.space(430) : 10'000; // 37 modules of 9 pixels, in the design
    const int least = regular ? 44 : m_qr->minimumSizeHint().height();
    const int aside = regular ? m_theme.space(164) : qMax(96, m_theme.space(128));
    const int spare = width - 2 * around - beside - (regular ? 44 : QrView::minLogicalPx + 16);
    m_aside->setFixedWidth(qMax(44, qMin(aside, spare)));
    m_pills->setContentsMargins(0, 0, regular ? 0 : m_aside->width() + beside, 0); // there the corner's buttons are

    int room = height() - 2 * around;
    if (!tiny)
        room -= m_pill->sizeHint().height() + gap + m_underWay->sizeHint().height() + gap;
    const auto grant = [&](QWidget *widget, int height) {
        const bool fits = !tiny && room - height - gap >= least;
        if (fits)
            room -= height + gap;
        widget->setFixedHeight(height);
        return fits;
    };
    m_withBadge = grant(m_badge, m_theme.text(28));
    keepPlace(m_badge, m_withBadge); // in live too: no button moves for it
    m_badge->setVisible(m_withBadge && m_training);
    m_title->setVisible(grant(m_title, m_theme.text(42)));
    m_hint->setVisible(grant(m_hint, m_theme.text(regular ? 26 : 44)));
    m_pill->setVisible(!tiny);
    m_underWay->setVisible(!tiny && !m_underWay->text().isEmpty());
    m_words->setVisible(tiny);
    const int wide = width - 2 * around - beside - m_aside->width();
    const int side = qMax(44, qMin(qMin(room, wide), most));
    m_qr->setFixedSize(side, side);
    m_leftRows->activate();
}

void LockPage::placeRight(int width)
{
    const bool regular = m_theme.density() == Theme::Density::Regular;
    const bool tiny = m_theme.density() == Theme::Density::Tiny;
    const int around = margin();
    m_right->layout()->setContentsMargins(around, around, around, around);
    m_column->setFixedWidth(qMin(qMax(44, width - 2 * around), regular ? m_theme.space(404) : 10'000));
    const int gap = tiny ? 5 : qMax(6, m_theme.space(14));
    m_column->layout()->setSpacing(gap);
    const int personHeight = m_theme.control(56);
    const int says = tiny ? 48 : m_theme.text(44);
    m_says->setFixedHeight(says);
    const int room = height() - 2 * around - m_dots->sizeHint().height() - says - 3 * gap - 3 * m_pad->gap();
    const auto keyHeight = [&](int count) { return (room - m_people->heightOf(count, personHeight)) / 4; };
    int rows = qBound(1, m_people->rowsNeeded(), PeoplePicker::mostRows);
    while (rows > 1 && keyHeight(rows) < 64) // the keys come first
        --rows;
    m_people->setRows(rows, personHeight);
    m_pad->setKeyHeight(qBound(44, keyHeight(rows), qMax(64, m_theme.space(84))));
    m_column->layout()->activate();
    m_right->layout()->activate();
}

/// At the top right, where that is free; in a smaller window at the bottom.
void LockPage::placeCorner()
{
    const bool regular = m_theme.density() == Theme::Density::Regular;
    const bool tiny = m_theme.density() == Theme::Density::Tiny;
    const int edge = qMax(4, m_theme.space(6));
    const int languageWidth = m_language->sizeHint().width();
    const int width = languageWidth + 44;
    m_language->setGeometry(0, 0, languageWidth, 44);
    m_light->setGeometry(languageWidth, 0, 44, 44);
    m_corner->resize(width, 44);
    m_corner->move(regular ? this->width() - edge - width : m_left->width() - edge - width,
                   regular ? edge : height() - edge - 44);
    m_corner->raise();
    m_asideRows->setContentsMargins(0, 0, 0, tiny ? 44 : 0);
}

void LockPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ThemeTokens &tokens = m_theme.tokens();
    painter.fillRect(m_right->geometry(), tokens.surface);
    painter.fillRect(QRect(m_right->x(), 0, tokens.border, height()), tokens.line);
}

void LockPage::show(const TillView &view)
{
    m_training = view.training;
    m_badge->show(view);
    m_title->setText(Wording::lockTitle());
    m_hint->setText(Wording::lockHint(view.lock, m_identity.shop, m_identity.till));
    showPhone(view);
    m_underWay->show(view);
    m_people->show(view);
    m_dots->show(view);
    m_dots->setVisible(!view.lock.binding);
    showSays(view);
    m_pad->show(view);
    m_signInOnly->setText(Wording::signInOnly(view.lock.manager));
    m_cancelBinding->setText(Wording::cancelBinding());
    for (ActionButton *button : {m_newCode, m_signInOnly, m_cancelBinding})
        button->setAccessibleName(button->text());
    m_pads->setCurrentWidget(view.lock.binding ? m_binding : m_pad);
    m_language->setText(Wording::otherLanguage());
    m_language->setAccessibleName(Wording::languageHint());
    const Theme::Mode next = m_theme.nextMode();
    m_light->setIconName(next == Theme::Mode::Light  ? QStringLiteral("sun")
                         : next == Theme::Mode::Dark ? QStringLiteral("moon")
                                                     : QStringLiteral("contrast"));
    m_light->setAccessibleName(Wording::themeHint());
    place();
    update();
}

void LockPage::showPhone(const TillView &view)
{
    const LockView &lock = view.lock;
    const Tint &tint = PhonePill::tintOf(lock.phone, m_theme);
    const QString words = Wording::phone(lock);
    m_qr->show(QrView::Face{.text = lock.qr,
                            .name = lock.qr.isEmpty() ? words : Wording::loginCodeName(),
                            .icon = PhonePill::iconOf(lock.phone),
                            .tint = tint});
    const bool numbered = lock.number > 0;
    m_pick->setText(numbered ? Wording::pickOnPhone() : QString());
    m_number->setRuns({{numbered ? QString::number(lock.number) : QString(), tint.mark, 88, QFont::Bold}});
    m_newCode->setText(Wording::newCode());
    m_newCode->setVisible(lock.phone == LockView::Phone::Scanned || lock.phone == LockView::Phone::Strange);
    m_pill->show(view);
    const QString underWay = Wording::underWay(view);
    m_words->setText(underWay.isEmpty() ? words : words + QStringLiteral("\n") + underWay);
}

void LockPage::showSays(const TillView &view)
{
    using Say = LockView::Say;
    const LockView &lock = view.lock;
    const ThemeTokens &tokens = m_theme.tokens();
    const bool wrong = lock.say == Say::WrongPin || lock.say == Say::Blocked || lock.say == Say::NotReached
                       || lock.say == Say::BindRefused;
    const bool asks = lock.say == Say::ChoosePerson || lock.say == Say::SignInEnded || lock.say == Say::WhosePhone
                      || (lock.say == Say::Nothing && lock.phone == LockView::Phone::Strange);
    const QColor colour = wrong ? tokens.red.ink : asks ? tokens.amber.ink : tokens.muted;
    m_says->setStyleSheet(
        QStringLiteral("color: %1; font-weight: %2;").arg(colour.name()).arg(wrong || asks ? 600 : 400));
    m_says->setText(Wording::lockSays(lock));
}
