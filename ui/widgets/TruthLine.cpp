// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/TruthLine.h"

#include "ui/Wording.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/SpokenFaces.h"

#include <QPainter>

TruthLine::TruthLine(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("truthLine"));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Expanding);
}

const Tint &TruthLine::tint() const
{
    const ThemeTokens &tokens = m_theme.tokens();
    switch (m_kind) {
    case Notice::Kind::Checking:
        return tokens.purple;
    case Notice::Kind::QueryFailed:
    case Notice::Kind::NoMockHere:
    case Notice::Kind::Expired:
    case Notice::Kind::Offline:
    case Notice::Kind::CodeSlow:
    case Notice::Kind::FormerOpen:
    case Notice::Kind::SecondPressForBigAmount:
    case Notice::Kind::AskCancel:
    case Notice::Kind::AskLeave:
    case Notice::Kind::CancelNotYours:
    case Notice::Kind::AmountTooLarge:
    case Notice::Kind::ThirdDecimal:
    case Notice::Kind::FinishSaleFirst:
    case Notice::Kind::PaymentCodeScanned:
    case Notice::Kind::GoodsScanned:
    case Notice::Kind::SameAmountUnresolved:
    case Notice::Kind::Parked:
    case Notice::Kind::GoodsHeldBack:
    case Notice::Kind::DiscountUseless:
    case Notice::Kind::HeldFull:
    case Notice::Kind::CashShort:
        return tokens.amber;
    case Notice::Kind::OrderRefused:
    case Notice::Kind::ServerGone:
    case Notice::Kind::AmountDiffers:
    case Notice::Kind::PaidLate:
    case Notice::Kind::PaidTwice:
    case Notice::Kind::PaidOddly:
    case Notice::Kind::NotStored:
    case Notice::Kind::NotHeld:
    case Notice::Kind::HandRefused:
        return tokens.red;
    case Notice::Kind::PaidNotCancelled:
    case Notice::Kind::ParkedPaid:
        return tokens.accent;
    case Notice::Kind::None:
    case Notice::Kind::CodeShown:
    case Notice::Kind::GivenBack:
    case Notice::Kind::QueriedUnpaid:
    case Notice::Kind::CancelledUnpaid:
    case Notice::Kind::BillHeld:
    case Notice::Kind::HandTaken:
        break;
    }
    return tokens.grey;
}

bool TruthLine::isLoud() const
{
    return &tint() != &m_theme.tokens().grey;
}

bool TruthLine::isBoxed() const
{
    return isLoud() && m_theme.density() != Theme::Density::Tiny;
}

void TruthLine::show(const TillView &view, const QString &whenQuiet)
{
    m_kind = view.notice.kind;
    const QString words = Wording::notice(view.notice);
    m_words = words.isEmpty() ? whenQuiet : words;
    // The earlier sale's number is in its words already.
    m_code = m_kind == Notice::Kind::ParkedPaid ? QString() : view.notice.code;
    SpokenFaces::name(this, m_words);
    update();
}

TruthLine::Plan TruthLine::plan() const
{
    const bool boxed = isBoxed();
    const qreal before = boxed ? m_theme.text(42) : 0;
    const qreal codeHeight = m_code.isEmpty() ? 0 : m_theme.text(20);
    Plan plan;
    qreal pad = boxed ? m_theme.text(10) : 0;
    for (int px = m_theme.text(16); px >= Theme::smallestPx && !plan.fits; --px) {
        plan.font = Theme::fontOfPixels(px, isLoud() ? QFont::DemiBold : QFont::Normal);
        const QRectF room(0, 0, width() - before - pad, 2000);
        const qreal words = QFontMetricsF(plan.font).boundingRect(room, Qt::TextWordWrap, m_words).height();
        if (boxed) // air goes before letters do
            pad = qBound<qreal>(2, (height() - words - codeHeight) / 2, m_theme.text(10));
        plan.box = QRectF(0, 0, width(), words + codeHeight + 2 * pad);
        plan.fits = plan.box.height() <= height();
    }
    plan.box.moveBottom(height());
    if (m_lift == Lift::Centred)
        plan.box.moveTop((height() - plan.box.height()) / 2);
    plan.words = plan.box.adjusted(before, pad, -pad, -pad - codeHeight);
    plan.code = QRectF(plan.words.left(), plan.words.bottom(), plan.words.width(), codeHeight);
    return plan;
}

bool TruthLine::showsAllWords() const
{
    return m_words.isEmpty() || plan().fits;
}

void TruthLine::paintEvent(QPaintEvent *)
{
    if (m_words.isEmpty())
        return;
    const Tint &tint = this->tint();
    const Plan plan = this->plan();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isBoxed()) {
        painter.setPen(m_theme.tokens().border > 1 ? QPen(tint.ink, m_theme.tokens().border) : QPen(Qt::NoPen));
        painter.setBrush(tint.soft);
        painter.drawRoundedRect(plan.box.adjusted(1, 0, -1, -1), m_theme.space(10), m_theme.space(10));
        const qreal side = m_theme.text(20);
        const QString icon = &tint == &m_theme.tokens().purple   ? QStringLiteral("checking")
                             : &tint == &m_theme.tokens().red    ? QStringLiteral("manager")
                             : &tint == &m_theme.tokens().accent ? QStringLiteral("paid")
                                                                 : QStringLiteral("info");
        Icon::paint(painter, icon, QRectF(m_theme.text(12), plan.box.center().y() - side / 2, side, side), tint.ink);
    }
    painter.setPen(isLoud() ? tint.ink : m_theme.tokens().muted);
    painter.setFont(plan.font);
    painter.drawText(plan.words, Qt::AlignVCenter | Qt::TextWordWrap, m_words);
    if (m_code.isEmpty())
        return;
    painter.setFont(m_theme.font(14));
    painter.drawText(plan.code, Qt::AlignVCenter, m_code);
}
