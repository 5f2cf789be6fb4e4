// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/Refund.h"

#include <algorithm>
#include <array>

namespace {

constexpr std::array<std::pair<RefundStatus, const char *>, 4> statusNames{{{RefundStatus::Processing, "PROCESSING"},
                                                                            {RefundStatus::Success, "SUCCESS"},
                                                                            {RefundStatus::Closed, "CLOSED"},
                                                                            {RefundStatus::Abnormal, "ABNORMAL"}}};

bool isAllowed(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z')
           || QStringView(u"_-|*@").contains(c);
}

} // namespace

QString toText(RefundStatus status)
{
    const auto found = std::find_if(statusNames.begin(), statusNames.end(),
                                    [status](const auto &name) { return name.first == status; });
    return QString::fromLatin1(found->second);
}

Result<RefundStatus> refundStatusFrom(const QString &text)
{
    for (const auto &[status, name] : statusNames) {
        if (text == QLatin1String(name))
            return status;
    }
    return Error{ErrorCode::InvalidInput, QStringLiteral("unknown status of a refund: %1").arg(text.left(32))};
}

Result<OutRefundNo> OutRefundNo::parse(const QString &text)
{
    if (text.isEmpty() || text.size() > 64 || !std::all_of(text.begin(), text.end(), isAllowed))
        return Error{ErrorCode::InvalidInput,
                     QStringLiteral("out_refund_no must be 1 to 64 digits, letters or _ - | * @")};
    return OutRefundNo(text);
}

OutRefundNo OutRefundNo::make(const Clock &clock, Random &random)
{
    return OutRefundNo(u'R' + OutTradeNo::make(clock, random).text());
}
