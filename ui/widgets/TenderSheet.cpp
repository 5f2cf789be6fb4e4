// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/TenderSheet.h"

#include "ui/Wording.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/AmountLabel.h"
#include "ui/widgets/RunLine.h"
#include "ui/widgets/SheetHead.h"

#include <QGridLayout>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace {
constexpr int noteFen[] = {0, 5'000, 10'000}; // 0: exactly what is due
}

TenderSheet::TenderSheet(const Theme &theme, QWidget *parent)
    : Card(QStringLiteral("tenderSheet"), theme, parent),
      m_head(new SheetHead(QStringLiteral("tenderCloseButton"), theme, this)), m_faces(new QStackedLayout)
{
    auto *rows = new QVBoxLayout(this);
    rows->addWidget(m_head);
    rows->addLayout(m_faces, 1);
    m_cash = makeCash();
    m_other = makeOther();
    m_faces->addWidget(m_cash);
    m_faces->addWidget(m_other);
    connect(m_head, &SheetHead::wished, this, &TenderSheet::wished);
    fit();
}

ActionButton *TenderSheet::button(const QString &name, const char *cap, const Wish &wish, QWidget *parent)
{
    auto *made = new ActionButton(name, QStringLiteral("plain"), QLatin1String(cap), m_theme, parent);
    made->setType(18, QFont::DemiBold);
    made->setCentred(true);
    made->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(made, &QPushButton::clicked, this, [this, wish] { emit wished(wish); });
    return made;
}

QWidget *TenderSheet::makeCash()
{
    auto *face = new QWidget(this);
    m_receivedTitle = new RunLine(QStringLiteral("receivedTitle"), m_theme, face);
    m_received = new AmountLabel(QStringLiteral("received"), 44, m_theme, face);
    m_changeTitle = new RunLine(QStringLiteral("changeTitle"), m_theme, face);
    m_change = new AmountLabel(QStringLiteral("change"), 56, m_theme, face);
    auto *grid = new QGridLayout(face);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->addWidget(m_receivedTitle, 0, 0, 1, 2);
    grid->addWidget(m_changeTitle, 0, 2, 1, 2);
    grid->addWidget(m_received, 1, 0, 1, 2);
    grid->addWidget(m_change, 1, 2, 1, 2);
    grid->setRowStretch(1, 2);
    grid->setRowStretch(2, 1);
    int column = 0;
    for (const int fen : noteFen) {
        m_notes.append(button(QStringLiteral("note%1").arg(fen), "", {.kind = Wish::Kind::Note, .count = fen}, face));
        grid->addWidget(m_notes.back(), 3, column++);
    }
    m_drawer = button(QStringLiteral("drawerButton"), "Alt+D", {Wish::Kind::Drawer}, face);
    grid->addWidget(m_drawer, 3, column);
    for (int each = 0; each <= column; ++each)
        grid->setColumnStretch(each, 1);
    return face;
}

QWidget *TenderSheet::makeOther()
{
    auto *face = new QWidget(this);
    auto *row = new QHBoxLayout(face);
    row->setContentsMargins(0, 0, 0, 0);
    for (int kind = 0; kind < mostKinds; ++kind) {
        const QByteArray cap = QByteArray::number(kind + 1);
        m_kinds.append(button(QStringLiteral("otherKind%1").arg(kind), cap.constData(),
                              {.kind = Wish::Kind::OtherKind, .count = kind}, face));
        row->addWidget(m_kinds.back(), 1);
    }
    return face;
}

void TenderSheet::fit()
{
    const bool tiny = m_theme.density() == Theme::Density::Tiny;
    const int pad = tiny ? 6 : m_theme.space(20);
    layout()->setContentsMargins(pad, tiny ? 3 : m_theme.space(14), pad, (tiny ? 3 : m_theme.space(18)) + 2);
    layout()->setSpacing(tiny ? 2 : m_theme.space(14));
    for (QWidget *face : {m_cash, m_other})
        face->layout()->setSpacing(tiny ? 3 : m_theme.space(10));
    for (ActionButton *each : m_notes + QList<ActionButton *>{m_drawer})
        each->setFixedHeight(m_theme.control(60));
    for (ActionButton *each : m_kinds)
        each->setFixedHeight(m_theme.control(84));
    for (AmountLabel *amount : {m_received, m_change}) {
        amount->setMinimumHeight(m_theme.text(30));
        amount->setMaximumHeight(m_theme.text(76));
    }
    m_head->fit();
}

void TenderSheet::show(const TillView &view)
{
    const bool cash = view.selling.sheet == SellingView::Sheet::Cash;
    m_head->show(view, cash ? Wording::cashHint() : Wording::otherHint());
    m_faces->setCurrentWidget(cash ? m_cash : m_other);
    if (cash)
        showCash(view);
    else
        showOther(view.selling);
}

void TenderSheet::showCash(const TillView &view)
{
    const SellingView &selling = view.selling;
    const ThemeTokens &tokens = m_theme.tokens();
    m_receivedTitle->setRuns({{Wording::received(), tokens.muted, 16}});
    m_changeTitle->setRuns({{Wording::change(), tokens.muted, 16}});
    if (selling.receivedTyped)
        m_received->setAmount(selling.typed.isEmpty() ? selling.received.yuanGrouped() : selling.typed,
                              selling.typed.isEmpty() ? QString() : selling.typedPale);
    else
        m_received->setAmount({}, selling.received.yuanGrouped());
    const auto change = selling.received.minus(view.entry.total);
    m_change->setAmount(change ? change->yuanGrouped() : QString(), change ? QString() : QStringLiteral("—"));
    for (qsizetype at = 0; at < qsizetype(std::size(noteFen)); ++at) {
        m_notes.at(at)->setText(noteFen[at] == 0 ? Wording::exact()
                                                 : Wording::yuan(QString::number(noteFen[at] / 100)));
        m_notes.at(at)->setAccessibleName(m_notes.at(at)->text());
    }
    m_drawer->setText(Wording::drawer());
    m_drawer->setAccessibleName(m_drawer->text());
}

void TenderSheet::showOther(const SellingView &selling)
{
    const bool filled = m_theme.tokens().border > 1; // where every edge is strong, a green one says too little
    for (int kind = 0; kind < mostKinds; ++kind) {
        ActionButton *each = m_kinds.at(kind);
        each->setVisible(kind < selling.otherKinds.size());
        const bool chosen = kind == selling.otherKind;
        const QString words = selling.otherKinds.value(kind);
        each->setText(words);
        each->setTone(!chosen ? QStringLiteral("plain") : filled ? QStringLiteral("filled") : QStringLiteral("chosen"));
        each->setAccessibleName(chosen ? Wording::chosenPerson(words) : words);
    }
}
