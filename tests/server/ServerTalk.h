// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ServerConfig.h"
#include "server/net/NetworkTransport.h"
#include "tests/support/Await.h"
#include "tests/support/KeptPort.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

/// A client's and a customer's few words to a training server, wherever that runs, and the folder it lives in.
class ServerTalk
{
public:
    const ServerAddresses &at() const { return m_at; }
    QString path(const QString &name) const { return at().dataFolder + u'/' + name; }

    HttpAnswer send(const QByteArray &method, const QString &url, const QByteArray &body, const HttpHeaders &headers)
    {
        const auto answer = await(m_transport.send({.method = method,
                                                    .url = QUrl(url),
                                                    .headers = headers,
                                                    .body = body,
                                                    .timeout = std::chrono::seconds(20)}));
        return answer ? *answer : HttpAnswer{};
    }
    HttpHeaders terminal() const
    {
        return {{"Authorization", "Bearer " + at().terminalToken}, {"Content-Type", "application/json"}};
    }
    HttpAnswer post(const QString &path, const QJsonObject &body = {})
    {
        return send("POST", at().http + path, QJsonDocument(body).toJson(), terminal());
    }
    HttpAnswer get(const QString &path) { return send("GET", at().http + path, {}, terminal()); }
    /// The customer pays in the simulator.
    HttpAnswer pay(const QString &number) { return simulator("POST", "/sim/pay", {{"out_trade_no", number}}); }
    HttpAnswer simulator(const QByteArray &method, const QString &path, const QJsonObject &body = {})
    {
        return send(method, at().simulator + path, method == "GET" ? QByteArray() : QJsonDocument(body).toJson(),
                    {{"Content-Type", "application/json"}});
    }
    QJsonObject place(qint64 amount = 1234)
    {
        const auto answer = post("/api/v1/orders", {{"amount", amount}, {"description", "tea"}});
        return answer.status == 201 ? json(answer) : QJsonObject();
    }
    QJsonObject order(const QString &number) { return json(get("/api/v1/orders/" + number)); }
    QString state(const QString &number) { return order(number)["trade_state"].toString(); }

    static QJsonObject json(const HttpAnswer &answer) { return QJsonDocument::fromJson(answer.body).object(); }

protected:
    /// What to start it with, always on the same loopback ports.
    ServerConfig config()
    {
        keepKeys();
        ServerConfig config;
        config.dataDir = m_folder.path();
        config.training = true;
        config.port = m_port.number();
        config.simulatorPort = m_simulatorPort.number();
        config.phoneListen = {QHostAddress(QHostAddress::LocalHost), m_phonePort.number()};
        return config;
    }
    void started(const Result<ServerAddresses> &addresses)
    {
        if (!addresses)
            qFatal("%s", qPrintable(addresses.error().message));
        m_at = *addresses;
        keepKeys();
    }

    NetworkTransport m_transport;

private:
    /// Making the simulator's keys takes a second; every server of a test program has the first one's.
    void keepKeys()
    {
        static QByteArray keys;
        const QDir folder(m_folder.filePath("training/simulator"));
        QFile file(folder.filePath("simulator-keys.json"));
        if (file.open(QIODevice::ReadOnly)) {
            keys = file.readAll();
        } else if (!keys.isEmpty() && folder.mkpath(".") && file.open(QIODevice::WriteOnly)) {
            file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
            file.write(keys);
        }
    }

    QTemporaryDir m_folder;
    KeptPort m_port;
    KeptPort m_simulatorPort;
    KeptPort m_phonePort;
    ServerAddresses m_at;
};
