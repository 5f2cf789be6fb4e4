// SPDX-License-Identifier: GPL-3.0-or-later
// A whole till as one process, window, server and all, that a test can kill. It is operated over stdin ("type 22",
// "enter"), and tells on stdout what its screen shows, a line of JSON each time that changes.
#include "app/AfterFirstPaint.h"
#include "app/CommandLine.h"
#include "app/ServerOptions.h"
#include "app/ServerThread.h"
#include "app/Till.h"
#include "server/domain/Random.h"
#include "tests/window/Hand.h"

#include <QApplication>
#include <QDir>
#include <QJsonDocument>
#include <QSocketNotifier>
#include <cstdio>
#include <iostream>
#include <string>

namespace {

void tell(const QJsonObject &what)
{
    std::printf("%s\n", QJsonDocument(what).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

void obey(Hand &hand, const QString &line)
{
    if (line.startsWith(QLatin1String("type ")))
        hand.type(line.mid(5));
    else if (line == QLatin1String("enter"))
        hand.press(Qt::Key_Return, Qt::NoModifier, QStringLiteral("\r"));
}

} // namespace

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    CommandLine line(QStringLiteral("A till for tests."),
                     serverOptions() + QList<QCommandLineOption>{{"print-terminal-token", "Always."}});
    if (const auto parsed = line.parse(QCoreApplication::arguments()); !parsed)
        return 2;
    const auto config = serverConfigFrom(line);
    ServerThread thread;
    const auto server = config ? thread.start(*config) : Result<ServerAddresses>(config.error());
    if (!server)
        return failWith(server.error());
    SystemClock clock;
    SystemRandom random;
    TillSettings settings;
    settings.sale.training = server->training;
    settings.sale.description = QStringLiteral("tea");
    const QDir folder(server->dataFolder);
    const auto till = Till::open(settings, {QUrl(server->http), server->terminalToken},
                                 folder.filePath(QStringLiteral("till-0.jsonl")), clock, random);
    QFile announcements(folder.filePath(QStringLiteral("announced.txt")));
    if (!till || !announcements.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
        return 2;
    auto &flow = (*till)->flow();
    QObject::connect(&flow, &SaleFlow::announce, &flow, [&](Money amount, bool, const QString &number) {
        announcements.write(number.toLatin1() + ' ' + QByteArray::number(amount.fen()) + '\n');
    });
    auto &window = (*till)->window();
    Hand hand(window, clock);
    new AfterFirstPaint(window, [&] {
        sayReady(readyLine(*server, true));
        const auto show = [&flow] { tell({{"state", int(flow.view().state)}, {"amount", flow.view().amount.fen()}}); };
        QObject::connect(&flow, &SaleFlow::changed, &flow, show);
        show();
    });
    std::setvbuf(stdin, nullptr, _IONBF, 0); // a line that waits is seen to wait
    QSocketNotifier told(0, QSocketNotifier::Read);
    QObject::connect(&told, &QSocketNotifier::activated, &told, [&hand, &told] {
        std::string words;
        told.setEnabled(false); // one after the other: a hand that types lets events go on
        if (!std::getline(std::cin, words))
            return;
        obey(hand, QString::fromStdString(words));
        told.setEnabled(true);
    });
    window.setGeometry(0, 0, 1366, 768);
    window.show();
    (*till)->start();
    return QApplication::exec();
}
