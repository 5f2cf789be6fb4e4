// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/LoginParts.h"
#include "server/domain/Random.h"
#include "server/http/HttpListener.h"
#include "server/login/PairingCodes.h"
#include "server/login/Terminals.h"
#include "server/net/NetworkTransport.h"
#include "server/push/LongPoll.h"
#include "server/push/WatchTokens.h"
#include "server/routes/CaseRoutes.h"
#include "server/routes/GoodsRoutes.h"
#include "server/routes/OrderRoutes.h"
#include "server/routes/RefundRoutes.h"
#include "server/routes/RequestGuard.h"
#include "server/routes/TerminalRoutes.h"
#include "server/store/GoodsStore.h"
#include "tests/support/RefundShop.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrlQuery>

/// A shop's orders and sign-ins over HTTP, in live as in training, on a clock that stands still: what Server makes of
/// LoginParts, with a scripted WeChat Pay.
class LoginRig
{
public:
    explicit LoginRig(bool training = false, bool withPhones = true)
    {
        const auto settings = LoginParts::Settings{
            "1900000001", training, withPhones ? listen(phoneHttp) : QString(), {.log2N = 10, .r = 8, .p = 1}};
        m_login = std::make_unique<LoginParts>(*shop.database, shop.clock, m_random, settings);
        m_phone = settings.phoneAddress;
        m_guard.setTerminalToken("terminal-token");
        m_guard.setTerminals(terminals);
        TerminalRoutes{m_guard, m_login->operators(), m_codes, terminals, training}.addTo(http);
        m_login->addRoutes(http, m_guard, watchers, m_polls);
        m_login->addPhoneRoutes(phoneHttp);
        OrderRoutes{m_guard, m_login->operators(), shop.checkout, m_tokens, shop.clock, m_random}.addTo(http);
        RefundRoutes{m_guard, m_login->operators(), *shop.refunds, shop.clock, m_random, Orders::fen(20'000)}.addTo(
            http);
        CaseRoutes{m_guard, m_login->operators(), *shop.cases}.addTo(http);
        GoodsRoutes{m_guard, m_login->operators(), goods, shop.checkout}.addTo(http);
        m_http = listen(http);
    }
    ~LoginRig() { shop.database->drain(); }

    struct Ask
    {
        QByteArray session = {};
        QByteArray bearer = "terminal-token";
    };
    QFuture<Result<HttpAnswer>> begin(const QByteArray &method, const QString &path, const QJsonObject &body,
                                      const Ask &ask)
    {
        HttpHeaders headers{{"Authorization", "Bearer " + ask.bearer}, {"Content-Type", "application/json"}};
        if (!ask.session.isEmpty())
            headers.add("X-Operator-Session", ask.session);
        const bool hasBody = method == "POST" || method == "PUT";
        return m_transport.send({.method = method,
                                 .url = QUrl(m_http + path),
                                 .headers = headers,
                                 .body = hasBody ? QJsonDocument(body).toJson() : QByteArray()});
    }
    HttpAnswer call(const QByteArray &method, const QString &path, const QJsonObject &body, const Ask &ask)
    {
        const auto answer = await(begin(method, path, body, ask));
        return answer ? *answer : HttpAnswer{};
    }
    HttpAnswer call(const QByteArray &method, const QString &path, const QJsonObject &body = {})
    {
        return call(method, path, body, Ask());
    }
    HttpAnswer send(const HttpCall &what)
    {
        const auto answer = await(m_transport.send(what));
        return answer ? *answer : HttpAnswer{};
    }
    static QJsonObject json(const HttpAnswer &answer) { return QJsonDocument::fromJson(answer.body).object(); }
    static QString code(const HttpAnswer &answer) { return json(answer)["code"].toString(); }

    /// An owner, a supervisor and a cashier; each one's PIN is their own.
    void makeStaff()
    {
        owner = add(QStringLiteral("王师傅"), "owner", "908172", {});
        const auto wang = signIn(owner, "908172");
        supervisor = add(QStringLiteral("陈静"), "supervisor", "246813", wang);
        cashier = add(QStringLiteral("林晓"), "cashier", "135790", wang);
    }
    QString add(const QString &name, const char *role, const char *pin, const QByteArray &session)
    {
        const auto added = call("POST", "/api/v1/people", {{"name", name}, {"role", role}, {"pin", pin}}, {session});
        return added.status == 201 ? json(added)["id"].toString() : QString();
    }
    QByteArray signIn(const QString &person, const char *pin)
    {
        const auto answer = call("POST", "/api/v1/login/pin", {{"person", person}, {"pin", pin}});
        return json(answer)["session_token"].toString().toLatin1();
    }
    QJsonObject ticket()
    {
        return json(call("POST", "/api/v1/login/tickets",
                         {{"shop", QStringLiteral("晨光咖啡")}, {"till", QStringLiteral("1 号收银台")}}));
    }
    static QString pathOf(const QJsonObject &ticket) { return "/api/v1/login/tickets/" + ticket["key"].toString(); }
    static Ask secretOf(const QJsonObject &ticket) { return {{}, ticket["poll_secret"].toString().toLatin1()}; }
    QJsonObject poll(const QJsonObject &ticket, const QString &query = {})
    {
        return json(call("GET", pathOf(ticket) + query, {}, secretOf(ticket)));
    }
    /// A long poll that the server has begun to hold.
    QFuture<Result<HttpAnswer>> hold(const QJsonObject &ticket, const QString &query)
    {
        const int before = watchers.count();
        auto answer = begin("GET", pathOf(ticket) + query, {}, secretOf(ticket));
        if (!QTest::qWaitFor([&] { return watchers.count() != before || answer.isFinished(); }, 20'000))
            qFatal("the poll was neither held nor answered");
        return answer;
    }
    LoginParts &login() { return *m_login; }
    const QString &phoneAddress() const { return m_phone; }
    const QString &address() const { return m_http; }

    RefundShop shop;
    GoodsStore goods{*shop.database, "1900000001"};
    QString owner, supervisor, cashier; ///< ids
    TerminalStore terminalStore{*shop.database, "1900000001"};
    SystemRandom random;
    Terminals terminals{terminalStore, shop.clock, random};
    Watchers watchers{[](const OutTradeNo &, qint64) {
        return ready(Result<Watchers::Past>(Error{ErrorCode::NotFound, {}}));
    }};

private:
    QString listen(HttpListener &listener)
    {
        const auto port = listener.listen(QHostAddress::LocalHost, 0);
        return QStringLiteral("http://127.0.0.1:%1").arg(port.value());
    }

    SystemRandom m_random;
    PairingCodes m_codes{shop.clock, m_random, shop.folder.filePath("pairing_code")};
    NetworkTransport m_transport;
    RequestGuard m_guard{QStringList()};
    WatchTokens m_tokens{"secret", "1900000001"};
    LongPoll m_polls{watchers, shop.clock};
    std::unique_ptr<LoginParts> m_login;
    QString m_http;
    QString m_phone;

public:
    HttpListener http{{}, shop.clock};
    HttpListener phoneHttp{{}, shop.clock};
};
