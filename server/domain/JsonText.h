// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>

/// A JSON object as UTF-8 text, written member by member in the given order: for what is told again and again, where
/// building a QJsonObject first would be most of the work. Takes what QJsonObject::insert takes; names are ours.
class JsonText
{
public:
    void insert(QLatin1String name, const QString &text);
    void insert(QLatin1String name, qint64 number);
    void insert(QLatin1String name, int number) { insert(name, qint64(number)); }
    void insert(QLatin1String name, bool truth) { put(name, truth ? "true" : "false"); }
    void insert(QLatin1String name, QJsonValue::Type) { put(name, "null"); } ///< QJsonValue::Null
    void insert(QLatin1String name, const JsonText &object) { put(name, object.text()); }

    QByteArray text() const { return m_members.isEmpty() ? QByteArray("{}") : m_members + '}'; }

private:
    void put(QLatin1String name, const QByteArray &value);
    void putName(QLatin1String name);

    QByteArray m_members; ///< with the opening brace
};
