// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/OfficeRig.h"
#include "tests/support/ScriptedPairing.h"

/// A till's settings on a disk that a test can spoil, with a scripted server's goods.
class SettingsRig
{
public:
    using Item = SettingsView::Item;
    using Group = SettingsView::Group;
    using Step = SettingsView::Step;
    using Say = SettingsView::Say;

    struct Goods final : GoodsDesk
    {
        QFuture<Result<List>> goods(qint64) override
        {
            ++asked;
            return ready(Result<List>(List{true, 1, {}}));
        }
        int asked = 0;
    };
    struct Sheets final : GoodsSheetDesk
    {
        QFuture<Result<QByteArray>> sheet() override { return sheets.ask({}); }
        QFuture<Result<Taken>> replace(const QByteArray &csv, const QByteArray &session) override
        {
            return replaced.ask({QString::fromUtf8(csv), QString::fromLatin1(session)});
        }
        ScriptedLoginDesk::Line<QByteArray> sheets;
        ScriptedLoginDesk::Line<Taken> replaced;
    };

    explicit SettingsRig(bool training = true,
                         const QJsonObject &values = {{"pickup", false},
                                                      {"layout", "amount"},
                                                      {"paid_seconds", 5},
                                                      {"sound_volume", 80},
                                                      {"big_amount", 50'000}},
                         bool kiosk = false)
        : flow({values, [this](const QJsonObject &changed) { return keep(changed); }, training, kiosk}, people, sheets,
               shelf, clock, {&add, &join})
    {
        shelf.start();
        QObject::connect(&flow, &SettingsFlow::refusedSound, &flow, [this] { ++refusals; });
        QObject::connect(&flow, &SettingsFlow::kept, &flow,
                         [this](const QJsonObject &changed) { kept.append(changed); });
        QObject::connect(&flow, &SettingsFlow::sessionDone, &flow,
                         [this](const QByteArray &session) { ended.append(session); });
        flow.open();
    }
    void wish(Wish::Kind kind, const QString &text = {}, int count = 0) { flow.wish({kind, text, count}); }
    void set(Item item, const QString &text = {}) { wish(Wish::Kind::Setting, text, int(item)); }
    void type(const QString &keys)
    {
        for (const QChar key : keys)
            wish(Wish::Kind::Type, key);
    }
    void show(Group group) { wish(Wish::Kind::SettingsGroup, {}, int(group)); }
    /// The only supervisor types the PIN.
    void sign()
    {
        people.peoples.answer(LoginDesk::People{{OfficeRig::chenJing()}, {}});
        type(QStringLiteral("135790"));
        clock.advance(std::chrono::milliseconds(PinLogin::sendAfterMs));
        people.pins.answer(LoginDesk::PinAnswer{.kind = LoginDesk::PinAnswer::Kind::SignedIn,
                                                .session = {"supervisor-1", OfficeRig::chenJing()}});
    }
    SettingsView view() const
    {
        OfficeView view;
        flow.fill(view);
        return view.settings;
    }
    QString value(Item item) const
    {
        for (const auto &entry : view().entries)
            if (entry.item == item)
                return entry.value;
        return QStringLiteral("(not there)");
    }
    QString file(const char *name, const QByteArray &bytes) const
    {
        QFile made(folder.filePath(QLatin1String(name)));
        if (!made.open(QIODevice::WriteOnly) || made.write(bytes) != bytes.size())
            qFatal("the test's file cannot be written");
        return made.fileName();
    }

    VirtualClock clock;
    QTemporaryDir folder;
    ScriptedLoginDesk people;
    Goods goods;
    Sheets sheets;
    GoodsShelf shelf{goods, clock, folder.filePath(QStringLiteral("goods.json"))};
    std::optional<Error> disk; ///< refuses with it
    OpenBusiness open = OpenBusiness::Nothing;
    ScriptedPairingDesk codes;
    ScriptedJoinDesk servers;
    AddTill add{codes, {{QStringLiteral("https://shop.local:8443")}, false}, clock};
    JoinServer join{&servers, {[] { return QStringLiteral("2 号台"); }, [this] { return open; }}, clock};
    SettingsFlow flow;
    QList<QJsonObject> kept;
    QByteArrayList ended; ///< sessions
    int refusals = 0;

private:
    Result<void> keep(const QJsonObject &)
    {
        if (disk)
            return *disk;
        return {};
    }
};
