// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Card.h"

class ActionButton;

/// F1: every key and what it does, over the right-hand column. Never over the QR, and it stops nothing.
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
    qreal rowHeight() const;
    qreal meaningLeft() const;
    QFont meaningFont(const QString &meaning) const;
    void paintRow(QPainter &painter, qreal top, const QString &key, const QString &meaning) const;

    ActionButton *m_close;
    QList<std::pair<QString, QString>> m_keys;
};
