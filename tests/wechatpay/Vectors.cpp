// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/wechatpay/Vectors.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

QByteArray Vectors::file(const QString &name)
{
    QFile file(QStringLiteral(TEST_DATA_DIR "/vectors/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no such vector file: %s", qPrintable(name));
    return file.readAll();
}

QJsonObject Vectors::json(const QString &vector)
{
    return QJsonDocument::fromJson(file(vector + QStringLiteral(".json"))).object();
}

QByteArray Vectors::body(const QString &vector)
{
    return file(vector + QStringLiteral(".body"));
}

HttpHeaders Vectors::headers(const QJsonObject &vector)
{
    HttpHeaders headers;
    const QJsonObject given = vector["headers"].toObject();
    for (auto header = given.begin(); header != given.end(); ++header)
        headers.add(header.key().toLatin1(), header.value().toString().toUtf8());
    return headers;
}

QStringList Vectors::ofKind(const QString &kind)
{
    QStringList names;
    const QJsonArray all = QJsonDocument::fromJson(file("index.json")).object()["vectors"].toArray();
    for (const QJsonValue &name : all) {
        if (json(name.toString())["kind"].toString() == kind)
            names.append(name.toString());
    }
    return names;
}

qint64 Vectors::receiverClockMs(const QJsonObject &vector)
{
    return vector["receiver_clock_unix"].toInteger() * 1000;
}
