// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/AddTillCard.h"

#include "ui/Wording.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Countdown.h"
#include "ui/widgets/FingerprintLines.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/RunLine.h"

#include <QGridLayout>
#include <QLabel>

AddTillCard::AddTillCard(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_rows(new QVBoxLayout(this)), m_place(new QGridLayout),
      m_title(Labels::wrapped("addTillTitle", "title", this)), m_how(Labels::wrapped("addTillHow", "label", this)),
      m_addressName(new RunLine(QStringLiteral("addTillAddressName"), theme, this)),
      m_certificateName(new RunLine(QStringLiteral("addTillCertificateName"), theme, this)),
      m_noCertificate(new RunLine(QStringLiteral("addTillNoCertificate"), theme, this)),
      m_fingerprint(new FingerprintLines(QStringLiteral("addTillFingerprint"), theme, this)),
      m_code(new RunLine(QStringLiteral("pairingCode"), theme, this)), m_countdown(new Countdown(theme, this)),
      m_says(Labels::wrapped("addTillSays", "label", this)),
      m_again(new ActionButton(QStringLiteral("newPairingCode"), QStringLiteral("plain"), QStringLiteral("F6"), theme,
                               this))
{
    setObjectName(QStringLiteral("addTillCard"));
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_place->setColumnStretch(1, 1);
    m_place->addWidget(m_addressName, 0, 0);
    for (int row = 0; row < mostAddresses; ++row) {
        m_addresses.append(new RunLine(QStringLiteral("addTillAddress%1").arg(row), theme, this));
        m_place->addWidget(m_addresses.last(), row, 1);
    }
    m_place->addWidget(m_certificateName, mostAddresses, 0, Qt::AlignTop);
    m_place->addWidget(m_fingerprint, mostAddresses, 1);
    m_place->addWidget(m_noCertificate, mostAddresses, 1); // one of the two is there
    auto *large = new QHBoxLayout;
    large->addWidget(m_code);
    large->addStretch(1);
    large->addWidget(m_countdown);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_again);
    foot->addStretch(1);
    m_rows->addWidget(m_title);
    m_rows->addWidget(m_how);
    m_rows->addLayout(m_place);
    m_rows->addStretch(1);
    m_rows->addLayout(large);
    m_rows->addStretch(1);
    m_rows->addWidget(m_says);
    m_rows->addLayout(foot);
    connect(m_again, &QPushButton::clicked, this, [this] { emit wished({Wish::Kind::NewCode}); });
    fit();
}

void AddTillCard::fit()
{
    const bool tiny = m_theme.density() == Theme::Density::Tiny;
    m_rows->setSpacing(tiny ? 2 : qMax(4, m_theme.space(14)));
    m_place->setHorizontalSpacing(qMax(8, m_theme.space(20)));
    m_place->setVerticalSpacing(tiny ? 0 : m_theme.space(6));
    m_again->setType(tiny ? 14 : 18, QFont::DemiBold);
    m_again->setFixedSize(qMax(132, m_theme.space(220)), m_theme.control(tiny ? 44 : 56));
}

void AddTillCard::show(const AddTillView &add)
{
    const bool tiny = m_theme.density() == Theme::Density::Tiny;
    const ThemeTokens &tokens = m_theme.tokens();
    m_title->setText(Wording::addTillTitle());
    m_title->setVisible(!tiny);
    m_how->setText(Wording::addTillHow());
    showPlace(add);
    const bool shown = !add.code.isEmpty();
    m_code->setRuns({{shown ? add.code : QStringLiteral("····-····"), shown ? tokens.ink : tokens.pale, tiny ? 48 : 84,
                      QFont::Bold}});
    TillView counted; // the countdown is the waiting page's
    counted.secondsLeft = add.secondsLeft;
    m_countdown->show(counted);
    const bool wrong = add.say == AddTillView::Say::NotAnswered || add.say == AddTillView::Say::Refused;
    const bool amber = add.say == AddTillView::Say::Over || (add.say == AddTillView::Say::Shown && add.onlyHere);
    const QColor colour = wrong ? tokens.red.ink : amber ? tokens.amber.ink : tokens.muted;
    m_says->setStyleSheet(
        QStringLiteral("color: %1; font-weight: %2;").arg(colour.name()).arg(wrong || amber ? 600 : 400));
    m_says->setText(Wording::addTillSays(add));
    m_again->setText(Wording::newPairingCode());
    m_again->setAccessibleName(m_again->text());
    m_again->setEnabled(add.say != AddTillView::Say::Asking);
}

void AddTillCard::showPlace(const AddTillView &add)
{
    const ThemeTokens &tokens = m_theme.tokens();
    m_addressName->setRuns({{Wording::addressLabel(), tokens.muted, 16}});
    for (int row = 0; row < mostAddresses; ++row) {
        m_addresses[row]->setRuns({{add.addresses.value(row), tokens.ink, 20, QFont::DemiBold}});
        m_addresses[row]->setVisible(row < add.addresses.size());
    }
    m_certificateName->setRuns({{Wording::certificateLabel(), tokens.muted, 16}});
    m_fingerprint->show(add.fingerprint, 20);
    m_fingerprint->setVisible(!add.fingerprint.isEmpty());
    m_noCertificate->setRuns({{Wording::noCertificate(), tokens.ink, 16}});
    m_noCertificate->setVisible(add.fingerprint.isEmpty() && add.onlyHere);
    m_certificateName->setVisible(!add.fingerprint.isEmpty() || add.onlyHere);
}
