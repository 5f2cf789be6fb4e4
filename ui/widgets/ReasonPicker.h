// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/OfficeView.h"
#include "ui/models/Wish.h"
#include "ui/widgets/ActionButton.h"

/// Reasons as buttons, one of them chosen: beside each other, or with number keys under each other.
class ReasonPicker : public QWidget
{
    Q_OBJECT
public:
    enum class Shape { Row, Column };

    ReasonPicker(Shape shape, const Theme &theme, QWidget *parent);

    void show(const QList<MoneyReason> &reasons, MoneyReason chosen);
    using QWidget::show;
    int heightNeeded() const;

signals:
    void wished(const Wish &wish);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    static constexpr int most = 4;
    void arrange();
    int gap() const { return qMax(6, m_theme.space(10)); }

    const Shape m_shape;
    const Theme &m_theme;
    QList<ActionButton *> m_buttons;
    QList<MoneyReason> m_reasons;
};
