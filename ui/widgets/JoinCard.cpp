// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/JoinCard.h"

#include "ui/Wording.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/FingerprintLines.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/RunLine.h"
#include "ui/widgets/TextField.h"

#include <QLabel>
#include <QVBoxLayout>

using Item = SettingsView::Item;

JoinCard::JoinCard(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_rows(new QVBoxLayout(this)),
      m_steps(new RunLine(QStringLiteral("joinSteps"), theme, this)),
      m_title(new RunLine(QStringLiteral("joinTitle"), theme, this)), m_how(Labels::wrapped("joinHow", "label", this)),
      m_place(new RunLine(QStringLiteral("joinPlace"), theme, this)),
      m_fingerprint(new FingerprintLines(QStringLiteral("joinFingerprint"), theme, this)),
      m_address(addField(QStringLiteral("joinAddress"), Item::JoinAddress)),
      m_code(addField(QStringLiteral("joinCode"), Item::JoinCode)), m_says(Labels::wrapped("joinSays", "label", this)),
      m_go(new ActionButton(QStringLiteral("joinGo"), QStringLiteral("pay"), QStringLiteral("Enter"), theme, this)),
      m_same(addButton(QStringLiteral("joinSame"), Item::CertificateSame)),
      m_other(addButton(QStringLiteral("joinOther"), Item::CertificateOther))
{
    setObjectName(QStringLiteral("joinCard"));
    connect(m_go, &QPushButton::clicked, this, &JoinCard::go);
    addRows();
    fit();
}

void JoinCard::addRows()
{
    auto *buttons = new QHBoxLayout;
    for (QWidget *button : QList<QWidget *>{m_go, m_same, m_other})
        buttons->addWidget(button);
    buttons->addStretch(1);
    m_rows->setContentsMargins(0, 0, 0, 0);
    for (QWidget *row : QList<QWidget *>{m_steps, m_title, m_how, m_place, m_fingerprint, m_address, m_code, m_says})
        m_rows->addWidget(row);
    m_rows->addLayout(buttons);
    m_rows->addStretch(1);
}

TextField *JoinCard::addField(const QString &name, Item item)
{
    auto *field = new TextField(name, m_theme, this);
    connect(field, &TextField::entered, this, [this, item](const QString &text) {
        emit wished({Wish::Kind::Setting, text, int(item)});
    });
    connect(field, &TextField::confirmed, this, [this] { emit wished({Wish::Kind::Pay}); });
    return field;
}

TouchButton *JoinCard::addButton(const QString &name, Item item)
{
    auto *button = new TouchButton(name, QStringLiteral("plain"), m_theme, this);
    connect(button, &QPushButton::clicked, this, [this, item] { emit wished({Wish::Kind::Setting, {}, int(item)}); });
    return button;
}

/// What somebody has just typed counts before they go on.
void JoinCard::go()
{
    if (TextField *field = fieldOf(m_shown.step))
        field->enter();
    emit wished({Wish::Kind::Pay});
}

TextField *JoinCard::fieldOf(JoinView::Step step) const
{
    return step == JoinView::Step::Address ? m_address : step == JoinView::Step::Code ? m_code : nullptr;
}

void JoinCard::fit()
{
    const bool tiny = m_theme.density() == Theme::Density::Tiny;
    m_rows->setSpacing(tiny ? 4 : qMax(4, m_theme.space(16)));
    const int height = m_theme.control(tiny ? 44 : 60);
    for (TouchButton *button : QList<TouchButton *>{m_go, m_same, m_other}) {
        button->setType(tiny ? 14 : 18, QFont::DemiBold);
        button->setFixedHeight(height);
        button->setMinimumWidth(qMax(120, m_theme.space(240)));
    }
    m_go->setCentred(true);
}

void JoinCard::show(const JoinView &join)
{
    showHead(join);
    showFields(join);
    showSays(join);
    showButtons(join);
    giveKeys(join);
    m_shown = join;
    m_hasShown = isVisible();
}

void JoinCard::showHead(const JoinView &join)
{
    const ThemeTokens &tokens = m_theme.tokens();
    QList<RunLine::Run> runs;
    const QStringList steps = Wording::joinSteps();
    for (qsizetype step = 0; step < steps.size(); ++step) {
        const bool here = step == qsizetype(join.step);
        const bool past = step < qsizetype(join.step);
        if (step > 0)
            runs.append({QStringLiteral("›"), tokens.muted, 16, QFont::Normal, {}, 10});
        if (past)
            runs.append({{}, tokens.accent.ink, 16, QFont::Normal, QStringLiteral("paid"), 6});
        runs.append({steps.at(step), here ? tokens.ink : tokens.muted, 16, here ? QFont::Bold : QFont::Normal, {}, 10});
    }
    m_steps->setRuns(runs);
    const QColor &ink = join.step == JoinView::Step::Done ? tokens.accent.ink : tokens.ink;
    m_title->setRuns({{Wording::joinTitle(join.step), ink, 26, QFont::Bold}});
    m_how->setText(Wording::joinHow(join));
}

void JoinCard::showFields(const JoinView &join)
{
    const ThemeTokens &tokens = m_theme.tokens();
    m_place->setRuns({{join.address, tokens.ink, 20, QFont::DemiBold}});
    m_place->setVisible(join.step != JoinView::Step::Address);
    m_fingerprint->show(join.fingerprint, 24);
    m_fingerprint->setVisible(join.step == JoinView::Step::Certificate);
    m_address->show(join.address);
    m_address->setPlaceholderText(Wording::joinField(false));
    m_address->setAccessibleName(Wording::addressLabel());
    m_address->setVisible(join.step == JoinView::Step::Address);
    m_code->show(join.code);
    m_code->setPlaceholderText(Wording::joinField(true));
    m_code->setAccessibleName(Wording::setting(Item::JoinCode));
    m_code->setVisible(join.step == JoinView::Step::Code);
}

void JoinCard::showButtons(const JoinView &join)
{
    const bool compares = join.step == JoinView::Step::Certificate;
    m_go->setVisible(!compares);
    m_go->setText(Wording::joinGo(join));
    m_go->setEnabled(!join.busy);
    m_same->setVisible(compares);
    m_same->setText(Wording::joinGo(join));
    m_other->setVisible(compares);
    m_other->setText(Wording::certificateOther());
    for (TouchButton *button : QList<TouchButton *>{m_go, m_same, m_other})
        button->setAccessibleName(button->text());
}

void JoinCard::showSays(const JoinView &join)
{
    const ThemeTokens &tokens = m_theme.tokens();
    const QColor &colour = join.busy ? tokens.muted : tokens.red.ink;
    m_says->setStyleSheet(QStringLiteral("color: %1; font-weight: %2;").arg(colour.name()).arg(join.busy ? 400 : 600));
    m_says->setText(Wording::joinSays(join));
    m_says->setVisible(!m_says->text().isEmpty());
}

/// To the field of a step that comes up, and back to it where what was typed there would not do.
void JoinCard::giveKeys(const JoinView &join)
{
    TextField *field = fieldOf(join.step);
    const bool isNew = !m_hasShown || m_shown.step != join.step;
    const bool again = join.say != m_shown.say && join.say != JoinView::Say::Nothing;
    if (field && isVisible() && !join.busy && (isNew || again) && !field->hasFocus())
        field->setFocus(Qt::OtherFocusReason);
}
