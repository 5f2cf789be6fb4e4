// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/PairingScenes.h"

namespace {

using Item = SettingsView::Item;
using Step = SettingsView::Step;

const QString fingerprint = QStringLiteral("3f9ac01b77e2d84466aa10f3c5b98e21d07f4411ab3c92e0580bd6f7a1e4cc39");

TillView tillsOf(TillView view, Step step)
{
    view.office.page = OfficeView::Page::Settings;
    view.office.settings.group = SettingsView::Group::Tills;
    view.office.settings.step = step;
    view.office.settings.entries = {{Item::AddTill, {}}, {Item::JoinServer, {}}};
    return view;
}

void addCodes(QList<LookScene> &scenes, const TillView &quiet)
{
    using Say = AddTillView::Say;
    TillView view = tillsOf(quiet, Step::AddTill);
    AddTillView &shown = view.office.settings.addTill;
    shown.addresses =
        QStringList{QStringLiteral("https://shop.local:8443"), QStringLiteral("https://192.168.1.5:8443")};
    shown.fingerprint = fingerprint;
    scenes.append({"add-till-asking", view});
    shown.say = Say::Shown;
    shown.code = QStringLiteral("7K3M-Q9XD");
    shown.secondsLeft = 278;
    scenes.append({"add-till", view});
    shown.addresses = QStringList{QStringLiteral("http://127.0.0.1:8080")};
    shown.onlyHere = true;
    shown.fingerprint.clear();
    shown.secondsLeft = 9;
    scenes.append({"add-till-here", view});
    shown = {};
    shown.addresses = QStringList{QStringLiteral("https://shop.local:8443")};
    shown.fingerprint = fingerprint;
    for (const auto &[say, name] : {std::pair(Say::Over, "add-till-over"),
                                    {Say::NotAnswered, "add-till-not-answered"},
                                    {Say::Refused, "add-till-refused"}}) {
        shown.say = say;
        shown.refusal = QStringLiteral("RATE_LIMITED");
        scenes.append({QLatin1String(name), view});
    }
}

void addJoin(QList<LookScene> &scenes, const TillView &quiet)
{
    using Say = JoinView::Say;
    TillView view = tillsOf(quiet, Step::List);
    scenes.append({"settings-tills", view});
    view.office.settings.kiosk = true;
    view.office.settings.entries.append({Item::LeaveKiosk, {}});
    scenes.append({"settings-tills-kiosk", view});
    view = tillsOf(quiet, Step::List);
    view.office.settings.join.say = Say::StillOpen;
    view.office.settings.join.open = OpenBusiness::Payment;
    scenes.append({"settings-tills-open", view});
    view.office.settings.join.say = Say::FixedByStart;
    scenes.append({"settings-tills-fixed", view});
    view = tillsOf(quiet, Step::Join);
    JoinView &join = view.office.settings.join;
    join.till = QString::fromUtf8("2 号收银台");
    const auto says = [&](const char *name, Say say, bool busy = false) {
        join.say = say;
        join.busy = busy;
        scenes.append({QLatin1String(name), view});
    };
    says("join-address", Say::Nothing);
    join.address = QStringLiteral("http://shop.local:8443");
    says("join-in-the-clear", Say::InTheClear);
    says("join-connecting", Say::Connecting, true);
    says("join-unreachable", Say::Unreachable);
    says("join-differs", Say::Differs);
    join.address = QStringLiteral("https://shop.local:8443");
    join.fingerprint = fingerprint;
    join.step = JoinView::Step::Certificate;
    says("join-certificate", Say::Nothing);
    says("join-compare", Say::CompareFirst);
    join.vouched = true;
    says("join-vouched", Say::Nothing);
    join.step = JoinView::Step::Code;
    says("join-code", Say::Nothing);
    join.code = QStringLiteral("7k3m q9xd");
    says("join-joining", Say::Joining, true);
    for (int say = int(Say::NotACode); say <= int(Say::NotKept); ++say) {
        if (Say(say) == Say::Joining)
            continue;
        join.refusal = QStringLiteral("TOO_MANY_TERMINALS");
        says(qPrintable(QStringLiteral("join-says-%1").arg(say)), Say(say));
    }
    join.step = JoinView::Step::Done;
    says("join-done", Say::Nothing);
}

} // namespace

void PairingScenes::add(QList<LookScene> &scenes, const TillView &quiet)
{
    addCodes(scenes, quiet);
    addJoin(scenes, quiet);
}
