// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/SettingsRules.h"

namespace {

using Item = SettingsView::Item;
using Group = SettingsView::Group;
using Control = SettingsView::Control;

constexpr int nameChars = 40;
constexpr int wireChars = 255;
constexpr int printedChars = 200;

SettingRule inner(Item item, const char *member, const char *name, const QJsonValue &otherwise)
{
    SettingRule rule{.item = item, .group = Group::Receipt, .member = QLatin1String(member)};
    rule.inner = QLatin1String(name);
    rule.otherwise = otherwise;
    return rule;
}

SettingRule text(SettingRule rule, int least, int most)
{
    rule.least = least;
    rule.most = most;
    return rule;
}

SettingRule choice(SettingRule rule, const QStringList &choices, bool isNumber = false)
{
    rule.choices = choices;
    rule.isNumber = isNumber;
    return rule;
}

SettingRule plain(Item item, Group group, const char *member)
{
    return {.item = item, .group = group, .member = QLatin1String(member)};
}

SettingRule numbers(SettingRule rule, int least, int most, int step)
{
    rule.least = least;
    rule.most = most;
    rule.step = step;
    return rule;
}

SettingRule action(Item item, Group group)
{
    return {.item = item, .group = group};
}

SettingRule name(Item item, const char *member)
{
    SettingRule rule = text(plain(item, Group::Shop, member), 1, nameChars);
    rule.restart = true;
    return rule;
}

QList<SettingRule> printerRules()
{
    return {choice(inner(Item::PrinterKind, "printer", "kind", "none"),
                   {"none", "network", "device", "serial", "system", "pdf"}),
            text(inner(Item::PrinterHost, "printer", "host", ""), 1, wireChars),
            numbers(inner(Item::PrinterPort, "printer", "port", 9100), 1, 65535, 1),
            text(inner(Item::PrinterPath, "printer", "path", ""), 1, wireChars),
            choice(inner(Item::PrinterBaud, "printer", "baud", 9600),
                   {"1200", "2400", "4800", "9600", "19200", "38400", "57600", "115200"}, true),
            text(inner(Item::PrinterName, "printer", "name", ""), 1, wireChars),
            choice(inner(Item::PrinterPaper, "printer", "paper", 80), {"58", "80"}, true),
            inner(Item::PrinterCut, "printer", "cut", true),
            inner(Item::PrinterDrawer, "printer", "drawer", false),
            inner(Item::PrinterStatus, "printer", "status", true)};
}

QList<SettingRule> makeRules()
{
    constexpr int mostYuan = 999'999;
    QList<SettingRule> rules{
        choice(plain(Item::Layout, Group::Selling, "layout"), {"amount", "goods"}),
        plain(Item::Pickup, Group::Selling, "pickup"),
        numbers(plain(Item::BigAmount, Group::Selling, "big_amount"), 1, mostYuan, 1),
        numbers(plain(Item::PaidSeconds, Group::Selling, "paid_seconds"), 2, 10, 1),
        plain(Item::Sound, Group::Sound, "sound"),
        numbers(plain(Item::SoundVolume, Group::Sound, "sound_volume"), 0, 100, 10),
        plain(Item::Voice, Group::Sound, "voice"),
        numbers(plain(Item::VoiceVolume, Group::Sound, "voice_volume"), 0, 100, 10),
        plain(Item::SayTill, Group::Sound, "voice_till"),
        action(Item::TryPaid, Group::Sound),
        action(Item::TryRefused, Group::Sound),
        action(Item::TryAttention, Group::Sound),
        choice(plain(Item::CustomerScreen, Group::Customer, "customer_screen"), {"off", "auto", "window"}),
        text(inner(Item::Address, "receipt", "address", ""), 0, printedChars),
        text(inner(Item::Footer, "receipt", "footer", ""), 0, printedChars),
        choice(inner(Item::Print, "receipt", "print", "always"), {"always", "ask", "never"}),
        action(Item::Preview, Group::Receipt),
        action(Item::TryPrint, Group::Receipt),
        name(Item::Shop, "shop"),
        name(Item::Till, "till"),
        choice(plain(Item::Language, Group::Shop, "language"), {"zh_CN", "en"}),
        choice(plain(Item::Theme, Group::Shop, "theme"), {"system", "light", "dark", "high_contrast"}),
        action(Item::ImportGoods, Group::Goods),
        action(Item::ExportGoods, Group::Goods),
        action(Item::AddTill, Group::Tills),
        action(Item::JoinServer, Group::Tills),
        action(Item::LeaveKiosk, Group::Tills)};
    return rules + printerRules();
}

const QList<SettingRule> &rules()
{
    static const QList<SettingRule> all = makeRules();
    return all;
}

/// One up or down, onto the even ones.
int stepped(const SettingRule &rule, int value, int by)
{
    const int even = by > 0 ? value - value % rule.step : value + (rule.step - value % rule.step) % rule.step;
    return even + by * rule.step;
}

} // namespace

const SettingRule &SettingRule::of(Item item)
{
    const auto found =
        std::find_if(rules().begin(), rules().end(), [item](const SettingRule &rule) { return rule.item == item; });
    return *found;
}

QList<SettingsView::Item> SettingRule::itemsOf(Group group)
{
    QList<Item> items;
    for (const SettingRule &rule : rules())
        if (rule.group == group)
            items.append(rule.item);
    return items;
}

QString SettingRule::valueIn(const QJsonObject &values) const
{
    const QJsonObject within = inner.isEmpty() ? values : values[member].toObject();
    QJsonValue value = within[inner.isEmpty() ? member : inner];
    if (value.isUndefined())
        value = otherwise;
    if (value.isBool())
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

std::optional<QJsonValue> SettingRule::wished(const QString &value, const QString &wish) const
{
    switch (SettingsView::controlOf(item)) {
    case Control::Switch:
        return QJsonValue(value != QLatin1String("true"));
    case Control::Choice:
        if (!choices.contains(wish))
            return std::nullopt;
        return isNumber ? QJsonValue(wish.toInt()) : QJsonValue(wish);
    case Control::Steps: {
        const int by = wish == QLatin1String("-") ? -1 : 1;
        if (!choices.isEmpty()) {
            const qsizetype at = choices.indexOf(value) + by;
            return at < 0 || at >= choices.size() ? std::nullopt : std::optional(QJsonValue(choices[at].toInt()));
        }
        const int to = stepped(*this, value.toInt(), by);
        return to < least || to > most ? std::nullopt : std::optional(QJsonValue(to));
    }
    case Control::Number: {
        constexpr int fenOfYuan = 100;
        const qint64 number = wish.toLongLong();
        if (number < least || number > most)
            return std::nullopt;
        return QJsonValue(item == Item::BigAmount ? number * fenOfYuan : number);
    }
    case Control::Text: {
        const QString typed = wish.simplified();
        return typed.size() < least || typed.size() > most ? std::nullopt : std::optional(QJsonValue(typed));
    }
    case Control::Action:
        break;
    }
    return std::nullopt;
}

bool SettingRule::isOfPrinter(const QString &kind) const
{
    switch (item) {
    case Item::PrinterKind:
        return true;
    case Item::PrinterHost:
    case Item::PrinterPort:
        return kind == QLatin1String("network");
    case Item::PrinterPath:
        return kind == QLatin1String("device") || kind == QLatin1String("serial") || kind == QLatin1String("pdf");
    case Item::PrinterBaud:
        return kind == QLatin1String("serial");
    case Item::PrinterName:
        return kind == QLatin1String("system");
    case Item::PrinterPaper:
        return kind != QLatin1String("none");
    default:
        return kind != QLatin1String("none") && kind != QLatin1String("system") && kind != QLatin1String("pdf");
    }
}
