// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/RowList.h"

#include "ui/Wording.h"

RowList::RowList(const QString &name, const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(name);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    m_more = new TouchButton(name + QStringLiteral("More"), QStringLiteral("flat"), theme, this);
    m_more->setType(16, QFont::DemiBold);
    connect(m_more, &QPushButton::clicked, this, [this] { emit wished({Wish::Kind::MoreRows}); });
}

void RowList::show(const QList<RowButton::Row> &rows, const QString &chosen, int page)
{
    const bool moved = chosen != m_chosen || rows.size() != m_rows.size();
    m_rows = rows;
    m_chosen = chosen;
    m_page = page;
    if (moved)
        m_turned = -1; // to the page of the chosen one
    arrange();
}

void RowList::resizeEvent(QResizeEvent *)
{
    m_turned = -1;
    arrange();
}

RowButton *RowList::buttonAt(int place)
{
    while (m_buttons.size() <= place) {
        auto *button = new RowButton(objectName() + QString::number(m_buttons.size()), m_theme, this);
        connect(button, &QPushButton::clicked, this, [this, button] { emit wished({Wish::Kind::Pick, button->id()}); });
        m_buttons.append(button);
    }
    return m_buttons.at(place);
}

void RowList::arrange()
{
    const int pitch = rowHeight() + gap();
    const int places = qMax(1, (height() + gap()) / pitch);
    const bool paged = m_rows.size() > places;
    const int onPage = paged ? qMax(1, places - 1) : places;
    const int pages = qMax(1, int(m_rows.size() + onPage - 1) / onPage);
    if (m_turned < 0) {
        const auto at =
            std::find_if(m_rows.begin(), m_rows.end(), [this](const auto &row) { return row.id == m_chosen; });
        const int wanted = at == m_rows.end() ? 0 : int(at - m_rows.begin()) / onPage;
        m_turned = (wanted + pages - m_page % pages) % pages;
    }
    const auto shown = m_rows.mid(qsizetype((m_page + m_turned) % pages) * onPage, onPage);
    for (int place = 0; place < int(shown.size()); ++place) {
        RowButton *button = buttonAt(place);
        button->setGeometry(0, place * pitch, width(), rowHeight());
        button->show(shown.at(place), shown.at(place).id == m_chosen);
        button->setVisible(true);
    }
    for (qsizetype place = shown.size(); place < m_buttons.size(); ++place)
        m_buttons.at(place)->setVisible(false);
    m_more->setText(Wording::morePeople());
    m_more->setAccessibleName(m_more->text());
    m_more->setGeometry(0, onPage * pitch, width(), rowHeight());
    m_more->setVisible(paged);
}
