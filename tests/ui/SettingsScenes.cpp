// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/SettingsScenes.h"

namespace {

using Item = SettingsView::Item;
using Group = SettingsView::Group;
using Say = SettingsView::Say;
using Step = SettingsView::Step;

TillView settings(TillView view, Group group, const QList<SettingsView::Entry> &entries)
{
    view.office.page = OfficeView::Page::Settings;
    view.office.settings.group = group;
    view.office.settings.entries = entries;
    return view;
}

const QStringList printers{"none", "network", "device", "serial", "system", "pdf"};

QList<SettingsView::Entry> receipt(const char *kind, const QList<SettingsView::Entry> &place)
{
    QList<SettingsView::Entry> entries{{Item::PrinterKind, QLatin1String(kind), printers}};
    entries += place;
    if (QLatin1String(kind) != QLatin1String("none"))
        entries += QList<SettingsView::Entry>{{Item::PrinterPaper, "80", {"58", "80"}}, {Item::TryPrint, {}}};
    if (QLatin1String(kind) == QLatin1String("network") || QLatin1String(kind) == QLatin1String("serial"))
        entries += QList<SettingsView::Entry>{
            {Item::PrinterCut, "true"}, {Item::PrinterDrawer, "true"}, {Item::PrinterStatus, "false"}};
    entries += {{Item::Address, QString::fromUtf8("中山路 18 号 · 021-5555 0123")},
                {Item::Footer, {}},
                {Item::Preview, {}},
                {Item::Print, "always", {"always", "ask", "never"}}};
    return entries;
}

void addReceipts(QList<LookScene> &scenes, const TillView &quiet)
{
    TillView view = settings(quiet, Group::Receipt,
                             receipt("network", {{Item::PrinterHost, "192.168.1.50"}, {Item::PrinterPort, "9100"}}));
    view.office.settings.say = Say::NotPrinted;
    view.office.settings.trouble = PrinterTrouble::Unclear;
    scenes.append({"settings-receipt", view});
    view = settings(quiet, Group::Receipt,
                    receipt("serial", {{Item::PrinterPath, "/dev/ttyS0"}, {Item::PrinterBaud, "115200"}}));
    view.state = PayState::Waiting;
    view.amount = *Money::fromFen(3650);
    scenes.append({"settings-receipt-selling", view});
    view = settings(quiet, Group::Receipt, receipt("system", {{Item::PrinterName, {}}}));
    view.office.settings.say = Say::PrinterIncomplete;
    scenes.append({"settings-receipt-system", view});
    scenes.append({"settings-receipt-none", settings(quiet, Group::Receipt, receipt("none", {}))});
    view = settings(quiet, Group::Receipt, receipt("pdf", {{Item::PrinterPath, "/home/till/Documents/ScanTill"}}));
    view.office.settings.say = Say::NotPrinted;
    view.office.settings.trouble = PrinterTrouble::Silent;
    scenes.append({"settings-receipt-pdf", view});
    view.office.settings.say = Say::Nothing;
    view.office.settings.step = Step::Preview;
    view.office.settings.previewedAt = QDateTime(QDate(2026, 11, 22), QTime(10, 42, 13));
    view.office.settings.shop = QString::fromUtf8("晨光咖啡");
    view.office.settings.till = QString::fromUtf8("1 号收银台");
    scenes.append({"settings-receipt-preview", view});
}

void addGoods(QList<LookScene> &scenes, const TillView &quiet)
{
    TillView view = settings(quiet, Group::Goods, {{Item::ImportGoods, {}}, {Item::ExportGoods, {}}});
    SettingsView &shown = view.office.settings;
    shown.goods = 1284;
    shown.goodsAt = QDateTime(QDate(2026, 11, 22), QTime(10, 41, 3));
    scenes.append({"settings-goods", view});
    shown.say = Say::Imported;
    shown.count = 10'000;
    scenes.append({"settings-goods-imported", view});
    shown.say = Say::WrongLines;
    for (int line = 1; line <= 20; ++line)
        shown.wrong.append(
            {line * 412, QStringLiteral("price must be yuan with at most two decimals, 0.01 to 99999.99")});
    scenes.append({"settings-goods-wrong", view});
    shown.wrong.clear();
    shown.goodsAt = {};
    shown.say = Say::NotAnswered;
    scenes.append({"settings-goods-none", view});
}

} // namespace

void SettingsScenes::add(QList<LookScene> &scenes, const TillView &quiet, const LockView &supervisor)
{
    const QList<SettingsView::Entry> selling{{Item::Layout, "amount", {"amount", "goods"}},
                                             {Item::Pickup, "false"},
                                             {Item::BigAmount, "99999900"},
                                             {Item::PaidSeconds, "5"}};
    TillView view = settings(quiet, Group::Selling, selling);
    view.lock.operatorName = QString::fromUtf8("林晓");
    scenes.append({"settings", view});
    view.office.settings.say = Say::NotKept;
    scenes.append({"settings-not-kept", view});
    view.office.settings.say = Say::NotThat;
    view.office.settings.step = Step::Number;
    view.office.settings.typed = QStringLiteral("999999");
    scenes.append({"settings-number", view});
    view.office.settings.step = Step::Supervisor;
    view.office.supervisor = supervisor;
    scenes.append({"settings-supervisor", view});
    view.office.settings.leavingKiosk = true;
    scenes.append({"leave-kiosk", view});
    view.office.supervisor.people.clear();
    view.office.supervisor.practicePin.clear();
    view.office.supervisor.say = LockView::Say::NobodyMay;
    scenes.append({"leave-kiosk-nobody", view});
    view.office.settings.leavingKiosk = false;
    view = settings(quiet, Group::Sound,
                    {{Item::Sound, "true"},
                     {Item::SoundVolume, "80"},
                     {Item::Voice, "true"},
                     {Item::VoiceVolume, "100"},
                     {Item::SayTill, "false"},
                     {Item::TryPaid, {}},
                     {Item::TryRefused, {}},
                     {Item::TryAttention, {}}});
    view.office.settings.say = Say::Kept;
    scenes.append({"settings-sound", view});
    scenes.append({"settings-customer",
                   settings(quiet, Group::Customer, {{Item::CustomerScreen, "auto", {"off", "auto", "window"}}})});
    scenes.append({"settings-shop", settings(quiet, Group::Shop,
                                             {{Item::Shop, QString::fromUtf8("晨光咖啡")},
                                              {Item::Till, QString::fromUtf8("1 号收银台")},
                                              {Item::Language, "zh_CN", {"zh_CN", "en"}},
                                              {Item::Theme, "system", {"system", "light", "dark", "high_contrast"}}})});
    addReceipts(scenes, quiet);
    addGoods(scenes, quiet);
}
