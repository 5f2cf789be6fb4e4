// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/Json.h"
#include "server/wechatpay/BillAmount.h"
#include "tests/fuzz/Fuzz.h"
#include "ui/input/AmountEntry.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace {

void requireAmount(Money money)
{
    Fuzz::require(money.fen() >= 0 && money.fen() <= Money::maxFen, "money has its range");
    const auto again = BillAmount::money(money.yuan());
    Fuzz::require(again && *again == money, "yuan read the same again");
}

void text(const QByteArray &bytes)
{
    const QString yuan = QString::fromUtf8(bytes);
    const auto money = BillAmount::money(yuan);
    if (money)
        requireAmount(*money);
    const auto exact = BillAmount::thousandthsOfFen(yuan);
    Fuzz::require(!money || (exact && *exact == money->fen() * 1000), "both readers say the same");
    if (exact)
        Fuzz::require(BillAmount::thousandthsOfFen(u'-' + yuan).has_value() == !yuan.startsWith(u'-'), "one sign");
}

void json(const QByteArray &bytes)
{
    const auto list = QJsonDocument::fromJson('[' + bytes + ']').array();
    const auto money = Json::toMoney(list.at(0));
    if (!money)
        return;
    requireAmount(*money);
    const auto written = QJsonDocument(QJsonArray{money->fen()}).toJson();
    Fuzz::require(Json::toMoney(QJsonDocument::fromJson(written).array().at(0))->fen() == money->fen(),
                  "fen read the same again");
}

/// Keys in any order: no sum above the limit, nothing that a refused key has left behind.
void keypad(Fuzz::Input input)
{
    static const QStringList keys{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "00", ".", "+", QString(u'×')};
    AmountEntry entry;
    for (int presses = 0; presses < 200 && !input.isAtEnd(); ++presses) {
        const int choice = input.byte() % int(keys.size() + 3);
        const EntryView before = entry.view();
        if (choice < keys.size()) {
            const bool refused = entry.type(keys[choice]) != AmountEntry::Refusal::None;
            Fuzz::require(!refused || (entry.view().text == before.text && entry.total() == before.total),
                          "a refused key changes nothing");
        } else if (choice == keys.size()) {
            entry.backspace();
        } else if (choice == keys.size() + 1) {
            entry.takeBack(1);
        } else {
            entry.clear();
        }
        Fuzz::require(entry.total().fen() <= AmountEntry::maxFen, "a bill has its limit");
        Fuzz::require(entry.view().total == entry.total(), "what is shown is the sum");
    }
    if (entry.isComplete())
        Fuzz::require(AmountEntry::of(entry.total()).total() == entry.total(), "a sum can be typed again");
}

} // namespace

/// Every text that becomes money; the first byte says by which way.
void fuzzOne(Fuzz::Input input)
{
    switch (input.byte() % 3) {
    case 0:
        return text(input.rest());
    case 1:
        return json(input.rest());
    default:
        return keypad(Fuzz::Input(input.rest()));
    }
}
