// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Clock.h"
#include "ui/Theme.h"
#include "ui/customer/CustomerView.h"
#include "ui/customer/Screens.h"
#include "ui/models/TillIdentity.h"

#include <QWidget>
#include <optional>

class CustomerPage;
class PracticeFrame;

/// The customer's window: full screen on the second screen, as long as there is one. It takes no focus and no keys, and
/// the program ends without it.
class CustomerWindow : public QWidget
{
    Q_OBJECT
public:
    enum class Where {
        Off,
        Auto, ///< on the second screen, or nowhere
        Window, ///< and where there is one screen, in a window on it
    };
    static constexpr auto thanksFor = std::chrono::seconds(5);

    CustomerWindow(const TillIdentity &identity, Screens &screens, Clock &clock, Theme::Mode mode, Where where);

    /// From here on it is there when it should be. Call it when the cashier's window is on its screen. kiosk: that one
    /// fills its screen, so no window is laid over it.
    void open(bool kiosk);
    /// From now on.
    void setWhere(Where where);
    void show(const CustomerView &view);
    using QWidget::show;
    const CustomerView &view() const { return m_shown; }

public slots:
    void setMode(Theme::Mode mode) { m_theme.setMode(mode); }

signals:
    /// The code is on this screen now (API.md, "Timeline"); once for each code.
    void codePainted();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    std::optional<Screens::Place> secondScreen() const;
    void place();
    void fill(const Screens::Place &place);
    void floatOnFirst();
    void draw();
    void retheme();

    Screens &m_screens;
    Clock &m_clock;
    Theme m_theme; ///< its own, for it is fitted to this window
    Where m_where;
    bool m_opened = false;
    bool m_kiosk = false;
    QString m_filled; ///< the screen it fills; empty: none
    CustomerView m_given;
    CustomerView m_shown;
    bool m_thanking = false;
    int m_thanks = 0; ///< counts them, so that the end of one does not end the next
    CustomerPage *m_page;
    PracticeFrame *m_frame;
};
