// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/SupervisorPad.h"

#include "ui/Wording.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/PeoplePicker.h"
#include "ui/widgets/PinDots.h"
#include "ui/widgets/PinPad.h"

#include <QLabel>
#include <QVBoxLayout>

SupervisorPad::SupervisorPad(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_title(Labels::centred("supervisorTitle", "title", this)),
      m_people(new PeoplePicker(theme, this)), m_dots(new PinDots(theme, this)),
      m_says(Labels::centred("supervisorSays", "label", this)), m_pad(new PinPad(theme, this))
{
    setObjectName(QStringLiteral("supervisorPad"));
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_title);
    rows->addWidget(m_people);
    rows->addWidget(m_dots, 0, Qt::AlignHCenter);
    rows->addWidget(m_says);
    rows->addWidget(m_pad);
    rows->addStretch(1);
    connect(m_people, &PeoplePicker::wished, this, &SupervisorPad::wished);
    connect(m_pad, &PinPad::wished, this, &SupervisorPad::wished);
}

void SupervisorPad::resizeEvent(QResizeEvent *)
{
    place();
}

/// The keys come first; the title goes where there is no room for it, for the dots and the names say it too.
void SupervisorPad::place()
{
    const bool tiny = m_theme.density() == Theme::Density::Tiny;
    const int gap = tiny ? 4 : qMax(6, m_theme.space(12));
    layout()->setSpacing(gap);
    const int title = m_theme.text(36);
    const int says = m_theme.text(44);
    m_says->setFixedHeight(says);
    m_title->setFixedHeight(title);
    const int person = m_theme.control(56);
    int room = height() - m_dots->sizeHint().height() - says - 3 * gap - 3 * m_pad->gap();
    const bool titled = !tiny && (room - title - gap - m_people->heightOf(1, person)) / 4 >= 48;
    m_title->setVisible(titled);
    if (titled)
        room -= title + gap;
    int rows = qBound(1, m_people->rowsNeeded(), 2);
    if (rows > 1 && (room - m_people->heightOf(rows, person)) / 4 < 56)
        rows = 1;
    m_people->setRows(rows, person);
    m_pad->setKeyHeight(qBound(44, (room - m_people->heightOf(rows, person)) / 4, qMax(64, m_theme.space(84))));
    layout()->activate();
}

void SupervisorPad::show(const TillView &view)
{
    using Say = LockView::Say;
    TillView shown; // the parts are the lock page's
    shown.lock = view.office.supervisor;
    m_title->setText(Wording::supervisorTitle(view.office.settings.leavingKiosk));
    m_people->show(shown);
    m_dots->show(shown);
    m_pad->show(shown);
    const LockView &lock = shown.lock;
    const ThemeTokens &tokens = m_theme.tokens();
    const bool wrong = lock.say == Say::WrongPin || lock.say == Say::Blocked || lock.say == Say::NotReached;
    const bool asks = lock.say == Say::ChoosePerson;
    const QColor colour = wrong ? tokens.red.ink : asks ? tokens.amber.ink : tokens.muted;
    m_says->setStyleSheet(
        QStringLiteral("color: %1; font-weight: %2;").arg(colour.name()).arg(wrong || asks ? 600 : 400));
    m_says->setText(Wording::supervisorSays(lock));
    place();
}
