// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/RefundPage.h"

#include "ui/Wording.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/AmountLabel.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/Keypad.h"
#include "ui/widgets/OutcomeCard.h"
#include "ui/widgets/ReasonPicker.h"
#include "ui/widgets/RowList.h"
#include "ui/widgets/RunLine.h"
#include "ui/widgets/SupervisorPad.h"

#include <QLabel>
#include <QStackedLayout>

namespace {

constexpr int shownPast = 2; ///< earlier refunds of a sale

QLabel *labelled(const char *name, const char *role, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(QLatin1String(name));
    label->setProperty("role", role);
    return label;
}

} // namespace

RefundPage::RefundPage(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_faces(new QStackedLayout(this)), m_ask(new QWidget(this)),
      m_outcome(new OutcomeCard(theme, this))
{
    setObjectName(QStringLiteral("refundPage"));
    auto *columns = new QHBoxLayout(m_ask);
    columns->addWidget(makeLeft(), 758);
    columns->addWidget(makeRight(), 536);
    auto *whole = new QWidget(this);
    auto *around = new QVBoxLayout(whole);
    around->addWidget(m_outcome);
    m_faces->addWidget(m_ask);
    m_faces->addWidget(whole);
    connect(m_outcome, &OutcomeCard::wished, this, &RefundPage::wished);
    fit();
}

QWidget *RefundPage::makeLeft()
{
    m_left = new Card(QStringLiteral("refundCard"), m_theme, this);
    m_left->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_title = labelled("refundTitle", "title", m_left);
    m_back = new ActionButton(QStringLiteral("refundBackButton"), QStringLiteral("plain"), QStringLiteral("Esc"),
                              m_theme, m_left);
    m_back->setType(16, QFont::DemiBold);
    connect(m_back, &QPushButton::clicked, this, [this] { emit wished({Wish::Kind::Cancel}); });
    m_says = labelled("refundSays", "label", m_left);
    m_says->setWordWrap(true);
    auto *rows = new QVBoxLayout(m_left);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_back);
    rows->addLayout(head);
    m_steps = new QStackedLayout;
    m_steps->addWidget(makeChoose());
    m_steps->addWidget(makeAmount());
    rows->addLayout(m_steps, 1);
    rows->addWidget(m_says);
    return m_left;
}

QWidget *RefundPage::makeChoose()
{
    m_choose = new QWidget(m_left);
    m_find = labelled("refundFind", "label", m_choose);
    m_sales = new RowList(QStringLiteral("sale"), m_theme, m_choose);
    connect(m_sales, &RowList::wished, this, &RefundPage::wished);
    auto *rows = new QVBoxLayout(m_choose);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_find);
    rows->addWidget(m_sales, 1);
    return m_choose;
}

QWidget *RefundPage::makeAmount()
{
    m_amountStep = new QWidget(m_left);
    m_leftOver = new RunLine(QStringLiteral("refundLeft"), m_theme, m_amountStep);
    m_amount = new AmountLabel(QStringLiteral("amount"), 88, m_theme, m_amountStep);
    m_reasonTitle = labelled("reasonTitle", "label", m_amountStep);
    m_reasons = new ReasonPicker(ReasonPicker::Shape::Row, m_theme, m_amountStep);
    connect(m_reasons, &ReasonPicker::wished, this, &RefundPage::wished);
    auto *rows = new QVBoxLayout(m_amountStep);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_leftOver);
    rows->addWidget(m_amount);
    for (int place = 0; place < shownPast; ++place) {
        m_past.append(new RunLine(QStringLiteral("refundPast%1").arg(place), m_theme, m_amountStep));
        rows->addWidget(m_past.back());
    }
    rows->addStretch(1);
    rows->addWidget(m_reasonTitle);
    rows->addWidget(m_reasons);
    rows->addStretch(2);
    return m_amountStep;
}

QWidget *RefundPage::makeRight()
{
    auto *right = new QWidget(this);
    right->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_keypad = new Keypad(m_theme, right);
    m_supervisor = new SupervisorPad(m_theme, right);
    m_pads = new QStackedLayout(right);
    m_pads->addWidget(m_keypad);
    m_pads->addWidget(m_supervisor);
    connect(m_keypad, &Keypad::wished, this, &RefundPage::wished);
    connect(m_supervisor, &SupervisorPad::wished, this, &RefundPage::wished);
    return right;
}

void RefundPage::fit()
{
    const bool tiny = m_theme.density() == Theme::Density::Tiny;
    const bool regular = m_theme.density() == Theme::Density::Regular;
    const int margin = qMax(8, m_theme.space(24));
    m_ask->layout()->setContentsMargins(margin, margin, margin, margin);
    m_ask->layout()->setSpacing(margin);
    m_faces->itemAt(1)->widget()->layout()->setContentsMargins(margin, margin, margin, margin);
    const int pad = tiny ? 8 : m_theme.space(22);
    m_left->layout()->setContentsMargins(pad, tiny ? 4 : m_theme.space(16), pad, (tiny ? 4 : m_theme.space(14)) + 2);
    m_left->layout()->setSpacing(qMax(4, m_theme.space(12)));
    m_choose->layout()->setSpacing(qMax(4, m_theme.space(12)));
    m_amountStep->layout()->setSpacing(qMax(2, m_theme.space(8)));
    m_back->setFixedSize(qMax(100, m_theme.space(136)), m_theme.control(48));
    m_find->setFixedHeight(tiny ? 28 : qMax(36, m_theme.space(48)));
    m_amount->setFixedHeight(m_theme.text(tiny ? 56 : 100));
    m_reasonTitle->setVisible(!tiny);
    m_reasons->setFixedHeight(m_theme.control(56));
    m_says->setFixedHeight(m_theme.text(regular ? 48 : tiny ? 58 : 44));
    m_keypad->fit();
    m_outcome->fit();
}

void RefundPage::show(const TillView &view)
{
    const RefundView &refund = view.office.refund;
    const bool ended = refund.step == RefundView::Step::Result;
    m_faces->setCurrentIndex(ended ? 1 : 0);
    m_outcome->show(view);
    if (ended)
        return;
    m_title->setText(Wording::refundTitle(refund));
    m_back->setText(Wording::backHint());
    m_back->setAccessibleName(m_back->text());
    const bool choosing = refund.step == RefundView::Step::Choose;
    m_steps->setCurrentWidget(choosing ? m_choose : m_amountStep);
    if (choosing)
        showChoose(refund);
    else
        showAmount(refund);
    showSays(refund);
    const bool signing = refund.step == RefundView::Step::Supervisor;
    m_pads->setCurrentIndex(signing ? 1 : 0);
    if (signing)
        m_supervisor->show(view);
    else
        m_keypad->show(view);
}

void RefundPage::showChoose(const RefundView &refund)
{
    const ThemeTokens &tokens = m_theme.tokens();
    m_find->setText(refund.tail.isEmpty() ? Wording::refundFind() : Wording::refundFound(refund.tail));
    m_find->setStyleSheet(
        QStringLiteral("color: %1; font-weight: %2; border: 2px solid %3; border-radius: %4px; padding: 0 %5px;")
            .arg((refund.tail.isEmpty() ? tokens.muted : tokens.ink).name())
            .arg(refund.tail.isEmpty() ? 400 : 600)
            .arg(tokens.accent.mark.name())
            .arg(m_theme.space(12))
            .arg(m_theme.space(16)));
    QList<RowButton::Row> rows;
    for (const RefundView::Sale &sale : refund.sales) {
        const Tint &tint = sale.left == sale.paid ? tokens.accent : sale.left.isZero() ? tokens.grey : tokens.amber;
        const QString icon = sale.left == sale.paid ? QStringLiteral("paid") : QStringLiteral("refund");
        rows.append(
            {sale.number, Wording::money(sale.paid), Wording::saleDetail(sale), Wording::salePill(sale), icon, &tint});
    }
    m_sales->show(rows, refund.chosen, refund.page);
}

void RefundPage::showAmount(const RefundView &refund)
{
    const ThemeTokens &tokens = m_theme.tokens();
    const bool tiny = m_theme.density() == Theme::Density::Tiny;
    const bool asked = refund.step == RefundView::Step::Supervisor;
    m_leftOver->setRuns({{refund.sale.paid.isZero() ? QString() : Wording::refundLeft(refund.sale), tokens.muted, 16}});
    if (asked)
        m_amount->setAmount(refund.amount.yuanGrouped());
    else if (refund.entry.isEmpty())
        m_amount->setAmount({}, QStringLiteral("0.00"));
    else if (refund.entry.sum.isEmpty())
        m_amount->setAmount(refund.entry.text, refund.entry.pale);
    else
        m_amount->setAmount(refund.entry.total.yuanGrouped());
    for (qsizetype place = 0; place < m_past.size(); ++place) {
        const bool is = place < refund.past.size() && m_theme.density() == Theme::Density::Regular;
        m_past.at(place)->setVisible(is);
        if (is)
            m_past.at(place)->setRuns(
                {{Wording::refundPast(refund.past.at(refund.past.size() - 1 - place)), tokens.muted, 16}});
    }
    m_reasonTitle->setText(Wording::reasonTitle());
    m_reasonTitle->setVisible(!asked && !tiny);
    m_reasons->setVisible(!asked);
    m_reasons->show(refund.reasons, refund.reason);
}

void RefundPage::showSays(const RefundView &refund)
{
    using Say = RefundView::Say;
    const ThemeTokens &tokens = m_theme.tokens();
    const bool quiet = refund.say == Say::Nothing || refund.say == Say::Loading;
    const bool asks = refund.say == Say::PressAgain || refund.step == RefundView::Step::Supervisor;
    const QColor colour = asks ? tokens.amber.ink : quiet ? tokens.muted : tokens.red.ink;
    m_says->setStyleSheet(
        QStringLiteral("color: %1; font-weight: %2;").arg(colour.name()).arg(quiet && !asks ? 400 : 600));
    m_says->setText(Wording::refundSays(refund));
}
