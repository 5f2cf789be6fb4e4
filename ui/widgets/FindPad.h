// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Wish.h"
#include "ui/widgets/TouchButton.h"

class ActionButton;
class QGridLayout;

/// The keys of a search line, to be touched, over one wide button that goes on.
class FindPad : public QWidget
{
    Q_OBJECT
public:
    enum class Keys {
        Search, ///< digits and the signs of amounts and times
        Digits,
    };
    FindPad(const QString &name, Keys keys, const Theme &theme, QWidget *parent);

    void show(const QString &action, bool enabled);
    using QWidget::show;
    void fit();

signals:
    void wished(const Wish &wish);

private:
    TouchButton *addKey(int row, int column, const QString &face, const Wish &wish);

    const Theme &m_theme;
    QGridLayout *m_grid;
    QList<TouchButton *> m_keys;
    TouchButton *m_backspace = nullptr;
    TouchButton *m_clear = nullptr;
    ActionButton *m_action;
};
