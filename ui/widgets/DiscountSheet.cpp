// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/DiscountSheet.h"

#include "ui/Wording.h"
#include "ui/widgets/SheetHead.h"

#include <QGridLayout>
#include <QVBoxLayout>

using LineKind = SellingView::LineKind;

DiscountSheet::DiscountSheet(const Theme &theme, QWidget *parent)
    : Card(QStringLiteral("discountSheet"), theme, parent),
      m_head(new SheetHead(QStringLiteral("discountCloseButton"), theme, this)), m_grid(new QGridLayout)
{
    auto *rows = new QVBoxLayout(this);
    rows->addWidget(m_head);
    rows->addLayout(m_grid, 1);
    connect(m_head, &SheetHead::wished, this, &DiscountSheet::wished);
    int column = 0;
    for (const int rate : {95, 90, 88, 85, 80})
        add("rate", "", {.kind = Wish::Kind::Rate, .count = rate}, 0, column++);
    column = 0;
    for (const int yuan : {1, 2, 5, 10, 20})
        add("minus", "", {.kind = Wish::Kind::Minus, .count = yuan * 100}, 1, column++);
    add("round", "", {.kind = Wish::Kind::Round, .count = 100}, 2, 0);
    add("round", "", {.kind = Wish::Kind::Round, .count = 10}, 2, 1);
    add("noDiscount", "", {Wish::Kind::NoDiscount}, 2, 2);
    add("rateTyped", "×", {Wish::Kind::Rate}, 2, 3);
    add("minusTyped", "+", {Wish::Kind::Minus}, 2, 4);
    fit();
}

void DiscountSheet::add(const char *name, const char *cap, const Wish &wish, int row, int column)
{
    const QString whole =
        wish.count > 0 ? QLatin1String(name) + QString::number(wish.count) : QString(QLatin1String(name));
    auto *button = new ActionButton(whole, QStringLiteral("plain"), QString::fromUtf8(cap), m_theme, this);
    button->setType(18, QFont::DemiBold);
    button->setCentred(true);
    button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    connect(button, &QPushButton::clicked, this, [this, wish] { emit wished(wish); });
    m_grid->addWidget(button, row, column);
    m_grid->setColumnStretch(column, 1);
    m_grid->setRowStretch(row, 1);
    m_choices.append({button, wish});
}

void DiscountSheet::fit()
{
    const bool tiny = m_theme.density() == Theme::Density::Tiny;
    const int pad = tiny ? 5 : m_theme.space(20);
    layout()->setContentsMargins(pad, tiny ? 2 : m_theme.space(14), pad, (tiny ? 0 : m_theme.space(18)) + 2);
    layout()->setSpacing(tiny ? 2 : m_theme.space(14));
    m_grid->setSpacing(tiny ? 2 : m_theme.space(10));
    m_head->fit();
}

bool DiscountSheet::isChosen(const Wish &wish, const SellingView &selling)
{
    if (wish.count == 0)
        return false;
    return std::any_of(selling.lines.begin(), selling.lines.end(), [&wish](const SellingView::Line &line) {
        return (wish.kind == Wish::Kind::Rate && line.kind == LineKind::Rate && line.rate == wish.count)
               || (wish.kind == Wish::Kind::Minus && line.kind == LineKind::Minus && line.amount
                   && line.amount->fen() == wish.count)
               || (wish.kind == Wish::Kind::Round && line.kind == LineKind::Round && line.rate == wish.count);
    });
}

QString DiscountSheet::wordsOf(const Wish &wish, const SellingView &selling)
{
    const bool named = wish.count > 0;
    switch (wish.kind) {
    case Wish::Kind::Rate:
        return named ? Wording::rate(wish.count) : Wording::asRate(selling.typed);
    case Wish::Kind::Minus:
        return named ? Wording::minus(*Money::fromFen(wish.count)) : Wording::asMinus(selling.typed);
    case Wish::Kind::Round:
        return Wording::roundTo(*Money::fromFen(wish.count));
    default:
        return Wording::noDiscount();
    }
}

void DiscountSheet::showChoice(const Choice &choice, const SellingView &selling)
{
    const bool filled = m_theme.tokens().border > 1; // where every edge is strong, a green one says too little
    const bool chosen = isChosen(choice.wish, selling);
    const bool typed = choice.wish.kind != Wish::Kind::NoDiscount && choice.wish.count == 0;
    const QString words = wordsOf(choice.wish, selling);
    choice.button->setText(words);
    choice.button->setTone(!chosen  ? QStringLiteral("plain")
                           : filled ? QStringLiteral("filled")
                                    : QStringLiteral("chosen"));
    choice.button->setAccessibleName(chosen ? Wording::chosenPerson(words) : words);
    choice.button->setEnabled(!typed || !selling.typed.isEmpty());
}

void DiscountSheet::show(const TillView &view)
{
    m_head->show(view, Wording::discountHint());
    for (const Choice &choice : m_choices)
        showChoice(choice, view.selling);
}
