// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/ThemeTokens.h"
#include "ui/models/TillView.h"

#include <QFont>
#include <QObject>
#include <QSize>

class QWidget;

/// What one window looks like: its colours, its type and its distances, which grow and shrink with the window.
/// Designed for 1366x768 logical pixels; text(16) is 16 there, more on a large window, a little less on a tiny one.
class Theme : public QObject
{
    Q_OBJECT
public:
    enum class Mode { System, Light, Dark, HighContrast };
    enum class Density {
        Regular,
        Compact, ///< under 740 logical pixels high: the practice bar moves beside the QR
        Tiny, ///< under 480: 200 % on a 1366x768 screen; the top bar gives way to the QR
    };

    static constexpr int smallestPx = 11; ///< of words that shrink to fit

    explicit Theme(Mode mode = Mode::System, QObject *parent = nullptr);

    Mode mode() const { return m_mode; }
    bool isDark() const;
    void setMode(Mode mode);
    /// Light, dark, high contrast, and light again; the system's first changes to the other of light and dark.
    Mode nextMode() const;
    /// Fits type and distances to a window; true when they changed.
    bool fit(QSize window);

    const ThemeTokens &tokens() const { return m_tokens; }
    const Tint &tint(PayState state) const;
    Density density() const { return m_density; }
    int text(int designPx) const;
    int space(int designPx) const;
    /// A control's height or width: never under 44 logical pixels.
    int control(int designPx) const { return qMax(44, space(designPx)); }
    QFont font(int designPx, QFont::Weight weight = QFont::Normal) const
    {
        return fontOfPixels(text(designPx), weight);
    }
    static QFont fontOfPixels(int px, QFont::Weight weight = QFont::Normal);

    /// resources/style/till.qss, its placeholders filled.
    QString styleSheet() const;
    /// After a change of a property that the style sheet matches.
    static void restyle(QWidget *widget);

signals:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override; ///< follows the system's light and dark

private:
    void takeTokens();

    Mode m_mode;
    ThemeTokens m_tokens;
    Density m_density = Density::Regular;
    int m_textPercent = 100;
    int m_spacePercent = 100;
};
