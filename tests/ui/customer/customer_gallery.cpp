// SPDX-License-Identifier: GPL-3.0-or-later
// Paints every face of the customer's screen into PNGs: customer_gallery DIRECTORY [WIDTH HEIGHT [PART]] writes
// face × language × theme × practice, or only those whose name contains PART.
#include "tests/ui/customer/CustomerRig.h"
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
    CustomerRig rig(CustomerWindow::Where::Auto, {CustomerRig::cashiers, {"B", QRect(QPoint(1366, 0), size)}});
    rig.open();
    for (const bool training : {true, false})
        for (const auto tongue : {Language::Tongue::Chinese, Language::Tongue::English})
            for (const auto &[mode, theme] : {std::pair(Theme::Mode::Light, "light"),
                                              {Theme::Mode::Dark, "dark"},
                                              {Theme::Mode::HighContrast, "contrast"}})
                for (const CustomerScene &scene : CustomerScene::all(training)) {
                    const auto name =
                        QStringLiteral("%1-%2-%3-%4")
                            .arg(scene.name, QLatin1String(tongue == Language::Tongue::Chinese ? "zh" : "en"),
                                 QLatin1String(theme), QLatin1String(training ? "practice" : "live"));
                    if (!name.contains(arguments.value(4)))
                        continue;
                    rig.window.setMode(mode);
                    rig.language.use(tongue);
                    rig.show(scene.view);
                    rig.window.findChild<TickView *>()->finish();
                    rig.settle();
                    rig.window.grab().save(directory.filePath(name + QStringLiteral(".png")));
                }
    return 0;
}
