// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"

#include <QLineEdit>

/// A line of text with its input method: the only thing at the till that takes keys for itself. Enter keeps what is
/// typed, Esc takes it back; both give the keys to the window again.
class TextField : public QLineEdit
{
    Q_OBJECT
public:
    TextField(const QString &name, const Theme &theme, QWidget *parent);

    /// While somebody is typing here, their text stays.
    void show(const QString &text);
    using QLineEdit::show;
    /// As if Enter had been pressed.
    void enter();

signals:
    void entered(const QString &text); ///< another than was shown
    void confirmed(); ///< Enter; what was typed has been entered

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void leave();

    const Theme &m_theme;
    QString m_shown;
};
