// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/StartRefusal.h"

#include "ui/Wording.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Labels.h"

#include <QLabel>
#include <QScreen>
#include <QVBoxLayout>

StartRefusal::StartRefusal(const QString &words)
{
    setObjectName(QStringLiteral("MainWindow")); // it looks like the till's
    setWindowTitle(QStringLiteral("ScanTill"));
    setAttribute(Qt::WA_StyledBackground);
    m_theme.fit(screen()->availableSize());
    setStyleSheet(m_theme.styleSheet());
    setFont(m_theme.font(16));
    auto *title = Labels::centred("refusalTitle", "title", this);
    title->setText(Wording::coverTitle(CoverView::Face::Trouble));
    title->setStyleSheet(QStringLiteral("font-size: %1px; font-weight: 600;").arg(m_theme.text(28)));
    auto *detail = Labels::centred("refusalDetail", "label", this);
    detail->setText(Wording::refusalDetail());
    auto *sentence = Labels::centred("refusalWords", "label", this);
    sentence->setText(words);
    sentence->setStyleSheet(
        QStringLiteral("font-size: %1px; color: %2;").arg(m_theme.text(18)).arg(m_theme.tokens().ink.name()));
    sentence->setTextFormat(Qt::PlainText);
    sentence->setTextInteractionFlags(Qt::TextSelectableByMouse); // for whoever is asked by mail
    sentence->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // no path in it makes the window grow
    auto *close = new ActionButton(QStringLiteral("refusalCloseButton"), QStringLiteral("pay"), QStringLiteral("Enter"),
                                   m_theme, this);
    close->setCentred(true);
    close->setText(Wording::helpClose());
    close->setAccessibleName(close->text());
    close->setType(20, QFont::DemiBold);
    close->setFixedSize(m_theme.space(280), m_theme.control(64));
    close->setDefault(true);
    close->setFocus();
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *rows = new QVBoxLayout(this);
    const int margin = m_theme.space(40);
    rows->setContentsMargins(margin, margin, margin, margin);
    rows->setSpacing(m_theme.space(24));
    for (QWidget *row :
         {static_cast<QWidget *>(title), static_cast<QWidget *>(detail), static_cast<QWidget *>(sentence)})
        rows->addWidget(row);
    rows->addWidget(close, 0, Qt::AlignHCenter);
    setFixedWidth(m_theme.space(720));
}
