// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/PhonePill.h"

#include "ui/Wording.h"

using Phone = LockView::Phone;

PhonePill::PhonePill(const Theme &theme, QWidget *parent) : Pill(QStringLiteral("phonePill"), 20, theme, parent) {}

const Tint &PhonePill::tintOf(Phone state, const Theme &theme)
{
    switch (state) {
    case Phone::Connecting:
    case Phone::Making:
    case Phone::Waiting:
    case Phone::Scanned:
        return theme.tokens().blue;
    case Phone::Strange:
    case Phone::Expired:
        return theme.tokens().amber;
    case Phone::Unreachable:
        return theme.tokens().red;
    case Phone::Cancelled:
    case Phone::Off:
        break;
    }
    return theme.tokens().grey;
}

QString PhonePill::iconOf(Phone state)
{
    switch (state) {
    case Phone::Connecting:
    case Phone::Making:
        return QStringLiteral("creating");
    case Phone::Waiting:
        return QStringLiteral("waiting");
    case Phone::Scanned:
        return QStringLiteral("phonetick");
    case Phone::Strange:
        return QStringLiteral("phone");
    case Phone::Cancelled:
        return QStringLiteral("cancelled");
    case Phone::Expired:
        return QStringLiteral("expired");
    case Phone::Off:
        return QStringLiteral("lock");
    case Phone::Unreachable:
        return QStringLiteral("offline");
    }
    return {};
}

void PhonePill::show(const TillView &view)
{
    const Tint &tint = tintOf(view.lock.phone, m_theme);
    setContent(Wording::phone(view.lock), iconOf(view.lock.phone), tint.soft, tint.ink);
}
