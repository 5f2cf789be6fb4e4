// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/TillSettings.h"

#include "server/domain/Json.h"
#include "ui/receipt/PrinterSettings.h"

#include <QJsonDocument>
#include <QSaveFile>

namespace {

constexpr qint64 maxBytes = 16LL * 1024;
constexpr qsizetype maxPrinted = 200; ///< of what is printed above and below a receipt

Error wrong(const QString &what)
{
    return {ErrorCode::Configuration, QStringLiteral("till.json: ") + what};
}

using Tongue = Language::Tongue;
using Mode = Theme::Mode;

const QHash<QString, Tongue> &tongues()
{
    static const QHash<QString, Tongue> names{{"zh_CN", Tongue::Chinese}, {"en", Tongue::English}};
    return names;
}

const QHash<QString, Mode> &modes()
{
    static const QHash<QString, Mode> names{
        {"system", Mode::System}, {"light", Mode::Light}, {"dark", Mode::Dark}, {"high_contrast", Mode::HighContrast}};
    return names;
}

const QHash<QString, VoiceSettings::From> &voices()
{
    using From = VoiceSettings::From;
    static const QHash<QString, From> names{{"auto", From::Auto}, {"clips", From::Clips}, {"engine", From::Engine}};
    return names;
}

const QHash<QString, CustomerWindow::Where> &places()
{
    using Where = CustomerWindow::Where;
    static const QHash<QString, Where> names{{"off", Where::Off}, {"auto", Where::Auto}, {"window", Where::Window}};
    return names;
}

const QHash<QString, SellingView::Layout> &layouts()
{
    static const QHash<QString, SellingView::Layout> names{{"amount", SellingView::Layout::Amount},
                                                           {"goods", SellingView::Layout::Goods}};
    return names;
}

/// The named choice, or nothing where the member is of another kind.
template <class T> std::optional<T> chosen(const QJsonValue &value, const QHash<QString, T> &choices, T otherwise)
{
    if (value.isUndefined())
        return otherwise;
    const auto found = choices.constFind(value.toString());
    return found == choices.cend() ? std::nullopt : std::optional(*found);
}

Result<void> applyVoice(const QJsonObject &json, VoiceSettings &voice)
{
    for (const auto &[member, on] :
         {std::pair("sound", &voice.sound), {"voice", &voice.voice}, {"voice_till", &voice.sayTill}}) {
        const auto value = json[QLatin1String(member)];
        if (!value.isUndefined() && !value.isBool())
            return wrong(QStringLiteral("%1 must be true or false").arg(QLatin1String(member)));
        *on = value.toBool(*on);
    }
    for (const auto &[member, volume] :
         {std::pair("sound_volume", &voice.soundVolume), {"voice_volume", &voice.voiceVolume}}) {
        const auto value = json[QLatin1String(member)];
        const auto percent = value.toInteger(value.isUndefined() ? *volume : -1);
        if (percent < 0 || percent > 100)
            return wrong(QStringLiteral("%1 must be 0 to 100").arg(QLatin1String(member)));
        *volume = int(percent);
    }
    const auto from = chosen(json["voice_from"], voices(), voice.from);
    if (!from)
        return wrong("voice_from must be auto, clips or engine");
    voice.from = *from;
    return {};
}

Result<void> applyPrinting(const QJsonObject &json, TillSettings &settings)
{
    for (const QString &member : {QStringLiteral("printer"), QStringLiteral("receipt")}) {
        if (!json.contains(member))
            continue;
        if (!json[member].isObject())
            return wrong(QStringLiteral("%1 must be an object").arg(member));
        settings.printing[member] = json[member];
    }
    if (json.contains("printer")) {
        const auto printer = PrinterSettings::from(json["printer"].toObject());
        if (!printer)
            return wrong(printer.error().message);
        settings.printer = *printer;
    }
    if (json.contains("receipt")) {
        const auto receipt = ReceiptSettings::from(json["receipt"].toObject());
        if (!receipt)
            return wrong(receipt.error().message);
        settings.receipt = *receipt;
    }
    return {};
}

Result<void> apply(const QJsonObject &json, TillSettings &settings)
{
    static const QSet<QString> known{"shop",         "till",         "language",     "theme",      "layout",
                                     "pickup",       "big_amount",   "paid_seconds", "sound",      "voice",
                                     "sound_volume", "voice_volume", "voice_till",   "voice_from", "customer_screen",
                                     "printer",      "receipt"};
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
    const auto language = chosen(json["language"], tongues(), settings.language);
    if (!language)
        return wrong("language must be zh_CN or en");
    const auto theme = chosen(json["theme"], modes(), settings.theme);
    if (!theme)
        return wrong("theme must be system, light, dark or high_contrast");
    const auto customer = chosen(json["customer_screen"], places(), settings.customer);
    if (!customer)
        return wrong("customer_screen must be off, auto or window");
    settings.customer = *customer;
    const auto layout = chosen(json["layout"], layouts(), settings.sale.selling.layout);
    if (!layout)
        return wrong("layout must be amount or goods");
    const auto pickup = json["pickup"];
    if (!pickup.isUndefined() && !pickup.isBool())
        return wrong("pickup must be true or false");
    settings.sale.selling.layout = *layout;
    settings.sale.selling.pickup = pickup.toBool(settings.sale.selling.pickup);
    settings.language = *language;
    settings.theme = *theme;
    if (json.contains("big_amount")) {
        const auto amount = Json::toMoney(json["big_amount"]);
        if (!amount)
            return wrong("big_amount must be a whole number of fen");
        settings.sale.bigAmount = *amount;
    }
    const auto given = json["paid_seconds"];
    const auto seconds = given.toInteger(given.isUndefined() ? settings.sale.paidSeconds : -1);
    if (seconds < 2 || seconds > 10)
        return wrong("paid_seconds must be 2 to 10");
    settings.sale.paidSeconds = int(seconds);
    const auto voice = applyVoice(json, settings.voice);
    return voice ? applyPrinting(json, settings) : voice;
}

/// What the file says; nothing where there is none.
Result<QJsonObject> membersOf(const QString &file)
{
    QFile source(file);
    if (!source.exists())
        return QJsonObject();
    if (!source.open(QIODevice::ReadOnly) || source.size() > maxBytes)
        return wrong("cannot be read");
    const auto json = Json::parseObject(source.readAll());
    if (!json)
        return wrong("not a JSON object");
    return *json;
}

} // namespace

Result<TillSettings> TillSettings::read(const QString &file, bool training, const QJsonObject &shop)
{
    TillSettings settings;
    settings.file = file;
    settings.identity = {QStringLiteral("晨光咖啡"), QStringLiteral("1 号收银台")};
    settings.sale.training = training;
    const auto json = membersOf(file);
    if (!json)
        return json.error();
    for (const QJsonObject &said : {shop, *json}) {
        if (const auto applied = apply(said, settings); !applied)
            return applied.error();
    }
    settings.sale.description = settings.identity.shop;
    return settings;
}

QJsonObject TillSettings::members(const Choices &choices)
{
    return {{"language", tongues().key(choices.language)},
            {"theme", modes().key(choices.theme)},
            {"layout", layouts().key(choices.layout)}};
}

QJsonObject TillSettings::members() const
{
    QJsonObject members = TillSettings::members(Choices{language, theme, sale.selling.layout});
    members["shop"] = identity.shop;
    members["till"] = identity.till;
    members["pickup"] = sale.selling.pickup;
    members["big_amount"] = sale.bigAmount.fen();
    members["paid_seconds"] = sale.paidSeconds;
    members["sound"] = voice.sound;
    members["sound_volume"] = voice.soundVolume;
    members["voice"] = voice.voice;
    members["voice_volume"] = voice.voiceVolume;
    members["voice_till"] = voice.sayTill;
    members["customer_screen"] = places().key(customer);
    for (const auto &member : printing.keys())
        members[member] = printing[member];
    return members;
}

Result<TillSettings> TillSettings::with(const QJsonObject &changed) const
{
    TillSettings settings = *this;
    if (const auto applied = apply(changed, settings); !applied)
        return applied.error();
    return settings;
}

Result<void> TillSettings::keep(const QString &file, const QJsonObject &changed)
{
    if (const auto possible = TillSettings().with(changed); !possible)
        return possible.error(); // or the till would not start with it
    if (file.isEmpty())
        return {};
    const auto json = membersOf(file); // what somebody wrote there since the start stays
    if (!json)
        return Error{ErrorCode::StoreFailure, json.error().message};
    QJsonObject members = *json;
    for (auto each = changed.begin(); each != changed.end(); ++each)
        members[each.key()] = each.value();
    const auto bytes = QJsonDocument(members).toJson();
    QSaveFile target(file);
    const bool kept = target.open(QIODevice::WriteOnly)
                      && target.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
                      && target.write(bytes) == bytes.size() && bytes.size() <= maxBytes && target.commit();
    if (!kept)
        return Error{ErrorCode::StoreFailure, "till.json: cannot be written"};
    return {};
}
