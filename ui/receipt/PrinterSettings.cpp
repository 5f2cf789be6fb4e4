// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/receipt/PrinterSettings.h"

#include "ui/receipt/EscPosPrinter.h"
#include "ui/receipt/NoPrinter.h"
#include "ui/receipt/PdfPrinter.h"
#include "ui/receipt/SystemPrinter.h"

#include <QJsonObject>

namespace {

using Kind = PrinterSettings::Kind;

constexpr qsizetype maxText = 255;
const QSet<qint64> baudRates{1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200};

struct KindRules
{
    Kind kind;
    QStringList must;
    QStringList may;
};

const QHash<QString, KindRules> &kinds()
{
    static const QHash<QString, KindRules> rules{
        {"none", {Kind::None, {}, {}}},
        {"network", {Kind::Network, {"host"}, {"port", "paper", "cut", "drawer", "status"}}},
        {"device", {Kind::Device, {"path"}, {"paper", "cut", "drawer", "status"}}},
        {"serial", {Kind::Serial, {"path"}, {"baud", "paper", "cut", "drawer", "status"}}},
        {"system", {Kind::System, {"name"}, {"paper"}}},
        {"pdf", {Kind::Pdf, {"path"}, {"paper"}}}};
    return rules;
}

Error wrongPrinter(const QString &member, const QString &what)
{
    return {ErrorCode::Configuration, QStringLiteral("printer: %1 %2").arg(member.left(32), what)};
}

Result<void> takeText(const QJsonValue &value, const QString &member, QString &text)
{
    if (!value.isString() || value.toString().isEmpty() || value.toString().size() > maxText)
        return wrongPrinter(member, QStringLiteral("must be 1 to %1 characters").arg(maxText));
    text = value.toString();
    return {};
}

Result<void> takeNumber(const QJsonValue &value, const QString &member, PrinterSettings &settings)
{
    const qint64 number = value.toInteger(-1);
    if (member == QLatin1String("port")) {
        if (number < 1 || number > 65535)
            return wrongPrinter(member, QStringLiteral("must be 1 to 65535"));
        settings.port = quint16(number);
    } else if (member == QLatin1String("baud")) {
        if (!baudRates.contains(number))
            return wrongPrinter(member, QStringLiteral("must be a usual rate from 1200 to 115200"));
        settings.baud = qint32(number);
    } else {
        if (number != 58 && number != 80)
            return wrongPrinter(member, QStringLiteral("must be 58 or 80"));
        settings.paper = number == 58 ? PaperWidth::Mm58 : PaperWidth::Mm80;
    }
    return {};
}

Result<void> take(const QJsonValue &value, const QString &member, PrinterSettings &settings)
{
    if (member == QLatin1String("port") || member == QLatin1String("baud") || member == QLatin1String("paper"))
        return takeNumber(value, member, settings);
    for (const auto &[name, flag] :
         {std::pair("cut", &settings.cut), {"drawer", &settings.drawer}, {"status", &settings.status}}) {
        if (member != QLatin1String(name))
            continue;
        if (!value.isBool())
            return wrongPrinter(member, QStringLiteral("must be true or false"));
        *flag = value.toBool();
        return {};
    }
    auto &text = member == QLatin1String("host")   ? settings.host
                 : member == QLatin1String("path") ? settings.path
                                                   : settings.name;
    return takeText(value, member, text);
}

} // namespace

Result<PrinterSettings> PrinterSettings::from(const QJsonObject &json)
{
    const auto rules = kinds().constFind(json["kind"].toString());
    if (rules == kinds().cend())
        return wrongPrinter("kind", QStringLiteral("must be none, network, device, serial, system or pdf"));
    PrinterSettings settings{.kind = rules->kind};
    for (const QString &member : rules->must) {
        if (!json.contains(member))
            return wrongPrinter(member, QStringLiteral("is missing"));
    }
    for (const QString &member : json.keys()) {
        if (member == QLatin1String("kind"))
            continue;
        if (!rules->must.contains(member) && !rules->may.contains(member))
            return wrongPrinter(member, QStringLiteral("is unknown for this kind"));
        if (const auto taken = take(json[member], member, settings); !taken)
            return taken.error();
    }
    return settings;
}

std::unique_ptr<ReceiptPrinter> PrinterSettings::printer(Clock &clock) const
{
    switch (kind) {
    case Kind::Network:
        return std::make_unique<NetworkPrinter>(*this, clock);
    case Kind::Device:
        return std::make_unique<DevicePrinter>(*this, clock);
    case Kind::Serial:
        return std::make_unique<SerialPrinter>(*this, clock);
    case Kind::System:
        return std::make_unique<SystemPrinter>(*this);
    case Kind::Pdf:
        return std::make_unique<PdfPrinter>(*this, clock);
    case Kind::None:
        break;
    }
    return std::make_unique<NoPrinter>();
}
