// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Till.h"
#include "tests/support/ClientRig.h"

#include <QApplication>
#include <QJsonArray>
#include <QKeyEvent>
#include <QTemporaryDir>
#include <QTest>

/// The whole till by its keys, at a server on loopback where one person works: the sockets are real, the time is not.
class WholeTill
{
public:
    using Request = LoopbackServer::Request;
    using Reply = LoopbackServer::Reply;
    static constexpr const char *pin = "135790";

    /// Its window is not shown yet. at: without the server's place.
    explicit WholeTill(bool training = true, const QJsonObject &person = cashier(), Till::Server at = {QUrl(), {}})
        : m_person(person)
    {
        order.training = training;
        order.codeUrl = QStringLiteral("weixin://wxpay/bizpayurl?pr=x");
        server.answer = [this](const Request &request) {
            const auto reply = answersFirst ? answersFirst(request) : std::nullopt;
            return reply ? *reply : answer(request);
        };
        TillSettings settings;
        settings.sale.training = training;
        at.place = ServerPlace(server.url());
        at.terminalToken = "terminal-token";
        auto opened = Till::open(settings, at, m_folder.filePath("journal"), clock, m_random);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        till = std::move(opened).value();
    }
    static QJsonObject cashier() { return {{"id", "p1"}, {"name", "林晓"}, {"role", "cashier"}, {"has_pin", true}}; }
    static QJsonObject supervisor()
    {
        return {{"id", "p2"}, {"name", "陈静"}, {"role", "supervisor"}, {"has_pin", true}};
    }

    /// To whatever has the keys.
    void key(int key, const QString &text = {}, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        clock.advance(handsPace);
        for (const auto type : {QEvent::KeyPress, QEvent::KeyRelease}) {
            QKeyEvent event(type, key, modifiers, text);
            QApplication::sendEvent(focused() ? focused() : &till->window(), &event);
        }
        clock.advance(handsPace);
    }
    void type(const QString &text)
    {
        for (const QChar c : text)
            key(c.toUpper().unicode(), c);
    }
    /// False: it is not to be reached with Tab.
    bool tabTo(const QString &name)
    {
        for (int i = 0; i < 40 && (!focused() || focused()->objectName() != name); ++i)
            key(Qt::Key_Tab);
        return focused() && focused()->objectName() == name;
    }
    /// A button of the settings, by keys alone: Alt+S, its group's figure, Tab, Space.
    void press(SettingsView::Item item, int group)
    {
        key(Qt::Key_S, {}, Qt::AltModifier);
        type(QString::number(group));
        if (tabTo(QStringLiteral("setting%1").arg(int(item))))
            key(Qt::Key_Space, QStringLiteral(" "));
    }
    static constexpr int patienceMs = 20'000; ///< for what takes a moment on an idle machine

    bool comesIn()
    {
        if (!QTest::qWaitFor([this] { return !view().lock.people.isEmpty(); }, patienceMs))
            return false;
        type(QLatin1String(pin));
        clock.advance(std::chrono::milliseconds(300));
        return QTest::qWaitFor([this] { return !view().lock.locked; }, patienceMs);
    }

    QWidget *focused() const { return till->window().focusWidget(); }
    const TillView &view() const { return till->window().view(); }
    SettingsView::Step step() const { return view().office.settings.step; }

    LoopbackServer server;
    std::function<std::optional<Reply>(const Request &)> answersFirst; ///< what a test has to say of its own
    VirtualClock clock;
    Order order = ClientRig::order(2);
    std::unique_ptr<Till> till;

private:
    static constexpr auto handsPace = std::chrono::milliseconds(150);

    Reply answer(const Request &request)
    {
        const auto text = [](const QJsonObject &json) { return QJsonDocument(json).toJson(); };
        if (request.path == "/api/v1/people")
            return {200, text({{"people", QJsonArray{m_person}}, {"practice_pin", pin}})};
        if (request.path == "/api/v1/login/pin" && request.body["pin"].toString() == QLatin1String(pin))
            return {200, text({{"session_token", "session-1"}, {"person", m_person}})};
        if (request.path == "/api/v1/login/pin")
            return {401, R"({"code":"PIN_WRONG","tries_left":4})"};
        if (request.path == "/api/v1/orders") {
            order.outTradeNo = *OutTradeNo::parse(request.body["out_trade_no"].toString());
            return {201, ClientRig::body(order)};
        }
        return {503, R"({"code":"NOT_HERE"})"};
    }

    QJsonObject m_person;
    SeededRandom m_random;
    QTemporaryDir m_folder;
};
