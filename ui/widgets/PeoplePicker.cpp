// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/PeoplePicker.h"

#include "ui/Wording.h"
#include "ui/widgets/TouchButton.h"

PeoplePicker::PeoplePicker(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("peoplePicker"));
}

void PeoplePicker::show(const TillView &view)
{
    m_people = view.lock.people;
    m_chosen = view.lock.chosen;
    m_page = view.lock.peoplePage;
    arrange();
}

void PeoplePicker::setRows(int atMost, int rowHeight)
{
    m_rows = qMax(1, qMin(atMost, rowsNeeded()));
    m_rowHeight = rowHeight;
    setFixedHeight(heightOf(m_rows, m_rowHeight));
    arrange();
}

void PeoplePicker::resizeEvent(QResizeEvent *)
{
    arrange();
}

TouchButton *PeoplePicker::buttonAt(int place)
{
    while (m_buttons.size() <= place) {
        auto *button =
            new TouchButton(QStringLiteral("person%1").arg(m_buttons.size()), QStringLiteral("plain"), m_theme, this);
        connect(button, &QPushButton::clicked, this, [this, button] {
            const QString id = button->property("person").toString();
            emit wished(id.isEmpty() ? Wish{Wish::Kind::MorePeople} : Wish{Wish::Kind::Person, id});
        });
        m_buttons.append(button);
    }
    return m_buttons.at(place);
}

void PeoplePicker::face(TouchButton &button, const LockView::Button &person)
{
    const bool chosen = !person.id.isEmpty() && person.id == m_chosen;
    button.setProperty("person", person.id);
    const bool filled = m_theme.tokens().border > 1; // where every edge is strong, a green one says too little
    button.setTone(!chosen ? QStringLiteral("plain") : filled ? QStringLiteral("filled") : QStringLiteral("chosen"));
    button.setType(18, QFont::DemiBold);
    button.setEnabled(person.enabled);
    const qreal room = button.width() - 2 * m_theme.space(14);
    button.setText(QFontMetricsF(m_theme.font(18, QFont::DemiBold)).elidedText(person.name, Qt::ElideRight, room));
    button.setAccessibleName(chosen ? Wording::chosenPerson(person.name) : person.name);
}

void PeoplePicker::arrange()
{
    const int places = m_rows * columns;
    const bool paged = m_people.size() > places;
    const int onPage = paged ? places - 1 : places;
    const int pages = qMax(1, int(m_people.size() + onPage - 1) / onPage);
    QList<LockView::Button> shown = m_people.mid(qsizetype(m_page % pages) * onPage, onPage);
    if (paged)
        shown.append({{}, Wording::morePeople(), true});
    // A few stand in the middle, as wide as if there were many.
    const int width = (this->width() - (columns - 1) * gap()) / columns;
    for (int place = 0; place < int(shown.size()); ++place) {
        const int row = place / columns;
        const int inRow = qMin(columns, int(shown.size()) - row * columns);
        const int left = paged || row > 0 ? 0 : (this->width() - inRow * width - (inRow - 1) * gap()) / 2;
        TouchButton *button = buttonAt(place);
        button->setGeometry(left + place % columns * (width + gap()), row * (m_rowHeight + gap()), width, m_rowHeight);
        face(*button, shown.at(place));
        button->setVisible(true);
    }
    for (qsizetype place = shown.size(); place < m_buttons.size(); ++place)
        m_buttons.at(place)->setVisible(false);
}
