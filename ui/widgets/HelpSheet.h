// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Card.h"

class ActionButton;

/// F1: every key and what it does, over the right-hand column; two columns in the smallest window. Never over the QR,
/// and it stops nothing.
class HelpSheet : public Card
{
    Q_OBJECT
public:
    HelpSheet(const Theme &theme, QWidget *parent);

    void show(const TillView &view);
    using Card::show;
    bool showsAllWords() const;

signals:
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    int columns() const; ///< two where one would make the rows too low
    qreal room() const; ///< for rows
    int rows() const { return int(m_keys.size() + columns() - 1) / columns(); }
    qreal columnWidth() const { return width() / qreal(columns()); }
    qreal rowHeight() const;
    qreal meaningLeft() const; ///< in its column
    QFont meaningFont(const QString &meaning) const;
    void paintRow(QPainter &painter, QPointF at, const QString &key, const QString &meaning) const;

    ActionButton *m_close;
    QList<std::pair<QString, QString>> m_keys;
};
