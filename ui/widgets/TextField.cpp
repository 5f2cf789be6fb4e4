// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/TextField.h"

#include <QKeyEvent>

TextField::TextField(const QString &name, const Theme &theme, QWidget *parent) : QLineEdit(parent), m_theme(theme)
{
    setObjectName(name);
    setFrame(false);
    setFocusPolicy(Qt::StrongFocus);
    connect(this, &QLineEdit::editingFinished, this, &TextField::enter);
}

void TextField::show(const QString &text)
{
    const bool typing = hasFocus() && this->text() != m_shown;
    m_shown = text;
    if (!typing && this->text() != text)
        setText(text);
    setFixedHeight(m_theme.control(48));
}

void TextField::enter()
{
    if (text() == m_shown)
        return;
    m_shown = text(); // Enter and the loss of the focus are one
    emit entered(m_shown);
}

void TextField::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        setText(m_shown);
        return leave();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        enter();
        leave();
        return emit confirmed();
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void TextField::leave()
{
    if (auto *above = window())
        above->setFocus();
}
