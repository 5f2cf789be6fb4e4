// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <array>
#include <chrono>

/// Reads the members it is asked for and remembers the first one that is wrong, and which names it knows.
class PlanReader
{
public:
    PlanReader(QJsonObject json, QString prefix) : m_json(std::move(json)), m_prefix(std::move(prefix)) {}

    void number(const char *name, double least, double most, double &into);
    void boolean(const char *name, bool &into);
    /// [from, to] in milliseconds.
    void span(const char *name, qint64 mostMs, std::array<std::chrono::milliseconds, 2> &into);
    QJsonObject object(const char *name);
    template <class Integer> void integer(const char *name, qint64 least, qint64 most, Integer &into)
    {
        const QJsonValue value = take(name);
        if (value.isUndefined())
            return;
        if (value.toInteger(least - 1) < least || value.toInteger() > most)
            complain(name);
        else
            into = Integer(value.toInteger());
    }
    /// One of the texts, as what stands at its place.
    template <class Value, size_t count>
    void oneOf(const char *name, const std::array<std::pair<const char *, Value>, count> &known, Value &into)
    {
        const QJsonValue value = take(name);
        if (!value.isUndefined() && !found(value, known, into))
            complain(name);
    }
    /// At least one of the texts, in a list.
    template <class Value, size_t count>
    void someOf(const char *name, const std::array<std::pair<const char *, Value>, count> &known, QList<Value> &into)
    {
        const QJsonValue value = take(name);
        if (value.isUndefined())
            return;
        into.clear();
        for (const auto &element : value.toArray()) {
            Value one{};
            if (!found(element, known, one))
                return complain(name);
            into.append(one);
        }
        if (into.isEmpty() || into.size() > qsizetype(count))
            complain(name);
    }
    /// Whatever nobody asked for is a slip of the pen that would otherwise stay unseen.
    Result<void> end() const;

private:
    template <class Value, size_t count>
    static bool found(const QJsonValue &value, const std::array<std::pair<const char *, Value>, count> &known,
                      Value &into)
    {
        for (const auto &[text, meant] : known) {
            if (value.toString() != QLatin1String(text))
                continue;
            into = meant;
            return true;
        }
        return false;
    }
    QJsonValue take(const char *name);
    void complain(const char *name);

    QJsonObject m_json;
    QString m_prefix;
    QString m_wrong;
};
