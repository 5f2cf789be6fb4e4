// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a till that is added, and of one that goes to another server.
#include "ui/Wording.h"

namespace {

constexpr qsizetype groupChars = 4;
constexpr qsizetype lineChars = 32;

} // namespace

QString Wording::addTillTitle()
{
    return tr("A code for another till");
}

QString Wording::addTillHow()
{
    return tr("On the other till: settings (Alt+S), “Tills”, “Join a server”. Type this there:");
}

QString Wording::addressLabel()
{
    return tr("Address", "server");
}

QString Wording::certificateLabel()
{
    return tr("Certificate");
}

QString Wording::certificateGroups(const QString &fingerprint, int line)
{
    const QString digits = fingerprint.mid(line * lineChars, lineChars).toUpper();
    QString grouped;
    for (qsizetype at = 0; at < digits.size(); at += groupChars)
        grouped += (at > 0 ? QStringLiteral("  ") : QString()) + digits.mid(at, groupChars);
    return grouped;
}

QString Wording::noCertificate()
{
    return tr("None: nothing leaves this computer");
}

QString Wording::newPairingCode()
{
    return tr("New code", "pairing");
}

QString Wording::addTillSays(const AddTillView &add)
{
    using Say = AddTillView::Say;
    switch (add.say) {
    case Say::Asking:
        return tr("The server is making a code…");
    case Say::Shown:
        return add.onlyHere ? tr(
                   "This address is good on this computer alone. For tills elsewhere start the server with --host, "
                   "--public-name and TLS.")
                            : tr("It is good once, for five minutes. Show it to nobody whose till it is not.");
    case Say::Over:
        return tr("The five minutes are over, and this code is good no more. F6 makes a new one.");
    case Say::NotAnswered:
        return tr("The server did not answer. Look at its network, then press F6.");
    case Say::Refused:
        return tr("The server made no code (%1). Wait a minute, then press F6.").arg(add.refusal);
    }
    return {};
}

QStringList Wording::joinSteps()
{
    return {addressLabel(), certificateLabel(), tr("Code", "pairing")};
}

QString Wording::joinTitle(JoinView::Step step)
{
    switch (step) {
    case JoinView::Step::Address:
        return tr("Where is the server?");
    case JoinView::Step::Certificate:
        return tr("Is it the right server?");
    case JoinView::Step::Code:
        return tr("The code that is shown there");
    case JoinView::Step::Done:
        return tr("This till has joined");
    }
    return {};
}

QString Wording::joinHow(const JoinView &join)
{
    switch (join.step) {
    case JoinView::Step::Address:
        return tr("On a till of that shop: settings (Alt+S), “Tills”, “Add a till”. It shows the address and a code.");
    case JoinView::Step::Certificate:
        return join.vouched
                   ? tr("An authority that this computer knows vouches for this address. Compare the certificate all "
                        "the same with what the other till shows:")
                   : tr("Nobody vouches for this certificate. Compare all of it with what the other till shows, or the "
                        "server's own screen:");
    case JoinView::Step::Code:
        return tr("Small letters, blanks and a missing hyphen do not matter. This till will be called “%1” there; for "
                  "another name go to “Looks” first.")
            .arg(join.till);
    case JoinView::Step::Done:
        return tr("It begins anew now, as a till of that server, with that shop's people and goods.");
    }
    return {};
}

QString Wording::joinField(bool code)
{
    return code ? QStringLiteral("7K3M-Q9XD") : QStringLiteral("https://shop.local:8443");
}

QString Wording::joinGo(const JoinView &join)
{
    switch (join.step) {
    case JoinView::Step::Address:
        return tr("Connect");
    case JoinView::Step::Certificate:
        return tr("They are the same");
    case JoinView::Step::Code:
        return tr("Join");
    case JoinView::Step::Done:
        return tr("Go on");
    }
    return {};
}

QString Wording::certificateOther()
{
    return tr("They differ");
}

QString Wording::joinOpen(OpenBusiness open)
{
    switch (open) {
    case OpenBusiness::Nothing:
        return {};
    case OpenBusiness::Sale:
        return tr("A sale is under way here. Finish or clear it first; then join.");
    case OpenBusiness::Payment:
        return tr("A payment of this till is not resolved yet. Wait until the strip below is quiet; then join.");
    case OpenBusiness::Refund:
        return tr("A refund of this till is not at its end yet (F9). Wait for it; then join.");
    case OpenBusiness::Held:
        return tr("Bills are put aside here (Alt+H). Take them back and finish or clear them; then join.");
    }
    return {};
}

QString Wording::joinSays(const JoinView &join)
{
    using Say = JoinView::Say;
    switch (join.say) {
    case Say::Nothing:
        return {};
    case Say::FixedByStart:
        return tr("This till was started for one server (--server, --profile or --training). Start it without that; "
                  "then join.");
    case Say::StillOpen:
        return joinOpen(join.open);
    case Say::NotAnAddress:
        return tr("That is no server's address. It looks like https://shop.local:8443: copy it from the other till.");
    case Say::InTheClear:
        return tr("To another computer it has to be https://, or others could listen. Ask for the server's https:// "
                  "address.");
    case Say::Connecting:
        return tr("Connecting…");
    case Say::Unreachable:
        return tr("The server cannot be reached. Compare the address, and look whether both are on the same network.");
    case Say::NoTls:
        return tr("Something answers there, but not safely (no TLS). Compare the address and its port.");
    case Say::CompareFirst:
        return tr("Compare the two first. Then press the button itself: Tab, and Space.");
    case Say::Differs:
        return tr("Then it is another server, or somebody is in between: nothing was sent. Compare the address, or ask "
                  "who looks after the network.");
    case Say::NotACode:
        return tr("A code has eight letters and digits. Look at it again.");
    default:
        return joinCodeSays(join);
    }
}

QString Wording::joinCodeSays(const JoinView &join)
{
    using Say = JoinView::Say;
    switch (join.say) {
    case Say::Joining:
        return tr("Joining…");
    case Say::WrongCode:
        return tr(
            "The server does not know this code. Compare it; if it is the same, have a new one shown (F6 there).");
    case Say::CodeOver:
        return tr("Five minutes have gone by, so that code is over. Have a new one shown (F6 there).");
    case Say::CodeDead:
        return tr("Those were ten wrong tries: the code shown there is good no more. Have a new one shown (F6 there).");
    case Say::TooManyTries:
        return tr("Too many wrong tries: the server looks at no code for now. Wait a minute, then try again.");
    case Say::OtherCertificate:
        return tr("The server suddenly shows another certificate, so the code was not sent. Connect anew and compare.");
    case Say::NoAnswer:
        return tr("No answer came, so the code may be used up. Have a new one shown (F6 there), and type that.");
    case Say::Refused:
        return tr("The server did not take this till (%1). Have a new code shown, or ask who looks after it.")
            .arg(join.refusal);
    case Say::OldBusiness:
        return tr("What this till kept of an earlier server has an open payment in it. Start it with that server once "
                  "(--server), until it is resolved.");
    case Say::InUse:
        return tr("Another ScanTill on this computer is a till of a server already. Close that one; then join.");
    case Say::NotKept:
        return tr("It could not be written to this till's disk. Make room there, and join with a new code.");
    default:
        return {};
    }
}
