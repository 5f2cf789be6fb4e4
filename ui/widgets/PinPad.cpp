// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/PinPad.h"

#include "ui/Wording.h"
#include "ui/widgets/TouchButton.h"

#include <QGridLayout>

PinPad::PinPad(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("pinPad"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    for (int digit = 1; digit <= 9; ++digit) {
        const QString face = QString::number(digit);
        addKey(2 - (digit - 1) / 3, (digit - 1) % 3, QStringLiteral("pin") + face, face, {Wish::Kind::Type, face});
    }
    addKey(3, 0, QStringLiteral("pinClear"), {}, {Wish::Kind::Clear});
    addKey(3, 1, QStringLiteral("pin0"), QStringLiteral("0"), {Wish::Kind::Type, QStringLiteral("0")});
    addKey(3, 2, QStringLiteral("pinBackspace"), {}, {Wish::Kind::Backspace});
    m_clear = findChild<TouchButton *>(QStringLiteral("pinClear"));
    m_backspace = findChild<TouchButton *>(QStringLiteral("pinBackspace"));
    m_backspace->setIconName(QStringLiteral("backspace"));
    for (int column = 0; column < 3; ++column)
        grid->setColumnStretch(column, 1);
}

void PinPad::addKey(int row, int column, const QString &name, const QString &face, const Wish &wish)
{
    auto *key =
        new TouchButton(name, face.isEmpty() ? QStringLiteral("softKey") : QStringLiteral("key"), m_theme, this);
    key->setText(face);
    key->setType(face.isEmpty() ? 18 : 32, face.isEmpty() ? QFont::DemiBold : QFont::Medium);
    key->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(key, &QPushButton::clicked, this, [this, wish] { emit wished(wish); });
    static_cast<QGridLayout *>(layout())->addWidget(key, row, column);
    m_keys.append(key);
}

int PinPad::gap() const
{
    return qMax(6, m_theme.space(12));
}

void PinPad::setKeyHeight(int px)
{
    layout()->setSpacing(gap());
    for (TouchButton *key : m_keys)
        key->setFixedHeight(px);
    setFixedHeight(4 * px + 3 * gap());
}

void PinPad::show(const TillView &view)
{
    m_clear->setText(Wording::clear());
    for (TouchButton *key : m_keys) {
        key->setAccessibleName(key == m_backspace ? Wording::backspace() : key->text());
        key->setEnabled(view.lock.say != LockView::Say::Checking && view.lock.say != LockView::Say::Blocked);
    }
}
