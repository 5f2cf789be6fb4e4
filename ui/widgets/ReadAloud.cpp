// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ReadAloud.h"

#include "ui/Wording.h"

#include <QAccessible>

ReadAloud::ReadAloud(QWidget *window) : QWidget(window)
{
    setObjectName(QStringLiteral("announcement"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    setGeometry(0, 0, 1, 1);
}

QString ReadAloud::stateWords(const TillView &view)
{
    if (view.lock.locked)
        return Wording::lockTitle();
    const bool byHand = view.tender != Tender::WeChatPay;
    const QString sum = u' ' + Wording::money(view.amount);
    if (view.state == PayState::Ready)
        return Wording::state(view.state, view.training);
    if (view.state == PayState::Paid)
        return (byHand ? Wording::paidByHand(view) : Wording::paid(view.training)) + sum;
    if (byHand && view.state == PayState::Creating)
        return Wording::writingDown() + sum;
    return Wording::state(view.state, view.training) + sum;
}

/// The line of the page that lies over the sale.
QString ReadAloud::pageWords(const TillView &view)
{
    if (view.lock.locked)
        return Wording::lockSays(view.lock);
    const OfficeView &office = view.office;
    switch (office.page) {
    case OfficeView::Page::Refund:
        return office.refund.step == RefundView::Step::Result ? Wording::outcomeSays(office.refund)
                                                              : Wording::refundSays(office.refund);
    case OfficeView::Page::Inbox:
        return Wording::inboxSays(office.inbox);
    case OfficeView::Page::History:
        return Wording::historySays(office.history);
    case OfficeView::Page::Check:
        return office.check.say == CheckView::Say::Answered
                   ? Wording::verdict(office.check) + u'\n' + Wording::verdictSays(office.check)
                   : Wording::checkSays(office.check);
    case OfficeView::Page::Settings: // its fields and buttons say their own
    case OfficeView::Page::None:
        break;
    }
    return {};
}

QStringList ReadAloud::words(const TillView &view)
{
    return {stateWords(view), view.lock.locked ? QString() : Wording::notice(view.notice), pageWords(view)};
}

void ReadAloud::tell(const TillView &view)
{
    const QStringList now = words(view);
    QStringList fresh;
    for (qsizetype i = 0; i < now.size(); ++i) {
        if (now.at(i) != m_said.value(i) && !now.at(i).isEmpty())
            fresh.append(now.at(i));
    }
    const bool isFirst = m_said.isEmpty(); // a window that opens is read out anyway
    m_said = now;
    if (fresh.isEmpty() || isFirst)
        return;
    const QString words = fresh.join(u'\n');
    setAccessibleName(words);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent aloud(this, words);
    QAccessible::updateAccessibility(&aloud);
#endif
    emit said(words);
}
