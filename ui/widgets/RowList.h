// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Wish.h"
#include "ui/widgets/RowButton.h"

/// A list of rows to choose one from; where there is no room for all, the last button turns to the next ones. The page
/// that holds the chosen row comes up by itself when another is chosen.
class RowList : public QWidget
{
    Q_OBJECT
public:
    RowList(const QString &name, const Theme &theme, QWidget *parent = nullptr);

    /// page counts up; it is taken modulo the pages there are.
    void show(const QList<RowButton::Row> &rows, const QString &chosen, int page);
    using QWidget::show;
    int rowHeight() const { return m_theme.control(60); }
    int gap() const { return qMax(4, m_theme.space(8)); }

signals:
    void wished(const Wish &wish);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    RowButton *buttonAt(int place);

    const Theme &m_theme;
    QList<RowButton *> m_buttons; ///< as many as were ever needed; hidden when not
    TouchButton *m_more;
    QList<RowButton::Row> m_rows;
    QString m_chosen;
    int m_page = 0;
    int m_turned = 0; ///< pages, to show the chosen row
};
