// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/StatusStrip.h"

#include "ui/Wording.h"
#include "ui/widgets/PracticeBadge.h"
#include "ui/widgets/RunLine.h"
#include "ui/widgets/StripButton.h"

#include <QHBoxLayout>

StatusStrip::StatusStrip(const Theme &theme, QWidget *parent)
    : QFrame(parent), m_theme(theme), m_health(new RunLine(QStringLiteral("stripHealth"), theme, this)),
      m_badge(new PracticeBadge(PracticeBadge::Reader::Cashier, theme, this)),
      m_lastSale(new RunLine(QStringLiteral("stripLastSale"), theme, this)),
      m_reprint(new StripButton(QStringLiteral("stripReprintButton"), QStringLiteral("print"), {}, theme, this)),
      m_printing(new RunLine(QStringLiteral("stripPrinting"), theme, this)),
      m_parked(new RunLine(QStringLiteral("stripParked"), theme, this)),
      m_refunds(new RunLine(QStringLiteral("stripRefunds"), theme, this)),
      m_cases(new RunLine(QStringLiteral("stripCases"), theme, this)),
      m_inbox(new StripButton(QStringLiteral("stripInboxButton"), QStringLiteral("manager"), QStringLiteral("Alt+I"),
                              theme, this)),
      m_help(new RunLine(QStringLiteral("stripHelp"), theme, this))
{
    setObjectName(QStringLiteral("statusStrip"));
    auto *row = new QHBoxLayout(this);
    row->addWidget(m_health);
    row->addWidget(m_lastSale);
    row->addWidget(m_reprint);
    row->addWidget(m_printing);
    row->addStretch(1);
    row->addWidget(m_badge);
    row->addWidget(m_parked);
    row->addWidget(m_refunds);
    row->addWidget(m_cases);
    row->addWidget(m_inbox);
    row->addWidget(m_help);
    connect(m_reprint, &QPushButton::clicked, this, [this] { emit wished({Wish::Kind::Reprint}); });
    connect(m_inbox, &QPushButton::clicked, this, [this] { emit wished({Wish::Kind::Inbox}); });
    fit();
}

void StatusStrip::fit()
{
    const bool regular = m_theme.density() == Theme::Density::Regular;
    setFixedHeight(qMax(regular ? 45 : 24, m_theme.space(40)));
    m_inbox->setVisible(regular);
    m_cases->setVisible(!regular);
    const bool tiny = m_theme.density() == Theme::Density::Tiny;
    const int side = qMax(10, m_theme.space(24));
    layout()->setContentsMargins(side, 0, side, tiny ? 4 : 0); // the practice frame lies over the last four
    m_badge->setFixedHeight(tiny ? 18 : m_theme.text(28));
    layout()->setSpacing(qMax(12, m_theme.space(24)));
}

void StatusStrip::show(const TillView &view, bool withBadge)
{
    m_badge->show(view);
    m_badge->setVisible(view.training && withBadge);
    const ThemeTokens &tokens = m_theme.tokens();
    const QColor muted = tokens.muted;
    if (view.strip.online)
        m_health->setRuns(
            {{{}, tokens.accent.mark, 12, QFont::Normal, QStringLiteral("dot"), 4}, {Wording::allWell(), muted, 14}});
    else
        m_health->setRuns({{{}, tokens.red.mark, 16, QFont::Normal, QStringLiteral("offline"), 6},
                           {Wording::offline(), tokens.red.mark, 14, QFont::DemiBold}});
    showLastSale(view.strip);
    showPrinting(view.strip.printing);
    m_parked->setVisible(view.strip.parked > 0);
    m_parked->setRuns({{{}, tokens.amber.mark, 15, QFont::Normal, QStringLiteral("checking"), 5},
                       {Wording::parked(view.strip.parked), tokens.amber.mark, 14, QFont::DemiBold}});
    showRefunds(view.office);
    showCases(view.strip.cases);
    m_help->setVisible(view.strip.printing.isQuiet());
    m_help->setRuns({{Wording::helpKey(), muted, 14}});
}

/// It makes room for what did not come out.
void StatusStrip::showLastSale(const StripView &strip)
{
    const ThemeTokens &tokens = m_theme.tokens();
    const QColor muted = tokens.muted;
    m_lastSale->setVisible(strip.lastSale && strip.printing.isQuiet());
    if (const auto &last = strip.lastSale) {
        const bool byHand = last->tender != Tender::WeChatPay; // no tick and no green: nobody has verified it
        QList<RunLine::Run> runs{{Wording::lastSale(last->tender), muted, 14, QFont::Normal, {}, 6}};
        if (!byHand)
            runs.append({{}, tokens.accent.mark, 14, QFont::Normal, QStringLiteral("paid"), 1});
        runs.append({Wording::money(last->amount), byHand ? tokens.ink : tokens.accent.mark, 14, QFont::DemiBold});
        runs.append({QStringLiteral(" · %1 · %2").arg(Wording::clock(last->at), Wording::tail(last->tail)), muted, 14});
        m_lastSale->setRuns(runs);
    }
}

void StatusStrip::showPrinting(const PrintingView &printing)
{
    using Say = PrintingView::Say;
    const bool regular = m_theme.density() == Theme::Density::Regular;
    const bool isWrong = printing.say == Say::Nothing || printing.say == Say::NotRead || printing.say == Say::NotKept;
    const QString words = Wording::printing(printing);
    m_reprint->setVisible(regular && !printing.isQuiet());
    m_printing->setVisible(!regular && !printing.isQuiet());
    m_reprint->show(words, isWrong);
    m_reprint->setAccessibleName(words);
    const ThemeTokens &tokens = m_theme.tokens();
    m_printing->setRuns({{words, isWrong ? tokens.red.mark : tokens.muted, 14, QFont::DemiBold}});
}

void StatusStrip::showRefunds(const OfficeView &office)
{
    const bool failed = office.refundsFailed > 0;
    m_refunds->setVisible(failed || office.refundsUnderWay > 0);
    const QColor colour = failed ? m_theme.tokens().red.mark : m_theme.tokens().purple.mark;
    m_refunds->setRuns(
        {{{}, colour, 15, QFont::Normal, QStringLiteral("refund"), 5},
         {failed ? Wording::refundsFailed(office.refundsFailed) : Wording::refundsUnderWay(office.refundsUnderWay),
          colour, 14, QFont::DemiBold}});
}

void StatusStrip::showCases(int open)
{
    const ThemeTokens &tokens = m_theme.tokens();
    QList<RunLine::Run> cases;
    if (open > 0)
        cases.append({{}, tokens.red.mark, 15, QFont::Normal, QStringLiteral("manager"), 5});
    cases.append({Wording::cases(open), open > 0 ? tokens.red.mark : tokens.muted, 14,
                  open > 0 ? QFont::DemiBold : QFont::Normal});
    m_cases->setRuns(cases);
    m_inbox->show(Wording::cases(open), open > 0);
    m_inbox->setAccessibleName(Wording::inboxHint(open));
}
