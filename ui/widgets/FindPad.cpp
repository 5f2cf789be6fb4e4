// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/FindPad.h"

#include "ui/Wording.h"
#include "ui/widgets/ActionButton.h"

#include <QGridLayout>

FindPad::FindPad(const QString &name, Keys keys, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_grid(new QGridLayout(this)),
      m_action(
          new ActionButton(name + QStringLiteral("Go"), QStringLiteral("pay"), QStringLiteral("Enter"), theme, this))
{
    setObjectName(name);
    m_grid->setContentsMargins(0, 0, 0, 0);
    // "<" takes one key back, "C" clears.
    const QStringList faces = keys == Keys::Search ? QStringList{QStringLiteral("789<"), QStringLiteral("456C"),
                                                                 QStringLiteral("123:"), QStringLiteral("0.¥-")}
                                                   : QStringList{QStringLiteral("789"), QStringLiteral("456"),
                                                                 QStringLiteral("123"), QStringLiteral("C0<")};
    for (int row = 0; row < int(faces.size()); ++row) {
        for (int column = 0; column < int(faces.at(row).size()); ++column) {
            const QString face = faces.at(row).at(column);
            if (face == u'<')
                m_backspace = addKey(row, column, {}, {Wish::Kind::Backspace});
            else if (face == u'C')
                m_clear = addKey(row, column, {}, {Wish::Kind::Clear});
            else
                addKey(row, column, face, {Wish::Kind::Type, face});
            m_grid->setColumnStretch(column, 1);
        }
        m_grid->setRowStretch(row, 1);
    }
    m_backspace->setObjectName(name + QStringLiteral("Backspace"));
    m_backspace->setIconName(QStringLiteral("backspace"));
    m_clear->setObjectName(name + QStringLiteral("Clear"));
    m_action->setCentred(true);
    m_action->setType(22, QFont::Bold);
    m_action->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    connect(m_action, &QPushButton::clicked, this, [this] { emit wished({Wish::Kind::Pay}); });
    m_grid->addWidget(m_action, 4, 0, 1, int(faces.first().size()));
    m_grid->setRowStretch(4, 1);
    fit();
}

TouchButton *FindPad::addKey(int row, int column, const QString &face, const Wish &wish)
{
    auto *key = new TouchButton(objectName() + face, face.isEmpty() ? QStringLiteral("softKey") : QStringLiteral("key"),
                                m_theme, this);
    key->setText(face);
    key->setType(face.isEmpty() ? 16 : 28, face.isEmpty() ? QFont::DemiBold : QFont::Medium);
    key->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    connect(key, &QPushButton::clicked, this, [this, wish] { emit wished(wish); });
    m_grid->addWidget(key, row, column);
    m_keys.append(key);
    return key;
}

void FindPad::fit()
{
    m_grid->setSpacing(qMax(4, m_theme.space(10)));
}

void FindPad::show(const QString &action, bool enabled)
{
    for (TouchButton *key : m_keys)
        key->setAccessibleName(Wording::keyName(key->text()));
    m_backspace->setAccessibleName(Wording::backspace());
    m_clear->setText(Wording::clear());
    m_clear->setAccessibleName(m_clear->text());
    m_action->setText(action);
    m_action->setAccessibleName(action);
    m_action->setEnabled(enabled);
}
