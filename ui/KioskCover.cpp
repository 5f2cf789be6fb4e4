// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/KioskCover.h"

#include "ui/KioskGuard.h"
#include "ui/Wording.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Labels.h"

#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

KioskCover::KioskCover()
    : m_title(Labels::centred("coverTitle", "title", this)), m_detail(Labels::centred("coverDetail", "label", this)),
      m_words(Labels::centred("coverWords", "label", this)),
      m_again(new ActionButton(QStringLiteral("coverAgainButton"), QStringLiteral("pay"), QStringLiteral("Enter"),
                               m_theme, this))
{
    setObjectName(QStringLiteral("MainWindow")); // it looks like the till's
    setAttribute(Qt::WA_StyledBackground);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    setAttribute(Qt::WA_QuitOnClose, false);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // no path in it makes the window grow
    m_again->setCentred(true);
    auto *rows = new QVBoxLayout(this);
    rows->addStretch(2);
    rows->addWidget(m_title);
    rows->addWidget(m_detail);
    rows->addWidget(m_again, 0, Qt::AlignHCenter);
    rows->addStretch(2);
    rows->addWidget(m_words);
    connect(m_again, &QPushButton::clicked, this, &KioskCover::againWished);
    resize(1366, 768);
}

void KioskCover::cover(const CoverView &view)
{
    m_view = view;
    KioskGuard::fill(*this);
    raise();
    activateWindow();
    setFocus();
    draw();
}

void KioskCover::draw()
{
    setStyleSheet(m_theme.styleSheet());
    setFont(m_theme.font(16));
    const bool trouble = m_view.face == CoverView::Face::Trouble;
    m_title->setStyleSheet(QStringLiteral("font-size: %1px; font-weight: 600;").arg(m_theme.text(40)));
    m_detail->setStyleSheet(QStringLiteral("font-size: %1px;").arg(m_theme.text(22)));
    m_title->setText(Wording::coverTitle(m_view.face));
    m_detail->setText(Wording::coverDetail(m_view.face));
    m_words->setText(m_view.words);
    m_words->setVisible(trouble);
    m_again->setVisible(trouble);
    m_again->setText(Wording::coverAgain());
    m_again->setAccessibleName(m_again->text());
    m_again->setType(20, QFont::DemiBold);
    m_again->setFixedSize(m_theme.space(320), m_theme.control(72));
    layout()->setSpacing(m_theme.space(24));
    const int margin = m_theme.space(48);
    layout()->setContentsMargins(margin, margin, margin, margin);
}

void KioskCover::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && !event->isAutoRepeat() && m_view.face == CoverView::Face::Trouble)
        emit againWished();
}

void KioskCover::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        draw();
    QWidget::changeEvent(event);
}

void KioskCover::resizeEvent(QResizeEvent *)
{
    m_theme.fit(size());
    draw();
}
