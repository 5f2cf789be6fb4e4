// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"
#include "ui/models/Wish.h"

#include <QWidget>

class TouchButton;

/// The people of a lock page as buttons, three in a row; where there is no room for all, the last button turns to the
/// next ones.
class PeoplePicker : public QWidget
{
    Q_OBJECT
public:
    static constexpr int columns = 3;
    static constexpr int mostRows = 4; ///< twelve people at once

    PeoplePicker(const Theme &theme, QWidget *parent = nullptr);

    void show(const TillView &view);
    using QWidget::show;
    /// As many rows as may be had; fewer people take fewer.
    void setRows(int atMost, int rowHeight);
    int rowsNeeded() const { return int(m_people.size() + columns - 1) / columns; }
    int heightOf(int rows, int rowHeight) const { return rows * rowHeight + qMax(0, rows - 1) * gap(); }

signals:
    void wished(const Wish &wish);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    int gap() const { return qMax(6, m_theme.space(10)); }
    void arrange();
    TouchButton *buttonAt(int place);
    void face(TouchButton &button, const LockView::Button &person);

    const Theme &m_theme;
    QList<TouchButton *> m_buttons; ///< as many as were ever needed; hidden when not
    QList<LockView::Button> m_people;
    QString m_chosen;
    int m_page = 0;
    int m_rows = 1;
    int m_rowHeight = 44;
};
