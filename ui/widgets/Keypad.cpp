// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Keypad.h"

#include "ui/Wording.h"
#include "ui/widgets/PayButton.h"

#include <QGridLayout>

Keypad::Keypad(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("keypad"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    struct Face
    {
        const char *name;
        const char *face;
    };
    constexpr Face faces[4][4] = {{{"key7", "7"}, {"key8", "8"}, {"key9", "9"}, {"keyBackspace", ""}},
                                  {{"key4", "4"}, {"key5", "5"}, {"key6", "6"}, {"keyClear", ""}},
                                  {{"key1", "1"}, {"key2", "2"}, {"key3", "3"}, {"keyPlus", "+"}},
                                  {{"key0", "0"}, {"key00", "00"}, {"keyPoint", "."}, {"keyTimes", "×"}}};
    for (int row = 0; row < 4; ++row) {
        for (int column = 0; column < 4; ++column) {
            const QString face = QString::fromUtf8(faces[row][column].face);
            const Wish wish = !face.isEmpty() ? Wish{Wish::Kind::Type, face}
                              : row == 0      ? Wish{Wish::Kind::Backspace}
                                              : Wish{Wish::Kind::Clear};
            addKey(row, column, QString::fromLatin1(faces[row][column].name), face, wish);
        }
        grid->setRowStretch(row, 1);
        grid->setColumnStretch(row, 1);
    }
    m_backspace = findChild<TouchButton *>(QStringLiteral("keyBackspace"));
    m_backspace->setIconName(QStringLiteral("backspace"));
    m_clear = findChild<TouchButton *>(QStringLiteral("keyClear"));
    m_pay = new PayButton(theme, this);
    connect(m_pay, &QPushButton::clicked, this, [this] { emit wished({Wish::Kind::Pay}); });
    grid->addWidget(m_pay, 4, 0, 1, 4);
    grid->setRowStretch(4, 1);
    fit();
}

TouchButton *Keypad::addKey(int row, int column, const QString &name, const QString &face, const Wish &wish)
{
    auto *key =
        new TouchButton(name, face.isEmpty() ? QStringLiteral("softKey") : QStringLiteral("key"), m_theme, this);
    key->setText(face);
    const bool sign = face == QLatin1String("+") || face == QLatin1String("×");
    key->setType(face.isEmpty() ? 18 : sign ? 36 : 32, face.isEmpty() ? QFont::DemiBold : QFont::Medium);
    key->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    connect(key, &QPushButton::clicked, this, [this, wish] { emit wished(wish); });
    static_cast<QGridLayout *>(layout())->addWidget(key, row, column);
    m_keys.append(key);
    return key;
}

void Keypad::setCover(QWidget *cover)
{
    m_cover = cover;
    cover->setParent(this);
    for (TouchButton *key : m_keys) { // Pay stays where it is
        QSizePolicy place = key->sizePolicy();
        place.setRetainSizeWhenHidden(true);
        key->setSizePolicy(place);
    }
    setCovered(false);
}

void Keypad::setCovered(bool covered)
{
    for (TouchButton *key : m_keys)
        key->setVisible(!covered);
    m_cover->setVisible(covered);
    placeCover();
}

void Keypad::placeCover()
{
    if (!m_cover)
        return;
    layout()->activate();
    const auto *grid = static_cast<const QGridLayout *>(layout());
    m_cover->setGeometry(grid->cellRect(0, 0).united(grid->cellRect(3, 3)));
}

void Keypad::resizeEvent(QResizeEvent *)
{
    placeCover();
}

void Keypad::fit()
{
    layout()->setSpacing(qMax(6, m_theme.space(10)));
    placeCover();
}

void Keypad::show(const TillView &view)
{
    m_backspace->setText(Wording::backspace());
    m_clear->setText(Wording::clear());
    for (TouchButton *key : m_keys)
        key->setAccessibleName(Wording::keyName(key->text()));
    m_pay->show(view);
}
