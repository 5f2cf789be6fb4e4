// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/simulator/FieldRules.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace {

using Kind = FieldRule::Kind;

QString echo(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isDouble())
        return value.toVariant().toString();
    if (value.isBool())
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    return value.isNull() ? QStringLiteral("null") : QString();
}

FieldFault fault(const QString &at, const QJsonValue &value, const char *issue)
{
    return {at, echo(value), QString::fromUtf8(issue)};
}

std::optional<FieldFault> textFault(const QString &at, const QJsonValue &value, qint64 least, qint64 most)
{
    if (!value.isString())
        return fault(at, value, "the value must be a string");
    const QString text = value.toString();
    // Characters of four UTF-8 bytes are two halves here (reference 1.1).
    if (std::any_of(text.begin(), text.end(), [](QChar c) { return c.isSurrogate(); }))
        return fault(at, value, "characters of four bytes are not allowed");
    if (text.size() < least)
        return fault(at, value, "the value is too short");
    if (text.size() > most)
        return fault(at, value, "the value is too long");
    return {};
}

std::optional<FieldFault> integerFault(const QString &at, const QJsonValue &value, const FieldRule &rule)
{
    // Two defaults, so that neither can be mistaken for the value: text, fractions and what does not fit give both.
    if (!value.isDouble() || value.toInteger(0) != value.toInteger(1))
        return fault(at, value, "the value must be an integer");
    if (value.toInteger() < rule.least)
        return fault(at, value, "the value is too small");
    if (value.toInteger() > rule.most)
        return fault(at, value, "the value is too large");
    return {};
}

std::optional<FieldFault> listFault(const QString &at, const QJsonValue &value, const FieldRule &rule)
{
    if (!value.isArray())
        return fault(at, value, "the value must be an array");
    const QJsonArray list = value.toArray();
    if (rule.kind == Kind::ObjectList && (list.size() < rule.least || list.size() > rule.most))
        return fault(at, value, "wrong number of elements");
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QString place = at + QLatin1Char('/') + QString::number(i);
        const QJsonValue element = list[i];
        if (rule.kind == Kind::TextList) {
            if (const auto found = textFault(place, element, rule.least, rule.most))
                return found;
        } else if (!element.isObject()) {
            return fault(place, element, "the value must be an object");
        } else if (const auto found = firstFault(element.toObject(), *rule.members, place)) {
            return found;
        }
    }
    return {};
}

std::optional<FieldFault> valueFault(const QString &at, const QJsonValue &value, const FieldRule &rule)
{
    if (value.isNull())
        return fault(at, value, "null is not allowed");
    std::optional<FieldFault> found;
    switch (rule.kind) {
    case Kind::Text:
        found = textFault(at, value, rule.least, rule.most);
        break;
    case Kind::Integer:
        found = integerFault(at, value, rule);
        break;
    case Kind::Boolean:
        if (!value.isBool())
            found = fault(at, value, "the value must be true or false");
        break;
    case Kind::Object:
        found = value.isObject() ? firstFault(value.toObject(), *rule.members, at)
                                 : fault(at, value, "the value must be an object");
        break;
    case Kind::TextList:
    case Kind::ObjectList:
        found = listFault(at, value, rule);
        break;
    }
    if (!found && rule.check) {
        if (const char *issue = rule.check(value))
            found = fault(at, value, issue);
    }
    return found;
}

} // namespace

std::optional<FieldFault> firstFault(const QJsonObject &object, const QList<FieldRule> &rules, const QString &at)
{
    for (auto member = object.begin(); member != object.end(); ++member) {
        const bool known = std::any_of(rules.begin(), rules.end(),
                                       [&](const FieldRule &rule) { return member.key() == QLatin1String(rule.name); });
        if (!known) {
            FieldFault unknown = fault(at + QLatin1Char('/') + member.key(), *member, "unknown field");
            unknown.unknownField = true;
            return unknown;
        }
    }
    for (const auto &rule : rules) {
        const QString place = at + QLatin1Char('/') + QLatin1String(rule.name);
        const auto member = object.constFind(QLatin1String(rule.name));
        if (member == object.constEnd()) {
            if (rule.required)
                return fault(place, {}, "the field is required");
        } else if (const auto found = valueFault(place, *member, rule)) {
            return found;
        }
    }
    return {};
}
