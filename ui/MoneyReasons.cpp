// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/MoneyReasons.h"

using Reason = MoneyReason;

QList<Reason> MoneyReasons::ofRefund()
{
    return {Reason::Returned, Reason::Overcharged, Reason::OutOfStock, Reason::Other};
}

QList<Reason> MoneyReasons::ofCase(CaseKind kind, MoneyDesk::Move move)
{
    const bool honours = move == MoneyDesk::Move::Honour;
    if (kind == CaseKind::RefundAbnormal && honours)
        return {Reason::PaidInCash, Reason::Transferred, Reason::Other};
    if (kind == CaseKind::RefundAbnormal)
        return {Reason::AccountClosed, Reason::Other};
    if (honours)
        return {Reason::HandedOver, Reason::CheckedInPerson, Reason::Other};
    if (kind == CaseKind::Duplicate)
        return {Reason::PaidTwice, Reason::Returned, Reason::Other};
    if (kind == CaseKind::AmountMismatch)
        return {Reason::Overcharged, Reason::NotHandedOver, Reason::Other};
    return {Reason::NotHandedOver, Reason::PaidTwice, Reason::Other};
}

QString MoneyReasons::toText(Reason reason)
{
    switch (reason) {
    case Reason::Returned:
        return QStringLiteral("顾客退货");
    case Reason::Overcharged:
        return QStringLiteral("收多了");
    case Reason::OutOfStock:
        return QStringLiteral("商品缺货");
    case Reason::PaidTwice:
        return QStringLiteral("重复付款");
    case Reason::NotHandedOver:
        return QStringLiteral("没有交货");
    case Reason::HandedOver:
        return QStringLiteral("商品已交给顾客");
    case Reason::CheckedInPerson:
        return QStringLiteral("已当面核对");
    case Reason::PaidInCash:
        return QStringLiteral("已给现金");
    case Reason::Transferred:
        return QStringLiteral("已转账");
    case Reason::AccountClosed:
        return QStringLiteral("顾客账户收不了款");
    case Reason::Other:
        return QStringLiteral("其他");
    }
    return {};
}

Reason MoneyReasons::besideOf(const QList<Reason> &reasons, Reason from, int step)
{
    if (reasons.isEmpty())
        return from;
    const qsizetype at = std::max<qsizetype>(0, reasons.indexOf(from));
    return reasons.at((at + step + reasons.size()) % reasons.size());
}
