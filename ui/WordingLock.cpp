// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the lock page, and of a kiosk without its till.
#include "ui/Wording.h"

QString Wording::lockTitle()
{
    return tr("Staff sign-in");
}

QString Wording::lockHint(const LockView &lock, const QString &shop, const QString &till)
{
    const QString place = Wording::till(shop, till);
    if (lock.binding)
        return tr("Bind only a phone that you see before you.");
    switch (lock.phone) {
    case LockView::Phone::Strange:
        return tr("This phone is new here: a manager types the PIN at the right.");
    case LockView::Phone::Scanned:
        return tr("Pick this number on the phone, and the till opens.");
    case LockView::Phone::Off:
        return tr("%1 · type your PIN", "shop and till").arg(place);
    default:
        return tr("%1 · scan with WeChat, or type your PIN", "shop and till").arg(place);
    }
}

QString Wording::phone(const LockView &lock)
{
    switch (lock.phone) {
    case LockView::Phone::Connecting:
        return tr("Connecting…");
    case LockView::Phone::Making:
        return tr("Making the code…");
    case LockView::Phone::Waiting:
        return tr("Waiting for a scan · %1").arg(minutes(lock.secondsLeft));
    case LockView::Phone::Scanned:
        return tr("%1 has scanned · %2").arg(lock.owner, minutes(lock.secondsLeft));
    case LockView::Phone::Strange:
        return tr("A new phone · %1").arg(minutes(lock.secondsLeft));
    case LockView::Phone::Cancelled:
        return tr("Cancelled on the phone");
    case LockView::Phone::Expired:
        return tr("The code has expired");
    case LockView::Phone::Off:
        return tr("Phone sign-in is off");
    case LockView::Phone::Unreachable:
        return tr("No answer; trying again");
    }
    return {};
}

QString Wording::lockSays(const LockView &lock)
{
    switch (lock.say) {
    case LockView::Say::Nothing:
        if (lock.phone == LockView::Phone::Strange)
            return tr("A new phone has scanned: a manager's PIN binds it.");
        if (!lock.practicePin.isEmpty())
            return tr("Practice: everybody's PIN is %1").arg(lock.practicePin);
        if (lock.people.isEmpty())
            return {};
        return lock.chosen.isEmpty() ? tr("Choose your name, then type six digits") : tr("Type your six digits");
    case LockView::Say::ChoosePerson:
        return tr("Now choose your name");
    case LockView::Say::Checking:
        return tr("One moment…");
    case LockView::Say::WrongPin:
        return lock.count < 0 ? tr("Wrong PIN. Please try again.") : tr("Wrong PIN. Tries left: %1").arg(lock.count);
    case LockView::Say::Blocked:
        return tr("Too many wrong PINs. Wait %1").arg(minutes(lock.count));
    case LockView::Say::NotReached:
        return tr("The server did not answer. Please try again.");
    case LockView::Say::SignInEnded:
        return tr("Your sign-in has ended. Please sign in again.");
    case LockView::Say::WhosePhone:
        return tr("%1, whose phone is this?").arg(lock.manager);
    case LockView::Say::BindRefused:
        return tr("You may not bind that person's phone.");
    case LockView::Say::NobodyMay:
        break; // of a supervisor's pad alone
    }
    return {};
}

QString Wording::pickOnPhone()
{
    return tr("Pick on the phone");
}
QString Wording::loginCodeName()
{
    return tr("Code to sign in with a phone");
}
QString Wording::signInOnly(const QString &manager)
{
    return tr("Don't bind it, sign in as %1").arg(manager);
}
QString Wording::cancelBinding()
{
    return tr("Not now");
}
QString Wording::morePeople()
{
    return tr("More ›");
}
QString Wording::chosenPerson(const QString &name)
{
    return tr("%1, chosen").arg(name);
}
QString Wording::pinDigits(int count)
{
    return tr("Digits typed: %1").arg(count);
}
QString Wording::lockButton(const QString &operatorName)
{
    return operatorName.isEmpty() ? tr("Lock the till (F8)") : tr("%1: lock the till (F8)").arg(operatorName);
}

QList<std::pair<QString, QString>> Wording::lockKeys()
{
    return {{QStringLiteral("Tab"), tr("To the next name or button")},
            {QStringLiteral("Space"), tr("Choose or press it")},
            {QStringLiteral("0–9"), tr("Type the PIN; the sixth digit sends it")},
            {QStringLiteral("Backspace"), tr("Take back the last key")},
            {QStringLiteral("Delete"), tr("Clear the PIN")},
            {QStringLiteral("F6"), tr("Make a new code")},
            {QStringLiteral("F1"), tr("This help")}};
}

QString Wording::coverTitle(CoverView::Face face)
{
    return face == CoverView::Face::Trouble ? tr("The till does not start") : tr("One moment");
}
QString Wording::coverDetail(CoverView::Face face)
{
    switch (face) {
    case CoverView::Face::Starting:
        return tr("The till is starting.");
    case CoverView::Face::Again:
        return tr("The till has stopped and is starting again. A payment that was under way goes on then.");
    case CoverView::Face::Trouble:
        return tr("Please call whoever looks after this computer. It is tried again every minute.");
    }
    return {};
}
QString Wording::coverAgain()
{
    return tr("Try again");
}
QString Wording::refusalDetail()
{
    return tr("What was paid is not lost.\nPlease show this sentence to whoever looks after this computer:");
}

QString Wording::underWay(const TillView &view)
{
    switch (view.state) {
    case PayState::Ready:
    case PayState::Cancelled:
        return {};
    case PayState::Waiting:
        return tr("Taking payment %1 · %2").arg(money(view.amount), tr("waiting", "for the customer to pay"));
    case PayState::Paid:
        return paid(view.training) + u' ' + money(view.amount);
    default:
        return tr("Taking payment %1 · %2").arg(money(view.amount), state(view.state, view.training));
    }
}
