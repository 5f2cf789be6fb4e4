// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/CaseKind.h"

#include <algorithm>
#include <array>

namespace {

constexpr std::array<std::pair<CaseKind, const char *>, 6> kindNames{{{CaseKind::Late, "late"},
                                                                      {CaseKind::Duplicate, "duplicate"},
                                                                      {CaseKind::AmountMismatch, "amount_mismatch"},
                                                                      {CaseKind::Foreign, "foreign"},
                                                                      {CaseKind::UnknownOrder, "unknown_order"},
                                                                      {CaseKind::RefundAbnormal, "refund_abnormal"}}};

} // namespace

QString toText(CaseKind kind)
{
    const auto found =
        std::find_if(kindNames.begin(), kindNames.end(), [kind](const auto &name) { return name.first == kind; });
    return QString::fromLatin1(found->second);
}

Result<CaseKind> caseKindFrom(const QString &text)
{
    for (const auto &[kind, name] : kindNames) {
        if (text == QLatin1String(name))
            return kind;
    }
    return Error{ErrorCode::InvalidInput, QStringLiteral("unknown kind of case: %1").arg(text.left(32))};
}
