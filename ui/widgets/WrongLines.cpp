// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/WrongLines.h"

#include "ui/Wording.h"
#include "ui/widgets/TouchButton.h"

#include <QLabel>

WrongLines::WrongLines(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_lines(new QLabel(this)),
      m_more(new TouchButton(QStringLiteral("wrongMore"), QStringLiteral("plain"), theme, this))
{
    setObjectName(QStringLiteral("wrongLines"));
    m_lines->setObjectName(QStringLiteral("wrongText"));
    m_lines->setTextFormat(Qt::PlainText); // it repeats what stands in somebody's file
    m_lines->setWordWrap(true);
    m_lines->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_more->setType(16, QFont::DemiBold);
    connect(m_more, &QPushButton::clicked, this, [this] { emit wished({Wish::Kind::MoreRows}); });
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
}

void WrongLines::show(const QList<SettingsView::WrongLine> &wrong, int page)
{
    m_wrong = wrong;
    m_page = page;
    place();
}

void WrongLines::resizeEvent(QResizeEvent *)
{
    place();
}

/// As many whole lines on each as fit that height; at least one.
QStringList WrongLines::pages(int height) const
{
    const QFontMetrics metrics(m_theme.font(14));
    QStringList pages;
    QString page;
    for (const SettingsView::WrongLine &wrong : m_wrong) {
        const QString line = Wording::wrongLine(wrong);
        const QString with = page.isEmpty() ? line : page + u'\n' + line;
        const QRect needs = metrics.boundingRect(QRect(0, 0, width() - 2, 10'000), Qt::TextWordWrap, with);
        if (!page.isEmpty() && needs.height() > height) {
            pages.append(page);
            page = line;
        } else {
            page = with;
        }
    }
    pages.append(page);
    return pages;
}

void WrongLines::place()
{
    const int button = m_theme.control(48);
    const int gap = m_theme.space(8);
    QStringList shown = pages(height() - 2);
    const bool more = shown.size() > 1;
    if (more)
        shown = pages(height() - button - gap - 2);
    m_lines->setFont(m_theme.font(14));
    m_lines->setStyleSheet(QStringLiteral("color: %1; font-size: %2px;")
                               .arg(m_theme.tokens().red.ink.name())
                               .arg(m_theme.font(14).pixelSize()));
    m_lines->setText(shown[m_page % shown.size()]);
    m_lines->setGeometry(0, 0, width(), height() - (more ? button + gap : 0));
    m_lines->setVisible(!m_wrong.isEmpty());
    m_more->setVisible(more);
    m_more->setText(QStringLiteral("%1 / %2").arg(m_page % shown.size() + 1).arg(shown.size()));
    m_more->setAccessibleName(m_more->text());
    m_more->setGeometry(0, height() - button, qMax(100, m_theme.space(136)), button);
}
