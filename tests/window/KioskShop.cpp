// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/window/KioskShop.h"

#include "tests/support/QrReader.h"
#include "ui/Theme.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QScreen>
#include <QTest>
#include <csignal>

KioskShop::KioskShop() : ProcessShop(300, QStringLiteral(SCANTILL))
{
    m_manager.start(QStringLiteral("openbox"), {"--sm-disable", "--startup", "echo up"});
    if (!QTest::qWaitFor([this] { return m_manager.canReadLine(); }, patienceMs))
        qFatal("no window manager");
    QFile settings(path("till.json"));
    if (!settings.open(QIODevice::WriteOnly) || settings.write(R"({"theme":"light","paid_seconds":10})") <= 0)
        qFatal("till.json cannot be written");
    say();
}

KioskShop::~KioskShop()
{
    (void)till();
    (void)server.killHard();
    const QString program = QFileInfo(QStringLiteral("/proc/%1/exe").arg(m_till)).symLinkTarget();
    if (m_till > 0 && program == QFileInfo(QStringLiteral(SCANTILL)).canonicalFilePath())
        ::kill(pid_t(m_till), SIGKILL); // whatever a test has made of its keeper
    m_manager.kill();
    m_manager.waitForFinished();
}

void KioskShop::say(const QByteArray &more) const
{
    QFile file(path("shop.conf"));
    const QByteArray lines = "kiosk = yes\nprofile = " + path("merchant_profile.json").toUtf8() + '\n' + more;
    if (!file.open(QIODevice::WriteOnly) || file.write(lines) != lines.size())
        qFatal("shop.conf cannot be written");
}

QStringList KioskShop::arguments() const
{
    return {"--data-dir", QFileInfo(at().dataFolder).path(),        "--shop-config", path("shop.conf"),
            "--port",     QString::number(QUrl(serverUrl()).port())};
}

bool KioskShop::open(const QStringList &more)
{
    server.setArguments(arguments() + more);
    if (!startTwin() || server.start().isEmpty())
        return false;
    ServerAddresses addresses = at();
    QFile token(path("terminal_token"));
    addresses.terminalToken = token.open(QIODevice::ReadOnly) ? token.readAll().trimmed() : QByteArray();
    started(addresses);
    return true;
}

int KioskShop::startAgain(QByteArray *words) const
{
    QProcess second;
    second.start(QStringLiteral(SCANTILL), arguments());
    if (!QTest::qWaitFor([&second] { return second.state() == QProcess::NotRunning; }, patienceMs))
        return -1;
    if (words)
        *words = second.readAllStandardError();
    return second.exitCode();
}

qint64 KioskShop::till() const
{
    QFile children(QStringLiteral("/proc/%1/task/%1/children").arg(server.pid()));
    const qint64 pid = children.open(QIODevice::ReadOnly) ? children.readAll().trimmed().toLongLong() : 0;
    m_till = pid > 0 ? pid : m_till;
    return pid;
}

bool KioskShop::killTill() const
{
    const qint64 pid = till();
    return pid > 0 && ::kill(pid_t(pid), SIGKILL) == 0;
}

void KioskShop::hand(const QStringList &does)
{
    QProcess xdotool;
    xdotool.start(QStringLiteral("xdotool"), does);
    (void)QTest::qWaitFor([&xdotool] { return xdotool.state() == QProcess::NotRunning; }, patienceMs);
}

void KioskShop::type(const QString &keys)
{
    for (const QChar key : keys) {
        hand({"key", key == u'.' ? QStringLiteral("period") : QString(key)});
        QTest::qWait(90); // a hand's pace
    }
}

bool KioskShop::leaveOneSupervisor()
{
    QHash<QString, QString> ids;
    const auto known = [this, &ids] {
        const auto people = json(get("/api/v1/people"))["people"].toArray();
        for (const auto &person : people)
            ids[person.toObject()["role"].toString()] = person.toObject()["id"].toString();
        return ids.size() == 3;
    };
    const auto change = [this](const QString &person, const QByteArray &to) {
        return send("PUT", at().http + "/api/v1/people/" + person, to, terminal()).status == 200;
    };
    return QTest::qWaitFor(known, patienceMs) && change(ids["supervisor"], R"({"role":"owner"})")
           && change(ids["owner"], R"({"active":false})");
}

QImage KioskShop::screen()
{
    QImage picture = QGuiApplication::primaryScreen()->grabWindow(0).toImage();
    picture.setDevicePixelRatio(1);
    return picture;
}

QString KioskShop::code()
{
    return QrReader::read(screen()).text;
}

double KioskShop::shareOf(const QColor &colour)
{
    const QImage picture = screen();
    int seen = 0;
    int of = 0;
    for (int y = 0; y < picture.height(); y += 4) {
        for (int x = 0; x < picture.width(); x += 4, ++of)
            seen += picture.pixelColor(x, y) == colour;
    }
    return of > 0 ? double(seen) / of : 0;
}

bool KioskShop::isPaid()
{
    const Theme theme(Theme::Mode::Light);
    return shareOf(theme.tokens().hatch) > 0.05 && shareOf(theme.tokens().hatchStripe) > 0.05;
}

bool KioskShop::keep(const char *name)
{
    const QString folder = qEnvironmentVariable("KIOSK_PICTURES");
    return folder.isEmpty() || screen().save(QStringLiteral("%1/%2.png").arg(folder, QLatin1String(name)));
}
