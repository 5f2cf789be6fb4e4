// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/receipt/ReceiptSettings.h"

#include <QSet>

namespace {

using Print = ReceiptSettings::Print;

Error wrongSetting(const QString &member, const QString &what)
{
    return {ErrorCode::Configuration, QStringLiteral("receipt: %1 %2").arg(member.left(32), what)};
}

bool isText(const QJsonValue &value)
{
    const QString text = value.toString();
    const bool plain = std::all_of(text.begin(), text.end(),
                                   [](QChar c) { return c == u'\n' || c.category() != QChar::Other_Control; });
    return value.isString() && plain && text.size() <= ReceiptSettings::longestText;
}

} // namespace

Result<ReceiptSettings> ReceiptSettings::from(const QJsonObject &json)
{
    static const QSet<QString> known{"address", "footer", "print", "refunds"};
    static const QHash<QString, Print> prints{{"always", Print::Always}, {"ask", Print::Ask}, {"never", Print::Never}};
    ReceiptSettings settings;
    for (const QString &member : json.keys()) {
        if (!known.contains(member))
            return wrongSetting(member, QStringLiteral("is unknown"));
    }
    for (const auto &[member, text] : {std::pair("address", &settings.address), {"footer", &settings.footer}}) {
        const auto value = json[QLatin1String(member)];
        if (!value.isUndefined() && !isText(value))
            return wrongSetting(QLatin1String(member),
                                QStringLiteral("must be at most %1 characters").arg(longestText));
        *text = value.toString();
    }
    if (const auto print = json["print"]; !print.isUndefined()) {
        const auto found = prints.constFind(print.toString());
        if (found == prints.cend())
            return wrongSetting(QStringLiteral("print"), QStringLiteral("must be always, ask or never"));
        settings.print = *found;
    }
    const auto refunds = json["refunds"];
    if (!refunds.isUndefined() && !refunds.isBool())
        return wrongSetting(QStringLiteral("refunds"), QStringLiteral("must be true or false"));
    settings.refunds = refunds.toBool(settings.refunds);
    return settings;
}
