// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/PaidPage.h"

#include "ui/Wording.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/AmountLabel.h"
#include "ui/widgets/NextSaleChip.h"
#include "ui/widgets/PaidPanel.h"
#include "ui/widgets/RunLine.h"
#include "ui/widgets/TickView.h"

#include <QLabel>
#include <QVBoxLayout>

PaidPage::PaidPage(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_panel(new PaidPanel(theme, this)), m_tick(new TickView(theme, m_panel)),
      m_title(new RunLine(QStringLiteral("paidTitle"), theme, m_panel)),
      m_amount(new AmountLabel(QStringLiteral("amount"), 120, theme, m_panel)),
      m_names(new RunLine(QStringLiteral("paidNames"), theme, m_panel)),
      m_payer(new RunLine(QStringLiteral("paidPayer"), theme, m_panel)), m_notice(new QLabel(m_panel)),
      m_next(new ActionButton(QStringLiteral("nextSaleButton"), QStringLiteral("onPaid"), QStringLiteral("Enter"),
                              theme, m_panel)),
      m_drawer(new ActionButton(QStringLiteral("openDrawerButton"), QStringLiteral("onByHand"), QStringLiteral("Alt+D"),
                                theme, m_panel)),
      m_print(new ActionButton(QStringLiteral("printReceiptButton"), QStringLiteral("onPaid"), QStringLiteral("F10"),
                               theme, m_panel))
{
    setObjectName(QStringLiteral("paidPage"));
    m_notice->setObjectName(QStringLiteral("paidNotice"));
    m_notice->setAlignment(Qt::AlignCenter);
    m_notice->setWordWrap(true);
    m_amount->setAlignment(Qt::AlignHCenter);
    m_next->setCentred(true);
    for (RunLine *line : {m_title, m_names, m_payer})
        line->setAlignment(Qt::AlignHCenter);
    const auto nextSale = [this] { emit wished({Wish::Kind::NextSale}); };
    connect(m_next, &QPushButton::clicked, this, nextSale);
    connect(m_panel, &PaidPanel::tapped, this, nextSale);
    m_drawer->setCentred(true);
    connect(m_drawer, &QPushButton::clicked, this, [this] { emit wished({Wish::Kind::Drawer}); });
    m_print->setCentred(true);
    connect(m_print, &QPushButton::clicked, this, [this] { emit wished({Wish::Kind::Reprint}); });

    auto *inside = new QVBoxLayout(m_panel);
    inside->addStretch(3);
    inside->addWidget(m_tick, 0, Qt::AlignHCenter);
    inside->addWidget(m_title);
    inside->addWidget(m_amount);
    inside->addWidget(m_names);
    inside->addWidget(m_payer);
    inside->addWidget(m_notice);
    inside->addSpacing(8);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_drawer);
    buttons->addWidget(m_print);
    buttons->addWidget(m_next);
    buttons->addStretch(1);
    inside->addLayout(buttons);
    inside->addStretch(2);
    auto *page = new QVBoxLayout(this);
    page->addWidget(m_panel);
    fit();
}

void PaidPage::fit()
{
    const int margin = qMax(8, m_theme.space(24));
    layout()->setContentsMargins(margin, margin, margin, margin);
    m_panel->layout()->setContentsMargins(margin, qMax(4, m_theme.space(16)), margin, qMax(4, m_theme.space(16)));
    const Theme::Density density = m_theme.density();
    const bool regular = density == Theme::Density::Regular;
    const bool tiny = density == Theme::Density::Tiny;
    m_panel->layout()->setSpacing(qMax(2, m_theme.space(regular ? 12 : 7)));
    const int tick = tiny ? 40 : m_theme.space(regular ? 132 : 100);
    m_tick->setFixedSize(tick, tick);
    m_amount->setFixedHeight(m_theme.text(tiny ? 62 : regular ? 112 : 88));
    for (ActionButton *button : {m_next, m_drawer, m_print}) {
        button->setFixedHeight(m_theme.control(64));
        button->setMinimumWidth(m_theme.space(button == m_next ? 240 : 180));
    }
}

void PaidPage::show(const TillView &view)
{
    const ThemeTokens &tokens = m_theme.tokens();
    const bool byHand = view.tender != Tender::WeChatPay;
    const QColor quiet = view.training ? tokens.onHatch : byHand ? tokens.onByHand : tokens.onPaid;
    m_panel->setTraining(view.training);
    m_panel->setByHand(byHand);
    m_tick->setVisible(!byHand);
    showWords(view, quiet);
    showNames(view, quiet);
    const QString notice = Wording::notice(view.notice);
    m_notice->setText(notice);
    m_notice->setVisible(!notice.isEmpty());
    showButtons(view);
}

void PaidPage::showButtons(const TillView &view)
{
    const QString tone = view.training                      ? QStringLiteral("onHatch")
                         : view.tender != Tender::WeChatPay ? QStringLiteral("onByHand")
                                                            : QStringLiteral("onPaid");
    for (ActionButton *button : {m_next, m_drawer, m_print})
        button->setTone(tone);
    m_drawer->setVisible(view.tender == Tender::Cash);
    m_drawer->setText(Wording::drawer());
    m_print->setVisible(view.strip.printing.isOffered);
    m_print->setText(Wording::printReceipt(view.strip.printing.isFirst));
    m_next->setText(view.next.isEmpty() ? Wording::nextSale() : Wording::next(NextSaleChip::amountOf(view.next)));
    for (ActionButton *button : {m_next, m_drawer, m_print})
        button->setAccessibleName(button->text());
    m_next->setEnabled(view.canLeavePaid);
}

void PaidPage::showWords(const TillView &view, const QColor &quiet)
{
    const bool byHand = view.tender != Tender::WeChatPay;
    const bool withChange = !view.change.isZero();
    const QString title = byHand ? Wording::paidByHand(view) : Wording::paid(view.training);
    m_title->setRuns({{title, Qt::white, 30, QFont::Bold}});
    m_amount->setColours(Qt::white, quiet);
    m_amount->setAmount((withChange ? view.change : view.amount).yuanGrouped());
    const bool lessPaid = view.payerTotal && *view.payerTotal != view.amount;
    m_payer->setVisible(lessPaid || withChange);
    if (withChange)
        m_payer->setRuns({{Wording::cashSums(view.amount, view.received), Qt::white, 20}});
    else if (lessPaid)
        m_payer->setRuns({{Wording::payer(*view.payerTotal, view.discount), quiet, 16}});
}

/// The number to call out is what the cashier needs next: it is large.
void PaidPage::showNames(const TillView &view, const QColor &quiet)
{
    const bool tiny = m_theme.density() == Theme::Density::Tiny;
    QList<RunLine::Run> names;
    if (!view.pickupNo.isEmpty())
        names = {{Wording::pickupLabel(), quiet, 20, QFont::Normal, {}, 7},
                 {view.pickupNo, Qt::white, tiny ? 26 : 52, QFont::Bold},
                 {QStringLiteral("  ·  "), quiet, 20}};
    names.append({Wording::tailLabel(), quiet, 20, QFont::Normal, {}, 7});
    names.append({view.tail, Qt::white, 20, QFont::DemiBold});
    m_names->setRuns(names);
    m_names->setVisible(!view.tail.isEmpty());
}
