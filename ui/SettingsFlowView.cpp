// SPDX-License-Identifier: GPL-3.0-or-later
// What the settings show.
#include "ui/SettingsFlow.h"

void SettingsFlow::fill(OfficeView &view) const
{
    SettingsView &settings = view.settings;
    settings.group = m_group;
    settings.step = m_step;
    settings.say = m_say;
    settings.number = m_number;
    settings.typed = m_typed;
    settings.page = m_page;
    settings.kiosk = m_till.kiosk;
    settings.leavingKiosk = m_step == Step::Supervisor && m_waitingAction == Item::LeaveKiosk;
    settings.trouble = m_trouble;
    settings.previewedAt = m_previewedAt;
    settings.shop = m_till.values["shop"].toString();
    settings.till = m_till.values["till"].toString();
    QJsonObject values = m_till.values;
    values["printer"] = m_printer;
    const QString kind = SettingRule::of(Item::PrinterKind).valueIn(values);
    for (const Item item : SettingRule::itemsOf(m_group)) {
        const SettingRule &rule = SettingRule::of(item);
        if ((item == Item::AddTill && !m_pairing.add) || (item == Item::JoinServer && !m_pairing.join)
            || (item == Item::LeaveKiosk && !m_till.kiosk))
            continue;
        const bool ofPrinter = rule.member == QLatin1String("printer") || item == Item::TryPrint;
        if (ofPrinter && item != Item::TryPrint && !rule.isOfPrinter(kind))
            continue;
        if (item == Item::TryPrint && kind == QLatin1String("none"))
            continue;
        settings.entries.append({item, rule.valueIn(values), rule.choices});
    }
    if (m_group == Group::Goods)
        m_sheets.fill(settings);
    if (m_group == Group::Tills)
        fillPairing(settings);
    if (m_step == Step::Supervisor)
        m_pin.fill(view.supervisor);
}
