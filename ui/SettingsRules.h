// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/SettingsView.h"

#include <QJsonObject>
#include <optional>

/// What each setting is called in till.json, and what it may be.
struct SettingRule
{
    using Item = SettingsView::Item;
    using Group = SettingsView::Group;

    Item item = Item::Layout;
    Group group = Group::Selling;
    QString member = {}; ///< empty: an action
    QString inner = {}; ///< of that member, where it is an object
    QStringList choices = {}; ///< of a choice; of Steps too, where they are not even
    int least = 0; ///< a number's; of a text its characters
    int most = 0;
    int step = 1;
    bool restart = false; ///< it counts from the next start on
    bool isNumber = false; ///< a choice that is a number in the file
    QJsonValue otherwise = {}; ///< where nothing is said

    static const SettingRule &of(Item item);
    static QList<Item> itemsOf(Group group);

    QString valueIn(const QJsonObject &values) const;
    /// What such a wish makes of the value; nothing: it cannot be.
    std::optional<QJsonValue> wished(const QString &value, const QString &wish) const;
    /// Whether a printer of that kind has it.
    bool isOfPrinter(const QString &kind) const;
};
