// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/RestartPlan.h"
#include "server/domain/Clock.h"
#include "server/domain/Result.h"
#include "ui/KioskBlinds.h"
#include "ui/KioskCover.h"
#include "ui/KioskGuard.h"
#include "ui/Language.h"
#include "ui/customer/QtScreens.h"

#include <QLocalServer>
#include <QPointer>
#include <QProcess>

class QLocalSocket;

/// Keeps a kiosk's till running: starts it as a process of its own, and again when that ends without a supervisor's
/// word. While it is not there a window of the keeper's covers the screen.
class KioskKeeper final : public QObject
{
    Q_OBJECT
public:
    struct Program
    {
        QString file;
        QStringList arguments;
        QString dataDir;
    };
    static constexpr int endMs = 10'000; ///< for a till that was asked to end, before it is killed

    KioskKeeper(const Program &program, Language::Tongue language, Clock &clock);
    ~KioskKeeper() override;

    /// AddressInUse and the like: the till could not speak to it.
    Result<void> start();
    /// The till was started a second time.
    void bringToFront();
    /// The session ends, and the till with it.
    void stop();

signals:
    /// The till has ended, and is not to be started again.
    void finished();

private:
    void startTill();
    void tillCame();
    void tillSpoke();
    void tillEnded();
    void readWords();
    void plan(std::chrono::milliseconds pause);
    static bool isUseless(int exitCode);

    Program m_program;
    Clock &m_clock;
    Language m_language;
    KioskCover m_cover;
    KioskGuard m_guard;
    QtScreens m_screens;
    KioskBlinds m_blinds;
    QLocalServer m_door;
    QPointer<QLocalSocket> m_line;
    QProcess m_till;
    RestartPlan m_plan;
    QByteArray m_words; ///< the last line it has said
    qint64 m_startedMs = 0;
    int m_planned = 0; ///< a start that was planned before does not happen
    bool m_stopping = false;
};
