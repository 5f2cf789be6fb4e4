// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ReasonPicker.h"

#include "ui/Wording.h"

ReasonPicker::ReasonPicker(Shape shape, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_shape(shape), m_theme(theme)
{
    setObjectName(QStringLiteral("reasonPicker"));
    for (int place = 0; place < most; ++place) {
        const QString cap = shape == Shape::Column ? QString::number(place + 1) : QString();
        auto *button =
            new ActionButton(QStringLiteral("reason%1").arg(place), QStringLiteral("plain"), cap, theme, this);
        button->setType(18, QFont::DemiBold);
        button->setCentred(shape == Shape::Row);
        connect(button, &QPushButton::clicked, this, [this, place] {
            if (place < m_reasons.size())
                emit wished({.kind = Wish::Kind::Reason, .count = int(m_reasons.at(place))});
        });
        m_buttons.append(button);
    }
}

void ReasonPicker::show(const QList<MoneyReason> &reasons, MoneyReason chosen)
{
    m_reasons = reasons.mid(0, most);
    const bool filled = m_theme.tokens().border > 1; // where every edge is strong, a green one says too little
    for (int place = 0; place < most; ++place) {
        ActionButton *button = m_buttons.at(place);
        button->setVisible(place < m_reasons.size());
        if (place >= m_reasons.size())
            continue;
        const bool isChosen = m_reasons.at(place) == chosen;
        const QString words = Wording::reason(m_reasons.at(place));
        button->setTone(!isChosen ? QStringLiteral("plain")
                        : filled  ? QStringLiteral("filled")
                                  : QStringLiteral("chosen"));
        button->setText(words);
        button->setAccessibleName(isChosen ? Wording::chosenPerson(words) : words);
    }
    arrange();
}

int ReasonPicker::heightNeeded() const
{
    const int height = m_theme.control(56);
    return m_shape == Shape::Row ? height : int(m_reasons.size()) * (height + gap()) - gap();
}

void ReasonPicker::resizeEvent(QResizeEvent *)
{
    arrange();
}

void ReasonPicker::arrange()
{
    const int count = qMax(1, int(m_reasons.size()));
    const int high = m_theme.control(56);
    const int wide = m_shape == Shape::Column ? width() : (width() - (count - 1) * gap()) / count;
    for (int place = 0; place < int(m_reasons.size()); ++place) {
        const QPoint at =
            m_shape == Shape::Column ? QPoint(0, place * (high + gap())) : QPoint(place * (wide + gap()), 0);
        m_buttons.at(place)->setGeometry(QRect(at, QSize(wide, high)));
    }
}
