// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/BillCard.h"

#include "ui/Wording.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/BillRow.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/RunLine.h"
#include "ui/widgets/SpokenFaces.h"
#include "ui/widgets/TruthLine.h"

#include <QPainter>

using LineKind = SellingView::LineKind;

BillCard::BillCard(const Theme &theme, QWidget *parent) : Card(QStringLiteral("billCard"), theme, parent)
{
    makeHead();
    m_notice = new TruthLine(theme, this);
    m_notice->setLift(TruthLine::Lift::Centred);
    m_earlier = new TouchButton(QStringLiteral("earlierLines"), QStringLiteral("flat"), theme, this);
    m_earlier->setType(16, QFont::Medium);
    connect(m_earlier, &QPushButton::clicked, this, [this] { emit wished({Wish::Kind::MoreLines}); });
    m_less = mender("lineLess", "minus", Wish::Kind::LineLess);
    m_more = mender("lineMore", "plus", Wish::Kind::LineMore);
    m_remove = mender("lineRemove", "close", Wish::Kind::LineRemove);
    fit();
}

void BillCard::makeHead()
{
    const auto button = [this](const char *name, const char *cap, Wish::Kind kind) {
        auto *action =
            new ActionButton(QLatin1String(name), QStringLiteral("plain"), QLatin1String(cap), m_theme, this);
        action->setType(16, QFont::DemiBold);
        action->setCentred(true);
        connect(action, &QPushButton::clicked, this, [this, kind] { emit wished({kind}); });
        return action;
    };
    m_title = new RunLine(QStringLiteral("billTitle"), m_theme, this);
    m_goods = new TouchButton(QStringLiteral("billGoodsButton"), QStringLiteral("plain"), m_theme, this);
    m_goods->setType(16, QFont::DemiBold);
    connect(m_goods, &QPushButton::clicked, this, [this] { emit wished({Wish::Kind::Layout}); });
    m_discounts = button("discountsButton", "F2", Wish::Kind::Discounts);
    m_hold = button("holdButton", "F4", Wish::Kind::Hold);
    m_held = button("heldButton", "Alt+H", Wish::Kind::HeldList);
}

TouchButton *BillCard::mender(const char *name, const char *icon, Wish::Kind kind)
{
    auto *button = new TouchButton(QLatin1String(name), QStringLiteral("plain"), m_theme, this);
    button->setIconName(QLatin1String(icon));
    connect(button, &QPushButton::clicked, this, [this, kind] { emit wished({kind, m_chosen}); });
    return button;
}

int BillCard::footHeight() const
{
    return m_theme.density() == Theme::Density::Tiny ? 34 : m_theme.control(54);
}

void BillCard::fit()
{
    arrange();
}

void BillCard::resizeEvent(QResizeEvent *)
{
    arrange();
}

void BillCard::show(const TillView &view)
{
    m_lines = view.selling.lines;
    m_chosen = view.selling.chosen;
    m_page = view.selling.linePage;
    showHead(view);
    TillView said = view;
    if (said.notice.kind == Notice::Kind::SecondPressForBigAmount)
        said.notice = {}; // Pay says it itself
    m_notice->show(said, view.selling.hasGoods ? Wording::scanHint() : Wording::entryHint());
    QStringList steps;
    for (const auto &[title, how] : Wording::steps())
        steps.append(title + u' ' + how);
    SpokenFaces::name(this, Wording::goodsTitle());
    SpokenFaces::describe(this, m_lines.isEmpty() ? steps.join(u'\n') : QString());
    m_less->setAccessibleName(Wording::lineLess());
    m_more->setAccessibleName(Wording::lineMore());
    m_remove->setAccessibleName(Wording::lineRemove());
    arrange();
    update();
}

void BillCard::showHead(const TillView &view)
{
    const SellingView &selling = view.selling;
    const bool something = !view.entry.total.isZero();
    m_title->setRuns({{Wording::goodsTitle(), m_theme.tokens().ink, 20, QFont::DemiBold}});
    m_goods->setText(Wording::goodsTitle());
    m_goods->setAccessibleName(Wording::moreGoods());
    m_discounts->setText(Wording::discounts());
    m_discounts->setEnabled(something);
    m_hold->setText(Wording::hold());
    m_hold->setEnabled(something);
    m_held->setText(Wording::heldList(int(selling.held.size())));
    m_held->setEnabled(!selling.held.isEmpty());
    for (ActionButton *button : {m_discounts, m_hold, m_held})
        button->setAccessibleName(button->text());
    const bool tiny = m_theme.density() == Theme::Density::Tiny;
    m_goods->setVisible(tiny && selling.hasGoods && selling.layout == SellingView::Layout::Amount);
}

int BillCard::visibleLines() const
{
    return qMax(1, (height() - headHeight() - footHeight()) / rowHeight());
}

BillRow *BillCard::rowAt(qsizetype place)
{
    while (m_rows.size() <= place) {
        auto *row = new BillRow(QStringLiteral("billRow%1").arg(m_rows.size()), m_theme, this);
        connect(row, &QPushButton::clicked, this, [this, row] { emit wished({Wish::Kind::Pick, row->id()}); });
        m_rows.append(row);
    }
    return m_rows.at(place);
}

void BillCard::arrange()
{
    const int pad = m_theme.space(24);
    const int gap = qMax(4, m_theme.space(10));
    const int high = m_theme.control(46);
    // The buttons take what their words need, but never more than there is.
    int right = width() - qMax(6, pad);
    const int titleWide = m_title->sizeHint().width();
    const bool titled = width() >= m_theme.text(420) && m_goods->isHidden();
    const int left = qMax(6, pad) + (titled ? titleWide + gap : m_goods->isHidden() ? 0 : 64 + gap);
    const int most = (right - left - 2 * gap) / 3;
    for (ActionButton *button : {m_held, m_hold, m_discounts}) {
        const int wide = qMin(qMax(button->sizeHint().width(), 64), most);
        button->setGeometry(right - wide, headAir(), wide, high);
        right -= wide + gap;
    }
    m_title->setVisible(titled);
    m_title->setGeometry(qMax(6, pad), headAir(), titleWide, high);
    m_goods->setGeometry(qMax(6, pad), headAir(), 64, high);
    const int air = qMin(9, (footHeight() - 34) / 2); // two lines of small letters need 34
    m_notice->setGeometry(pad, height() - footHeight() + air - 1, width() - 2 * pad, footHeight() - 2 * air);

    const auto places = qsizetype(visibleLines());
    const bool paged = m_lines.size() > places;
    const qsizetype onPage = paged ? qMax<qsizetype>(1, places - 1) : places;
    const qsizetype pages = qMax<qsizetype>(1, (m_lines.size() + onPage - 1) / onPage);
    const auto chosen =
        std::find_if(m_lines.begin(), m_lines.end(), [this](const auto &line) { return line.id == m_chosen; });
    qsizetype page = m_page % pages; // counted from the end: the newest are on the first one
    if (chosen != m_lines.end())
        page = (m_lines.end() - chosen - 1) / onPage;
    const qsizetype end = m_lines.size() - page * onPage;
    const qsizetype begin = qMax<qsizetype>(0, end - onPage);
    for (TouchButton *button : {m_less, m_more, m_remove})
        button->setVisible(false);
    int top = headHeight();
    m_earlier->setVisible(paged && places > 1);
    if (paged && places > 1) {
        m_earlier->setText(Wording::earlierLines(int(m_lines.size() - (end - begin))));
        m_earlier->setAccessibleName(m_earlier->text());
        m_earlier->setGeometry(2, top, width() - 4, rowHeight());
        top += rowHeight();
    }
    for (qsizetype at = begin; at < end; ++at, top += rowHeight())
        placeRow(rowAt(at - begin), m_lines.at(at), top);
    for (qsizetype place = end - begin; place < m_rows.size(); ++place)
        m_rows.at(place)->setVisible(false);
}

void BillCard::placeRow(BillRow *row, const SellingView::Line &line, int top)
{
    const bool chosen = line.id == m_chosen;
    const bool counted = line.kind == LineKind::Goods || line.kind == LineKind::Typed;
    const int side = 44;
    const int gap = qMax(2, m_theme.space(8));
    int right = width() - 2;
    if (chosen) {
        right -= qMax(4, m_theme.space(14));
        const QList<TouchButton *> menders =
            counted ? QList<TouchButton *>{m_remove, m_more, m_less} : QList<TouchButton *>{m_remove};
        for (TouchButton *button : menders) {
            button->setGeometry(right - side, top + (rowHeight() - side) / 2, side, side);
            button->setVisible(true);
            right -= side + gap;
        }
    }
    row->setGeometry(2, top, right - 2, rowHeight());
    row->show(line, chosen);
    row->setVisible(true);
}

void BillCard::paintEvent(QPaintEvent *event)
{
    Card::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.tokens().line, m_theme.tokens().border));
    const qreal foot = height() - footHeight() + 0.5;
    painter.drawLine(QPointF(1, foot), QPointF(width() - 1, foot));
    painter.drawLine(QPointF(1, headHeight() - 0.5), QPointF(width() - 1, headHeight() - 0.5));
    if (m_lines.isEmpty())
        paintSteps(painter);
}

void BillCard::paintSteps(QPainter &painter) const
{
    const ThemeTokens &tokens = m_theme.tokens();
    const auto steps = Wording::steps();
    const char *icons[] = {"keypad", "enter", "scan"};
    const QRectF area = QRectF(rect()).adjusted(m_theme.space(25), headHeight(), -m_theme.space(25), -footHeight());
    const qreal column = area.width() / 3;
    const qreal disc = qMin<qreal>(m_theme.space(76), area.height() * 0.36);
    const bool withMore = area.height() > disc + m_theme.text(92) && column > m_theme.text(170);
    const qreal block = disc + m_theme.text(withMore ? 62 : 36);
    if (area.height() < block || column < m_theme.text(110))
        return;
    for (int i = 0; i < 3; ++i) {
        const qreal centre = area.left() + column * (i + 0.5);
        const qreal top = area.top() + (area.height() - block) / 2;
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.accent.soft);
        painter.drawEllipse(QPointF(centre, top + disc / 2), disc / 2, disc / 2);
        const qreal icon = disc * 0.44;
        Icon::paint(painter, QString::fromLatin1(icons[i]),
                    QRectF(centre - icon / 2, top + disc / 2 - icon / 2, icon, icon), tokens.accent.mark);
        if (i < 2) {
            painter.setPen(QPen(tokens.line, 2, Qt::SolidLine, Qt::RoundCap));
            painter.drawLine(QPointF(centre + disc / 2 + m_theme.space(16), top + disc / 2),
                             QPointF(centre + column - disc / 2 - m_theme.space(16), top + disc / 2));
        }
        const QRectF title(centre - column / 2, top + disc + m_theme.text(10), column, m_theme.text(26));
        painter.setPen(tokens.ink);
        painter.setFont(m_theme.font(16, QFont::DemiBold));
        painter.drawText(title, Qt::AlignCenter, steps.at(i).first);
        if (!withMore)
            continue;
        painter.setPen(tokens.muted);
        painter.setFont(m_theme.font(14));
        painter.drawText(title.translated(0, m_theme.text(26)), Qt::AlignCenter, steps.at(i).second);
    }
}
