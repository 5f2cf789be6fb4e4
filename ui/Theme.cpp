// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Theme.h"

#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QHash>
#include <QPalette>
#include <QRegularExpression>
#include <QStyle>
#include <QWidget>

Theme::Theme(Mode mode, QObject *parent) : QObject(parent), m_mode(mode)
{
    takeTokens();
    qApp->installEventFilter(this);
}

bool Theme::isDark() const
{
    if (m_mode != Mode::System)
        return m_mode == Mode::Dark;
    const QPalette system = QApplication::palette();
    return system.color(QPalette::Window).lightness() < system.color(QPalette::WindowText).lightness();
}

Theme::Mode Theme::nextMode() const
{
    switch (m_mode) {
    case Mode::Dark:
        return Mode::HighContrast;
    case Mode::Light:
        return Mode::Dark;
    case Mode::HighContrast:
        return Mode::Light;
    case Mode::System:
        break;
    }
    return isDark() ? Mode::Light : Mode::Dark;
}

void Theme::setMode(Mode mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    takeTokens();
    emit changed();
}

void Theme::takeTokens()
{
    m_tokens = m_mode == Mode::HighContrast ? ThemeTokens::highContrast()
               : isDark()                   ? ThemeTokens::dark()
                                            : ThemeTokens::light();
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == qApp && event->type() == QEvent::ApplicationPaletteChange && m_mode == Mode::System) {
        takeTokens();
        emit changed();
    }
    return QObject::eventFilter(watched, event);
}

bool Theme::fit(QSize window)
{
    const int share = qMin(window.width() * 100 / 1366, window.height() * 100 / 768);
    const int space = qBound(40, share, 150);
    // Type holds its size down to nine tenths of the design, then shrinks far more slowly than the window:
    // whoever scales to 200 % wants larger letters, not the same ones.
    const int text = share >= 90 ? qBound(100, share, 150) : qMax(80, 100 - (90 - share) / 2);
    const auto density = window.height() < 480   ? Density::Tiny
                         : window.height() < 740 ? Density::Compact
                                                 : Density::Regular;
    if (space == m_spacePercent && text == m_textPercent && density == m_density)
        return false;
    m_spacePercent = space;
    m_textPercent = text;
    m_density = density;
    emit changed();
    return true;
}

const Tint &Theme::tint(PayState state) const
{
    switch (state) {
    case PayState::Creating:
        return m_tokens.blue;
    case PayState::Waiting:
    case PayState::Paid:
        return m_tokens.accent;
    case PayState::Cancelling:
    case PayState::Expired:
        return m_tokens.amber;
    case PayState::Checking:
        return m_tokens.purple;
    case PayState::CallManager:
        return m_tokens.red;
    case PayState::Ready:
    case PayState::Cancelled:
        break;
    }
    return m_tokens.grey;
}

int Theme::text(int designPx) const
{
    return qMax(11, (designPx * m_textPercent + 50) / 100);
}

int Theme::space(int designPx) const
{
    return designPx == 0 ? 0 : qMax(1, (designPx * m_spacePercent + 50) / 100);
}

QFont Theme::fontOfPixels(int px, QFont::Weight weight)
{
    QFont font;
    font.setFamilies({QStringLiteral("Inter"), QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Noto Sans SC"),
                      QStringLiteral("Microsoft YaHei UI"), QStringLiteral("WenQuanYi Zen Hei")});
    font.setStyleHint(QFont::SansSerif);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setPixelSize(qMax(1, px));
    font.setWeight(weight);
    return font;
}

QString Theme::styleSheet() const
{
    QFile file(QStringLiteral(":/style/till.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QHash<QString, QColor> colours = {
        {QStringLiteral("ground"), m_tokens.ground},
        {QStringLiteral("surface"), m_tokens.surface},
        {QStringLiteral("raised"), m_tokens.raised},
        {QStringLiteral("ink"), m_tokens.ink},
        {QStringLiteral("muted"), m_tokens.muted},
        {QStringLiteral("pale"), m_tokens.pale},
        {QStringLiteral("line"), m_tokens.line},
        {QStringLiteral("accent"), m_tokens.accent.mark},
        {QStringLiteral("accentSoft"), m_tokens.accent.soft},
        {QStringLiteral("accentInk"), m_tokens.accent.ink},
        {QStringLiteral("payAgain"), m_tokens.payAgain},
        {QStringLiteral("training"), m_tokens.training},
        {QStringLiteral("onTraining"), m_tokens.onTraining},
        {QStringLiteral("onPaid"), m_tokens.onPaid},
    };
    const QString source = QString::fromUtf8(file.readAll());
    static const QRegularExpression placeholder(QStringLiteral("@([a-zA-Z]+)(\\d*)"));
    QString filled;
    qsizetype from = 0;
    for (auto found = placeholder.globalMatch(source); found.hasNext();) {
        const auto match = found.next();
        const QString name = match.captured(1);
        const int number = match.captured(2).toInt();
        filled += QStringView(source).mid(from, match.capturedStart() - from);
        if (name == QLatin1String("text"))
            filled += QString::number(text(number)) + QStringLiteral("px");
        else if (name == QLatin1String("space"))
            filled += QString::number(space(number)) + QStringLiteral("px");
        else if (name == QLatin1String("border"))
            filled += QString::number(m_tokens.border) + QStringLiteral("px");
        else if (colours.contains(name))
            filled += colours.value(name).name();
        else
            qFatal("till.qss: no token @%s", qPrintable(name));
        from = match.capturedEnd();
    }
    filled += QStringView(source).mid(from);
    return filled;
}

void Theme::restyle(QWidget *widget)
{
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}
