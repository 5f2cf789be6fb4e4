// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"
#include "ui/models/TillIdentity.h"
#include "ui/models/Wish.h"

#include <QWidget>

class ActionButton;
class PeoplePicker;
class PhonePill;
class PinDots;
class PinPad;
class PracticeBadge;
class QBoxLayout;
class QLabel;
class QStackedLayout;
class QrView;
class RunLine;
class TouchButton;
class UnderWayPill;

/// The locked till: at the left a code for a phone, the number to pick there and how far it has come; at the right who
/// you are and your PIN, or whose a strange phone is. Nothing of a sale but that one is under way.
class LockPage : public QWidget
{
    Q_OBJECT
public:
    LockPage(const TillIdentity &identity, const Theme &theme, QWidget *parent = nullptr);

    void show(const TillView &view);
    using QWidget::show;
    void fit();
    /// In a small window there is no room for it here.
    bool showsBadge() const { return m_withBadge; }

signals:
    void wished(const Wish &wish);
    void languageAsked();
    void themeAsked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeLeft();
    QWidget *makeAside();
    QWidget *makeRight();
    QWidget *makeBinding();
    void makeCorner();
    ActionButton *addButton(const QString &name, const QString &keyCap, QWidget *parent, Wish::Kind kind);
    void place();
    void placeLeft(int width);
    void placeRight(int width);
    void placeCorner();
    int margin() const;
    void showPhone(const TillView &view);
    void showSays(const TillView &view);

    const TillIdentity m_identity;
    const Theme &m_theme;
    QWidget *m_left;
    QBoxLayout *m_leftRows;
    QBoxLayout *m_pills;
    PracticeBadge *m_badge;
    QLabel *m_title;
    QLabel *m_hint;
    QBoxLayout *m_beside; ///< the code and what is beside it
    QrView *m_qr;
    QWidget *m_aside;
    QBoxLayout *m_asideRows;
    QLabel *m_pick;
    RunLine *m_number;
    ActionButton *m_newCode;
    QLabel *m_words; ///< in the smallest window, in place of the pills
    PhonePill *m_pill;
    UnderWayPill *m_underWay;
    QWidget *m_right;
    QWidget *m_column;
    PeoplePicker *m_people;
    PinDots *m_dots;
    QLabel *m_says;
    QStackedLayout *m_pads;
    PinPad *m_pad;
    QWidget *m_binding; ///< in the pad's place
    ActionButton *m_signInOnly;
    ActionButton *m_cancelBinding;
    QWidget *m_corner;
    TouchButton *m_language;
    TouchButton *m_light;
    bool m_training = false;
    bool m_withBadge = true;
};
