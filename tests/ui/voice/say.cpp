// SPDX-License-Identifier: GPL-3.0-or-later
// Says payments through this machine's loudspeakers, to be listened to: say zh|en FEN… ; ends when the last has been
// said.
#include "server/domain/Clock.h"
#include "ui/voice/AudioOutput.h"
#include "ui/voice/QtSpeechEngine.h"
#include "ui/voice/Speaker.h"

#include <QCoreApplication>
#include <QTimer>

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    const auto tongue =
        arguments.value(1) == QLatin1String("en") ? Language::Tongue::English : Language::Tongue::Chinese;
    SystemClock clock;
    AudioOutput output;
    QtSpeechEngine engine(false);
    Voice voice(output, engine, {}, VoiceSettings::From::Clips, tongue);
    Speaker speaker(output, voice, clock, {});
    qsizetype left = qMax<qsizetype>(0, arguments.size() - 2);
    QObject::connect(&voice, &Voice::ended, &app, [&left] {
        if (--left == 0)
            QTimer::singleShot(300, qApp, &QCoreApplication::quit);
    });
    for (const QString &fen : arguments.mid(2)) {
        if (const auto amount = Money::fromFen(fen.toLongLong()))
            speaker.paid({.amount = *amount});
    }
    return left == 0 ? 0 : app.exec();
}
