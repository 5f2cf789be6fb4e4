// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/system/ProcessShop.h"

/// A shop whose till is a kiosk: the program itself with its keeper, WeChat Pay's twin beside it, and hands at the
/// screen and its keys, as no program of ours is asked for help. Under a window manager.
class KioskShop : public ProcessShop
{
public:
    static constexpr int patienceMs = 40'000;

    KioskShop();
    ~KioskShop();
    KioskShop(const KioskShop &) = delete;
    KioskShop &operator=(const KioskShop &) = delete;

    /// shop.conf: a kiosk for the twin's merchant, and so much more.
    void say(const QByteArray &more = {}) const;
    /// The twin, then the till as a desktop starts it. False when its window does not come up.
    bool open(const QStringList &more = {});
    QStringList arguments() const;
    /// A second start. Its exit code; words: what it says.
    int startAgain(QByteArray *words = nullptr) const;

    /// The process that is the till; 0: none.
    qint64 till() const;
    /// That process is killed.
    bool killTill() const;

    /// xdotool's words.
    static void hand(const QStringList &does);
    static void type(const QString &keys);
    static void press(const QString &key) { hand({"key", key}); }
    /// Of the supervisors one alone is left, so that nobody has to be chosen.
    bool leaveOneSupervisor();

    static QImage screen();
    /// What a phone reads on the screen.
    static QString code();
    /// So much of the screen has that colour.
    static double shareOf(const QColor &colour);
    static bool isPaid(); ///< in practice
    static bool keep(const char *name); ///< a picture, where KIOSK_PICTURES names a folder

private:
    QProcess m_manager;
    mutable qint64 m_till = 0; ///< as it was seen last
};
