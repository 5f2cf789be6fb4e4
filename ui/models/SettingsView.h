// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/PairingView.h"
#include "ui/models/PrinterTrouble.h"

#include <QDateTime>
#include <QList>
#include <QStringList>

/// Alt+S: how this till is set up, one group at a time.
struct SettingsView
{
    enum class Group { Selling, Sound, Customer, Receipt, Shop, Goods, Tills };
    static constexpr int groups = 7;
    enum class Step {
        List, ///< entries
        Number, ///< of `number`, typed
        Supervisor, ///< OfficeView::supervisor types the PIN
        Preview, ///< a receipt as it comes out
        AddTill, ///< addTill
        Join, ///< join; the last one, for it has steps of its own
    };
    enum class Item {
        Layout,
        Pickup,
        BigAmount,
        PaidSeconds,
        Sound,
        SoundVolume,
        Voice,
        VoiceVolume,
        SayTill,
        TryPaid, ///< the sound and a phrase
        TryRefused,
        TryAttention,
        CustomerScreen,
        PrinterKind,
        PrinterHost,
        PrinterPort,
        PrinterPath,
        PrinterBaud,
        PrinterName,
        PrinterPaper,
        PrinterCut,
        PrinterDrawer,
        PrinterStatus,
        Address,
        Footer,
        Print, ///< when a receipt comes out
        Preview,
        TryPrint,
        Shop,
        Till,
        Language,
        Theme,
        ImportGoods,
        ExportGoods,
        AddTill,
        JoinServer,
        JoinAddress, ///< Step::Join
        CertificateSame,
        CertificateOther,
        JoinCode,
        LeaveKiosk, ///< where the window is the whole screen for good
    };
    enum class Control {
        Choice, ///< one of a few
        Switch,
        Steps, ///< a number, up and down
        Number, ///< one that is typed on keys to touch
        Text,
        Action,
    };
    enum class Say {
        Nothing,
        Kept,
        KeptForRestart, ///< it counts from the next start on
        NotKept, ///< the till's own disk refused to write; nothing has changed
        NotThat, ///< no such value can be
        PrinterIncomplete, ///< it is kept when the printer has an address or a name
        NeedsSupervisor,
        Importing,
        Imported, ///< count
        WrongLines, ///< wrong; no goods have changed
        ImportRefused, ///< code
        FileNotRead,
        FileTooLarge,
        NotAnswered, ///< the server did not answer
        Exporting,
        Exported, ///< code: the file
        NotExported, ///< the file cannot be written
        Printing, ///< the test
        Printed,
        NotPrinted, ///< trouble
    };
    struct Entry
    {
        Item item = Item::Layout;
        QString value; ///< as in till.json; of a switch "true" or "false"
        QStringList choices = {};
    };
    struct WrongLine
    {
        int line = 0;
        QString message;
    };

    Group group = Group::Selling;
    Step step = Step::List;
    Say say = Say::Nothing;
    QString code;
    PrinterTrouble trouble = PrinterTrouble::None;
    QDateTime previewedAt; ///< Step::Preview
    QString shop; ///< whose receipts they are
    QString till;
    qsizetype count = 0;
    QList<Entry> entries; ///< of the group; what this printer has not is not there
    Item number = Item::BigAmount; ///< Step::Number
    QString typed;
    qsizetype goods = 0; ///< in the till's copy of the list
    QDateTime goodsAt; ///< when the server was last asked; invalid: never
    QList<WrongLine> wrong;
    int page = 0; ///< of them; counts up, shown modulo the pages there are
    AddTillView addTill;
    JoinView join; ///< Step::Join, and why it does not come up
    bool kiosk = false; ///< nothing else of this computer may be reached from here
    bool leavingKiosk = false; ///< Step::Supervisor: what is signed for

    static Control controlOf(Item item)
    {
        switch (item) {
        case Item::Layout:
        case Item::CustomerScreen:
        case Item::PrinterKind:
        case Item::PrinterPaper:
        case Item::Print:
        case Item::Language:
        case Item::Theme:
            return Control::Choice;
        case Item::PaidSeconds:
        case Item::SoundVolume:
        case Item::VoiceVolume:
        case Item::PrinterBaud:
            return Control::Steps;
        case Item::BigAmount:
        case Item::PrinterPort:
            return Control::Number;
        case Item::PrinterHost:
        case Item::PrinterPath:
        case Item::PrinterName:
        case Item::Address:
        case Item::Footer:
        case Item::Shop:
        case Item::Till:
        case Item::JoinAddress:
        case Item::JoinCode:
            return Control::Text;
        case Item::TryPaid:
        case Item::TryRefused:
        case Item::TryAttention:
        case Item::TryPrint:
        case Item::Preview:
        case Item::ImportGoods:
        case Item::ExportGoods:
        case Item::AddTill:
        case Item::JoinServer:
        case Item::CertificateSame:
        case Item::CertificateOther:
        case Item::LeaveKiosk:
            return Control::Action;
        default:
            return Control::Switch;
        }
    }
};
