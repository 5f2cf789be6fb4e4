// SPDX-License-Identifier: GPL-3.0-or-later
// Paints every screen into PNGs, to be held beside the drawn targets: look_gallery DIRECTORY [WIDTH HEIGHT [PART
// [help]]] writes scene × language × theme × practice, or only those whose name contains PART; with the help sheet
// open.
#include "tests/support/VirtualClock.h"
#include "tests/ui/LookScenes.h"
#include "ui/MainWindow.h"
#include "ui/widgets/TickView.h"

#include <QApplication>
#include <QDir>

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    const QDir directory(arguments.value(1, QStringLiteral(".")));
    const QSize size(arguments.value(2, QStringLiteral("1366")).toInt(),
                     arguments.value(3, QStringLiteral("768")).toInt());
    directory.mkpath(QStringLiteral("."));
    VirtualClock clock(QDateTime(QDate(2026, 11, 22), QTime(10, 42)).toMSecsSinceEpoch());
    Theme theme(Theme::Mode::Light);
    Language language;
    MainWindow window({QStringLiteral("晨光咖啡"), QStringLiteral("1 号收银台")}, clock, theme, language);
    window.resize(size);
    static_cast<QWidget &>(window).show();
    for (const bool training : {true, false})
        for (const auto tongue : {Language::Tongue::Chinese, Language::Tongue::English})
            for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark, Theme::Mode::HighContrast})
                for (const LookScene &scene : LookScene::all(training)) {
                    const QString name =
                        QStringLiteral("%1-%2-%3-%4")
                            .arg(scene.name,
                                 tongue == Language::Tongue::Chinese ? QStringLiteral("zh") : QStringLiteral("en"),
                                 mode == Theme::Mode::Light  ? QStringLiteral("light")
                                 : mode == Theme::Mode::Dark ? QStringLiteral("dark")
                                                             : QStringLiteral("contrast"),
                                 training ? QStringLiteral("practice") : QStringLiteral("live"));
                    if (!name.contains(arguments.value(4)))
                        continue;
                    theme.setMode(mode);
                    language.use(tongue);
                    window.show(scene.view);
                    if (auto *tick = window.findChild<TickView *>())
                        tick->finish();
                    if (arguments.value(5) == QLatin1String("help"))
                        window.toggleHelp();
                    QCoreApplication::processEvents();
                    window.grab().save(directory.filePath(name + QStringLiteral(".png")));
                }
    return 0;
}
