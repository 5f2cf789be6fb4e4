// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the settings.
#include "ui/Wording.h"

using Item = SettingsView::Item;
using Group = SettingsView::Group;
using Say = SettingsView::Say;

QString Wording::settingsHint()
{
    return tr("How this till is set up (Alt+S)");
}

QString Wording::settingsGroup(Group group)
{
    switch (group) {
    case Group::Selling:
        return tr("Selling");
    case Group::Sound:
        return tr("Sound");
    case Group::Customer:
        return tr("Customer", "settings");
    case Group::Receipt:
        return tr("Receipt", "settings");
    case Group::Shop:
        return tr("Looks");
    case Group::Goods:
        return tr("Goods", "settings");
    case Group::Tills:
        return tr("Tills", "settings");
    }
    return {};
}

QString Wording::setting(Item item)
{
    switch (item) {
    case Item::Layout:
        return tr("Begin with");
    case Item::Pickup:
        return tr("Pickup numbers");
    case Item::BigAmount:
        return tr("Ask twice above");
    case Item::PaidSeconds:
        return tr("“Paid” stays");
    case Item::Sound:
        return tr("Sounds");
    case Item::SoundVolume:
        return tr("How loud sounds are");
    case Item::Voice:
        return tr("Voice");
    case Item::VoiceVolume:
        return tr("How loud the voice is");
    case Item::SayTill:
        return tr("Say the till number");
    case Item::TryPaid:
        return tr("Paid", "sound");
    case Item::TryRefused:
        return tr("Wrong key", "sound");
    case Item::TryAttention:
        return tr("Attention", "sound");
    case Item::CustomerScreen:
        return tr("Customer's screen");
    case Item::PrinterKind:
        return tr("Printer");
    case Item::PrinterHost:
        return tr("Address", "printer");
    case Item::PrinterPort:
        return tr("Port");
    case Item::PrinterPath:
        return tr("Device");
    case Item::PrinterBaud:
        return tr("Baud rate");
    case Item::PrinterName:
        return tr("Name", "printer");
    case Item::PrinterPaper:
        return tr("Paper");
    case Item::PrinterCut:
        return tr("Cut");
    case Item::PrinterDrawer:
        return tr("Drawer", "printer");
    case Item::PrinterStatus:
        return tr("Answers");
    case Item::Address:
        return tr("Printed words");
    case Item::Footer:
        return tr("Last line");
    case Item::Print:
        return tr("Print receipts");
    case Item::Preview:
        return tr("Preview");
    case Item::TryPrint:
        return tr("Test print");
    case Item::Shop:
        return tr("Shop's name");
    case Item::Till:
        return tr("Till's name");
    case Item::Language:
        return tr("Language", "settings");
    case Item::Theme:
        return tr("Colours");
    case Item::ImportGoods:
        return tr("Import CSV…");
    case Item::ExportGoods:
        return tr("Export CSV…");
    case Item::AddTill:
        return tr("Add a till…");
    case Item::JoinServer:
        return tr("Join a server…");
    case Item::JoinAddress:
        return addressLabel();
    case Item::JoinCode:
        return tr("Code", "pairing");
    case Item::LeaveKiosk:
        return tr("Close the till…");
    case Item::CertificateSame:
    case Item::CertificateOther:
        break; // the page says it
    }
    return {};
}

QString Wording::settingValue(const SettingsView::Entry &entry, const QString &value)
{
    const QHash<QString, QString> words{{QStringLiteral("amount"), tr("Amount")},
                                        {QStringLiteral("goods"), tr("Goods")},
                                        {QStringLiteral("off"), tr("Off", "settings")},
                                        {QStringLiteral("auto"), tr("Second screen")},
                                        {QStringLiteral("window"), tr("Or a window")},
                                        {QStringLiteral("none"), tr("None", "settings")},
                                        {QStringLiteral("network"), tr("LAN")},
                                        {QStringLiteral("device"), tr("USB")},
                                        {QStringLiteral("serial"), tr("Serial")},
                                        {QStringLiteral("system"), tr("System")},
                                        {QStringLiteral("pdf"), QStringLiteral("PDF")},
                                        {QStringLiteral("always"), tr("Always")},
                                        {QStringLiteral("ask"), tr("On F10")},
                                        {QStringLiteral("never"), tr("Never")},
                                        {QStringLiteral("light"), tr("Light")},
                                        {QStringLiteral("dark"), tr("Dark")},
                                        {QStringLiteral("high_contrast"), tr("Contrast")}};
    switch (entry.item) {
    case Item::BigAmount: {
        const auto amount = Money::fromFen(value.toLongLong());
        return amount ? money(*amount) : value;
    }
    case Item::PaidSeconds:
        return tr("%1 s").arg(value);
    case Item::SoundVolume:
    case Item::VoiceVolume:
        return value + u'%';
    case Item::PrinterPaper:
        return value + QStringLiteral(" mm");
    case Item::Language:
        return value == QLatin1String("en") ? QStringLiteral("English") : QStringLiteral("中文");
    default:
        break;
    }
    return words.value(value, value);
}

QString Wording::settingSwitch(Item item, bool on)
{
    if (item == Item::PrinterCut || item == Item::PrinterDrawer || item == Item::PrinterStatus)
        return setting(item);
    return on ? tr("On", "settings") : tr("Off", "settings");
}

QString Wording::settingField(Item item)
{
    switch (item) {
    case Item::PrinterHost:
        return QStringLiteral("192.168.1.50");
    case Item::PrinterName:
        return tr("Name of a printer of this computer");
    case Item::Address:
        return tr("Address and telephone");
    case Item::Footer:
        return tr("Thank you!");
    default:
        return {};
    }
}

QString Wording::settingsAbout(const SettingsView &settings)
{
    switch (settings.group) {
    case Group::Selling:
        return tr("Above that amount, Pay asks for a second press.");
    case Group::Sound:
        return tr("The three sounds, and a phrase that no payment has:");
    case Group::Customer:
        return tr(
            "The second screen shows the customer the bill and the code. Without one there is nothing, or a window "
            "on this screen.");
    case Group::Receipt:
        return tr("“Answers”: the printer can say that it has no paper. “Drawer”: a cash drawer hangs on it.");
    case Group::Shop:
        return tr("Names count from the next start on. How large everything is, the system's display settings say.");
    case Group::Goods:
        return settings.goodsAt.isValid() ? tr("%1 goods, fetched %2.").arg(settings.goods).arg(when(settings.goodsAt))
                                          : tr("The shop's goods have not been fetched yet.");
    case Group::Tills:
        return tr("“Add a till”: this till's server shows a code, with which another till joins it. “Join a server”: "
                  "this till works for a server elsewhere from then on.");
    }
    return {};
}

QString Wording::settingsSays(const SettingsView &settings)
{
    switch (settings.say) {
    case Say::Nothing:
        return joinSays(settings.join);
    case Say::Kept:
        return tr("Kept. It counts from now on.");
    case Say::KeptForRestart:
        return tr("Kept. It counts from the next start on.");
    case Say::NotKept:
        return tr("It could not be written to this till's disk. Nothing has changed.");
    case Say::NotThat:
        return tr("That cannot be: nothing at all, too much or too long.");
    case Say::PrinterIncomplete:
        return tr("It is kept when it is known where the printer is.");
    case Say::NeedsSupervisor:
        return tr("A supervisor has to sign for this.");
    case Say::Importing:
        return tr("The server is reading the file…");
    case Say::Imported:
        return tr("Imported: these %1 goods are the shop's now, and no others.").arg(settings.count);
    case Say::WrongLines:
        return tr("Nothing was imported. These lines are wrong:");
    case Say::ImportRefused:
        return tr("The server did not take the file (%1).").arg(settings.code);
    case Say::FileNotRead:
        return tr("The file cannot be read.");
    case Say::FileTooLarge:
        return tr("The file is larger than 1 MB.");
    case Say::NotAnswered:
        return tr("The server did not answer. Look at the goods before the next try.");
    case Say::Exporting:
        return tr("Fetching the goods…");
    case Say::Exported:
        return tr("Saved: %1").arg(settings.code);
    case Say::NotExported:
        return tr("The file cannot be written there.");
    case Say::Printing:
        return tr("Printing…");
    case Say::Printed:
        return tr("The test has come out.");
    case Say::NotPrinted:
        return testTrouble(settings.trouble);
    }
    return {};
}

QString Wording::settingKeep()
{
    return tr("Keep");
}
QString Wording::more(bool up)
{
    return up ? tr("More") : tr("Less");
}
QString Wording::wrongLine(const SettingsView::WrongLine &wrong)
{
    return tr("Line %1: %2").arg(wrong.line).arg(wrong.message);
}
QString Wording::goodsFiles()
{
    return tr("Spreadsheets (*.csv)");
}

QList<std::pair<QString, QString>> Wording::settingsKeys()
{
    return {{QStringLiteral("1–7 ↑ ↓"), tr("Another group")},
            {QStringLiteral("Tab"), tr("To the next control")},
            {QStringLiteral("Space"), tr("Press it")},
            {QStringLiteral("Enter"), tr("Keep what is typed")},
            {QStringLiteral("Esc"), tr("Back to the sale")}};
}
