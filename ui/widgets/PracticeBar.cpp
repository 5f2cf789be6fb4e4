// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/PracticeBar.h"

#include "ui/Wording.h"
#include "ui/widgets/ActionButton.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

PracticeBar::PracticeBar(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("practiceBar"));
    m_mock = new ActionButton(QStringLiteral("mockPayButton"), QStringLiteral("training"), QStringLiteral("Ctrl+M"),
                              theme, this);
    m_mock->setType(16, QFont::DemiBold);
    m_hint = new QLabel(this);
    m_hint->setObjectName(QStringLiteral("practiceHint"));
    m_hint->setWordWrap(true);
    connect(m_mock, &QPushButton::clicked, this, [this] { emit wished({Wish::Kind::MockPay}); });
    auto *row = new QHBoxLayout(this);
    row->addWidget(m_mock);
    row->addWidget(m_hint, 1);
    fit();
}

void PracticeBar::fit()
{
    const bool regular = m_theme.density() == Theme::Density::Regular;
    const int pad = regular ? m_theme.space(11) : 0;
    layout()->setContentsMargins(pad, pad, regular ? m_theme.space(18) : 0, pad);
    layout()->setSpacing(m_theme.space(18));
    m_mock->setFixedHeight(m_theme.control(44));
    m_mock->setSizePolicy(regular ? QSizePolicy::Preferred : QSizePolicy::Ignored, QSizePolicy::Fixed);
    setFixedHeight(m_theme.control(44) + 2 * pad);
    m_hint->setVisible(m_training && regular);
}

void PracticeBar::show(const TillView &view)
{
    m_training = view.training;
    const bool regular = m_theme.density() == Theme::Density::Regular;
    m_mock->setText(Wording::mockPay());
    m_mock->setAccessibleName(Wording::mockPay());
    m_mock->setVisible(m_training);
    m_mock->setEnabled(!view.codeUrl.isEmpty());
    m_hint->setText(Wording::mockHint());
    m_hint->setVisible(m_training && regular);
    update();
}

void PracticeBar::paintEvent(QPaintEvent *)
{
    if (!m_training || m_theme.density() != Theme::Density::Regular)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen dashes(m_theme.tokens().training, 2);
    dashes.setDashPattern({3, 2});
    painter.setPen(dashes);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), m_theme.space(14), m_theme.space(14));
}
