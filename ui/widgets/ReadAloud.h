// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/TillView.h"

#include <QStringList>
#include <QWidget>

/// What a screen reader says by itself: the sale's state when it changes, and what the line of truth says. One
/// place, a pixel that paints nothing, which alerts whoever listens.
class ReadAloud : public QWidget
{
    Q_OBJECT
public:
    explicit ReadAloud(QWidget *window);

    /// Says what is new in the view; nothing when all of it has been said.
    void tell(const TillView &view);
    /// The view in another language: nothing is new in it.
    void translate(const TillView &view) { m_said = words(view); }

signals:
    void said(const QString &words);

private:
    static QStringList words(const TillView &view);
    static QString stateWords(const TillView &view);
    static QString pageWords(const TillView &view);

    QStringList m_said;
};
