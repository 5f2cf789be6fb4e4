// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/TillSettings.h"

#include "server/domain/Json.h"

#include <QFile>

namespace {

constexpr qint64 maxBytes = 16 * 1024;

Error wrong(const QString &what)
{
    return {ErrorCode::Configuration, QStringLiteral("till.json: ") + what};
}

/// The named choice, or nothing where the member is of another kind.
template <class T> std::optional<T> chosen(const QJsonValue &value, const QHash<QString, T> &choices, T otherwise)
{
    if (value.isUndefined())
        return otherwise;
    const auto found = choices.constFind(value.toString());
    return found == choices.cend() ? std::nullopt : std::optional(*found);
}

Result<void> apply(const QJsonObject &json, TillSettings &settings)
{
    static const QSet<QString> known{"shop", "till", "language", "theme", "big_amount", "paid_seconds"};
    for (const auto &member : json.keys()) {
        if (!known.contains(member))
            return wrong(QStringLiteral("unknown member %1").arg(member.left(32)));
    }
    for (const auto &[member, text] : {std::pair("shop", &settings.identity.shop), {"till", &settings.identity.till}}) {
        const auto value = json[QLatin1String(member)];
        if (!value.isUndefined() && (!value.isString() || value.toString().isEmpty() || value.toString().size() > 40))
            return wrong(QStringLiteral("%1 must be 1 to 40 characters").arg(QLatin1String(member)));
        *text = value.toString(*text);
    }
    using Tongue = Language::Tongue;
    const auto language =
        chosen<Tongue>(json["language"], {{"zh_CN", Tongue::Chinese}, {"en", Tongue::English}}, settings.language);
    if (!language)
        return wrong("language must be zh_CN or en");
    using Mode = Theme::Mode;
    const auto theme = chosen<Mode>(
        json["theme"],
        {{"system", Mode::System}, {"light", Mode::Light}, {"dark", Mode::Dark}, {"high_contrast", Mode::HighContrast}},
        settings.theme);
    if (!theme)
        return wrong("theme must be system, light, dark or high_contrast");
    settings.language = *language;
    settings.theme = *theme;
    if (json.contains("big_amount")) {
        const auto amount = Json::toMoney(json["big_amount"]);
        if (!amount)
            return wrong("big_amount must be a whole number of fen");
        settings.sale.bigAmount = *amount;
    }
    const auto seconds = json["paid_seconds"].toInteger(settings.sale.paidSeconds);
    if (seconds < 2 || seconds > 10)
        return wrong("paid_seconds must be 2 to 10");
    settings.sale.paidSeconds = int(seconds);
    return {};
}

} // namespace

Result<TillSettings> TillSettings::read(const QString &file, bool training)
{
    TillSettings settings;
    settings.identity = {QStringLiteral("晨光咖啡"), QStringLiteral("1 号收银台")};
    settings.sale.training = training;
    QFile source(file);
    if (source.exists()) {
        if (!source.open(QIODevice::ReadOnly) || source.size() > maxBytes)
            return wrong("cannot be read");
        const auto json = Json::parseObject(source.readAll());
        if (!json)
            return wrong("not a JSON object");
        if (const auto applied = apply(*json, settings); !applied)
            return applied.error();
    }
    settings.sale.description = settings.identity.shop;
    return settings;
}
