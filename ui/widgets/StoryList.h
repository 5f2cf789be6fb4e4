// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"

#include <QWidget>

/// What happened to an order, in seconds and words. Where there is no room for all of it the middle is left out.
class StoryList : public QWidget
{
    Q_OBJECT
public:
    StoryList(const Theme &theme, QWidget *parent);

    void show(const QList<HistoryView::Moment> &story);
    using QWidget::show;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int pitch() const;
    QFont fontFor(const QList<std::pair<QString, QString>> &rows) const;
    qreal timeWidth(const QFont &font) const;

    const Theme &m_theme;
    QList<std::pair<QString, QString>> m_rows; ///< time, words
};
